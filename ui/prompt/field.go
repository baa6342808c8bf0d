package prompt

import (
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// atEnd stands for the end of the text while that is laid out: a neutral that
// takes the direction of the paragraph (UAX #9, N2), and keeps white space before
// it from being what a line ends with.
const atEnd = "|"

// lineEnd is the sign between two lines.
const lineEnd = '⏎'

// lay lays the text out on one line, with a cell for its end.
func (in *Line) lay() rtl.Line {
	o := in.Letters
	o.Direction, o.Align = rtl.AutoRTL, rtl.AlignRight
	text := strings.ReplaceAll(in.Text, "\n", atEnd)
	o.Width = int(rtl.StringWidth(text + atEnd))
	line := rtl.WrapSpans([]rtl.Span{{Text: text + atEnd}}, o)[0]
	for i := range line.Cells {
		switch c := &line.Cells[i]; {
		case c.At == rtl.NoOffset:
		case int(c.At) == len(in.Text):
			c.Text, c.Glyph, c.Kind = "", ' ', rtl.Space
		case in.Text[c.At] == '\n':
			c.Text, c.Glyph = "", lineEnd
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
