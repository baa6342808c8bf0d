package rtl

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// appendCells appends the items as cells in visual order (L2). lead is true of
// cells that lead a line: they have no place in the text.
func (s *lineSegment) appendCells(dst []Cell, lead bool) []Cell {
	s.reorder()
	n := len(dst)
	dst = slices.Grow(dst, len(s.order))[:n+len(s.order)]
	cells := dst[n:]
	text := s.text[s.start:]
	bare := len(s.spans) == 1 && s.spans[0].Style.IsZero()
	for i, at := range s.order[:len(cells)] {
		it, c := &s.items[at], &cells[i]
		c.Glyph, c.Level, c.Width, c.Kind, c.Parted = it.glyph, it.level, it.width, it.kind, it.floor > 0
		if bare {
			if !c.Style.IsZero() {
				c.Style = Style{}
			}
		} else if style := &s.spans[it.span].Style; c.Style != *style { // to compare is less than to write
			c.Style = *style
		}
		if it.start == addedItem {
			c.Text, c.At = "", NoOffset
			continue
		}
		c.Text = text[it.start:it.end]
		c.At = Offset(s.start) + Offset(it.start)
		if it.hidesMarks {
			c.Text = withoutMarks(c.Text, it.keepsShadda)
		}
		if lead {
			c.At = NoOffset
		}
	}
	return dst
}

// goesOneWay tells whether all items are of one level, from right to left, and nothing
// parts them.
func (s *lineSegment) goesOneWay() bool {
	for i := range s.items {
		if it := &s.items[i]; it.level&1 == 0 || it.level != s.items[0].level || it.floor > 0 {
			return false
		}
	}
	return true
}

// reorder finds the visual order of the items. A character without a cell takes part in
// it where its level is lower than those around it: the end of an isolate parts what is
// in it from what stands behind.
func (s *lineSegment) reorder() {
	if s.goesOneWay() { // as most lines do
		s.order = slices.Grow(s.order[:0], len(s.items))[:len(s.items)]
		for i := range s.order {
			s.order[i] = int32(len(s.order) - 1 - i)
		}
		return
	}
	s.levels = s.levels[:0]
	parted := false
	for i := range s.items {
		if s.items[i].floor > 0 {
			parted = true
			s.levels = append(s.levels, s.items[i].floor-1)
		}
		s.levels = append(s.levels, s.items[i].level)
	}
	s.order = bidi.Reorder(s.order[:0], s.levels)
	if !parted {
		return
	}
	numbers := make([]int32, 0, len(s.levels)) // of the items, none for what has no cell
	for i := range s.items {
		if s.items[i].floor > 0 {
			numbers = append(numbers, noPlace)
		}
		numbers = append(numbers, int32(i))
	}
	order := s.order[:0]
	for _, at := range s.order {
		if numbers[at] != noPlace {
			order = append(order, numbers[at])
		}
	}
	s.order = order
}

// withoutMarks gives a cell's text without its marks, but for shadda where that is kept: a
// part of the text where that can be.
func withoutMarks(text string, shadda bool) string {
	hidden := func(r rune) bool { return isMarkRune(r) && (!shadda || !isShadda(r)) }
	first := strings.IndexFunc(text, hidden)
	if first < 0 {
		return text
	}
	if strings.IndexFunc(text[first:], func(r rune) bool { return !hidden(r) }) < 0 {
		return text[:first]
	}
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, text)
}

func isMarkRune(r rune) bool { return propertiesOf(r)&isMark != 0 }

// isShadda tells whether a character is the sign of a doubled letter.
func isShadda(r rune) bool { return r == '\u0651' }
