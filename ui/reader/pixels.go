package reader

import (
	"context"
	"image"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/terminal"
)

// graphics is how pictures are shown: as was chosen, or by what the terminal can.
func (app *App) graphics() terminal.Graphics {
	if g, ok := terminal.ParseGraphics(app.looks.Pictures); ok {
		return g
	}
	return app.term.Graphics
}

// framed are the pictures that are to be drawn with their pixels, as far as they
// are on the screen.
func (app *App) framed() []draw.Placed {
	if !picture.CanShow(app.graphics(), app.cellSize) {
		return nil
	}
	switch s := app.stack.Screen().(type) {
	case nil:
		return app.framedInText()
	case *dialog.Picture:
		return s.Framed()
	default:
		return nil
	}
}

func (app *App) framedInText() (list []draw.Placed) {
	c := app.columns()
	if c[articlePane] <= 0 {
		return nil
	}
	return app.article.Framed(leftOf(c, articlePane), ArticleRow, app.ground())
}

const cellJob jobs.Kind = "cell" // of the terminal

// cellMeasured answers measureCell.
type cellMeasured struct{ size image.Point }

// measureCell asks for the size of a cell, which changes with the terminal's.
func (app *App) measureCell() tea.Cmd {
	measure := app.cell
	if measure == nil {
		return nil
	}
	return app.Jobs.Ask(cellJob, func(context.Context) tea.Msg { return cellMeasured{measure()} })
}
