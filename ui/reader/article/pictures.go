package article

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Gallery are the pictures of the article, as far as they are shown in its text. It is
// never changed, only put in another's place.
type Gallery struct {
	Shown  bool
	Images map[string]image.Image // by name, in a size from which cells are made; nil for a damaged one
}

// Framed returns the pictures in sight with their places on the screen, where the pane
// begins at a point, over a ground.
func (p *Pane) Framed(x, y int, ground color.Color) (list []draw.Placed) {
	if !p.Gallery.Shown || p.Text == nil {
		return nil
	}
	drawn := func(i int) bool {
		row, ok := p.Text.Row(i)
		return ok && row.Drawn.Columns > 0
	}
	rows := p.Text.Rows()
	for i := 0; i < len(rows); i++ {
		if rows[i].Drawn.Columns == 0 {
			continue
		}
		first, last := i, i
		for drawn(first - 1) {
			first--
		}
		for drawn(last + 1) {
			last++
		}
		end := min(last+1, len(rows))
		list = append(list, draw.Placed{Frame: picture.Frame{
			X: x + p.textLeft() + rows[i].Drawn.From, Y: y + i, Columns: rows[i].Drawn.Columns,
			Rows: end - i, Above: i - first, Below: last + 1 - end,
		}, Name: rows[i].Picture, Ground: ground})
		i = last
	}
	return list
}

// The size in pixels that pictures in the text are kept in: more than there are
// cells for on most screens, so that they are decoded once.
const keptWidth, keptHeight = 400, 400

// leastPictureRows is how high a picture may be in the lowest pane.
const leastPictureRows = 3

// togglePictures shows the pictures of the article in its text, or hides them.
func (p *Pane) togglePictures() dialog.Action {
	id := p.Item.ID
	switch {
	case len(p.Item.Pictures) == 0:
		return dialog.Say{Text: p.Words.Pictures.None}
	case p.Gallery.Shown:
		p.showGallery(Gallery{})
		return nil
	}
	library, ground := p.Library, p.Display.Ground()
	return dialog.Ask{Kind: picturesJob, Read: func(ctx context.Context) dialog.Action {
		list, err := library.Pictures(ctx, id)
		if err != nil {
			return dialog.Failed{Err: err}
		}
		images := map[string]image.Image{}
		for _, one := range list {
			// What is damaged has no image, and its place says so.
			images[one.Name], _ = picture.Decode(one.Data, keptWidth, keptHeight, ground)
		}
		return dialog.Call(func() dialog.Action { p.showGallery(Gallery{Shown: true, Images: images}); return nil })
	}}
}

// showGallery shows the text with other pictures.
func (p *Pane) showGallery(g Gallery) {
	p.Gallery = g
	p.Relook()
}

// pictures returns how the text shows its pictures.
func (p *Pane) pictures() page.Pictures {
	g := p.Gallery
	var shown page.Pictures
	if keys := p.Labels(*p.KeyMap.Of(keymap.Pictures)); len(keys) > 0 {
		hint := p.Words.Pictures.Show
		if g.Shown {
			hint = p.Words.Pictures.Hide
		}
		shown.Hint = fmt.Sprintf(hint, "\u2066"+keys[0]+"\u2069")
	}
	if !g.Shown {
		return shown
	}
	palette, rows, damaged, style := p.Display.Palette(), max(p.size.Height-2, leastPictureRows), p.Words.Pictures.Unreadable, p.Styles.Text
	line := p.Line(0)
	shown.Draw = func(one articles.Picture, columns int) [][]rtl.Cell {
		from := g.Images[one.Name]
		if from == nil {
			o := line
			o.Width = columns
			return [][]rtl.Cell{rtl.TruncateSpans([]rtl.Span{{Text: damaged, Style: style}}, o)}
		}
		return picture.Blocks(from, image.Pt(one.Width, one.Height), columns, rows, palette)
	}
	return shown
}

// openPicture shows the picture that is in sight, or the nearest one before, on the
// whole screen.
func (p *Pane) openPicture() dialog.Action {
	if p.Text == nil || len(p.Item.Pictures) == 0 || len(p.Document.Shown()) == 0 {
		return dialog.Say{Text: p.Words.Pictures.None}
	}
	list := p.Document.Shown()
	d, read := dialog.NewPicture(p.Canvas, p.Jobs, p.Library, list, p.PictureInSight(list), p.Display.Ground, p.Display.Palette)
	return dialog.Many{dialog.Push{Dialog: d}, dialog.Run{Cmd: read}}
}
