package page

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl"
)

// readingOrder gives the cells of a row as they are read: what padding or a
// border parts stays apart, from the right to the left, and between them the text
// decides. What lengthens a word is no part of it.
func readingOrder(cells []rtl.Cell) []int {
	order := make([]int, 0, len(cells))
	for end := len(cells); end > 0; {
		start := end - 1
		if !partsWord(&cells[start]) {
			for start > 0 && !partsWord(&cells[start-1]) {
				start--
			}
		}
		from := len(order)
		for i := start; i < end; i++ {
			if partsWord(&cells[i]) || cells[i].At != rtl.NoOffset {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order[from:], func(a, b int) int { return int(cells[a].At - cells[b].At) })
		end = start
	}
	return order
}

// partsWord tells of a cell that the layout put between texts: padding, a border, but
// no kashida.
func partsWord(c *rtl.Cell) bool {
	const tatweel = 'ـ'
	return c.At == rtl.NoOffset && (c.Text != "" || c.Glyph != tatweel)
}
