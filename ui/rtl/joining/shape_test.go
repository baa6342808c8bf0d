package joining

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestShape(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // a dot stands for Ligated
	}{
		{"nothing", "", ""},
		{"one letter", "ب", "\ufe8f"},
		{"initial, medial, final", "ببب", "\ufe91\ufe92\ufe90"},
		{"right-joining letters break a word", "دار", "\ufea9\ufe8d\ufead"},
		{"a letter that joins nothing", "بءب", "\ufe8f\u0621\ufe8f"},
		{"other scripts break a word", "بaب ב١ب", "\ufe8fa\ufe8f ב١\ufe8f"},

		{"marks are transparent", "بَبّب", "\ufe91\u064e\ufe92\u0651\ufe90"},
		{"a mark before the word", "\u0651ب", "\u0651\ufe8f"},
		{"so are formats", "ب\u2060ب\u00adب", "\ufe91\u2060\ufe92\u00ad\ufe90"},
		{"isolates are not", "ب\u2068ب\u2069ب", "\ufe8f\u2068\ufe8f\u2069\ufe8f"},
		{"ZWNJ parts letters", "می\u200cخواهم", "\ufee3\ufbfd\u200c\ufea7\ufeee\ufe8d\ufeeb\ufee2"},
		{"ZWJ joins with nothing", "ه\u200d", "\ufeeb\u200d"},
		{"ZWJ from the right", "\u200dه", "\u200d\ufeea"},
		{"tatweel joins both", "ـبـ", "ـ\ufe92ـ"},

		{"lam-alef", "لا", "\ufefb."},
		{"lam-alef behind a letter", "بلا", "\ufe91\ufefc."},
		{"with hamza above", "لأ سلأ", "\ufef7. \ufeb3\ufef8."},
		{"with hamza below", "لإ سلإ", "\ufef9. \ufeb3\ufefa."},
		{"with madda", "لآ سلآ", "\ufef5. \ufeb3\ufef6."},
		{"with marks on the lam", "لَّا", "\ufefb\u064e\u0651."},
		{"with marks on both", "لِأَ", "\ufef7\u0650.\u064e"},
		{"nothing joins the alef's left", "لاب", "\ufefb.\ufe8f"},
		{"lam-alef twice", "لالا", "\ufefb.\ufefb."},
		{"lam before lam-alef", "للا", "\ufedf\ufefc."},
		{"ZWNJ keeps lam and alef apart", "ل\u200cا", "\ufedd\u200c\ufe8d"},
		{"ZWJ keeps them two letters", "ل\u200dا", "\ufedf\u200d\ufe8e"},
		{"alef wasla has no ligature", "لٱ", "\ufedf\ufb51"},

		{"no word ligatures", "الله ريال", "\ufe8d\ufedf\ufee0\ufeea \ufead\ufef3\ufe8e\ufedd"},
		{"Persian", "گچپژ", "\ufb94\ufb7d\ufb59\ufb8b"},
		{"Urdu", "ٹھیک ہے", "\ufb68\ufbad\ufbff\ufb8f \ufba8\ufbaf"},
		{"Sindhi", "ٻڀڄڳ", "\ufb54\ufb5d\ufb75\ufb97"},
		{"Uyghur", "ئۇيغۇر", "\ufe8b\ufbd8\ufef3\ufed0\ufbd8\ufead"},
		{"Pashto letters without forms join the others", "بښب", "\ufe91ښ\ufe90"},
		{"Kurdish lam with small v likewise", "بڵۆ", "\ufe91ڵ\ufbda"},
		{"noon ghunna has two forms only", "ں بں بںب", "\ufb9e \ufe91\ufb9f \ufe91ں\ufe90"},
		{"other cursive scripts join and stay", "ܒܒ ߊߊ", "ܒܒ ߊߊ"},
		{"presentation forms stay and join nothing", "ب\ufe91ب", "\ufe8f\ufe91\ufe8f"},
		{"what is no character", "ب" + string(utf8.RuneError) + "ب", "\ufe8f\ufffd\ufe8f"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dotted(Shape(nil, []rune(test.text)))
			if got != test.want {
				t.Errorf("Shape(%q) = %+q, want %+q", test.text, got, test.want)
			}
		})
	}
}

func TestBasic(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"Arabic stays as it is", "مكتبة", "\ufee3\ufedc\ufe98\ufe92\ufe94"},
		{"lam-alef is two letters", "لا", "\ufedf\ufe8e"},
		{"behind a letter too", "سلام", "\ufeb3\ufee0\ufe8e\ufee1"},
		{"with hamza above, below, and madda", "لألإلآ", "\ufedf\ufe84\ufedf\ufe88\ufedf\ufe82"},
		{"with marks", "لَّا", "\ufedf\u064e\u0651\ufe8e"},
		{"Persian letters stand between joined neighbours", "سپس", "\ufeb3پ\ufeb2"},
		{"or have a twin", "یکی", "\ufef3\ufedc\ufef0"},
		{"Urdu", "یہ ہے", "\ufef3\ufeea \ufeebے"},
		{"alef wasla", "بٱ", "\ufe91ٱ"},
		{"what is no letter", "a 1 ﷲ ﭘ", "a 1 ﷲ ﭘ"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := []rune(test.text)
			forms := Shape(nil, text)
			Basic(forms, text)
			if got := dotted(forms); got != test.want {
				t.Errorf("Basic(%q) = %+q, want %+q", test.text, got, test.want)
			}
		})
	}
}

