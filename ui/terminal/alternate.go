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
			style.Foreground = twinColor(style.Foreground, ink)
		}
		w.turn(style)
		w.dst = c.AppendShown(w.dst)
	}
}

// twinColor is the colour next to a colour: one step of blue, which no eye sees. Of
// the palette it is the brighter or darker one.
func twinColor(c, ink rtl.Color) rtl.Color {
	switch {
	case c == 0:
		return ink
	case c >= rtl.RGB(0, 0, 0):
		return c ^ 1
	default:
		return c ^ 8
	}
}
