package terminal

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// blankRune is the braille pattern without dots: a blank that is strong and
// left to right (class L).
const blankRune = '\u2800'

// blank appends a row in the form [Blank]. The first blank gives the row a
// left-to-right base, and the blanks keep what is between them where it is.
// Between two of them a stretch from a right-to-left cell to the last one before
// a Latin letter goes out in logical order.
//
// A row that has right-to-left letters before any blank, seen from either edge,
// has a right-to-left base instead, and goes out as a whole in logical order. A
// row that has them at its left edge alone cannot be sent: leave it a blank.
func (w *writer) blank(row []rtl.Cell) {
	if hasRightBase(row) {
		w.fromRight(row)
		return
	}
	row = withRoom(row)
	for len(row) > 0 {
		if row[0].Kind == rtl.Space {
			w.turn(row[0].Style)
			for range row[0].Width {
				w.rune(blankRune)
			}
			row = row[1:]
			continue
		}
		n := stretchLength(row)
		if n == 0 {
			w.cell(&row[0])
			row = row[1:]
			continue
		}
		w.stretch(row[:n])
		row = row[n:]
	}
}

// hasRightBase is true of a row that is right to left by its content (rules P2
// and P3), however it is sent.
func hasRightBase(row []rtl.Cell) bool {
	for i := range row {
		switch row[i].Kind {
		case rtl.Left, rtl.Space:
			return false
		case rtl.Right:
			return endsRight(row)
		}
	}
	return false
}

func endsRight(row []rtl.Cell) bool {
	for i := range slices.Backward(row) {
		switch row[i].Kind {
		case rtl.Left:
			return false
		case rtl.Right:
			return true
		}
	}
	return false
}

// stretchLength is the length of the stretch of right-to-left text that a row starts
// with: up to the last letter or Arabic-Indic digit before a Latin letter or a
// blank.
func stretchLength(row []rtl.Cell) int {
	n := 0
	for i := range row {
		if row[i].Kind == rtl.Left || row[i].Kind == rtl.Space {
			break
		}
		if scriptOf(&row[i]) != otherScript {
			n = i + 1
		} else if n == 0 {
			break
		}
	}
	return n
}

// stretch appends a stretch of right-to-left text in logical order: from its
// right edge, but each number from its left.
func (w *writer) stretch(cells []rtl.Cell) {
	for end := len(cells); end > 0; {
		start := end - 1
		if !isNumber(&cells[start]) {
			w.mirrored(&cells[start])
			end = start
			continue
		}
		for start > 0 && isNumber(&cells[start-1]) {
			start--
		}
		for i := start; i < end; i++ {
			w.cell(&cells[i])
		}
		end = start
	}
}

// isNumber is true of a cell that goes left to right within right-to-left text:
// a digit, or a separator that the layout took for a part of a number.
func isNumber(c *rtl.Cell) bool {
	switch c.Kind {
	case rtl.EuropeanNumber, rtl.ArabicNumber:
		return true
	case rtl.Neutral:
		return isEmbedded(c)
	default:
		return false
	}
}

// isEmbedded is true of a cell that the layout put into left-to-right text
// within right-to-left text.
func isEmbedded(c *rtl.Cell) bool { return c.Level >= 2 && c.Level&1 == 0 }

// mirrored appends a cell whose character the terminal will mirror.
func (w *writer) mirrored(c *rtl.Cell) {
	m, ok := bidi.Mirror(shownRune(c))
	if !ok {
		w.cell(c)
		return
	}
	w.turn(c.Style)
	w.rune(m)
	w.dst = c.AppendMarks(w.dst)
}

// fromRight appends a row for a right-to-left base: from the right edge, but
// left-to-right text and numbers from their left.
func (w *writer) fromRight(row []rtl.Cell) {
	for end := len(row); end > 0; {
		start := startOfLeft(row[:end])
		if start == end {
			start--
			w.mirrored(&row[start])
		} else {
			for i := start; i < end; i++ {
				w.cell(&row[i])
			}
		}
		end = start
	}
}

// startOfLeft is where the left-to-right text starts that a row ends with, with
// the neutral cells in it; the row's length where it ends with none.
func startOfLeft(row []rtl.Cell) int {
	start := len(row)
	for i := len(row) - 1; i >= 0; i-- {
		c := &row[i]
		switch c.Kind {
		case rtl.Left:
			start = i
		case rtl.EuropeanNumber, rtl.ArabicNumber:
			if i < start-1 && !isEmbedded(&row[i+1]) {
				return start
			}
			start = i
		case rtl.Right:
			return start
		default:
			switch {
			case isEmbedded(c):
				start = i
			case start == len(row), c.Level&1 == 1, isBorder(c):
				return start
			}
		}
	}
	return start
}
