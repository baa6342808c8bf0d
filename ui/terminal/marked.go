package terminal

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

const (
	leftToRightMark    = '\u200e' // a strong left-to-right character without width
	zeroWidthNonJoiner = '\u200c'
)

// marked appends a row in the form [Marked]. Between two LRM, or an LRM and an
// edge of the row, there are letters alone, or an Arabic-Indic number alone, or
// neither: by UAX #9 with a left-to-right base the first are reversed in place,
// and nothing else moves.
//
// An LRM stands behind a cell, of which it is a part to the terminal.
func (w *writer) marked(row []rtl.Cell) {
	for len(row) > 0 {
		n := run(row)
		w.turned(row[:n])
		if scriptOf(&row[0]) != otherScript || n < len(row) {
			w.rune(leftToRightMark)
		}
		row = row[n:]
	}
}

// turned appends a run of one script; letters in logical order. Where a ZWNJ
// parts two of them it is sent too, since some of these terminals join letters
// anew.
func (w *writer) turned(cells []rtl.Cell) {
	if scriptOf(&cells[0]) == letterScript {
		for i := range slices.Backward(cells) {
			c := &cells[i]
			w.cell(c)
			if c.Glyph != 0 && i > 0 && strings.HasSuffix(c.Text, string(zeroWidthNonJoiner)) {
				w.rune(zeroWidthNonJoiner)
			}
		}
		return
	}
	for i := range cells {
		w.cell(&cells[i])
	}
}
