package rtl

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/joining"
)

// paragraphText is one paragraph in the sense of UAX #9 (rule P1) and what is known
// of its characters before it is cut into lines. The slices are parallel to
// runes, and are used again for the next paragraph.
type paragraphText struct {
	text     string // all that was given
	start    int    // where the paragraph starts in it, in bytes
	lineFeed int    // where the next line feed is in it: the paragraph goes no further
	runes    []rune
	offsets  []int32 // from start, in bytes; one more for the end
	props    []properties
	units    []unit
	shapes   []rune // what is shown of each character, mirroring aside
	forms    []rune // in which form each letter joins, if that is needed
	bidi     bidi.Paragraph
	// embedding holds the embedding levels before rule L1.
	embedding []uint8
	tabStop   int // columns from one tab stop to the next
	isolates
}

// load takes the paragraph of text that starts at start and gives where the next
// one does: behind the separator, which belongs to neither.
func (p *paragraphText) load(text string, start int, o *Options) (next int) {
	p.tabStop = o.TabStop
	if p.tabStop < 1 {
		p.tabStop = defaultTabStop
	}
	p.text, p.start = text, start
	if start == 0 || start > p.lineFeed {
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			p.lineFeed = start + n
		} else {
			p.lineFeed = len(text)
		}
	}
	next = start + p.decode(text[start:], p.lineFeed-start)
	p.given = p.given[:0]
	if start == 0 && len(o.Isolates) > 0 {
		p.takeIsolates(o.Isolates)
	}
	p.resolve(o.Direction, o.Protocols)
	p.shape(o)
	p.measure(o)
	markBreaks(p.units, p.props)
	return next
}

// decode reads characters up to a paragraph separator, and gives the length of
// what it has read, with the separator; most is how many it may be. An invalid
// byte counts as U+FFFD.
func (p *paragraphText) decode(text string, most int) int {
	p.runes = slices.Grow(p.runes[:0], most)[:most]
	p.props = slices.Grow(p.props[:0], most)[:most]
	p.offsets = slices.Grow(p.offsets[:0], most+1)[:most+1]
	p.hint = false
	var bits rune
	n, at := 0, 0
	for ; n < most && at < most; n++ {
		r, size := rune(text[at]), 1
		switch {
		case r < utf8.RuneSelf:
			p.hint = p.hint || isolateHints[r]
		case at+1 < len(text) && r >= 0xc2 && r < 0xe0 && text[at+1]&0xc0 == 0x80:
			r, size = r&0x1f<<6|rune(text[at+1]&0x3f), 2
			p.hint = p.hint || uint32(r-'٠') < 10 || uint32(r-'۰') < 10
		default:
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		props := propertiesOf(r)
		if props&isDropped != 0 && bidi.ClassOf(r) == bidi.B {
			break
		}
		bits |= r
		p.runes[n], p.props[n], p.offsets[n] = r, props, int32(at)
		at += size
	}
	p.bits = bits
	p.offsets[n] = int32(at)
	p.runes, p.props, p.offsets = p.runes[:n], p.props[:n], p.offsets[:n+1]
	return at + separatorLength(text[at:])
}

// separatorLength is the length of the paragraph separator that a text starts
// with, 0 for an empty text.
func separatorLength(text string) int {
	if strings.HasPrefix(text, "\r\n") {
		return 2
	}
	_, size := utf8.DecodeRuneInString(text)
	return size
}

// shape finds what is shown of each character: letters joined (UAX #9, section
// 3.5), digits of the set asked for.
func (p *paragraphText) shape(o *Options) {
	switch o.Shaping {
	case ShapeNone:
		p.shapes = append(p.shapes[:0], p.runes...)
	default:
		p.shapes = joining.ShapeLevels(p.shapes[:0], p.runes, p.embedding)
	}
	if o.Shaping == ShapeBasic {
		joining.Basic(p.shapes, p.runes)
	}
	if o.Justify || o.Fill {
		p.forms = joining.ShapeLevels(p.forms[:0], p.runes, p.embedding)
	}
	if o.Digits != DigitsAsIs {
		p.showDigits(o.Digits)
	}
}

func (p *paragraphText) direction() Direction {
	if p.bidi.Base()&1 == 1 {
		return RTL
	}
	return LTR
}
