package rtl

import (
	"unicode/utf8"
)

// AppendVisual appends cells as they stand, from the left, for a terminal that
// draws what it is sent in the order in which it is sent: with the fewest
// sequences between them, from the default style to the default style.
func AppendVisual(dst []byte, cells []Cell) []byte {
	var style Style
	bare := true // it is the default one
	for i := range cells {
		c := &cells[i]
		if (!bare || !c.Style.IsZero()) && c.Style != style {
			dst = AppendStyle(dst, style, c.Style)
			style = c.Style
			bare = style.IsZero()
		}
		dst = c.AppendShown(dst)
	}
	return AppendStyle(dst, style, Style{})
}

// AppendShown appends what the cell shows: its glyph and the marks of its text,
// or its text.
func (c *Cell) AppendShown(dst []byte) []byte {
	if c.Glyph == 0 {
		return append(dst, c.Text...)
	}
	if g := c.Glyph; g >= 0x800 && g < 0x10000 { // as of all presentation forms
		dst = append(dst, 0xe0|byte(g>>12), 0x80|byte(g>>6)&0x3f, 0x80|byte(g)&0x3f)
	} else {
		dst = utf8.AppendRune(dst, g)
	}
	if len(c.Text) <= 2 && c.Glyph != dottedCircle && c.Glyph != noBreakSpace {
		return dst // no room for a letter and a mark
	}
	if isPictograph(c.Glyph) {
		return dst // what stands on it makes another of it
	}
	return c.AppendMarks(dst)
}

// keycapSign draws a key around the digit before it, which terminals know as an emoji alone.
const keycapSign = 0x20e3

// isPictograph tells whether a character is an emoji, or may become one.
func isPictograph(r rune) bool {
	return (r >= 0x203c && r < 0x3300 || r >= 0x1f000) && propertiesOf(r).cluster() == gbPictographic
}

// AppendMarks appends the marks of the cell's text, which follow a glyph.
func (c *Cell) AppendMarks(dst []byte) []byte {
	for _, r := range c.Text {
		if r < 0x300 || r == variationSelector16 || r == keycapSign {
			continue
		}
		if p := propertiesOf(r); p&isMark != 0 || p.cluster() == gbSpacingMark {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}
