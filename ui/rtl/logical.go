package rtl

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/joining"
)

// AppendLogical appends the text of a line's cells in logical order, for what
// reads text and not screens: letters as they came, with the format characters
// between them, and styles as [AppendVisual] has them. What leads the line comes
// first; padding stays on its side. An isolate, an embedding or an override that is open
// where a line ends, or a border stands, is closed there: in a row of several texts none
// reaches over another.
//
// Of what the layout added, blanks and kashidas are kept, since they make the
// line as long as it is, and a tab is the blanks that it was laid out as; an
// ornate parenthesis or a hyphen is not. An invalid byte becomes U+FFFD.
func AppendLogical(dst []byte, cells []Cell) []byte {
	return appendLogical(dst, cells, (*Cell).appendText)
}

// AppendLogicalShown is [AppendLogical] with the letters in the forms that they
// were shaped into, if they were, and the digits of the set that was asked for.
func AppendLogicalShown(dst []byte, cells []Cell) []byte {
	return appendLogical(dst, cells, func(c *Cell, dst []byte) []byte {
		if c.Glyph == 0 {
			return c.appendText(dst)
		}
		opened, letters, closed := c.parts()
		if !c.isShaped(letters) {
			return c.appendText(dst)
		}
		dst = append(dst, opened...)
		dst = c.AppendShown(dst)
		return append(dst, closed...)
	})
}

// parts are the cell's text and the format characters before and behind it.
func (c *Cell) parts() (opened, letters, closed string) {
	visible := func(r rune) bool { return propertiesOf(r)&isFormat == 0 }
	start := strings.IndexFunc(c.Text, visible)
	if start < 0 {
		return "", c.Text, ""
	}
	end := strings.LastIndexFunc(c.Text, visible)
	_, size := utf8.DecodeRuneInString(c.Text[end:])
	return c.Text[:start], c.Text[start : end+size], c.Text[end+size:]
}

func appendLogical(dst []byte, cells []Cell, appendCell func(*Cell, []byte) []byte) []byte {
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
	segments := [...][]Cell{body[:left], lead, body[left:right], body[right:]}
	if first > 0 { // the lead is at the left
		segments[0], segments[1] = segments[1], segments[0]
	}
	var style Style
	var open controls
	var order [512]int32 // on the stack, for lines that are not longer
	for _, segment := range segments {
		for _, at := range restore(order[:0], segment) {
			c := &segment[at]
			if isBorder(c) {
				dst = open.close(dst)
			}
			open.add(c)
			if c.Style != style {
				dst = AppendStyle(dst, style, c.Style)
				style = c.Style
			}
			dst = appendCell(c, dst)
		}
	}
	return AppendStyle(open.close(dst), style, Style{})
}

// controls are the embeddings, overrides and isolates that are open in a text: what
// closes each, the innermost last.
type controls []rune

const (
	popDirectionalFormatting = '\u202c'
	firstByteOfControls      = 0xe2
)

// add takes those of a cell into account.
func (o *controls) add(c *Cell) {
	if strings.IndexByte(c.Text, firstByteOfControls) < 0 {
		return
	}
	for _, r := range c.Text {
		switch bidi.ClassOf(r) {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO:
			*o = append(*o, popDirectionalFormatting)
		case bidi.LRI, bidi.RLI, bidi.FSI:
			*o = append(*o, popDirectionalIsolate)
		case bidi.PDF:
			if n := len(*o); n > 0 && (*o)[n-1] == popDirectionalFormatting {
				*o = (*o)[:n-1]
			}
		case bidi.PDI:
			if n := slices.Index(*o, popDirectionalIsolate); n >= 0 {
				for last := len(*o) - 1; (*o)[last] != popDirectionalIsolate; last-- {
					*o = (*o)[:last]
				}
				*o = (*o)[:len(*o)-1]
			}
		}
	}
}

// close appends what closes all that are open.
func (o *controls) close(dst []byte) []byte {
	for _, r := range slices.Backward(*o) {
		dst = utf8.AppendRune(dst, r)
	}
	*o = (*o)[:0]
	return dst
}

// isLead is true of a cell that leads a line, isBlank of padding.
func isLead(c *Cell) bool  { return c.At == NoOffset && c.Text != "" }
func isBlank(c *Cell) bool { return c.At == NoOffset && c.Text == "" && c.Glyph == ' ' }

// isBorder is true of a cell between two texts: of one that leads a line, or that is
// drawn.
func isBorder(c *Cell) bool {
	const firstDrawn, lastDrawn = '\u2500', '\u257f'
	return isLead(c) || c.At == NoOffset && c.Glyph >= firstDrawn && c.Glyph <= lastDrawn
}

func (c *Cell) appendText(dst []byte) []byte {
	switch {
	case c.Text == "\t", c.Text == "" && (c.Glyph == ' ' || c.Glyph == tatweelRune):
		return utf8.AppendRune(dst, c.Glyph)
	case utf8.ValidString(c.Text):
		return append(dst, c.Text...)
	}
	for _, r := range c.Text {
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// isShaped is true of a cell that shows its letters in presentation forms or its
// digit as one of another set; a mirrored sign is none.
func (c *Cell) isShaped(letters string) bool {
	if c.Glyph < 0x80 && c.Glyph>>3 != '0'>>3 && c.Glyph>>1 != '8'>>1 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(letters)
	if first == c.Glyph {
		return false
	}
	_, isForm := joining.Unshape(c.Glyph)
	_, isDigit := digitValue(c.Glyph)
	return isForm || isDigit
}

// restore appends the logical order of cells in visual order: rule L2 of UAX #9
// the other way about, from the lowest odd level up to the highest one. Each of
// its steps undoes itself, and finds the same stretches.
func restore(order []int32, cells []Cell) []int32 {
	var highest, lowestOdd uint8 = 0, 255
	for i := range cells {
		order = append(order, int32(i))
		highest = max(highest, cells[i].Level)
		if cells[i].Level&1 == 1 {
			lowestOdd = min(lowestOdd, cells[i].Level)
		}
	}
	for level := lowestOdd; level <= highest; level++ {
		for i := 0; i < len(order); i++ {
			start := i
			for i < len(order) && cells[order[i]].Level >= level {
				i++
			}
			slices.Reverse(order[start:i])
		}
	}
	if slices.ContainsFunc(cells, func(c Cell) bool { return c.Parted }) {
		restoreByText(order, cells)
	}
	return order
}

// restoreByText puts the cells of each text of a row in its order; what leads a line,
// and a border, stand between texts. What the layout added stays behind the cell that it
// is behind.
func restoreByText(order []int32, cells []Cell) {
	for start := 0; start < len(order); {
		end := start
		for end < len(order) && (end == start || !isBorder(&cells[order[end]])) {
			end++
		}
		places := make(map[int32]Offset, end-start)
		last := NoOffset
		for _, i := range order[start:end] {
			if cells[i].At != NoOffset {
				last = cells[i].At
			}
			places[i] = last
		}
		slices.SortStableFunc(order[start:end], func(a, b int32) int { return int(places[a] - places[b]) })
		start = end
	}
}
