package reader

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/words"
)

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
	if e, _ := s.list.Entry(); s.article.Item.ID != left || e.ID != left || s.top() != top || s.columns.Focus != listPane {
		t.Errorf("%q is open at line %d and %q selected, want %s at %d", s.article.Item.Title, s.top(), e.Title, left, top)
	}
	if !strings.Contains(s.text(), "▐") {
		t.Errorf("what is selected is not in sight:\n%s", s.text())
	}
}
