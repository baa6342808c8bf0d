package picture

import (
	"image"
	"image/color"

	"github.com/warraq/warraq/ui/rtl"
)

// upperHalf is a block of which the upper half is of the foreground's colour and
// the lower half of the background's: two pixels in a cell, which are about square.
const upperHalf = '▀'

// shadeRunes stand for brightness where there are no colours, the darkest first.
var shadeRunes = []rune{' ', '░', '▒', '▓', '█'}

// Palette says what colours a picture can be drawn in as cells.
type Palette uint8

// The palettes.
const (
	Colors  Palette = iota // true ones; a renderer takes the nearest that there are
	OnDark                 // none, on a dark background
	OnLight                // none, on a light background
)

// pixelsPerCell is how many pixels a cell is about wide: a small picture is not
// drawn larger than it is.
const pixelsPerCell = 8

// Cells is the room in cells that a picture of a size in pixels takes, no wider and
// no higher than given.
func Cells(size image.Point, columns, rows int) (width, height int) {
	columns = max(1, min(columns, (size.X+pixelsPerCell-1)/pixelsPerCell))
	w, h := Fit(size.X*columns*2, size.Y*columns*2, columns, 2*max(rows, 1))
	return w, (h + 1) / 2
}

// Blocks draws an image of a size in pixels, which it may have been made smaller
// from, as rows of cells, no wider and no higher than given.
func Blocks(from image.Image, size image.Point, columns, rows int, p Palette) [][]rtl.Cell {
	w, h := Cells(size, columns, rows)
	h *= 2
	small := scaleImage(from, w, h, color.Black)
	lines := make([][]rtl.Cell, 0, h/2)
	for y := 0; y < h; y += 2 {
		line := make([]rtl.Cell, w)
		for x := range line {
			line[x] = p.cell(small.RGBAAt(x, y), small.RGBAAt(x, y+1))
		}
		lines = append(lines, line)
	}
	return lines
}

// cell shows two pixels above each other.
func (p Palette) cell(upper, lower color.RGBA) rtl.Cell {
	c := rtl.Cell{Glyph: upperHalf, At: rtl.NoOffset, Width: 1}
	if p == Colors {
		c.Style = rtl.Style{Foreground: rtl.RGB(upper.R, upper.G, upper.B), Background: rtl.RGB(lower.R, lower.G, lower.B)}
		return c
	}
	bright := (brightnessOf(upper) + brightnessOf(lower)) / 2
	if p == OnLight {
		bright = 255 - bright
	}
	c.Glyph = shadeRunes[bright*len(shadeRunes)/256]
	return c
}

// brightnessOf is that of a colour from 0 to 255, by ITU-R BT.601.
func brightnessOf(c color.RGBA) int { return (299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000 }
