package rtl

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// isolates are the stretches of a paragraph that are laid out as if they stood
// between LRI and PDI, though the text does not hold these (UAX #9, HL3).
type isolates struct {
	hint    bool // the text may have some
	bits    rune // all that are set in one of the characters
	found   []stretch
	given   []stretch // by the options
	wrapped []rune    // the text with LRI and PDI
	inner   []int32   // where each character of the paragraph is in it
	line    []uint8   // of one line of the wrapped text
	own     []uint8   // backs embedding where there are isolates
}

// stretch is a stretch of characters: from start up to, without, end. override
// is true where not even numbers in Arabic digits, whose groups stand from right
// to left by themselves, keep their order.
type stretch struct {
	start, end int
	override   bool
	opener     rune // what begins it, of one that was given
	padded     bool // see [Isolate]
}

// openers of an isolate, by its direction.
var openersOf = [...]rune{Auto: firstStrongIsolate, AutoRTL: firstStrongIsolate, LTR: leftToRightIsolate, RTL: rightToLeftIsolate}

// takeIsolates finds the characters of the isolates that the options give. What is
// nowhere in the paragraph, or begins within the one before, is left out.
func (p *paragraphText) takeIsolates(all []Isolate) {
	at := 0
	for _, s := range all {
		start, _ := slices.BinarySearch(p.offsets, int32(s.Start))
		end, _ := slices.BinarySearch(p.offsets, int32(s.End))
		if end = min(end, len(p.runes)); start < at || start >= end {
			continue
		}
		p.given = append(p.given, stretch{start: start, end: end, opener: openersOf[s.Direction], padded: s.Padded})
		at = end
	}
}

// rightToLeftBits is a bound of what is set in a text that has a right-to-left
// character: none comes before U+0590.
const rightToLeftBits = 0x400

const (
	leftToRightIsolate    = '\u2066'
	rightToLeftIsolate    = '\u2067'
	firstStrongIsolate    = '\u2068'
	popDirectionalIsolate = '\u2069'
	leftToRightOverride   = '\u202d'
)

// resolve finds the embedding levels of the whole paragraph, before any line is
// broken.
func (p *paragraphText) resolve(d Direction, protocols Protocols) {
	p.found = p.found[:0]
	if protocols&Addresses != 0 && p.hint && (p.bits >= rightToLeftBits || d == RTL || d == AutoRTL) {
		p.found = findIsolates(p.found, p.runes)
	}
	if !p.isolated() {
		p.bidi.Resolve(p.runes, bidi.Direction(d))
		p.embedding = p.bidi.Levels()
		return
	}
	if d == AutoRTL && len(p.given) == 0 && p.onlyAddresses() {
		d = LTR
	}
	p.enclose()
	p.bidi.Resolve(p.wrapped, bidi.Direction(d))
	p.own = slices.Grow(p.own[:0], len(p.runes))[:len(p.runes)]
	all := p.bidi.Levels()
	for i, at := range p.inner {
		p.own[i] = all[at]
	}
	p.embedding = p.own
}

// onlyAddresses reports whether all letters of the paragraph stand in addresses:
// in a list of files, those give the direction that rule P2 does not find.
func (p *paragraphText) onlyAddresses() bool {
	isStrong := func(props properties) bool { return props.kind() == Left || props.kind() == Right }
	at, some := 0, false
	for _, s := range p.found {
		if slices.ContainsFunc(p.props[at:s.start], isStrong) {
			return false
		}
		at, some = s.end, some || !s.override
	}
	return some && !slices.ContainsFunc(p.props[at:], isStrong)
}

// isolated reports whether anything in the paragraph is laid out by itself.
func (p *paragraphText) isolated() bool { return len(p.found) > 0 || len(p.given) > 0 }

// enclose writes the text with what its isolates stand between.
func (p *paragraphText) enclose() {
	p.wrapped, p.inner = p.wrapped[:0], p.inner[:0]
	at, found := 0, p.found
	for _, s := range p.given {
		found = p.encloseFound(found, at, s.start)
		p.wrapped = append(p.wrapped, s.opener)
		found = p.encloseFound(found, s.start, s.end)
		p.wrapped = append(p.wrapped, popDirectionalIsolate)
		at = s.end
	}
	p.encloseFound(found, at, len(p.runes))
}

// encloseFound writes the text between two characters, and returns the addresses behind
// it. One that reaches over either is none.
func (p *paragraphText) encloseFound(found []stretch, start, end int) []stretch {
	at := start
	for len(found) > 0 && found[0].start < end {
		s := found[0]
		if found = found[1:]; s.start < at || s.end > end {
			continue
		}
		p.wrap(at, s.start)
		p.wrapped = append(p.wrapped, leftToRightIsolate)
		if s.override {
			p.wrapped = append(p.wrapped, leftToRightOverride)
		}
		p.wrap(s.start, s.end)
		p.wrapped = append(p.wrapped, popDirectionalIsolate)
		at = s.end
	}
	p.wrap(at, end)
	return found
}

func (p *paragraphText) wrap(start, end int) {
	for i := start; i < end; i++ {
		p.inner = append(p.inner, int32(len(p.wrapped)+i-start))
	}
	p.wrapped = append(p.wrapped, p.runes[start:end]...)
}

// lineLevels appends to dst the levels of the characters from start to end,
// which make a line, after rule L1.
func (p *paragraphText) lineLevels(dst []uint8, start, end int) []uint8 {
	if !p.isolated() || start == end {
		return p.bidi.Line(dst, start, end)
	}
	first, last := p.inner[start], p.inner[end-1]
	p.line = p.bidi.Line(p.line[:0], int(first), int(last)+1)
	for _, at := range p.inner[start:end] {
		dst = append(dst, p.line[at-first])
	}
	return dst
}

// levelBefore gives the lowest level of what stands before character i for isolates, on the
// line that starts with another character and whose levels were asked for last.
func (p *paragraphText) levelBefore(start, i int) uint8 {
	lowest := uint8(noLevel)
	for at := p.inner[i-1] + 1; at < p.inner[i]; at++ {
		if !isRemoved(p.wrapped[at]) {
			lowest = min(lowest, p.line[at-p.inner[start]])
		}
	}
	return lowest
}

// isIsolated reports whether character i stands in a stretch of its own order.
func (p *paragraphText) isIsolated(i int) bool {
	_, ok := slices.BinarySearchFunc(p.found, i, func(s stretch, i int) int {
		switch {
		case s.end <= i:
			return -1
		case s.start > i:
			return 1
		}
		return 0
	})
	return ok
}
