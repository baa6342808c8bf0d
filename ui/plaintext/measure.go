package plaintext

import "github.com/warraq/warraq/ui/rtl"

// Measure is the column of a screen that prose stands in: how wide its lines are at the
// most, and how many columns are left free beside it. The zero Measure is the whole
// screen.
type Measure struct{ Columns, Margin int }

// manyColumns is the narrowest screen that has room for a margin.
const manyColumns = 40

// Room returns how many columns prose has on a screen of a width, and how many are free
// at its left and at its right. Prose keeps to the right, where its lines begin.
func (m Measure) Room(width int) (left, columns, right int) {
	if m.Columns <= 0 {
		return 0, width, 0
	}
	if width >= manyColumns {
		right = min(m.Margin, width/4)
	}
	columns = max(1, min(m.Columns, width-2*right))
	return width - columns - right, columns, right
}

// AppendBlank appends cells that nothing stands in, of columns at the side of prose.
func AppendBlank(row []rtl.Cell, columns int) []rtl.Cell {
	for range columns {
		row = append(row, rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space})
	}
	return row
}
