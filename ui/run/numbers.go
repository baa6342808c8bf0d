package run

import (
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl"
)

// lineNumber is a number that stands at the start of a field with a blank behind it: what it
// is, less than 0 in other digits than ASCII's, and its columns.
type lineNumber struct {
	value int
	span
}

// numberEnd gives where the number of a line ends that stands at the start of a field in
// a style of its own, or counts the lines; the start where none does.
func (s *screen) numberEnd(y int, field span) int {
	cells := s.lines[y].cells
	number, ok := s.numberAt(y, field)
	if !ok || number.to >= field.to {
		return field.from
	}
	for next := number.to + 1; next < field.to; next++ {
		if !s.isBlank(next, y) {
			if next == number.to+2 && s.parts(next, y, 2) {
				break // of a menu whose entries are numbered
			}
			if cells[next].Style.Equal(&cells[number.from].Style) && (number.from == field.from || !s.counts(number, y, field)) {
				break // of the text
			}
			return number.to + 1
		}
	}
	return field.from
}

// numberAt gives the number at the start of a field, false where none stands there.
func (s *screen) numberAt(y int, field span) (number lineNumber, ok bool) {
	const most = 1 << 24
	x := field.from
	for x < field.to && s.isBlank(x, y) {
		x++
	}
	number.from = x
	for x < field.to && unicode.IsDigit(s.runeAt(x, y)) {
		if r := s.runeAt(x, y); r <= '9' && number.value >= 0 && number.value < most {
			number.value = number.value*10 + int(r-'0')
		} else {
			number.value = -1
		}
		x++
	}
	number.to = x
	return number, x > number.from && (x == field.to || s.isBlank(x, y))
}

// counts tells whether a number counts lines: that of the row above or below, which ends in
// the same column, is the same or the one before or behind it.
func (s *screen) counts(number lineNumber, y int, field span) bool {
	for _, other := range [...]int{y - 1, y + 1} {
		if number.value < 0 || other < 0 || other >= len(s.lines) {
			continue
		}
		beside, ok := s.numberAt(other, field)
		if away := beside.value - number.value; ok && beside.value >= 0 && beside.to == number.to && away >= -1 && away <= 1 {
			return true
		}
	}
	return false
}

// partNumbers parts the numbers that columns begin with from what stands behind them in a
// list that runs from left to right: the day and the time before the name of a file.
func (s *screen) partNumbers(y int, field span, columns []span) []span {
	if len(columns) < 2 || s.lines[y].direction(field.from, field.to) != rtl.LTR {
		return columns
	}
	parted := make([]span, 0, len(columns))
	for _, column := range columns {
		if end := s.numbersEnd(y, column); end > column.from {
			parted, column.from = append(parted, span{column.from, end}), end
		}
		parted = append(parted, column)
	}
	return parted
}

// numbersEnd gives where the text of a column begins behind numbers of which the last one
// stands above or below another, the column's start where none do.
func (s *screen) numbersEnd(y int, column span) int {
	x := column.from
	if !unicode.IsDigit(s.runeAt(x, y)) {
		return column.from
	}
	last := x
	for ; x < column.to; x++ {
		switch r := s.runeAt(x, y); {
		case unicode.IsDigit(r):
			last = x
		case !s.isBlank(x, y) && !strings.ContainsRune(":.,-/", r):
			if isDigit := unicode.IsDigit; s.isBlank(x-1, y) && (isDigit(s.runeAt(last, y-1)) || isDigit(s.runeAt(last, y+1))) {
				return x
			}
			return column.from
		}
	}
	return column.from
}
