package terminal

import (
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// writer appends cells and keeps track of the style that the terminal is in.
type writer struct {
	dst   []byte
	style rtl.Style

	turns []bool // see [writer.toggleChunk]
}

// turn changes to a style.
func (w *writer) turn(style rtl.Style) {
	w.dst = rtl.AppendStyle(w.dst, w.style, style)
	w.style = style
}

// cell appends a cell as it is.
func (w *writer) cell(c *rtl.Cell) {
	w.turn(c.Style)
	w.dst = c.AppendShown(w.dst)
}

// rune appends a character in the style that the terminal is in.
func (w *writer) rune(r rune) { w.dst = utf8.AppendRune(w.dst, r) }

// orderingScript is what a terminal's own reordering sees in a cell.
type orderingScript uint8

const (
	otherScript  orderingScript = iota
	letterScript                // right to left
	numberScript                // Arabic-Indic: left to right, but of the letters' direction to its neighbours
)

func scriptOf(c *rtl.Cell) orderingScript {
	switch kindOf(c) {
	case rtl.Right:
		return letterScript
	case rtl.ArabicNumber:
		return numberScript
	default:
		return otherScript
	}
}

// kindOf is the kind of what the cell shows: a digit may be shown as one of
// another set, which is of another class.
func kindOf(c *rtl.Cell) rtl.Kind {
	if c.Glyph != 0 && (c.Kind == rtl.EuropeanNumber || c.Kind == rtl.ArabicNumber) {
		switch bidi.ClassOf(c.Glyph) {
		case bidi.EN:
			return rtl.EuropeanNumber
		case bidi.AN:
			return rtl.ArabicNumber
		}
	}
	return c.Kind
}

// shownRune is the first character that the cell shows.
func shownRune(c *rtl.Cell) rune {
	if c.Glyph != 0 {
		return c.Glyph
	}
	r, _ := utf8.DecodeRuneInString(c.Text)
	return r
}

// run is the length of the run that a row starts with and that is of one
// script.
func run(row []rtl.Cell) int {
	for i := range row {
		if scriptOf(&row[i]) != scriptOf(&row[0]) {
			return i
		}
	}
	return len(row)
}
