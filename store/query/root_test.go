package query

import (
	"slices"
	"testing"
)

// A root stands for its words, and each of these for its forms; in texts they are found
// as the library finds them.
func TestRoot(t *testing.T) {
	t.Parallel()
	for _, asked := range []string{"جذر:كتب", "root:كتب", "الجذر:كتب", `جذر:"ك ت ب"`, "root:كتاب"} {
		q := Parse(asked)
		if !q.HasWords() || len(q.Errors()) > 0 {
			t.Errorf("%s has no words: %v", asked, q.Errors())
		}
		if words := q.Inflected(); !slices.Contains(words, "مكتبه") || !slices.Contains(words, "كتاب") {
			t.Errorf("%s asks for %v", asked, words)
		}
		for text, want := range map[string]int{"في المكتبة كاتبان يكتبان كتبهما": 4, "ركب القطار": 0} {
			if hits := q.Find(text); len(hits) != want {
				t.Errorf("%s finds %d words of %q, want %d", asked, len(hits), text, want)
			}
		}
	}
}

// A root goes together with other words, is left out, and is one of several.
func TestRootAmongOthers(t *testing.T) {
	t.Parallel()
	both := Parse("جذر:كتب مدينة")
	if len(both.clauses) != 2 || len(both.Terms()) != 1 {
		t.Errorf("there are %d clauses, and %v was written", len(both.clauses), both.Terms())
	}
	if q := Parse("-جذر:كتب مدينة"); len(q.exclusions) < 3 || len(q.clauses) != 1 {
		t.Errorf("%d words are left out of %d clauses", len(q.exclusions), len(q.clauses))
	}
	if q := Parse("مدينة OR جذر:كتب"); len(q.clauses) != 1 {
		t.Errorf("there are %d clauses", len(q.clauses))
	}
	if q := Parse("جذر:xyz"); len(q.Errors()) != 1 || q.Errors()[0].Kind != NoRoot || !q.HasWords() {
		t.Errorf("what is no root is %v", q.Errors())
	}
}
