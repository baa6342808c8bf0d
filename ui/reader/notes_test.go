package reader

import (
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// underlined counts the cells of the frame that are.
func (s *session) underlined() (n int) {
	rows, _ := s.frame()
	for _, r := range rows {
		for _, c := range r {
			if c.Style.Attributes&rtl.Underline != 0 && c.Style.Link == "" {
				n++
			}
		}
	}
	return n
}

func TestHighlightsAndNotes(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.English()).press("enter", "end")
	id, paragraph := s.article.Item.ID, s.article.Document.Paragraph(s.article.Position())
	before := s.underlined()
	s.press("h")
	if len(s.article.Highlights) != 1 || s.article.Highlights[0].Quote != paragraph || s.underlined() <= before {
		t.Fatalf("%+v, %d cells underlined; want %q", s.article.Highlights, s.underlined(), paragraph)
	}
	s.press(append([]string{"m"}, append(strings.Split("هام جدا", ""), "enter")...)...)
	if h := s.article.Highlights; len(h) != 1 || h[0].Note != "هام جدا" {
		t.Fatalf("with a note: %+v", h)
	}
	s.press("esc", "home", "down", "enter", "H")
	for _, size := range []int{80, 40} {
		s.Width = size
		golden(t, fmt.Sprintf("notes-%d-en", size), s.text())
	}
	s.Width = 120
	if s.press("enter"); s.article.Item.ID != id || s.article.Document.Paragraph(s.article.Position()) != paragraph {
		t.Errorf("led to %s", s.where())
	}
	if s.press("U"); len(s.article.Highlights) != 1 || s.article.Highlights[0].Note != "" {
		t.Errorf("the note taken back: %+v", s.article.Highlights)
	}
	if s.press("h"); len(s.article.Highlights) != 0 || s.underlined() != before {
		t.Errorf("taken away: %+v", s.article.Highlights)
	}
	if s.press("U"); len(s.article.Highlights) != 1 {
		t.Errorf("and back: %+v", s.article.Highlights)
	}
}
