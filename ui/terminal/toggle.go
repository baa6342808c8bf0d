package terminal

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl"
)

// toggle appends a row in the form [Toggle]. A terminal that hands each run of
// one font between blanks to a shaping engine gets the glyphs of the run back
// turned, if it is in the Arabic or Hebrew script: these are sent the other way
// about, and what touches them in the other weight, which is another font.
//
// The glyphs alone are turned: colours stay in their columns.
func (w *writer) toggle(row []rtl.Cell) {
	for len(row) > 0 {
		n := chunkLength(row)
		if n == 0 {
			w.cell(&row[0])
			row = row[1:]
			continue
		}
		w.toggleChunk(row[:n])
		row = row[n:]
	}
}

// chunkLength is the length of the stretch that a row starts with and that has
// neither a blank nor a box-drawing character, which is drawn without a font.
func chunkLength(row []rtl.Cell) int {
	for i := range row {
		c := &row[i]
		if c.Kind == rtl.Space || c.Glyph >= '\u2500' && c.Glyph <= '\u259f' {
			return i
		}
	}
	return len(row)
}

func (w *writer) toggleChunk(cells []rtl.Cell) {
	mixed := slices.ContainsFunc(cells, func(c rtl.Cell) bool { return isTurned(&c) })
	for len(cells) > 0 {
		n := oneFont(cells)
		for i := range n {
			c := cells[i]
			if isTurned(&c) {
				c = cells[n-1-i]
				c.Style = cells[i].Style
			} else if mixed {
				c.Style.Attributes ^= rtl.Bold
			}
			w.cell(&c)
		}
		cells = cells[n:]
	}
}

// isTurned is true of a cell that a shaping engine takes for right to left:
// letters, and the digits that are of the Arabic script, Persian ones among
// them.
func isTurned(c *rtl.Cell) bool {
	if kindOf(c) == rtl.EuropeanNumber {
		shown := shownRune(c)
		return shown >= '\u06f0' && shown <= '\u06f9'
	}
	return scriptOf(c) != otherScript
}

// oneFont is the length of the run that a row starts with and that is in one
// font, all of it turned or none.
func oneFont(row []rtl.Cell) int {
	const font = rtl.Bold | rtl.Italic
	for i := range row {
		if isTurned(&row[i]) != isTurned(&row[0]) || (row[i].Style.Attributes^row[0].Style.Attributes)&font != 0 {
			return i
		}
	}
	return len(row)
}
