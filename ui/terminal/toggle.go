package terminal

import (
	"slices"
	"strings"
	"unicode"

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
			if c := &row[0]; shownRune(c) == noBreakSpace {
				w.turn(c.Style)
				w.rune(' ') // by which it parts runs
			} else {
				w.cell(c)
			}
			row = row[1:]
			continue
		}
		w.toggleChunk(row[:n])
		row = row[n:]
	}
}

// noBreakSpace is a blank to who reads, and a letter to a shaping engine.
const noBreakSpace = '\u00a0'

// chunkLength is the length of the stretch that a row starts with and that has
// neither a blank nor a box-drawing character, which is drawn without a font.
func chunkLength(row []rtl.Cell) int {
	for i := range row {
		c := &row[i]
		if c.Kind == rtl.Space || shownRune(c) == noBreakSpace || c.Glyph >= '\u2500' && c.Glyph <= '\u259f' {
			return i
		}
	}
	return len(row)
}

func (w *writer) toggleChunk(cells []rtl.Cell) {
	w.turns = appendTurned(w.turns[:0], cells)
	mixed := slices.Contains(w.turns, true)
	for start := 0; start < len(cells); {
		end := start + oneFont(cells[start:], w.turns[start:])
		for i := start; i < end; i++ {
			c := cells[i]
			if w.turns[i] {
				c = cells[start+end-1-i]
				c.Style = cells[i].Style
			} else if mixed {
				c.Style.Attributes ^= rtl.Bold
			}
			w.cell(&c)
		}
		start = end
	}
}

// appendTurned appends of each cell whether a shaping engine takes it for right to left.
// European digits have no script of their own: one sign of the Arabic script among them, as
// in 50٪, turns the number whole.
func appendTurned(turned []bool, cells []rtl.Cell) []bool {
	for len(cells) > 0 {
		n, signed := numberLength(cells)
		for range n {
			turned = append(turned, signed)
		}
		if cells = cells[n:]; n == 0 {
			turned = append(turned, isTurned(&cells[0]))
			cells = cells[1:]
		}
	}
	return turned
}

// numberLength is the length of the number of European digits, with their signs, that a row
// starts with, and whether a sign of the Arabic script is among them.
func numberLength(row []rtl.Cell) (n int, signed bool) {
	for i := range row {
		switch shown := shownRune(&row[i]); {
		case shown >= '0' && shown <= '9' || strings.ContainsRune("+-.,/:", shown):
		case unicode.Is(unicode.Arabic, shown) && !unicode.IsLetter(shown) && !unicode.IsDigit(shown):
			signed = true
		default:
			return i, signed
		}
	}
	return len(row), signed
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
func oneFont(row []rtl.Cell, turned []bool) int {
	const font = rtl.Bold | rtl.Italic
	for i := range row {
		if turned[i] != turned[0] || (row[i].Style.Attributes^row[0].Style.Attributes)&font != 0 {
			return i
		}
	}
	return len(row)
}
