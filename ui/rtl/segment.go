package rtl

import (
	"strings"
	"unicode/utf8"

	"warraq/ui/rtl/bidi"
	"warraq/ui/rtl/joining"
)

// segment lays a text out by itself, as HL3 of UAX #9 allows: the body of the
// lines, or what leads them.
type segment struct {
	paragraph
	spans []Span
	ends  []int // where each span ends in the text
	whole string

	items  []item
	levels []uint8 // of the items
	line   []uint8 // of the characters of a line
	order  []int32
}

// item is a cell before its place in the line is known.
type item struct {
	start, end int32 // the text, in bytes from the paragraph's start; start is added in a cell that the layout added
	glyph      rune
	span       int32
	level      uint8
	width      uint8
	kind       Kind
	hidesMarks bool
}

const added = -1

// open takes a text.
func (s *segment) open(spans []Span) {
	s.spans, s.ends, s.whole = spans, s.ends[:0], ""
	length := 0
	for _, span := range spans {
		length += len(span.Text)
		s.ends = append(s.ends, length)
	}
	if len(spans) == 1 {
		s.whole = spans[0].Text
		return
	}
	var b strings.Builder
	b.Grow(length)
	for _, span := range spans {
		b.WriteString(span.Text)
	}
	s.whole = b.String()
}

// collect makes the items of the line from character start to end, in logical
// order. No item is wider than room.
func (s *segment) collect(start, end, room int, o *Options) (width int) {
	s.items = s.items[:0]
	s.line = s.lineLevels(s.line[:0], start, end)
	c := collector{segment: s, o: o, room: room, opener: none}
	for int(c.span) < len(s.ends)-1 && s.ends[c.span] <= s.paragraph.start+int(s.offsets[start]) {
		c.span++
	}
	for i := start; i < end; i++ {
		switch u := s.units[i]; {
		case u&unitCell != 0:
			c.cell(i, s.line[i-start])
		case u&unitInside != 0:
			c.inside(i)
		case s.props[i]&isFormat != 0:
			c.format(i)
		default:
			c.finish()
			c.sealed, c.opener = true, none
		}
	}
	c.finish()
	c.closeVerse()
	return c.column
}

// none is the place of what is not there.
const none = -1

// collector makes the items of one line.
type collector struct {
	*segment
	o      *Options
	room   int
	span   int32
	column int

	verse  bool  // a closing ornate parenthesis is due behind the digits
	opener int32 // where the format characters start that go with the next item
	// Of the item at hand:
	sealed   bool  // nothing more belongs to its text
	simple   bool  // a character, with nothing but marks on it
	controls bool  // its text holds bidirectional controls or the like
	base     rune  // its first character
	from, to int32 // its text without controls
}

// cell starts an item with character i.
func (c *collector) cell(i int, level uint8) {
	c.finish()
	r, shape := c.runes[i], c.shapes[i]
	it := item{start: c.offsets[i], end: c.offsets[i+1], level: level, width: uint8(c.units[i] & unitWidth)}
	it.kind = kinds[bidi.ClassOf(shape)]
	if shape != r {
		it.glyph = shape
	}
	if it.kind == Neutral {
		if level&1 == 1 {
			if image, ok := bidi.Mirror(r); ok {
				it.glyph = image
			}
		}
		if c.props[i]&isMark != 0 {
			it.glyph = dottedCircle
		}
		if r == utf8.RuneError {
			it.glyph = utf8.RuneError
		}
	}
	if c.verse && it.kind != EuropeanNumber && it.kind != ArabicNumber {
		c.closeVerse()
	}
	for int(c.span) < len(c.ends)-1 && c.ends[c.span] <= c.paragraph.start+int(it.start) {
		c.span++
	}
	it.span = c.span
	c.base, c.from, c.to = r, it.start, it.end
	c.sealed, c.simple, c.controls = false, c.props[i]&isMark == 0, false
	if c.opener != none {
		it.start, c.opener, c.controls = c.opener, none, true
	}
	switch {
	case int(it.width) > c.room && r != '\t':
		it.glyph, it.width = utf8.RuneError, 1
	case shape == ornateOpen && r != ornateOpen:
		if level > 0 && level&1 == 0 {
			it.level--
		}
		it.width, c.verse = 1, true
	}
	if r == '\t' {
		c.tab(it)
		return
	}
	c.push(it)
}

func (c *collector) push(it item) {
	c.items = append(c.items, it)
	c.column += int(it.width)
}

// tab adds blanks up to the next tab stop.
func (c *collector) tab(it item) {
	it.glyph, it.width = ' ', 1
	c.push(it)
	c.sealed = true
	for c.column%tabStop != 0 {
		it.start = added
		c.push(it)
	}
}

// closeVerse ends a number that an end of ayah came before.
func (c *collector) closeVerse() {
	if !c.verse {
		return
	}
	c.verse = false
	at := len(c.items) - 1
	for c.items[at].glyph != ornateOpen {
		at--
	}
	it := c.items[at]
	it.start, it.glyph = added, ornateClose
	c.push(it)
}

// inside takes character i into the item at hand.
func (c *collector) inside(i int) {
	if len(c.items) == 0 {
		return
	}
	it := &c.items[len(c.items)-1]
	it.end, c.to = c.offsets[i+1], c.offsets[i+1]
	props := c.props[i]
	switch {
	case props&isMark != 0:
		it.hidesMarks = it.hidesMarks || c.o.HideMarks && it.level&1 == 1 && it.kind != Neutral
	case props&isFormat != 0 && it.kind == Right:
		c.controls = true
	case props.cluster() != gbSpacingMark && c.shapes[i] != joining.Ligated:
		c.simple = false
	}
}

// format hands a format character to the item before it, or, if it opens an
// embedding or isolate or has nothing before it, to the one behind it.
func (c *collector) format(i int) {
	if c.opener != none {
		return
	}
	if len(c.items) == 0 || c.sealed || opensEmbedding(c.runes[i]) || !c.simple {
		c.opener = c.offsets[i]
		return
	}
	c.items[len(c.items)-1].end = c.offsets[i+1]
	c.controls = true
}

func opensEmbedding(r rune) bool {
	switch r {
	case '\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068':
		return true
	}
	return false
}

// finish completes the item at hand. Only one that is shown by a glyph and marks
// can hold controls in its text: from any other they are left out, so that a
// text that is written as it is never holds one.
func (c *collector) finish() {
	if !c.controls || len(c.items) == 0 {
		return
	}
	c.controls = false
	it := &c.items[len(c.items)-1]
	switch {
	case !c.simple:
		it.start, it.end = c.from, c.to
	case it.glyph == 0:
		it.glyph = c.base
	}
}

const dottedCircle = '◌'

// kinds are the kinds of the bidirectional classes.
var kinds = [...]Kind{
	bidi.L: Left, bidi.R: Right, bidi.AL: Right, bidi.EN: EuropeanNumber, bidi.AN: ArabicNumber,
	bidi.WS: Space, bidi.S: Space, bidi.PDI: Neutral,
}
