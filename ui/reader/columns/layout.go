package columns

import (
	"cmp"
	"slices"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
)

// The widths at which a pane more finds room, and the heights and widths of
// the fixed parts.
const (
	TwoPanes    = 60 // columns; below it one pane
	edgeColumns = 1  // the rule with the scroll mark at a pane's left
	titleRows   = 1
	LeastSide   = 16 // columns of a pane at the side
	mostSide    = 72 // that one grows to by itself
	LeastMain   = 30 // columns of the main pane
	leastText   = 55 // that the article has before a third pane comes
)

// paneWidth is how wide a pane is to be: usually, where there is room for three, and as
// was chosen, 0 for as usual. The pane whose usual width is 0 takes what is left.
type paneWidth struct{ usual, chosen int }

// layout divides a screen's width among the panes, and returns the width of each without
// its edge, 0 for one that is not shown. The focused pane is always shown; the article
// goes with one at the side or more, the first ones first. The article's text has its
// measure first, and what is left then goes to the panes at the sides.
func layout(width, focus, measure int, widths []paneWidth) []int {
	columns := make([]int, len(widths))
	if width < TwoPanes {
		columns[focus] = max(0, width-edgeColumns)
		return columns
	}
	main := slices.IndexFunc(widths, func(w paneWidth) bool { return w.usual == 0 })
	wanted := article.PaneColumns(max(measure, leastText))
	sides := sidesOf(width, focus, main, wanted, widths)
	rest := width - (len(sides)+1)*edgeColumns
	spare := rest - wanted
	for _, i := range sides {
		spare -= cmp.Or(widths[i].chosen, usualSide(i, len(sides), width, widths))
	}
	for n, i := range sides {
		side := widths[i].chosen
		if side == 0 {
			usual := usualSide(i, len(sides), width, widths)
			side = clampBetween(usual+max(0, spare), usual, max(usual, mostSide))
			spare -= side - usual
		}
		most := rest - LeastMain - (len(sides)-1-n)*LeastSide
		columns[i] = clampBetween(side, LeastSide, most)
		rest -= columns[i]
	}
	columns[main] = rest
	return columns
}

// usualSide returns the width of a pane at the side where nothing is left over. A pane
// that is alone at the side has the width of the first one, whichever it is, so that the
// text keeps its lines when the one takes the place of the other.
func usualSide(i, sides, width int, widths []paneWidth) int {
	if sides > 1 {
		return widths[i].usual
	}
	first := slices.IndexFunc(widths, func(w paneWidth) bool { return w.usual != 0 })
	return min(widths[first].usual, width/4+9)
}

// usualOf returns the width of all panes at the side where nothing is left over.
func usualOf(sides []int, width int, widths []paneWidth) (columns int) {
	for _, i := range sides {
		columns += usualSide(i, len(sides), width, widths)
	}
	return columns
}

// sidesOf returns which panes stand at the sides of the main one: one, and a further one
// where the main one keeps the columns that it wants beside it.
func sidesOf(width, focus, main, wanted int, widths []paneWidth) (sides []int) {
	for i := range widths {
		if i != main {
			sides = append(sides, i)
		}
	}
	room := 1
	for room < len(sides) && wanted+usualOf(sides[:room+1], width, widths)+(room+2)*edgeColumns <= width {
		room++
	}
	if at := slices.Index(sides, focus); at >= room {
		sides[room-1] = focus
	}
	return sides[:room]
}

func clampBetween(n, least, most int) int { return max(least, min(n, most)) }

// leftOf returns the first column of the screen that a pane stands in, behind its edge.
func leftOf(widths []int, pane int) (x int) {
	for _, width := range widths[pane+1:] {
		if width > 0 {
			x += width + edgeColumns
		}
	}
	return x + edgeColumns
}

// Text returns where the text of the main pane stands on a screen of so many columns, by its
// measure, while that pane has the focus among some whose widths nobody changed: its first
// column from the left, and how many it has.
func Text(width, measure int, table []Column) (column, text int) {
	c := &Columns{Context: &pane.Context{Canvas: &draw.Canvas{Width: width}}, Table: table}
	c.Focus = c.Main()
	c.Measure = func() int { return measure }
	widths := c.Widths()
	text = article.TextColumns(widths[c.Focus], measure)
	return leftOf(widths, c.Focus) + article.TextLeft(widths[c.Focus], text), text
}

// FirstRow is the first row of the panes' contents, from the top.
const FirstRow = draw.HeaderRows + titleRows

// BodyRows returns the height that the panes have for their content on a screen of a height.
func BodyRows(height int) int {
	return max(0, height-draw.HeaderRows-titleRows-draw.FooterRows)
}
