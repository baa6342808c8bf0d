package article

import (
	"image"
	"image/color"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/draw"
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
