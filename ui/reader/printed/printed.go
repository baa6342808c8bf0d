// Package printed shows articles as in print, where the terminal shows pixels: set pages in the
// place of cells. Nothing of what that takes is there before it is asked for.
package printed

import (
	"context"
	"image"
	"sync"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// View is what articles are set and drawn with.
type View struct {
	settings *looks.Settings
	library  *store.Library
	font     string // the path of the one that pages are set in, "" for Warraq's own
	faces    *faces.Set
	mutex    sync.Mutex // guards canvas, which is drawn on beside the reader
	canvas   typeset.Canvas
	cell     image.Point // for which the article is set
}

// New returns a view by some settings, with the pictures of a library, in a font.
func New(s *looks.Settings, library *store.Library, font string) *View {
	return &View{settings: s, library: library, font: font}
}

// Fit shows the article of a pane as in print or in cells, as is chosen and as the terminal
// can. It tells whether the article left print, so that what was drawn of it is in the way,
// and what was wrong with the font, in the place of which Warraq's own is taken.
func (v *View) Fit(p *article.Pane) (left bool, err error) {
	cell, wanted := v.settings.Cell(), v.settings.Prints()
	if wanted == (p.SetPrint != nil) && (!wanted || cell == v.cell) {
		return false, nil
	}
	if !wanted {
		p.Turn(nil)
		return true, nil
	}
	v.cell = cell
	if v.faces == nil {
		v.faces, err = faces.NewSet(v.font)
	}
	p.Turn(func(item store.Item, d *page.Document) *typeset.Screen {
		screen := typeset.NewScreen(d, v.faces, cell, item.Lang, v.settings.Spacing)
		screen.Marks = func() (hide, keepShadda bool) {
			return v.settings.HideTashkeel, v.settings.KeepShadda
		}
		return screen
	})
	return false, err
}

// Sheet is what is drawn of an article as in print, and with what.
type Sheet struct {
	*article.Sheet
	view *View
	ink  typeset.Ink
}

// Sheet returns what is drawn over a pane that begins at a point of the screen, nil where it
// is shown in cells.
func (v *View) Sheet(p *article.Pane, x, y int) *Sheet {
	if !v.settings.ShowsPixels() {
		return nil
	}
	s := p.Sheet(x, y, v.settings.Ground())
	if s == nil {
		return nil
	}
	return &Sheet{s, v, v.settings.Ink()}
}

// Place returns where it is drawn.
func (s *Sheet) Place() draw.Placed { return s.Placed }

// Encode draws it and returns what a terminal is sent.
func (s *Sheet) Encode(ctx context.Context, g terminal.Graphics) ([]byte, error) {
	v := s.view
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.canvas.Ink = s.ink
	v.canvas.Picture = func(name string, width, height int) image.Image {
		kept, err := v.library.Picture(ctx, name)
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
