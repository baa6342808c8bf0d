package terminal

import "github.com/warraq/warraq/ui/rtl"

// alternate appends a row in the form [Alternate]: a cell that would look like
// the one before it, where either is of a right-to-left script, takes a colour
// next to its own. So no run of one style holds such a cell and another one.
//
// What is to have the terminal's own colour gets the ink, a colour like it,
// since blanks that a renderer erases are in the terminal's own, whatever they
// were sent in.
func (w *writer) alternate(row []rtl.Cell, ink rtl.Color) {
	for i := range row {
		c := &row[i]
		style := c.Style
		if style.Foreground == 0 && c.Kind != rtl.Space {
			style.Foreground = ink
		}
		if i > 0 && style == w.style && (scriptOf(c) != otherScript || scriptOf(&row[i-1]) != otherScript) {
			style.Foreground = twinColor(style.Foreground, ink, style.Attributes&rtl.Bold != 0)
		}
		w.turn(style)
		w.dst = c.AppendShown(w.dst)
	}
}

// twinColor is the colour next to a colour: one step of blue, which no eye sees. Of
// the palette it is the brighter or darker one, but where the letter is bold: terminals show
// that in the brighter one anyway, and the other is then a colour as it mostly is.
func twinColor(c, ink rtl.Color, bold bool) rtl.Color {
	switch {
	case c == 0:
		return ink
	case c >= rtl.RGB(0, 0, 0):
		return c ^ 1
	case bold && c < rtl.Palette(paletteColors):
		return brightColors[(c-rtl.Palette(0))&7]
	default:
		return c ^ 8
	}
}

// paletteColors is how many colours of the palette have a brighter one or are it.
const paletteColors = 16

// brightColors are the brighter ones as xterm has them.
var brightColors = [paletteColors / 2]rtl.Color{
	rtl.RGB(0x7f, 0x7f, 0x7f), rtl.RGB(0xff, 0, 0), rtl.RGB(0, 0xff, 0), rtl.RGB(0xff, 0xff, 0),
	rtl.RGB(0x5c, 0x5c, 0xff), rtl.RGB(0xff, 0, 0xff), rtl.RGB(0, 0xff, 0xff), rtl.RGB(0xff, 0xff, 0xff),
}
