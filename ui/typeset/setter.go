package typeset

import (
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// Options say how a page is set. Lengths are in whatever unit the page is measured in:
// pixels or points.
type Options struct {
	Width float32 // of the lines
	Size  float32 // of letters
	// Leading is by how much lines stand further apart than the font asks, 1 for as it asks.
	Leading float32
	// Spacing is how many free lines stand between paragraphs; with none their first lines
	// are indented.
	Spacing float32
	Justify bool
	// Side is where the article starts, and Direction the paragraphs': AutoRTL or Auto for
	// each one's own.
	Side      rtl.Direction
	Direction rtl.Direction
	Language  string // of the article, a BCP 47 tag; Urdu is set in Nastaliq
	Digits    rtl.Digits
	HideMarks bool
	// KeepShadda is that of the marks that are hidden shadda stays.
	KeepShadda bool
	// Tallest is how high a picture may be.
	Tallest float32
	// Density is how many pixels a unit has where that is known: no rule is thinner than one.
	Density float32
	// Pictures is false where pictures are told of and not shown.
	Pictures bool
}

// Setter sets the parts of an article. It keeps its buffers and is not for concurrent use.
type Setter struct {
	options  Options
	faces    *faces.Set
	shaper   faces.Shaper
	resolver rtl.Resolver
	places   []rtl.Kashida
	density  float32
	urdu     bool // the article is in it
	hebrew   bool
}

// NewSetter makes one that sets pages with some faces.
func NewSetter(set *faces.Set, o Options) *Setter {
	if o.Leading <= 0 {
		o.Leading = 1
	}
	if o.Density <= 0 {
		o.Density = 1
	}
	if o.Size <= 0 {
		o.Size = 16
	}
	if o.Side == rtl.Auto || o.Side == rtl.AutoRTL {
		o.Side = rtl.RTL
	}
	base, _, _ := strings.Cut(o.Language, "-")
	return &Setter{options: o, faces: set, density: o.Density, urdu: base == "ur", hebrew: base == "he" || base == "yi"}
}

// family returns the family that text in a script is set in.
func (s *Setter) family(script faces.Script, mono bool) faces.Family {
	switch {
	case script == faces.Arabic && s.urdu && !mono:
		return faces.Nastaliq
	case script == faces.Arabic:
		return faces.Naskh
	case script == faces.HebrewScript:
		return faces.Hebrew
	case mono:
		return faces.Mono
	}
	return faces.Latin
}

// face returns the face of a character in a script.
func (s *Setter) face(r rune, script faces.Script, bold, mono bool) *faces.Face {
	return s.faces.For(r, s.family(script, mono), bold)
}

// fontScales are how large the letters of the embedded fonts are set beside each other, so that
// they look as large as each other: those of Naskh are small for their size.
var fontScales = map[string]float32{
	"NotoNaskhArabic": 1.08, "NotoNastaliqUrdu": 0.95, "NotoSerifHebrew": 1.02, "NotoSerif": 0.92,
	"NotoSansMono": 0.85,
}

// scaleOf returns how large a face is set.
func scaleOf(f *faces.Face) float32 {
	family, _, _ := strings.Cut(f.Name, "-")
	if scale, ok := fontScales[family]; ok {
		return scale
	}
	return 1
}

// languageOf returns the language that text in a script is shaped for: the article's, where
// that is written in it.
func (s *Setter) languageOf(script faces.Script) string {
	switch {
	case script == faces.Arabic && s.options.Language == "":
		return "ar"
	case script == faces.HebrewScript:
		return "he"
	case script == faces.Arabic:
		return s.options.Language
	}
	return "en"
}

// shown returns the character that is shown for one: tabs are spaces, digits those of the
// set that is asked for, marks nothing where they are hidden.
func (s *Setter) shown(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case s.options.HideMarks && isHideable(r) && (!s.options.KeepShadda || r != shaddaMark):
		return zeroWidthJoiner
	case s.options.Digits != rtl.DigitsAsIs:
		return digit(r, s.options.Digits)
	}
	return r
}

const zeroWidthJoiner, shaddaMark = '\u200d', '\u0651'

// isHideable tells of a mark of a right-to-left letter that readers can do without.
func isHideable(r rune) bool {
	return r >= 0x0591 && unicode.Is(unicode.Mn, r) && (r <= 0x05c7 || r >= 0x0610 && r <= 0x06ed || r >= 0x08d3 && r <= 0x08ff)
}

// digit returns a digit in another set.
func digit(r rune, set rtl.Digits) rune {
	zeros := map[rtl.Digits]rune{rtl.DigitsArabic: '٠', rtl.DigitsPersian: '۰', rtl.DigitsEuropean: '0'}
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return zeros[set] + r - zero
		}
	}
	return r
}

// isControl tells of what is never set: line ends, soft hyphens, marks of byte order.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xad
}

// isJoiner tells of a format that stands with the letter before it.
func isJoiner(r rune) bool { return unicode.Is(unicode.Cf, r) }

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }
