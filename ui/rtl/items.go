package rtl

import (
	"slices"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/joining"
)

// noPlace is the place of what is not there.
const noPlace = -1

// collector makes the items of a line.
type collector struct {
	*lineSegment
	room      int
	hideMarks bool
	shadda    bool // it stays where marks are hidden
	plain     bool // of an emoji the first character alone is shown
	carrier   rune // of marks without a letter

	span    int32
	spanEnd int // in the whole text
	column  int // where the next item starts, from the edge where the line does

	// Of the item at hand: its first and last character, whether more may belong
	// to its text, and whether it holds format characters already.
	at, last         int
	sealed, controls bool

	lowest uint8 // the lowest level of the format characters since the item before
	opener int32 // where the format characters start that go with the next item
	verse  int   // the item that opens a verse's number, while it is not closed
	padAt  int   // the character before which a stretch that is padded ends
	padded int   // how many of these ended before
}

// collect makes the items of the line from character start to end, and gives
// their width. No item is wider than room. What is padded is so where the line has room for
// all of it.
func (s *lineSegment) collect(start, end, room int, o *Options) (width int) {
	isPadded := len(s.given) > 0 && start == 0 && end == s.trim(0, len(s.runes))
	width = s.collectItems(start, end, room, isPadded, o)
	if isPadded && width > room {
		width = s.collectItems(start, end, room, false, o)
	}
	return width
}

// collectItems is collect with stretches padded, or none.
func (s *lineSegment) collectItems(start, end, room int, isPadded bool, o *Options) (width int) {
	s.items = s.items[:0]
	s.levels = s.lineLevels(s.levels[:0], start, end)
	c := collector{lineSegment: s, room: room, hideMarks: o.HideMarks, shadda: o.KeepShadda, plain: o.PlainClusters, carrier: carrierOf(o), opener: noPlace, verse: noPlace, sealed: true, lowest: noLevel}
	if c.padAt = noPlace; isPadded {
		c.findPadding()
	}
	levels, units, isolated := s.levels, s.units[start:end], s.isolated()
	for i, u := range units {
		if i == c.padAt {
			c.pad(i)
		}
		if i > 0 && isolated && s.inner[start+i] > s.inner[start+i-1]+1 {
			c.lowest = min(c.lowest, s.levelBefore(start, start+i))
		}
		switch {
		case u&unitCell != 0:
			c.cell(start+i, levels[i])
		case u&unitInside != 0:
			c.inside(start + i)
		case s.props[start+i]&isFormat != 0:
			c.format(start + i)
			if levels[i] < c.lowest && !isRemoved(s.runes[start+i]) {
				c.lowest = levels[i]
			}
		default:
			c.sealed, c.opener = true, noPlace
		}
	}
	c.finish()
	c.closeVerse()
	return c.column
}

// findPadding finds where the next stretch that is padded ends.
func (c *collector) findPadding() {
	c.padAt = noPlace
	for ; c.padded < len(c.given); c.padded++ {
		if s := c.given[c.padded]; s.padded {
			c.padAt = s.end
			return
		}
	}
}

// pad adds a blank for each lam-alef of the stretch that ends before character i.
func (c *collector) pad(i int) {
	c.finish()
	c.sealed = true
	for _, shape := range c.shapes[c.given[c.padded].start:i] {
		if shape == joining.Ligated {
			it := c.push()
			*it = item{start: addedItem, glyph: ' ', span: c.span, level: c.bidi.Base(), width: 1, kind: Space}
			c.column++
		}
	}
	c.padded++
	c.findPadding()
}

// cell starts an item with character i.
func (c *collector) cell(i int, level uint8) {
	if c.controls {
		c.finish()
	}
	props, shape, start := c.props[i], c.shapes[i], c.offsets[i]
	if c.start+int(start) >= c.spanEnd {
		c.findSpan(c.start + int(start))
	}
	if c.verse != noPlace && props.kind() != EuropeanNumber && props.kind() != ArabicNumber {
		c.closeVerse()
	}
	c.at, c.last, c.sealed = i, i, false
	it := c.push()
	it.start, it.end, it.glyph, it.span = start, c.offsets[i+1], 0, c.span
	it.level, it.width, it.kind, it.hidesMarks = level, uint8(c.units[i]&unitWidth), props.kind(), false
	it.floor = 0
	if n := len(c.items); c.lowest < level && n > 1 && c.lowest < c.items[n-2].level {
		it.floor = c.lowest + 1
	}
	c.lowest = noLevel
	if shape != c.runes[i] {
		it.glyph = shape
		if it.kind != Right {
			it.kind = propertiesOf(shape).kind()
		}
	}
	if c.opener != noPlace {
		it.start, c.opener, c.controls = c.opener, noPlace, true
	}
	if props&isSpecial != 0 || int(it.width) > c.room {
		it = c.special(it, props)
	}
	c.column += int(it.width)
}

// findSpan finds the span of a place in the text.
func (c *collector) findSpan(at int) {
	span, _ := slices.BinarySearch(c.ends, at+1)
	c.span, c.spanEnd = int32(span), c.ends[span]
}

