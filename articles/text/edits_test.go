package text

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestEdits(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, typed, meant string
		likely             int // 0: it is not among them
	}{
		{"letters that sound alike", "نضر", "نظر", byEar},
		{"and these", "مسطفي", "مصطفي", byEar},
		{"a key beside", "كتلب", "كتاب", byHand},
		{"a key above", "وثير", "وزير", byWhoever},
		{"two that changed places", "كتبا", "كتاب", byHand},
		{"a vowel left out", "كتب", "كتاب", byHand},
		{"a letter left out", "مكبه", "مكتبه", byWhoever},
		{"a letter twice", "وززير", "وزير", byHand},
		{"a letter too much", "وزشير", "وزير", byWhoever},
		{"another letter", "وزمر", "وزير", byWhoever},
		{"Persian", "پژوهس", "پژوهش", byHand},
		{"Hebrew", "שלןם", "שלום", byHand},
		{"Latin", "repprt", "report", byHand},
		{"another script", "αβγ", "αγβ", byHand},
		{"the word itself", "كتاب", "كتاب", 0},
		{"two mistakes", "كطلب", "كتاب", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			edits := Edits(test.typed)
			i := slices.IndexFunc(edits, func(e Edit) bool { return e.Word == test.meant })
			switch {
			case i < 0 && test.likely != 0:
				t.Fatal("it is not thought of")
			case i >= 0 && edits[i].Likely != test.likely:
				t.Errorf("it is %d times as likely, want %d", edits[i].Likely, test.likely)
			}
			seen := map[string]bool{}
			for _, e := range edits {
				d := utf8.RuneCountInString(e.Word) - utf8.RuneCountInString(test.typed)
				if seen[e.Word] || d < -1 || d > 1 || e.Word == test.typed {
					t.Errorf("%q is one of them", e.Word)
				}
				seen[e.Word] = true
			}
		})
	}
}
