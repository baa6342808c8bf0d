package page

import (
	"bytes"
	"slices"

	"warraq/articles/text"
	"warraq/ui/rtl"
)

// Hits are where a text was found in lines.
type Hits struct {
	// Lines has the line in which each hit begins, in their order.
	Lines []int
	// Cells has the cells that show hits, by their lines.
	Cells map[int][]int
	// Numbers says of each of those cells which hit it shows.
	Numbers map[int][]int
}

// Find looks through laid-out lines, whatever is in them: in running text from
// line to line, in tables column by column. What is to be found in a text is for
// find to say.
func Find(lines [][]rtl.Cell, find func(text string) []text.Range) Hits {
	type home struct{ line, cell int }
	var text []byte
	var homes []home // of each byte
	add := func(part string, h home) {
		text = append(text, part...)
		for range len(part) {
			homes = append(homes, h)
		}
	}
	for i, cells := range lines {
		for _, c := range readingOrder(cells) {
			if part := cells[c].Text; part != "" {
				add(part, home{i, c})
			} else if !bytes.HasSuffix(text, []byte(" ")) {
				add(" ", home{i, -1}) // what parts stretches, however wide it is
			}
		}
		if !bytes.HasSuffix(text, []byte(" ")) {
			add(" ", home{i, -1})
		}
	}
	hits := Hits{Cells: map[int][]int{}, Numbers: map[int][]int{}}
	for n, p := range find(string(text)) {
		hits.Lines = append(hits.Lines, homes[p.Start].line)
		for _, h := range homes[p.Start:p.End] {
			if h.cell >= 0 && !slices.Contains(hits.Cells[h.line], h.cell) {
				hits.Cells[h.line] = append(hits.Cells[h.line], h.cell)
				hits.Numbers[h.line] = append(hits.Numbers[h.line], n)
			}
		}
	}
	return hits
}

// readingOrder gives the cells of a row as they are read: what padding or a
// border parts stays apart, from the right to the left, and between them the text
// decides. What lengthens a word is no part of it.
func readingOrder(cells []rtl.Cell) []int {
	order := make([]int, 0, len(cells))
	for end := len(cells); end > 0; {
		start := end - 1
		if !parts(&cells[start]) {
			for start > 0 && !parts(&cells[start-1]) {
				start--
			}
		}
		from := len(order)
		for i := start; i < end; i++ {
			if parts(&cells[i]) || cells[i].At != rtl.NoOffset {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order[from:], func(a, b int) int { return int(cells[a].At - cells[b].At) })
		end = start
	}
	return order
}

// parts tells of a cell that the layout put between texts: padding, a border, but
// no kashida.
func parts(c *rtl.Cell) bool {
	const tatweel = 'ـ'
	return c.At == rtl.NoOffset && (c.Text != "" || c.Glyph != tatweel)
}
