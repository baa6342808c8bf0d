package rtl

import "bytes"

// Wrap lays a text, which may have escape sequences for its styles, out in lines of some
// columns and returns them as one text, each line but the last with a line feed behind
// it, for a terminal that shows what it is sent from the left to the right:
//
//	fmt.Println(rtl.Wrap("سلام عليكم", 80))
//
// Each paragraph has the direction of its first letter. For all else there is
// [WrapSpans].
func Wrap(text string, width int) string {
	var out []byte
	for i, line := range WrapSpans(ParseANSI(text), Options{Width: width}) {
		if i > 0 {
			out = append(out, '\n')
		}
		out = append(out, visibleText(line.Cells)...)
	}
	return string(out)
}

// Truncate lays a text out in one line of some columns at the most, cut at its end with
// an ellipsis where it does not fit, and returns it as [Wrap] does. For all else there
// is [TruncateSpans].
func Truncate(text string, width int) string {
	cells := TruncateSpans(ParseANSI(text), Options{Width: width})
	for len(cells) > 0 && isBlank(&cells[0]) {
		cells = cells[1:]
	}
	return string(visibleText(cells))
}

// visibleText is a row in visual order, without the blanks that fill it up at the right.
func visibleText(cells []Cell) []byte {
	end := len(cells)
	for end > 0 && isBlank(&cells[end-1]) && cells[end-1].Style.IsZero() {
		end--
	}
	return bytes.TrimRight(AppendVisual(nil, cells[:end]), " ")
}
