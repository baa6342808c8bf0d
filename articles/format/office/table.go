package office

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostSpan is how many columns or rows a cell may reach over, and mostColumns how
// many columns a table may have.
const mostSpan, mostColumns = 100, 200

// Table collects the rows of a table.
type Table struct {
	rows    [][]*html.Node
	headers []bool
	column  int                // where the next cell of the row stands
	above   map[int]*html.Node // the last cell that begins in a column
	cells   int
}

// Row begins a row.
func (t *Table) Row(header bool) {
	t.rows = append(t.rows, nil)
	t.headers = append(t.headers, header)
	t.column = 0
	if t.above == nil {
		t.above = map[int]*html.Node{}
	}
}

// Cell adds a cell with what a builder holds. It reaches over so many columns and
// rows.
func (t *Table) Cell(inner *Builder, columns, rows int) {
	if len(t.rows) == 0 || t.column >= mostColumns {
		return
	}
	kind := atom.Td
	if t.headers[len(t.rows)-1] {
		kind = atom.Th
	}
	cell := Element(kind)
	columns, rows = min(max(columns, 1), mostSpan), min(max(rows, 1), mostSpan)
	setSpan(cell, "colspan", columns)
	setSpan(cell, "rowspan", rows)
	Move(inner.Body(), cell)
	if only := cell.FirstChild; only != nil && only.NextSibling == nil && only.DataAtom == atom.P {
		cell.RemoveChild(only)
		Move(only, cell)
	}
	last := len(t.rows) - 1
	t.rows[last] = append(t.rows[last], cell)
	t.above[t.column] = cell
	t.column += columns
	t.cells++
}

// setSpan sets an attribute of a cell that reaches over more than one.
func setSpan(cell *html.Node, name string, n int) {
	if n > 1 {
		cell.Attr = append(cell.Attr, html.Attribute{Key: name, Val: strconv.Itoa(n)})
	}
}

// Down lets the cell above reach down over so many columns of this row.
func (t *Table) Down(columns int) {
	cell := t.above[t.column]
	t.column += min(max(columns, 1), mostSpan)
	if cell == nil {
		return
	}
	for i := range cell.Attr {
		if cell.Attr[i].Key == "rowspan" {
			n, _ := strconv.Atoi(cell.Attr[i].Val)
			cell.Attr[i].Val = strconv.Itoa(n + 1)
			return
		}
	}
	cell.Attr = append(cell.Attr, html.Attribute{Key: "rowspan", Val: "2"})
}

// AddTo adds the table to a document. A table of one cell is a frame around what it
// holds.
func (t *Table) AddTo(b *Builder) {
	if t.cells == 0 {
		return
	}
	if t.cells == 1 {
		t.unframe(b)
		return
	}
	table := Element(atom.Table)
	for i, cells := range t.rows {
		if len(cells) == 0 {
			continue
		}
		row := Element(atom.Tr, cells...)
		part := atom.Tbody
		if t.headers[i] {
			part = atom.Thead
		}
		if table.LastChild == nil || table.LastChild.DataAtom != part {
			table.AppendChild(Element(part))
		}
		table.LastChild.AppendChild(row)
	}
	b.Block(table)
}

// unframe adds what the only cell holds.
func (t *Table) unframe(b *Builder) {
	for _, cells := range t.rows {
		for _, cell := range cells {
			loose := Element(atom.P)
			for cell.FirstChild != nil {
				child := cell.FirstChild
				cell.RemoveChild(child)
				if isInline(child) {
					loose.AppendChild(child)
					continue
				}
				b.Block(child)
			}
			if loose.FirstChild != nil {
				b.Block(loose)
			}
		}
	}
}

// isInline tells what stands in paragraphs.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case 0, atom.A, atom.Strong, atom.Em, atom.Del, atom.Sup, atom.Sub, atom.Code, atom.Br, atom.Img:
		return true
	}
	return false
}

// Count returns the number that an attribute says, 1 where it says none.
func Count(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 1
	}
	return max(n, 1)
}
