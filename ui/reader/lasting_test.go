package reader

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// What holds from the next start on is kept, and said to be so; a form is kept for
// its terminal alone; a direction holds at once.
func TestMoreSettings(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	s.choices = append(s.choices, Lasting{"color", []string{"auto", "always", "never"}, "always"}.choice())
	s.run(s.step("color", 1))
	if s.chosen["color"] != "never" || !strings.Contains(s.notice, s.Words.Looks.Later) {
		t.Errorf("%v is kept, %q is said", s.chosen, s.notice)
	}
	if s.run(s.step("color", 1)); s.chosen["color"] != "auto" {
		t.Errorf("%v is kept", s.chosen)
	}
	s.run(s.step("form", -1))
	if s.term.Form == terminal.Visual || s.term.Form == terminal.Logical || !s.formChosen || s.chosen["form"] != "" {
		t.Errorf("form %s, kept %v", s.term.Form, s.chosen)
	}
	s.run(s.step("direction", 1))
	if s.Options.Direction != rtl.RTL || s.chosen["direction"] != "rtl" {
		t.Errorf("direction %v, kept %v", s.Options.Direction, s.chosen)
	}
}

// The reader starts with the article that was open when it was left, where one was
// in it, and with it selected in the list.
func TestResumes(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 80, 24, words.English()).press("down", "down", "down", "enter", "down", "down", "[", "right")
	left, top := s.article.Item.ID, s.top()
	if err := s.flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	s = openReader(t, l, 80, 24, words.English())
	if e, _ := s.list.Entry(); s.article.Item.ID != left || e.ID != left || s.top() != top || s.focus != listPane {
		t.Errorf("%q is open at line %d and %q selected, want %s at %d", s.article.Item.Title, s.top(), e.Title, left, top)
	}
	if !strings.Contains(s.text(), "▐") {
		t.Errorf("what is selected is not in sight:\n%s", s.text())
	}
}
