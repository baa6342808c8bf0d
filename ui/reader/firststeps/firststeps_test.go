package firststeps_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/warraq/warraq/ui/reader/firststeps"
	"github.com/warraq/warraq/ui/reader/keymap"
)

func TestSteps(t *testing.T) {
	var nobodys firststeps.Steps
	if nobodys.Do(firststeps.Open) || nobodys.AreShown() || nobodys.Rows() != nil {
		t.Error("steps are shown to nobody")
	}
	s := firststeps.New([]string{"search"})
	for _, tt := range []struct {
		do   firststeps.Step
		news bool
		next keymap.Action
	}{
		{firststeps.Search, false, keymap.Onward}, {firststeps.Open, true, keymap.OpenRelated}, {firststeps.Open, false, keymap.OpenRelated},
		{firststeps.Back, true, keymap.OpenRelated}, {firststeps.Related, true, keymap.AddArticles}, {firststeps.Add, true, ""},
	} {
		news := s.Do(tt.do)
		if next, left := s.Next(); news != tt.news || next != tt.next || left != (tt.next != "") {
			t.Errorf("%s: news %v, next %q", tt.do, news, next)
		}
	}
	if s.AreShown() || !slices.Equal(s.Done(), []string{"search", "open", "back", "related", "add"}) {
		t.Errorf("done are %q", s.Done())
	}
}

// What cannot be done is no step.
func TestStepsWithout(t *testing.T) {
	s := firststeps.New([]string{"open", "related", "back", "search"}, firststeps.Add)
	if s.AreShown() || len(s.Rows()) != 4 {
		t.Errorf("shown %v, %d rows", s.AreShown(), len(s.Rows()))
	}
}

// What was done is ticked off, and the key of what comes next is known.
func ExampleSteps() {
	s := firststeps.New(nil)
	s.Do(firststeps.Open)
	next, _ := s.Next()
	fmt.Println(s.Rows()[0].Done, next)
	// Output: true open-related
}
