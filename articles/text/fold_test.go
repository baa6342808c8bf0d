package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/warraq/warraq/articles/text"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, in, want string
	}{
		{"nothing to do", "plain ascii, 12:30!", "plain ascii, 12:30!"},
		{"capitals", "BBC News", "bbc news"},
		{"tashkeel", "مُحَمَّدٌ رَسُولٌ", "محمد رسول"},
		{"dagger alef and Quranic signs", "ٱلرَّحۡمَٰنِ ۝ ٱلرَّحِيمِۗ", "الرحمن  الرحيم"},
		{"tatweel", "الـــعـربـيـة", "العربيه"},
		{"alefs", "أحمد إسلام آمال ٱلله", "احمد اسلام امال الله"},
		{"a decomposed alef with hamza", "ا\u0654حمد", "احمد"},
		{"hamza on its seats", "مسؤول مسئول مسءول", "مسءول مسءول مسءول"},
		{"alef maqsura and ya", "مستشفى مستشفي", "مستشفي مستشفي"},
		{"ta marbuta and ha", "مدرسة مدرسه", "مدرسه مدرسه"},
		{"Persian ya and kaf", "یک کتاب", "يك كتاب"},
		{"Persian letters of its own stay", "پژوهش گچ", "پژوهش گچ"},
		{"Persian izafe", "خانهٔ ما، خانۀ ما", "خانه ما، خانه ما"},
		{"ZWNJ", "می\u200cخواهم کتاب\u200cها", "ميخواهم كتابها"},
		{"Urdu ha, do-chashmi ha and bari ya", "یہ بھی ہے", "يه بهي هي"},
		{"digits", "٢٠٢٤ ۱۴۰۳ १२ 2024", "2024 1403 12 2024"},
		{"presentation forms", "ﺍﻟﺴﻼﻡ ﷲ", "السلام الله"},
		{"presentation forms of tashkeel", "ﻛﹶﺘﹷﺐ", "كتب"},
		{"full width", "ＡＢ１２", "ab12"},
		{"Hebrew points", "שָׁלוֹם עֲלֵיכֶם", "שלום עליכם"},
		{"Hebrew composed letters", "שׁלום", "שלום"},
		{"accents", "Café Émile Ångström", "cafe emile angstrom"},
		{"decomposed accents", "Cafe\u0301", "cafe"},
		{"Greek and Cyrillic", "Ἀθῆναι Ёлка", "αθηναι елка"},
		{"directional formatting", "\u2067نص\u2069 \u200fعربي", "نص عربي"},
		{"vowel signs of Indic scripts stay", "हिन्दी", "हिन्दी"},
		{"bytes that are not UTF-8", "كتاب\xff", "كتاب\ufffd"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := text.Fold(test.in); got != test.want {
				t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"none", " — ،؛؟ !", nil},
		{"Arabic punctuation", "قال: «نعم»، ثم ذهب؟", []string{"قال", "نعم", "ثم", "ذهب"}},
		{"marks hold a word together", "مُحَمَّد", []string{"محمد"}},
		{"numbers", "٣٫٥ كوفيد-19", []string{"3", "5", "كوفيد", "19"}},
		{"markup", "**مهم** [رابط](https://a.example/x)", []string{"مهم", "رابط", "https", "a", "example", "x"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := text.Words(test.in); !slices.Equal(got, test.want) {
				t.Errorf("Words(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

// Every decimal digit that Unicode has folds to its value.
func TestFoldDigits(t *testing.T) {
	t.Parallel()
	for _, r16 := range unicode.Nd.R16 {
		if (r16.Hi-r16.Lo+1)%10 != 0 {
			t.Errorf("the range from %U holds no whole runs of ten", r16.Lo)
		}
	}
	for _, r32 := range unicode.Nd.R32 {
		if (r32.Hi-r32.Lo+1)%10 != 0 {
			t.Errorf("the range from %U holds no whole runs of ten", r32.Lo)
		}
	}
	if got := text.Fold("٠١٢٣٤٥٦٧٨٩𝟎𝟗𝟘𝟡᠐᠙"); got != "0123456789090909" {
		t.Errorf("digits fold to %q", got)
	}
}

// FuzzFold holds folding to what is said of it: once is enough, and it brings
// forth no mark, capital or tatweel of the scripts that it knows.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"مُحَمَّد ﷺ", "Café", "שָׁלוֹם", "ۀ", "ا\u0654\u064B", "\ufe70", "İ", "ǅ", "ς"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := text.Fold(s)
		if twice := text.Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and that folds to %q", s, once, twice)
		}
		for _, r := range once {
			if unicode.Is(unicode.Mn, r) && (r < 0x600 || unicode.Is(unicode.Arabic, r)) || r == 'ـ' {
				t.Errorf("Fold(%q) = %q holds %U", s, once, r)
			}
		}
		for _, word := range text.Words(s) {
			if f := text.FormsOf(word); !f.Has(word) {
				t.Errorf("%q is none of its own forms", word)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"arabic":    strings.Repeat("قال وزير الخارجية إن المباحثات التي جرت في العاصمة كانت مثمرة. ", 50),
		"vocalised": strings.Repeat("قَالَ وَزِيرُ الخَارِجِيَّةِ إِنَّ المُبَاحَثَاتِ كَانَتْ مُثْمِرَةً. ", 50),
		"latin":     strings.Repeat("The minister said that the talks had been fruitful. ", 50),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				text.Fold(s)
			}
		})
	}
}
