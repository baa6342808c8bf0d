package run

import (
	"slices"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// Grid is a screen as a program wrote it: rows of cells in logical order.
type Grid interface {
	CellAt(x, y int) *uv.Cell
	Width() int
	Height() int
}

// Row is a row of a screen as it is to be seen.
type Row struct {
	Cells []rtl.Cell
	// shown is, for each column of the program's row, the one in which it is seen; nil
	// where each is seen in its own.
	shown []int
}

// Column gives the column in which a column of the program's row is seen.
func (r *Row) Column(x int) int {
	if x < 0 || x >= len(r.shown) {
		return x
	}
	return r.shown[x]
}

// Source gives the column of the program's row that is seen in a column.
func (r *Row) Source(column int) int {
	for x, at := range r.shown {
		if at == column {
			return x
		}
	}
	return column
}

// screenLine is a row of the program's, and what is asked about its cells.
type screenLine struct {
	cells []uv.Cell
	right bool // whether it has letters that run from right to left

	// Its bars, once they are counted.
	counted            bool
	firstBar, barCount int
}

// readLine reads a row of a screen.
func readLine(g Grid, y int) screenLine {
	l := screenLine{cells: make([]uv.Cell, g.Width())}
	for x := range l.cells {
		if c := g.CellAt(x, y); c != nil {
			l.cells[x] = *c
		} else {
			l.cells[x] = uv.EmptyCell
		}
	}
	for x := range l.cells {
		l.blankHalf(x)
		l.right = l.right || firstDirection(l.cells[x].Content) == rtl.RTL
	}
	return l
}

// blankHalf makes what is left of a wide character blank: something was written over its
// other half, or the screen ends there.
func (l *screenLine) blankHalf(x int) {
	c := &l.cells[x]
	whole := c.Width < 2 || x+1 < len(l.cells) && l.cells[x+1].Width == 0
	if c.Width == 0 {
		whole = x > 0 && l.cells[x-1].Width > 1
	}
	if !whole {
		c.Content, c.Width = " ", 1
	}
}

// isBlank tells whether there is nothing in a column. The second column of a wide
// character is not blank.
func (l *screenLine) isBlank(x int) bool {
	return l.cells[x].Width > 0 && strings.Trim(l.cells[x].Content, " ") == ""
}

// firstDirection gives the direction of the first letter in a text, [rtl.Auto] where there is none
// (UAX #9, P2).
func firstDirection(text string) rtl.Direction {
	for _, r := range text {
		switch bidi.ClassOf(r) {
		case bidi.L:
			return rtl.LTR
		case bidi.R, bidi.AL:
			return rtl.RTL
		}
	}
	return rtl.Auto
}

// direction gives the direction of the first letter between two columns.
func (l *screenLine) direction(from, to int) rtl.Direction {
	for x := from; x < to; x++ {
		if d := firstDirection(l.cells[x].Content); d != rtl.Auto {
			return d
		}
	}
	return rtl.Auto
}

// hasRight tells whether something between two columns runs from right to left.
func (l *screenLine) hasRight(s span) bool {
	return slices.ContainsFunc(l.cells[s.from:s.to], func(c uv.Cell) bool { return firstDirection(c.Content) == rtl.RTL })
}

// kindOf gives what a terminal's own reordering takes a character for.
func kindOf(text string) rtl.Kind {
	r, _ := utf8.DecodeRuneInString(text)
	switch bidi.ClassOf(r) {
	case bidi.L:
		return rtl.Left
	case bidi.R, bidi.AL:
		return rtl.Right
	case bidi.EN:
		return rtl.EuropeanNumber
	case bidi.AN:
		return rtl.ArabicNumber
	case bidi.WS, bidi.S:
		return rtl.Space
	}
	return rtl.Neutral
}
