package prompt

import "warraq/ui/rtl"

// atEnd stands for the end of the text while that is laid out: a neutral that
// takes the direction of the paragraph (UAX #9, N2), and keeps white space before
// it from being what a line ends with.
const atEnd = "|"

// lay lays the text out with a cell for its end.
func (in *Line) lay() rtl.Line {
	o := in.Letters
	o.Width, o.Direction, o.Align = int(rtl.StringWidth(in.Text+atEnd)), rtl.AutoRTL, rtl.AlignRight
	line := rtl.Lay([]rtl.Span{{Text: in.Text + atEnd}}, o)[0]
	for i := range line.Cells {
		if c := &line.Cells[i]; int(c.At) == len(in.Text) {
			c.Text, c.Glyph, c.Kind = "", ' ', rtl.Space
		}
	}
	return line
}

// Field shows the text in so many columns, right-aligned, what is selected in a
// style of its own, and says in which of them the cursor is. What does not fit is
// cut off away from the cursor.
func (in *Line) Field(width int, style, selected rtl.Style) ([]rtl.Cell, int) {
	line := in.lay()
	at, total := int(line.Column(in.Cursor)), int(rtl.Width(line.Cells))
	// The window is as far right as the cursor lets it be.
	left := max(0, min(total-width, at))
	start, stop := in.selection()
	var cells []rtl.Cell
	column, used := 0, 0
	for _, c := range line.Cells {
		w := int(c.Width)
		if column >= left && used+w <= width {
			if c.Style = style; c.At != rtl.NoOffset && c.At >= start && c.At < stop {
				c.Style = selected
			}
			cells = append(cells, c)
			used += w
		}
		column += w
	}
	pad := width - used
	padding := make([]rtl.Cell, max(0, pad), max(0, pad)+len(cells))
	for i := range padding {
		padding[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space, Style: style}
	}
	return append(padding, cells...), min(pad+at-left, width-1)
}
