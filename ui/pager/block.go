package pager

import (
	"strings"

	"warraq/ui/page"
	"warraq/ui/rtl"
)

// Block is a part of a text that is laid out by itself.
type Block interface {
	// Lay lays it out in rows of options.Width columns, one at least.
	Lay(options rtl.Options) []Row
	// has is false where a query is certainly not found.
	has(q query) bool
	// find gives the cells that show what a query asks for, by the rows that they
	// stand in; rows are what Lay gave.
	find(q query, rows []Row) map[int][]int
	size() int // bytes, about
}

// Row is one row of a block.
type Row struct {
	Cells []rtl.Cell
	// Start is where the row starts in the block: the same text has the same start
	// at every width.
	Start int
}

// Text is a line of plain text, a paragraph. The state of its styles is that
// behind the line before.
type Text struct {
	Line string
	ANSI rtl.ANSI
}

// spans are the line's text and styles.
func (t Text) spans() []rtl.Span { return t.ANSI.Parse(t.Line) }

// Lay lays the line out.
func (t Text) Lay(options rtl.Options) []Row {
	var rows []Row
	for _, line := range rtl.Lay(t.spans(), options) {
		rows = append(rows, Row{line.Cells, int(line.Start)})
	}
	return rows
}

func (t Text) size() int { return len(t.Line) }

// plain is the line without its control sequences, in which cells have their
// places.
func (t Text) plain() string {
	if !strings.ContainsAny(t.Line, "\x1b\b\r\u009b\u009d") {
		return t.Line
	}
	var b strings.Builder
	for _, s := range t.spans() {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (t Text) has(q query) bool { return q.in(t.plain()) }

func (t Text) find(q query, rows []Row) map[int][]int {
	found := map[int][]int{}
	places := q.places(t.plain())
	if len(places) == 0 {
		return found
	}
	for i, row := range rows {
		for c, cell := range row.Cells {
			if cell.At != rtl.NoOffset && within(places, int(cell.At)) {
				found[i] = append(found[i], c)
			}
		}
	}
	return found
}

// Document is an article, a block of its own.
type Document struct{ page *page.Document }

// NewDocument makes a block of an article.
func NewDocument(d *page.Document) Document { return Document{d} }

// Lay lays the article out.
func (d Document) Lay(options rtl.Options) []Row {
	var rows []Row
	for _, line := range d.page.Lay(options) {
		rows = append(rows, Row{line.Cells, line.Position})
	}
	if rows == nil {
		rows = []Row{{}}
	}
	return rows
}

func (Document) size() int { return 1 << 20 } // as much as one search looks through at once

func (Document) has(query) bool { return true }

// find looks through the text of the rows, each after the other: its cells
// belong to many paragraphs, whose places are not those of one text.
func (Document) find(q query, rows []Row) map[int][]int {
	lines := make([][]rtl.Cell, len(rows))
	for i := range rows {
		lines[i] = rows[i].Cells
	}
	return page.Find(lines, q.places).Cells
}
