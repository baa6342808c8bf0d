package rtl

import (
	"strings"
	"unicode/utf8"

	"warraq/ui/rtl/bidi"
	"warraq/ui/rtl/joining"
)

// paragraph is one paragraph in the sense of UAX #9 (rule P1) and what is known
// of its characters before it is cut into lines. The slices are parallel to
// runes, and are used again for the next paragraph.
type paragraph struct {
	text    string // all that was given
	start   int    // where the paragraph starts in it, in bytes
	runes   []rune
	offsets []int32 // from start, in bytes; one more for the end
	props   []properties
	units   []unit
	shapes  []rune // what is shown of each character, mirroring aside
	forms   []rune // in which form each letter joins, if that is needed
	bidi    bidi.Paragraph
	// embedding holds the embedding levels before rule L1.
	embedding []uint8
	isolates
}

// load takes the paragraph of text that starts at start and gives where the next
// one does: behind the separator, which belongs to neither.
func (p *paragraph) load(text string, start int, o *Options) (next int) {
	p.text, p.start = text, start
	next = p.decode(text[start:]) + start
	p.resolve(o.Direction)
	p.shape(o)
	p.measure(o)
	markBreaks(p.units, p.props)
	p.markSoftHyphens()
	return next
}

// decode reads characters up to a paragraph separator, and gives the length of
// what it has read, with the separator. An invalid byte counts as U+FFFD.
func (p *paragraph) decode(text string) int {
	p.runes, p.offsets, p.props, p.hint = p.runes[:0], p.offsets[:0], p.props[:0], false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		props := propertiesOf(r)
		p.hint = p.hint || r < utf8.RuneSelf && hints[r]
		p.offsets = append(p.offsets, int32(i))
		if props&isDropped != 0 && bidi.ClassOf(r) == bidi.B {
			if strings.HasPrefix(text[i:], "\r\n") {
				size = 2
			}
			return i + size
		}
		p.runes, p.props = append(p.runes, r), append(p.props, props)
		i += size
	}
	p.offsets = append(p.offsets, int32(len(text)))
	return len(text)
}

// shape finds what is shown of each character: letters joined (UAX #9, section
// 3.5), digits of the set asked for.
func (p *paragraph) shape(o *Options) {
	if o.NoShaping {
		p.shapes = append(p.shapes[:0], p.runes...)
	} else {
		p.shapes = joining.ShapeLevels(p.shapes[:0], p.runes, p.embedding)
	}
	if o.Justify {
		p.forms = joining.ShapeLevels(p.forms[:0], p.runes, p.embedding)
	}
	if o.Digits != DigitsAsIs {
		p.showDigits(o.Digits)
	}
}

func (p *paragraph) direction() Direction {
	if p.bidi.Base()&1 == 1 {
		return RTL
	}
	return LTR
}
