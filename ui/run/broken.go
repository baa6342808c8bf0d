package run

import (
	"strings"
	"unicode"
)

// A text that is wider than its field is broken by the program, and goes on in the row below.

// fullShort is how many columns a full row of running text leaves free at the most: the
// word that comes next did not fit there.
const fullShort = 14

// isFull tells whether a text fills its field in such a way that it may go on in the row
// below.
func (s *screen) isFull(y int, field span) bool {
	free := 0
	for x := field.to - 1; x >= field.from && s.isBlank(x, y); x-- {
		free++
	}
	return free < fullShort && free < (field.to-field.from)/2
}

// isTail tells whether nothing stands in a field but numbers and signs that end a text: what
// was left of it when the row above was full.
func (s *screen) isTail(y int, field span) bool {
	for x := field.from; x < field.to; x++ {
		if r := s.runeAt(x, y); !s.isBlank(x, y) && !unicode.IsDigit(r) && !strings.ContainsRune(".,;!?)]}»”\"'،؛؟…", r) {
			return false
		}
	}
	return !s.isEmpty(y, field)
}

// isEmpty tells whether there is nothing in some columns of a row.
func (s *screen) isEmpty(y int, columns span) bool {
	for x := columns.from; x < columns.to; x++ {
		if !s.isBlank(x, y) {
			return false
		}
	}
	return true
}
