package reader

import (
	"cmp"
	"warraq/ui/reader/draw"
)

// pane is one of the three columns.
type pane uint8

const (
	listPane pane = iota
	articlePane
	relatedPane
)

// The widths at which a pane more finds room, and the heights and widths of
// the fixed parts.
const (
	threePanes   = 100 // columns; below it two panes
	twoPanes     = 60  // columns; below it one pane
	edgeColumns  = 1   // the rule with the scroll mark at a pane's left
	titleRows    = 1
	listColumns  = 34 // of the list, where the article has room enough
	relatedShare = 28
	leastSide    = 16 // columns of a pane at the side
	leastArticle = 30
)

// columns says where the panes stand: the width of each without its edge, 0
// for one that is not shown.
type columns [3]int

// layout divides a screen's width among the panes. The focused pane is always
// shown; the list and the article go together, and so do the article and its
// related ones. Reading order is right to left, so the list stands rightmost.
// sides are the widths that were chosen for the panes at the side, 0 for one that
// nobody chose.
func layout(width int, focus pane, sides columns) columns {
	var c columns
	switch {
	case width >= threePanes:
		free := width - 3*edgeColumns - leastArticle
		c[listPane] = within(cmp.Or(sides[listPane], listColumns+(width-threePanes)/10), leastSide, free-leastSide)
		c[relatedPane] = within(cmp.Or(sides[relatedPane], relatedShare+(width-threePanes)/10), leastSide, free-c[listPane])
		c[articlePane] = width - c[listPane] - c[relatedPane] - 3*edgeColumns
	case width >= twoPanes:
		side := listPane
		if focus == relatedPane {
			side = relatedPane
		}
		free := width - 2*edgeColumns - leastArticle
		c[side] = within(cmp.Or(sides[side], width*2/5), leastSide, free)
		c[articlePane] = width - c[side] - 2*edgeColumns
	default:
		c[focus] = max(0, width-edgeColumns)
	}
	return c
}

func within(n, least, most int) int { return max(least, min(n, most)) }

// columns are those of the screen as it is.
func (m *Model) columns() columns {
	if m.alone && m.focus == articlePane {
		var c columns
		c[articlePane] = max(0, m.Width-edgeColumns)
		return c
	}
	return layout(m.Width, m.focus, columns{listPane: m.looks.ListWidth, relatedPane: m.looks.RelatedWidth})
}

// ArticleText says where an article's text stands on a screen of so many columns,
// the panes beside it, in a reader whose looks nobody changed: its first column
// from the left, and how many it has.
func ArticleText(width int) (column, text int) {
	c := layout(width, articlePane, columns{})
	text = textColumns(c[articlePane], DefaultMeasure)
	return c.textLeft(text), text
}

// textLeft is the first column of the screen that a text of so many columns stands
// in.
func (c columns) textLeft(text int) int {
	left := edgeColumns
	if c[relatedPane] > 0 {
		left += c[relatedPane] + edgeColumns
	}
	return left + c[articlePane] - text - (c[articlePane]-text)/2
}

// ArticleRow is the first row of the panes' contents, from the top.
const ArticleRow = draw.HeaderRows + titleRows

// bodyRows is the height that the panes have for their content.
func bodyRows(height int) int {
	return max(0, height-draw.HeaderRows-titleRows-draw.FooterRows)
}
