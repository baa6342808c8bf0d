package run

import (
	"unicode/utf8"
)

// span is some columns of a row: from one up to another.
type span struct{ from, to int }

// fields gives the fields of a row: what stands between its borders.
func (s *screen) fields(y int) (fields []span) {
	start := 0
	width := len(s.lines[y].cells)
	for x := 0; x <= width; x++ {
		if x < width && !s.isBorder(x, y) {
			continue
		}
		if x > start {
			fields = append(fields, span{start, x})
		}
		start = x + 1
	}
	return fields
}

// isBorder tells whether a border stands in a column: a character for drawing boxes or
// blocks, or a bar that has another above or below it.
func (s *screen) isBorder(x, y int) bool {
	r := s.runeAt(x, y)
	if isDrawn(r) {
		return true
	}
	return r == '|' && (isBar(s.runeAt(x, y-1)) || isBar(s.runeAt(x, y+1)) || s.isTableRow(y, y-1) || s.isTableRow(y, y+1))
}

func isBar(r rune) bool { return r == '|' || r == '+' || isDrawn(r) }

// isTableRow tells whether a row is one of a table with another next to it: they have as many
// bars, of which the first stand below each other. The others may not, where a program gives
// two letters one column, as vim does with lam and alef.
func (s *screen) isTableRow(y, other int) bool {
	if other < 0 || other >= len(s.lines) {
		return false
	}
	first, bars := s.bars(y)
	otherFirst, otherBars := s.bars(other)
	return bars > 1 && bars == otherBars && first == otherFirst
}

// bars gives the column of the first bar in a row, and how many there are.
func (s *screen) bars(y int) (first, n int) {
	line := &s.lines[y]
	if !line.counted {
		line.counted = true
		for x := range line.cells {
			if r := s.runeAt(x, y); r == '|' || r == '+' {
				if line.barCount == 0 {
					line.firstBar = x
				}
				line.barCount++
			}
		}
	}
	return line.firstBar, line.barCount
}

// isDrawn tells whether a character is one that boxes are drawn with: box drawing and
// block elements, and the edges of status lines in fonts made for them.
func isDrawn(r rune) bool {
	return r >= 0x2500 && r <= 0x259F || r >= 0xE0B0 && r <= 0xE0D4
}

// runeAt gives the character in a column, 0 where there is none.
func (s *screen) runeAt(x, y int) rune {
	if y < 0 || y >= len(s.lines) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.lines[y].cells[x].Content)
	return r
}

// isBlank tells whether there is nothing in a column of a row, and true of what is
// outside the screen.
func (s *screen) isBlank(x, y int) bool {
	return y < 0 || y >= len(s.lines) || x < 0 || s.lines[y].isBlank(x)
}

// columns gives the columns of a field, each with the blanks behind it, the first one
// with those before it.
func (s *screen) columns(y int, field span) (columns []span) {
	start := field.from
	gap := 0 // how many blanks stand before x
	text := false
	for x := start; x < field.to; x++ {
		if s.isBlank(x, y) {
			gap++
			continue
		}
		if text && s.parts(x, y, gap) {
			columns, start = append(columns, span{start, x}), x
		}
		gap, text = 0, true
	}
	return append(columns, span{start, field.to})
}

// manyBlanks is how many blanks part columns, whatever stands around them.
const manyBlanks = 3

// parts tells whether some blanks before a column part what stands there from what
// stands before.
func (s *screen) parts(x, y, blanks int) bool {
	begins := func(y int) bool {
		return y >= 0 && y < len(s.lines) && !s.isBlank(x, y) && s.isBlank(x-1, y) && s.isBlank(x-2, y)
	}
	return blanks >= manyBlanks || blanks == 2 && (begins(y-1) || begins(y+1))
}
