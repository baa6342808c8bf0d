package rtl

import "strings"

// lineSegment lays a text out by itself, as HL3 of UAX #9 allows: the body of the
// lines, or what leads them.
type lineSegment struct {
	paragraphText
	spans []Span
	ends  []int // where each span ends in the text
	whole string

	items  []item // of a line, in logical order
	levels []uint8
	order  []int32
	justification
}

// item is a cell whose place in the line is not known yet.
type item struct {
	start, end int32 // its text, in bytes from the paragraph's start; start may be added
	glyph      rune
	span       int32
	level      uint8
	floor      uint8 // one more than the level of what parts it from the item before, 0 for nothing
	width      uint8
	kind       Kind
	hidesMarks bool
	// keepsShadda is that shadda is not among the marks that are hidden.
	keepsShadda bool
}

// addedItem is the start of an item that the layout added.
const addedItem = -1

// open takes a text.
func (s *lineSegment) open(spans []Span) {
	s.spans, s.ends = spans, s.ends[:0]
	length := 0
	for i := range spans {
		length += len(spans[i].Text)
		s.ends = append(s.ends, length)
	}
	if len(spans) == 1 {
		s.whole = spans[0].Text
		return
	}
	var b strings.Builder
	b.Grow(length)
	for i := range spans {
		b.WriteString(spans[i].Text)
	}
	s.whole = b.String()
}
