package text

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                               "",
		"«قال»، ثمّ مضى!":                "قال ثم مضي",
		"  ٢٠٢٤/١٢ في 5:30 ":             "2024 12 في 5 30",
		"می‌گوید: کتاب‌ها":               "ميگويد كتابها",
		"CAFÉ—x_y":                       "cafe x y",
		"हिन्दी, 日本語。":                   "हिन्दी 日本語",
		"\x00\xff؟*\"":                   "",
		"שָׁלוֹם־עולם":                   "שלום עולם",
		"في الـ100 وإف16 و۲۰۲۴ء":         "في ال 100 واف 16 و 2024 ء",
		`וצה"ל, מנכ״ל "שלום" ה"שלום"`:    "וצהל מנכל שלום השלום",
		strings.Repeat("كلمة ", 3) + "-": "كلمه كلمه كلمه",
	} {
		if got := strings.Join(Words(text), " "); got != want {
			t.Errorf("the words of %q are %q, want %q", text, got, want)
		}
		if got := Spaced(text); got != want {
			t.Errorf("%q is spaced as %q, want %q", text, got, want)
		}
	}
}

// Splitting what is spaced gives the words, whatever the text.
func FuzzSpaced(f *testing.F) {
	for _, s := range []string{"a b", "قال-قيل", "\xff", "①½", "ﷺ ﻻ", "x\u200cy"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// SQLite splits at every ASCII character that is no letter and no digit.
		got := strings.FieldsFunc(Spaced(s), func(r rune) bool {
			return r < 0x80 && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
		})
		if want := Words(s); !slices.Equal(got, want) {
			t.Errorf("%q is spaced to %q, want %q", s, got, want)
		}
	})
}