func TestShapeLevels(t *testing.T) {
	tests := []struct {
		name, text string
		levels     []uint8
		want       string
	}{
		{"one level", "بلا", []uint8{1, 1, 1}, "\ufe91\ufefc."},
		{"two levels do not join", "بب", []uint8{1, 3}, "\ufe8f\ufe8f"},
		{"nor over a mark of another level", "ب\u200eب", []uint8{1, 2, 1}, "\ufe8f\u200e\ufe8f"},
		{"left to right, the sides change", "ببب", []uint8{2, 2, 2}, "\ufe90\ufe92\ufe91"},
		{"and alef joins the letter behind it", "ابا", []uint8{2, 2, 2}, "\ufe8e\ufe91\ufe8d"},
		{"and nothing ligates", "لاال", []uint8{2, 2, 2, 2}, "\ufedd\ufe8d\ufe8e\ufedf"},
		{"ZWJ is of no level", "ب\u200dب", []uint8{1, 1, 3}, "\ufe91\u200d\ufe90"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dotted(ShapeLevels(nil, []rune(test.text), test.levels))
			if got != test.want {
				t.Errorf("ShapeLevels(%q, %d) = %+q, want %+q", test.text, test.levels, got, test.want)
			}
		})
	}
}

// TestEveryLetter joins each letter of the Arabic blocks to a beh on either side:
// whatever form it takes must be a form of that letter, and every form of a
// single letter must come up.
func TestEveryLetter(t *testing.T) {
	shown := map[rune]bool{
		'\ufe80': true, // of hamza, which joins nothing and stays itself
	}
	for r := rune(0x600); r <= 0x8FF; r++ {
		for _, text := range [][]rune{{r}, {'ب', r}, {r, 'ب'}, {'ب', r, 'ب'}} {
			for i, form := range Shape(nil, text) {
				if form == text[i] {
					continue
				}
				shown[form] = true
				if letters, ok := Unshape(form); !ok || letters != string(text[i]) {
					t.Errorf("%U shows %U, a form of %q", text, form, letters)
				}
			}
		}
	}
	for form := rune(0xFB50); form <= 0xFEFF; form++ {
		if letters, ok := Unshape(form); ok && utf8.RuneCountInString(letters) == 1 && !shown[form] {
			t.Errorf("%U, a form of %q, never comes up", form, letters)
		}
	}
}

// TestShapeAppends holds the contract that dst is kept and text is not touched.
func TestShapeAppends(t *testing.T) {
	text := []rune("لا")
	got := Shape([]rune("x"), text)
	if want := []rune{'x', '\ufefb', Ligated}; !slices.Equal(got, want) || string(text) != "لا" {
		t.Errorf("got %U and text %q, want %U and the text as it was", got, string(text), want)
	}
}

func TestShapeAllocatesNothing(t *testing.T) {
	text, buffer := []rune(prose), make([]rune, 0, len(prose))
	if n := testing.AllocsPerRun(10, func() { buffer = Shape(buffer[:0], text) }); n != 0 {
		t.Errorf("%v allocations a paragraph", n)
	}
}

func FuzzShape(f *testing.F) {
	for _, seed := range []string{prose, "لَلآ", "ل\u200d\u064bا", "ܒ\u202eب\ufefb", "\u0651\u0651"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		got := Shape(nil, text)
		if want := reference(text); !slices.Equal(got, want) {
			t.Fatalf("Shape(%U) = %U, the reference has %U", text, got, want)
		}
		if levels := slices.Repeat([]uint8{1}, len(text)); !slices.Equal(ShapeLevels(nil, text, levels), got) {
			t.Fatalf("ShapeLevels(%U) at level 1 is not %U", text, got)
		}
		if slices.ContainsFunc(text, isForm) {
			return // nothing tells the forms that came from those that were made
		}
		if plain := unshape(got); plain != string(text) {
			t.Fatalf("the forms of %U are those of %U", text, []rune(plain))
		}
	})
}

func isForm(r rune) bool {
	_, ok := Unshape(r)
	return ok
}

// unshape turns forms back into the text that they came from, the alef of a
// ligature where it was.
func unshape(forms []rune) string {
	var text, alef []rune
	for _, form := range forms {
		if form == Ligated {
			text, alef = append(text, alef...), nil
			continue
		}
		letters := []rune{form}
		if plain, ok := Unshape(form); ok {
			letters = []rune(plain)
		}
		text, alef = append(text, letters[0]), append(alef, letters[1:]...)
	}
	return string(text)
}

// dotted writes Ligated as a dot.
func dotted(forms []rune) string {
	for i, form := range forms {
		if form == Ligated {
			forms[i] = '.'
		}
	}
	return string(forms)
}
