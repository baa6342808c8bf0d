package reader

import (
	"context"
	"image"
	"sync"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// The views of an article.
const (
	CellView  = "cells"
	PrintView = "print" // set pages, where the terminal shows pixels
)

// printView is what set pages are made and drawn with. Nothing of it is there before it is
// asked for.
type printView struct {
	faces  *faces.Set
	mutex  sync.Mutex // guards canvas, which is drawn on beside the reader
	canvas typeset.Canvas
	cell   image.Point // for which the article is set
}

// assumedCellSize is the size of a cell where the terminal does not tell: it fits what it is
// sent to its cells.
var assumedCellSize = image.Pt(10, 20)

// noPrint says why the article cannot be shown as in print, "" where it can.
func (app *App) noPrint() string {
	if !picture.CanShow(app.graphics(), app.cellSize) {
		return app.Words.Looks.NoPrint
	}
	return ""
}

// fitView shows the article in the view that is chosen, where the terminal can.
func (app *App) fitView() {
	cell := app.cellSize
	if cell.X <= 0 || cell.Y <= 0 {
		cell = assumedCellSize
	}
	v := &app.print
	wanted := app.looks.View == PrintView && app.noPrint() == ""
	if wanted == (app.article.SetPrint != nil) && (!wanted || cell == v.cell) {
		return
	}
	if !wanted {
		app.article.Turn(nil)
		app.pixels.Repaint()
		return
	}
	v.cell = cell
	if v.faces == nil {
		var err error
		if v.faces, err = faces.NewSet(app.printFont); err != nil {
			app.notice = app.Sentence(err)
		}
	}
	app.article.Turn(func(item store.Item, d *page.Document) *typeset.Screen {
		screen := typeset.NewScreen(d, v.faces, cell, item.Lang, app.looks.Spacing)
		screen.Marks = func() (hide, keepShadda bool) {
			return app.looks.HideTashkeel, app.looks.KeepShadda
		}
		return screen
	})
}

// fitPixels draws what is to be seen with pixels: the article as in print, or pictures over
// their cells.
func (app *App) fitPixels() tea.Cmd {
	app.fitView()
	if s := app.sheet(); s != nil {
		return app.pixels.FitSheet(s)
	}
	return app.pixels.Fit(app.framed())
}

// sheet returns what is drawn over the article as in print, nil for nothing.
func (app *App) sheet() *printSheet {
	c := app.columns()
	if app.stack.Screen() != nil || c[articlePane] <= 0 || app.noPrint() != "" {
		return nil
	}
	s := app.article.Sheet(leftOf(c, articlePane), ArticleRow, app.ground())
	if s == nil {
		return nil
	}
	return &printSheet{s, &app.print, app.ink(), app.Library}
}

// ink are the colours of set pages: the theme's, on the ground of the screen.
func (app *App) ink() typeset.Ink {
	ink := typeset.InkOf(app.Theme)
	r, g, b, _ := app.ground().RGBA()
	ink.Page.R, ink.Page.G, ink.Page.B = uint8(r>>8), uint8(g>>8), uint8(b>>8)
	if app.Theme.Text == "" && 3*r+6*g+b < 5*0xffff {
		ink.Text = typeset.InkOf(theme.Night()).Text
	}
	return ink
}

// printSheet is what is drawn of an article as in print, and with what.
type printSheet struct {
	*article.Sheet
	view    *printView
	ink     typeset.Ink
	library *store.Library
}

// Place returns where it is drawn.
func (s *printSheet) Place() draw.Placed { return s.Placed }

// Encode draws it and returns what a terminal is sent.
func (s *printSheet) Encode(ctx context.Context, g terminal.Graphics) ([]byte, error) {
	v := s.view
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.canvas.Ink = s.ink
	v.canvas.Picture = func(name string, width, height int) image.Image {
		kept, err := s.library.Picture(ctx, name)
		if err != nil {
			return nil
		}
		img, err := picture.Decode(kept.Data, width, height, s.ink.Page)
		if err != nil {
			return nil
		}
		return img
	}
	drawn := s.Image(&v.canvas)
	if s.HasPictures() || g == terminal.Sixel {
		return s.AppendWhole(nil, drawn, g)
	}
	return s.AppendWhole(nil, typeset.Paletted(drawn), g)
}
