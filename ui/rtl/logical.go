package rtl

import (
	"slices"
	"unicode/utf8"
)

// AppendLogical appends the text of a line's cells in logical order, for what
// reads text and not screens: letters as they came, with the format characters
// between them, and styles as [AppendVisual] has them. What leads the line comes
// first; padding stays on its side.
//
// Of what the layout added, blanks and kashidas are kept, since they make the
// line as long as it is, and a tab is the blanks that it was laid out as; an
// ornate parenthesis or a hyphen is not. An invalid byte becomes U+FFFD.
func AppendLogical(dst []byte, cells []Cell) []byte {
	first, last := 0, len(cells)
	for first < last && isLead(&cells[first]) {
		first++
	}
	lead := cells[:first]
	if first == 0 {
		for last > 0 && isLead(&cells[last-1]) {
			last--
		}
		lead = cells[last:]
	}
	body := cells[first:last]
	left, right := 0, len(body)
	for left < right && isBlank(&body[left]) {
		left++
	}
	for right > left && isBlank(&body[right-1]) {
		right--
	}
	var order [512]int32 // on the stack, for lines that are not wider
	w := logicalWriter{dst: dst, order: order[:0]}
	if first > 0 {
		w.segment(lead)
		w.segment(body[:left])
	} else {
		w.segment(body[:left])
		w.segment(lead)
	}
	w.segment(body[left:right])
	w.segment(body[right:])
	return AppendStyle(w.dst, w.style, Style{})
}

// isLead is true of a cell that leads a line, isBlank of padding.
func isLead(c *Cell) bool  { return c.At == NoOffset && c.Text != "" }
func isBlank(c *Cell) bool { return c.At == NoOffset && c.Text == "" && c.Glyph == ' ' }

type logicalWriter struct {
	dst   []byte
	style Style
	order []int32
}

// segment appends cells that were reordered together.
func (w *logicalWriter) segment(cells []Cell) {
	w.restore(cells)
	for _, at := range w.order {
		c := &cells[at]
		if c.Style != w.style {
			w.dst = AppendStyle(w.dst, w.style, c.Style)
			w.style = c.Style
		}
		switch {
		case c.Text == "\t", c.Text == "" && (c.Glyph == ' ' || c.Glyph == tatweel):
			w.dst = utf8.AppendRune(w.dst, c.Glyph)
		case utf8.ValidString(c.Text):
			w.dst = append(w.dst, c.Text...)
		default:
			for _, r := range c.Text {
				w.dst = utf8.AppendRune(w.dst, r)
			}
		}
	}
}

// restore finds the logical order of cells in visual order: rule L2 of UAX #9
// the other way about, from the lowest odd level up to the highest one. Each of
// its steps undoes itself, and finds the same stretches.
func (w *logicalWriter) restore(cells []Cell) {
	w.order = w.order[:0]
	var highest, lowestOdd uint8 = 0, 255
	for i := range cells {
		w.order = append(w.order, int32(i))
		highest = max(highest, cells[i].Level)
		if cells[i].Level&1 == 1 {
			lowestOdd = min(lowestOdd, cells[i].Level)
		}
	}
	for level := lowestOdd; level <= highest; level++ {
		for i := 0; i < len(w.order); i++ {
			start := i
			for i < len(w.order) && cells[w.order[i]].Level >= level {
				i++
			}
			slices.Reverse(w.order[start:i])
		}
	}
}
