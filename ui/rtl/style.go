package rtl

// Style is how a cell looks. The zero Style is the terminal's own. Styles are
// compared with ==.
type Style struct {
	Foreground, Background, UnderlineColor Color

	Attributes Attributes
	// Link is the address of an OSC 8 hyperlink, "" for none.
	Link string
}

// IsZero tells whether a style is the default one. It takes a fraction of a comparison, and
// nearly all cells of most texts have that style.
func (s *Style) IsZero() bool {
	return s.Foreground|s.Background|s.UnderlineColor == 0 && s.Attributes == 0 && s.Link == ""
}

// Attributes are the SGR attributes of a cell, as bits.
type Attributes uint16

// The attributes, by the SGR parameter that sets each.
const (
	Bold            Attributes = 1 << iota // 1
	Faint                                  // 2
	Italic                                 // 3
	Underline                              // 4
	Blink                                  // 5
	Reverse                                // 7
	Conceal                                // 8
	Strike                                 // 9
	DoubleUnderline                        // 21
	CurlyUnderline                         // 4:3
	Overline                               // 53
)

// Color is a terminal's colour: the default one (the zero Color), one of the
// palette, or a true colour.
type Color uint32

const (
	paletteColor Color = 1 << 24
	trueColor    Color = 2 << 24
)

// Palette is colour n of the terminal's 256.
func Palette(n uint8) Color { return paletteColor | Color(n) }

// RGB is a true colour.
func RGB(r, g, b uint8) Color {
	return trueColor | Color(r)<<16 | Color(g)<<8 | Color(b)
}

// RGB returns the parts of a true colour, and false for another.
func (c Color) RGB() (r, g, b uint8, ok bool) {
	return uint8(c >> 16), uint8(c >> 8), uint8(c), c&trueColor != 0
}