// push makes room for an item.
func (c *collector) push() *item {
	n := len(c.items)
	if n == cap(c.items) {
		c.items = slices.Grow(c.items, 1)
	}
	c.items = c.items[:n+1]
	return &c.items[n]
}

// special finds what an item shows that may not show its first character, and
// gives the last item that it makes of it.
func (c *collector) special(it *item, props properties) *item {
	r := c.runes[c.at]
	image, mirrors := bidi.Mirror(r)
	switch {
	case r == '\t':
		return c.tab(*it)
	case int(it.width) > c.room:
		it.glyph, it.width = utf8.RuneError, 1
	case props&isMark != 0:
		it.glyph, it.kind = c.carrier, Neutral
	case r == utf8.RuneError:
		it.glyph = r // an invalid byte, maybe
	case mirrors && it.level&1 == 1:
		it.glyph = image
	case it.glyph == ornateOpen && props.cluster() == gbPrepend:
		c.openVerse(it)
	}
	return it
}

// dottedCircle and noBreakSpace carry marks that have no letter before them.
const dottedCircle, noBreakSpace = '◌', '\u00a0'

// carrierOf is the one that the options ask for.
func carrierOf(o *Options) rune {
	if o.Protocols&Circles != 0 {
		return dottedCircle
	}
	return noBreakSpace
}

// tab makes the item blanks up to the tab stop.
func (c *collector) tab(blank item) *item {
	blank.glyph, blank.width = ' ', 1
	last := &c.items[len(c.items)-1]
	*last = blank
	blank.start, blank.floor = addedItem, 0
	for c.column++; c.column%c.tabStop != 0; c.column++ {
		last = c.push()
		*last = blank
	}
	c.column--
	c.sealed = true
	return last
}

// openVerse makes an end of ayah, which terminals do not draw around the number
// behind it, an ornate parenthesis, of the level around the number.
func (c *collector) openVerse(it *item) {
	if it.level > 0 && it.level&1 == 0 {
		it.level--
	}
	it.width = 1
	c.verse = len(c.items) - 1
}

// closeVerse ends the number behind an end of ayah.
func (c *collector) closeVerse() {
	if c.verse == noPlace {
		return
	}
	it := c.items[c.verse]
	it.start, it.glyph, it.floor = addedItem, ornateClose, 0
	*c.push() = it
	c.column++
	c.verse = noPlace
}

// inside takes character i into the item at hand.
func (c *collector) inside(i int) {
	if len(c.items) == 0 {
		return // its cell shows nothing
	}
	it := &c.items[len(c.items)-1]
	it.end, c.last = c.offsets[i+1], i
	if c.props[i]&isMark != 0 && c.hideMarks && it.level&1 == 1 {
		it.hidesMarks, it.keepsShadda = true, c.shadda
	}
	if c.plain && it.glyph == 0 && (c.runes[i] == variationSelector16 || c.props[c.at].cluster() == gbPictographic) {
		it.glyph = c.runes[c.at]
	}
	if c.props[i]&isFormat != 0 && it.kind == Right {
		c.controls = true
	}
}

// format hands a format character to the item before it or, if it opens an
// embedding or an isolate, or none is before it that can take it, to the one
// behind.
func (c *collector) format(i int) {
	switch {
	case c.opener != noPlace:
	case c.sealed || opensEmbedding(c.runes[i]) || !c.controls && !c.isPlain():
		c.opener = c.offsets[i]
	default:
		c.items[len(c.items)-1].end = c.offsets[i+1]
		c.controls = true
	}
}

// noLevel is more than any level.
const noLevel = 255

// isRemoved is true of the characters that have no level of their own (rule X9).
func isRemoved(r rune) bool {
	switch bidi.ClassOf(r) {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

func opensEmbedding(r rune) bool {
	switch bidi.ClassOf(r) {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.LRI, bidi.RLI, bidi.FSI:
		return true
	}
	return false
}

// isPlain is true of an item that a glyph and marks can show: a character, with
// nothing else on it that is seen.
func (c *collector) isPlain() bool {
	rightToLeft := c.props[c.at].kind() == Right
	for i := c.at + 1; i <= c.last; i++ {
		p := c.props[i]
		if p&isMark == 0 && p.cluster() != gbSpacingMark && c.shapes[i] != joining.Ligated && (!rightToLeft || p&isFormat == 0) {
			return false
		}
	}
	return true
}

// finish completes the item at hand. One that holds format characters shows a
// glyph. Where none can show it, they are left out: no cell whose text is
// written as it is holds any that is not part of its cluster.
func (c *collector) finish() {
	if !c.controls {
		return
	}
	c.controls = false
	it := &c.items[len(c.items)-1]
	switch {
	case !c.isPlain():
		it.start, it.end = c.offsets[c.at], c.offsets[c.last+1]
	case it.glyph == 0:
		it.glyph = c.runes[c.at]
	}
}
