package columns

import (
	"testing"

	"github.com/warraq/warraq/ui/reader/article"
)

// The panes of the tests, as places in their tables: the main one stands between two others.
const (
	firstPane = iota
	mainPane
	lastPane
)

// usualMeasure is how many columns a text has at the most.
const usualMeasure = 66

// usualWidths are those of the panes that nobody changed.
var usualWidths = []paneWidth{firstPane: {usual: 34}, mainPane: {}, lastPane: {usual: 28}}

// The panes and their edges fill the screen, whatever its width, and the
// focused one is among them.
func TestLayoutFillsTheScreen(t *testing.T) {
	t.Parallel()
	for width := 1; width <= 300; width++ {
		for _, focus := range []int{firstPane, mainPane, lastPane} {
			c := layout(width, focus, usualMeasure, usualWidths)
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
	for _, measure := range []int{40, 55, usualMeasure, 90} {
		before := make([]int, len(usualWidths))
		for width := TwoPanes; width <= 240; width++ {
			for focus := range usualWidths {
				c := layout(width, focus, measure, usualWidths)
				text, sides := article.TextColumns(c[mainPane], measure), 0
				for i, w := range c {
					if i != mainPane && w > 0 {
						sides++
					}
				}
				if text < before[focus] {
					t.Errorf("measure %d, width %d: the text has %d columns, %d at the width before", measure, width, text, before[focus])
				}
				if sides > 1 && text < min(measure, leastText) {
					t.Errorf("measure %d, width %d: a third pane leaves the text %d columns", measure, width, text)
				}
				if list := c[firstPane]; text < measure && sides == 1 && list > 34 {
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
		c := layout(tt.width, mainPane, usualMeasure, usualWidths)
		if text := article.TextColumns(c[mainPane], usualMeasure); c[firstPane] != tt.list || text != tt.text || c[lastPane] != tt.related {
			t.Errorf("width %d: list %d, text %d, related %d; want %v", tt.width, c[firstPane], text, c[lastPane], tt)
		}
	}
}

// A text keeps its lines when the related articles take the place of the list beside it.
func TestTheTextStaysBesideEither(t *testing.T) {
	t.Parallel()
	for width := TwoPanes; width <= 240; width++ {
		list, related := layout(width, firstPane, usualMeasure, usualWidths), layout(width, lastPane, usualMeasure, usualWidths)
		if list[mainPane] != related[mainPane] {
			t.Errorf("width %d: %v beside the list, %v beside the related", width, list, related)
		}
	}
}

// Whatever widths were chosen for the panes at the side, all panes that have room
// are seen.
func TestChosenWidths(t *testing.T) {
	t.Parallel()
	for width := TwoPanes; width <= 200; width++ {
		for _, list := range []int{0, 1, 20, 60, 999} {
			for _, related := range []int{0, 1, 20, 60, 999} {
				c := layout(width, mainPane, usualMeasure, []paneWidth{firstPane: {34, list}, mainPane: {}, lastPane: {28, related}})
				sum := 0
				for p, w := range c {
					if sum += w; w > 0 {
						sum += edgeColumns
					}
					if least := []int{LeastSide, LeastMain, LeastSide}[p]; w < least && w > 0 {
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
