package reader

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
	threePanes   = 100 // columns; below it two panes
	twoPanes     = 60  // columns; below it one pane
	anotherPane  = 60  // columns more for each further one
	edgeColumns  = 1   // the rule with the scroll mark at a pane's left
	titleRows    = 1
	leastSide    = 16 // columns of a pane at the side
	leastArticle = 30
)

// paneWidth is how wide a pane is to be: usually, where there is room for three, and as
// was chosen, 0 for as usual. The pane whose usual width is 0 takes what is left.
type paneWidth struct{ usual, chosen int }

// layout divides a screen's width among the panes, and returns the width of each without
// its edge, 0 for one that is not shown. The focused pane is always shown; the article
// goes with one at the side or more, the first ones first.
func layout(width, focus int, widths []paneWidth) []int {
	columns := make([]int, len(widths))
	if width < twoPanes {
		columns[focus] = max(0, width-edgeColumns)
		return columns
	}
	main := slices.IndexFunc(widths, func(w paneWidth) bool { return w.usual == 0 })
	sides := sidesOf(width, focus, main, len(widths))
	rest := width - (len(sides)+1)*edgeColumns
	for n, i := range sides {
		usual := widths[i].usual + (width-threePanes)/10
		if width < threePanes {
			usual = width * 2 / 5
		}
		most := rest - leastArticle - (len(sides)-1-n)*leastSide
		columns[i] = clampBetween(cmp.Or(widths[i].chosen, usual), leastSide, most)
		rest -= columns[i]
	}
	columns[main] = rest
	return columns
}

// sidesOf returns which panes stand at the sides of the main one.
func sidesOf(width, focus, main, panes int) (sides []int) {
	room := 1
	if width >= threePanes {
		room = 2 + (width-threePanes)/anotherPane
	}
	for i := range panes {
		if i != main {
			sides = append(sides, i)
		}
	}
	if len(sides) <= room {
		return sides
	}
	if at := slices.Index(sides, focus); at >= room {
		sides[room-1] = focus
	}
	return sides[:room]
}

func clampBetween(n, least, most int) int { return max(least, min(n, most)) }

// columns are those of the screen as it is.
func (app *App) columns() []int {
	if app.alone && app.focus == articlePane {
		columns := make([]int, len(app.panes))
		columns[articlePane] = max(0, app.Width-edgeColumns)
		return columns
	}
	widths := make([]paneWidth, len(app.panes))
	for i, p := range app.panes {
		widths[i].usual = p.usual
		if p.chosen != nil {
			widths[i].chosen = *p.chosen
		}
	}
	return layout(app.Width, app.focus, widths)
}

// leftOf returns the first column of the screen that a pane stands in, behind its edge.
func leftOf(columns []int, pane int) (x int) {
	for _, c := range columns[pane+1:] {
		if c > 0 {
			x += c + edgeColumns
		}
	}
	return x + edgeColumns
}

// ArticleText says where an article's text stands on a screen of so many columns, the
// panes beside it, in a reader whose looks nobody changed: its first column from the
// left, and how many it has.
func ArticleText(width int) (column, text int) {
	app := &App{Context: &pane.Context{Canvas: &draw.Canvas{}}}
	app.makePanes()
	app.Width, app.focus = width, articlePane
	c := app.columns()
	text = article.TextColumns(c[articlePane], DefaultMeasure)
	return leftOf(c, articlePane) + article.TextLeft(c[articlePane], text), text
}

// ArticleRow is the first row of the panes' contents, from the top.
const ArticleRow = draw.HeaderRows + titleRows

// bodyRows is the height that the panes have for their content.
func bodyRows(height int) int {
	return max(0, height-draw.HeaderRows-titleRows-draw.FooterRows)
}
