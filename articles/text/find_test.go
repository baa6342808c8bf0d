package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, what, want string }{
		{"as it is written", "سوق الكتب", "سوق", "[سوق] الكتب"},
		{"each time", "باب وباب", "باب", "[باب] و[باب]"},
		{"within a word", "والكتاب", "كتا", "وال[كتا]ب"},
		{"without the marks that it has", "كِتَابٌ جديد", "كتاب", "[كِتَابٌ] جديد"},
		{"with marks that it has not", "كتاب", "كِتَاب", "[كتاب]"},
		{"any alef, any ya, any ha", "إلى المدرسة", "الي", "[إلى] المدرسة"},
		{"several words", "في سوق الكتب القديمة", "سوق الكتب", "في [سوق الكتب] القديمة"},
		{"digits of another set", "سنة ٢٠٢٤", "2024", "سنة [٢٠٢٤]"},
		{"capitals", "مع SQLite", "sqlite", "مع [SQLite]"},
		{"over a ZWNJ", "می‌خواهم", "میخواهم", "[می‌خواهم]"},
		{"presentation forms", "ﺳﻼﻡ", "سلام", "[ﺳﻼﻡ]"},
		{"within a ligature", "قال ﷺ", "الله", "قال [ﷺ]"},
		{"not there", "باب", "بيت", "باب"},
		{"nothing", "باب", "", "باب"},
		{"marks alone", "بَاب", "َ", "بَاب"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var marked strings.Builder
			at := 0
			for _, r := range Find(tt.text, tt.what) {
				marked.WriteString(tt.text[at:r.Start] + "[" + tt.text[r.Start:r.End] + "]")
				at = r.End
			}
			marked.WriteString(tt.text[at:])
			if got := marked.String(); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// What is found is there, folded, and whole characters, whatever the text.
func FuzzFind(f *testing.F) {
	f.Add("كِتَابٌ", "كتاب")
	f.Add("a\u0301b\xffc", "ab")
	f.Add("ﷺ ﻻ", "الله")
	f.Fuzz(func(t *testing.T, text, what string) {
		at := 0
		for _, r := range Find(text, what) {
			if r.Start < at || r.End <= r.Start || r.End > len(text) {
				t.Fatalf("%q in %q: %v behind %d", what, text, r, at)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]) {
				t.Fatalf("%q in %q: %v cuts a character", what, text, r)
			}
			at = r.End
		}
	})
}
