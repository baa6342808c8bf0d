package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// usualWidths are those of the panes that nobody changed.
var usualWidths = []paneWidth{listPane: {usual: 34}, articlePane: {}, relatedPane: {usual: 28}}

// The panes and their edges fill the screen, whatever its width, and the
// focused one is among them.
func TestLayoutFillsTheScreen(t *testing.T) {
	t.Parallel()
	for width := 1; width <= 300; width++ {
		for _, focus := range []int{listPane, articlePane, relatedPane} {
			c := layout(width, focus, DefaultMeasure, usualWidths)
			sum, shown := 0, 0
			for _, w := range c {
				if w > 0 {
					sum += w + edgeColumns
					shown++
				}
			}
			if width > edgeColumns && (sum != width || c[focus] == 0) {
				t.Fatalf("width %d, focus %d: panes %v fill %d columns", width, focus, c, sum)
			}
			want := 1
			switch {
			case width >= 135:
				want = 3
			case width >= 60:
				want = 2
			}
			if width > edgeColumns && shown != want {
				t.Fatalf("width %d: %d panes, want %d", width, shown, want)
			}
		}
	}
}

// The text has the more columns the wider the screen is, 55 before a third pane comes and
// its whole measure then; what is left goes to the list.
func TestTheArticleIsServedFirst(t *testing.T) {
	t.Parallel()
	for _, measure := range []int{40, 55, DefaultMeasure, 90} {
		before := make([]int, len(usualWidths))
		for width := twoPanes; width <= 240; width++ {
			for focus := range usualWidths {
				c := layout(width, focus, measure, usualWidths)
				text, sides := article.TextColumns(c[articlePane], measure), 0
				for i, w := range c {
					if i != articlePane && w > 0 {
						sides++
					}
				}
				if text < before[focus] {
					t.Errorf("measure %d, width %d: the text has %d columns, %d at the width before", measure, width, text, before[focus])
				}
				if sides > 1 && text < min(measure, leastText) {
					t.Errorf("measure %d, width %d: a third pane leaves the text %d columns", measure, width, text)
				}
				if list := c[listPane]; text < measure && sides == 1 && list > 34 {
					t.Errorf("measure %d, width %d: the list has %d columns, the text but %d", measure, width, list, text)
				}
				before[focus] = text
			}
		}
	}
	for _, tt := range []struct{ width, list, text, related int }{
		{60, 24, 32, 0}, {80, 29, 45, 0}, {95, 32, 57, 0}, {100, 34, 60, 0}, {106, 34, 66, 0},
		{120, 48, 66, 0}, {134, 62, 66, 0}, {135, 34, 66, 28}, {160, 59, 66, 28}, {200, 72, 66, 55}, {240, 72, 66, 72},
	} {
		c := layout(tt.width, articlePane, DefaultMeasure, usualWidths)
		if text := article.TextColumns(c[articlePane], DefaultMeasure); c[listPane] != tt.list || text != tt.text || c[relatedPane] != tt.related {
			t.Errorf("width %d: list %d, text %d, related %d; want %v", tt.width, c[listPane], text, c[relatedPane], tt)
		}
	}
}

// A text keeps its lines when the related articles take the place of the list beside it.
func TestTheTextStaysBesideEither(t *testing.T) {
	t.Parallel()
	for width := twoPanes; width <= 240; width++ {
		list, related := layout(width, listPane, DefaultMeasure, usualWidths), layout(width, relatedPane, DefaultMeasure, usualWidths)
		if list[articlePane] != related[articlePane] {
			t.Errorf("width %d: %v beside the list, %v beside the related", width, list, related)
		}
	}
}

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

// Whatever widths were chosen for the panes at the side, all panes that have room
// are seen.
func TestChosenWidths(t *testing.T) {
	t.Parallel()
	for width := twoPanes; width <= 200; width++ {
		for _, list := range []int{0, 1, 20, 60, 999} {
			for _, related := range []int{0, 1, 20, 60, 999} {
				c := layout(width, articlePane, DefaultMeasure, []paneWidth{listPane: {34, list}, articlePane: {}, relatedPane: {28, related}})
				sum := 0
				for p, w := range c {
					if sum += w; w > 0 {
						sum += edgeColumns
					}
					if least := []int{leastSide, leastArticle, leastSide}[p]; w < least && w > 0 {
						t.Fatalf("width %d, %d and %d chosen: %v", width, list, related, c)
					}
				}
				if sum != width {
					t.Fatalf("width %d, %d and %d chosen: %v fill %d columns", width, list, related, c, sum)
				}
			}
		}
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
