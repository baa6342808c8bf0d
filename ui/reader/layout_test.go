package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// The article's text stands where ArticleText says: its first letter at the
// right end of it.
func TestArticleText(t *testing.T) {
	t.Parallel()
	for _, width := range []int{59, 60, 99, 100, 101, 120, 137, 250} {
		app := openReader(t, sampleLibrary(t), width, 40, words.Arabic()).press("enter").App
		rows, _ := app.frame()
		column, columns := ArticleText(width)
		if left := (&session{App: app}).lines()[0].Cells; len(left) != columns {
			t.Errorf("width %d: lines of %d columns, want %d", width, len(left), columns)
		}
		shown := rows[ArticleRow][column : column+columns]
		for i, c := range (&session{App: app}).lines()[0].Cells {
			if shown[i].Glyph != c.Glyph {
				t.Errorf("width %d: column %d shows %q, want %q", width, column+i, shown[i].Glyph, c.Glyph)
				break
			}
		}
	}
}

func TestScrollKeepsTheSelectedInView(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ top, selected, visible, total, want int }{
		"in view already":         {2, 3, 4, 10, 2},
		"above the view":          {5, 3, 4, 10, 3},
		"below the view":          {0, 6, 4, 10, 3},
		"no room is left empty":   {9, 9, 4, 10, 6},
		"fewer than fit":          {3, 1, 4, 2, 0},
		"an empty list":           {3, 0, 4, 0, 0},
		"a view of no height":     {0, 5, 0, 10, 5},
		"the last of a long list": {0, 99999, 9, 100000, 99991},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := draw.Scroll(tt.top, tt.selected, tt.visible, tt.total); got != tt.want {
				t.Errorf("scroll = %d, want %d", got, tt.want)
			}
		})
	}
}

// However often the text is laid out anew, the words that one reads stay at the
// top: it does not wander through the text.
func TestTheLineStays(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("enter", "pgdown", "down")
	before := s.article.Position()
	for range 3 {
		for width := 120; width > 30; width -= 7 {
			s.send(tea.WindowSizeMsg{Width: width, Height: 24})
		}
		for width := 30; width <= 120; width += 5 {
			s.send(tea.WindowSizeMsg{Width: width, Height: 24})
		}
		s.press("J", "T", "C", "D", "z", "-", "-", "+", "z")
	}
	s.press("J", "T", "T", "z", "+", "z", "D")
	s.send(tea.WindowSizeMsg{Width: 120, Height: 24})
	if got := s.article.Position(); got != before {
		t.Errorf("at %d, before %d", got, before)
	}
}

// On the smallest screens an article has its title, whatever else has no room, and
// a question leaves room for its answer.
func TestSmallScreens(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 24, 8, words.English())
	first := strings.Fields(s.list.Entries()[0].Title)[0]
	s.list.Update(pane.Resized{Width: 20, Height: 5})
	rows := s.list.View(true)
	if got := string(rtl.AppendLogical(nil, rows[0])); !strings.Contains(got, first) {
		t.Errorf("the first row is %q, of %q", got, s.list.Entries()[0].Title)
	}
	s.press("a", "h", "e", "l", "l", "o")
	if footer := strings.Split(s.text(), "\n")[7]; !strings.Contains(footer, "hello") {
		t.Errorf("the footer is %q", footer)
	}
}

// On a wide screen all three panes stand side by side.
func TestThreePanes(t *testing.T) {
	t.Parallel()
	golden(t, "three-panes-160x45-ar", openReader(t, sampleLibrary(t), 160, 45, words.Arabic()).press("enter").text())
	golden(t, "three-panes-135x30-en", openReader(t, sampleLibrary(t), 135, 30, words.English()).press("enter").text())
}
