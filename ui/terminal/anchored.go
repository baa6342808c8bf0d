package terminal

import "github.com/warraq/warraq/ui/rtl"

// anchored appends a row in the form [Anchored]: an LRM behind each right-to-left letter
// and each Arabic-Indic digit, of whose cell it is a part to the terminal. By UAX #9 each
// then stands alone between strong left-to-right characters, and a run of one letter is
// as it is when it is turned; what stands between is of the row's direction (N1). That is
// left to right also where the terminal finds it by content, for the first cell of a row
// has an LRM too, but for a letter in the first column.
func (w *writer) anchored(row []rtl.Cell) {
	for i := range row {
		c := &row[i]
		w.cell(c)
		if scriptOf(c) != otherScript || i == 0 && kindOf(c) != rtl.Left {
			w.rune(leftToRightMark)
		}
	}
}
