package page

import (
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// tableColumn is a column of a table, and what it needs.
type tableColumn struct {
	align   rtl.Align
	natural int // columns of its widest line
	least   int // columns of its longest word, maxLeast at the most
}

// The bounds of what a column needs at least.
const (
	minLeast = 3
	maxLeast = 12
)

// measure takes a cell into account.
func (c *tableColumn) measure(cell tableCell) {
	c.natural, c.least = max(c.natural, minLeast), max(c.least, minLeast)
	for line := range strings.SplitSeq(toPlain.Replace(spanText(cell)), "\n") {
		c.natural = max(c.natural, int(rtl.StringWidth(line)))
		for word := range strings.FieldsSeq(line) {
			c.least = max(c.least, min(int(rtl.StringWidth(word)), maxLeast))
		}
	}
}

// shareWidth shares a width among columns, if there is enough for what they need at
// least: each gets what it needs, and where that is too much the widest ones
// give way, down to one width.
func shareWidth(columns []tableColumn, width int) (widths []int, ok bool) {
	widths = make([]int, len(columns))
	most := 0
	for i, c := range columns {
		widths[i] = c.least
		width -= c.least
		most = max(most, c.natural)
	}
	if width < 0 || len(columns) == 0 {
		return nil, false
	}
	// What is left goes to the narrowest first, column by column.
	most = min(most, maxLeast+width)
	for w := minLeast; w < most && width > 0; w++ {
		for i, c := range columns {
			if widths[i] == w && w < c.natural && width > 0 {
				widths[i]++
				width--
			}
		}
	}
	return widths, true
}
