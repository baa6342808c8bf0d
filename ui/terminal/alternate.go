package terminal

import "warraq/ui/rtl"

// alternate appends a row in the form [Alternate]: a cell that would look like
// the one before it, where either is of a right-to-left script, takes a colour
// next to its own. So no run of one style holds such a cell and another one.
func (w *writer) alternate(row []rtl.Cell) {
	for i := range row {
		c := &row[i]
		style := c.Style
		if style == w.style && i > 0 && (scriptOf(c) != other || scriptOf(&row[i-1]) != other) {
			style.Foreground = twin(style.Foreground)
		}
		w.turn(style)
		w.dst = c.AppendShown(w.dst)
	}
}

// twin is the colour next to a colour: one step of blue, which no eye sees. The
// terminal's own colours, which are not known, get another one of its palette.
func twin(c rtl.Color) rtl.Color {
	switch {
	case c == 0:
		return rtl.Palette(7)
	case c >= rtl.RGB(0, 0, 0):
		return c ^ 1
	default:
		return c ^ 8
	}
}
