package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/warraq/warraq/ui/rtl"
)

// maxTableCells is how many cells of a table are laid out at once.
const maxTableCells = 256

// table is a table, or some rows of one that is long. Each cell is a paragraph of
// its own (UAX #9, HL3), so that what stands in one column never moves into the
// next.
type table struct {
	*tableShape
	rows  []tableRow
	first int // the number of the first row
	all   string
}

// tableShape is what the rows of a table have in common.
type tableShape struct {
	columns []tableColumn
	border  rtl.Style
	head    tableRow
	count   int // of its rows
	shared  sharedWidth
}

// sharedWidth is how the columns of a table share a width.
type sharedWidth struct {
	width  int
	widths []int
	ok     bool
	wraps  bool // a cell of some row has several lines
}

// tableRow is a row of a table.
type tableRow struct {
	cells  []tableCell
	starts []int // where each cell stands in the text of the block, in bytes
	end    int   // where the row ends
}

type tableCell []rtl.Span

// What stands between two columns.
const (
	columnGap      = " │ "
	columnCrossing = "─┼─"
)

// table reads a table.
func (b *builder) table(n *extast.Table) (parts []*table) {
	shape := &tableShape{border: b.look(b.styles.HorizontalRule), columns: make([]tableColumn, len(n.Alignments))}
	for i, a := range n.Alignments {
		shape.columns[i].align = cellAlignments[a]
	}
	var t *table
	var text strings.Builder
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if t == nil || len(t.rows)*len(shape.columns) >= maxTableCells {
			if t != nil {
				t.all = text.String()
				text.Reset()
			}
			t = &table{tableShape: shape, first: shape.count}
			parts = append(parts, t)
		}
		t.rows = append(t.rows, b.tableRow(row, shape, &text))
	}
	t.all = text.String() // a table has a head
	return parts
}

var cellAlignments = map[extast.Alignment]rtl.Align{
	extast.AlignLeft: rtl.AlignLeft, extast.AlignRight: rtl.AlignRight, extast.AlignCenter: rtl.AlignCenter,
}

// tableRow reads a row, and adds what it says to the text of its block.
func (b *builder) tableRow(n ast.Node, shape *tableShape, text *strings.Builder) tableRow {
	look := b.running()
	if shape.count == 0 {
		look = mergeLooks(look, b.styles.Strong)
	}
	var row tableRow
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if len(row.cells) > 0 {
			text.WriteByte('\t')
		}
		cell := b.cell(c, look)
		shape.columns[len(row.cells)].measure(cell)
		row.cells, row.starts = append(row.cells, cell), append(row.starts, text.Len())
		for _, span := range cell {
			text.WriteString(span.Text)
		}
	}
	text.WriteByte('\n')
	row.end = text.Len()
	if shape.count == 0 {
		shape.head = row
	}
	shape.count++
	return row
}

// cell is a cell of a table. In it a stroke is written with a backslash, even
// in code.
func (b *builder) cell(n ast.Node, look primitive) tableCell {
	return b.markdown(strings.ReplaceAll(blockLines(n, b.source), `\|`, "|"), look)
}

func (t *table) text() string { return t.all }

// share shares a width among the columns.
func (t *tableShape) share(width int) *sharedWidth {
	if s := &t.shared; s.width != width || s.widths == nil {
		*s = sharedWidth{width: width}
		s.widths, s.ok = shareWidth(t.columns, width-(len(t.columns)-1)*utf8.RuneCountInString(columnGap))
		for i := range s.widths {
			s.wraps = s.wraps || s.widths[i] < t.columns[i].natural
		}
	}
	return &t.shared
}

// lay lays the table out with the first column where the document starts. Where
// rows have several lines, rules part them.
func (t *table) lay(s *sheet, emit func(Line) bool) bool {
	shared := t.share(s.options.Width)
	if !shared.ok {
		return t.stack(s, emit)
	}
	places := t.places()
	for i, row := range t.rows {
		place := places.next(row)
		if n := t.first + i; n == 1 || n > 1 && shared.wraps {
			rule := t.row(s, shared.widths, func(c int) []rtl.Cell {
				return s.drawn(strings.Repeat("─", shared.widths[c]), t.border)
			}, columnCrossing)
			if !emit(place.without(rule)) {
				return false
			}
		}
		columns, height := t.cells(s, row, shared.widths)
		for y := range height {
			place.Cells = t.row(s, shared.widths, func(c int) []rtl.Cell {
				if y < len(columns[c]) {
					return columns[c][y].Cells
				}
				return s.blanks(shared.widths[c])
			}, columnGap)
			if !emit(place) {
				return false
			}
		}
	}
	return true
}

// rowPlaces tells where the rows of a table stand, each after the one before.
type rowPlaces struct {
	text    string
	start   int // of the next row
	counter positionCounter
}

func (t *table) places() rowPlaces {
	return rowPlaces{text: t.all, counter: positionCounter{text: t.all}}
}

// next gives a line of a row, without its cells.
func (p *rowPlaces) next(row tableRow) Line {
	line := Line{Position: p.counter.before(rtl.Offset(p.start)), text: p.text, start: rtl.Offset(p.start)}
	line.End = p.counter.before(rtl.Offset(row.end))
	p.start = row.end
	return line
}

// without is a line that is drawn, in the place of one of text.
func (l Line) without(cells []rtl.Cell) Line {
	return Line{Cells: cells, Position: l.Position, End: l.Position, start: l.start}
}

// cells lays the cells of a row out, each in its column.
func (t *table) cells(s *sheet, row tableRow, widths []int) (columns [][]rtl.Line, height int) {
	columns = make([][]rtl.Line, len(widths))
	options := s.options
	options.Justify = false
	for i, cell := range row.cells {
		if len(cell) == 0 {
			continue
		}
		options.Width, options.Align = widths[i], cmp.Or(t.columns[i].align, s.options.Align)
		columns[i] = rtl.WrapSpans(cell, options)
		for _, line := range columns[i] {
			if s.side == rtl.RTL && line.Direction == rtl.LTR {
				raiseLevels(line.Cells)
			}
			moveOffsets(line.Cells, rtl.Offset(row.starts[i]))
		}
		height = max(height, len(columns[i]))
	}
	return columns, max(height, 1)
}

// moveOffsets adds a number of bytes to the offsets of cells that stand for text.
func moveOffsets(cells []rtl.Cell, by rtl.Offset) {
	for i := range cells {
		if cells[i].At != rtl.NoOffset {
			cells[i].At += by
		}
	}
}

// raiseLevels raises the embedding levels of cells by two: it makes the cells of a left-to-right paragraph a part of a row that runs
// from right to left.
func raiseLevels(cells []rtl.Cell) {
	for i := range cells {
		cells[i].Level += 2
	}
}

// row puts the columns side by side.
func (t *table) row(s *sheet, widths []int, column func(int) []rtl.Cell, gap string) []rtl.Cell {
	var row []rtl.Cell
	for i := range widths {
		if i > 0 {
			row = append(row, s.drawn(gap, t.border)...)
		}
		c := i
		if s.side == rtl.RTL {
			c = len(widths) - 1 - i
		}
		row = append(row, column(c)...)
	}
	free := s.blanks(s.options.Width - int(rtl.Width(row)))
	if s.side == rtl.RTL {
		return append(free, row...)
	}
	return append(row, free...)
}

// stack shows a table that has no room as its cells one below the other, each
// behind the head of its column, with a rule between the rows.
func (t *table) stack(s *sheet, emit func(Line) bool) bool {
	options := s.options
	options.Justify = false
	if options.Direction != rtl.LTR && options.Direction != rtl.RTL {
		options.Direction = s.side
	}
	places := t.places()
	for i, row := range t.rows {
		place := places.next(row)
		n := t.first + i
		if n > 1 && !emit(place.without(s.drawn(strings.Repeat("─", s.options.Width), t.border))) {
			return false
		}
		for j, cell := range row.cells {
			if n == 0 && t.count > 1 || len(cell) == 0 {
				continue
			}
			move := mover{to: rtl.Offset(row.starts[j]), head: rtl.NoOffset}
			if n > 0 && len(t.head.cells[j]) > 0 {
				if t.first == 0 {
					move.head = rtl.Offset(t.head.starts[j])
				}
				cell = move.headed(t.head.cells[j], cell)
			}
			for line := range s.layout.Lines(cell, options) {
				place.Cells = line.Cells
				move.move(place.Cells)
				if !emit(place) {
					return false
				}
			}
		}
	}
	return true
}

// mover gives the cells of a table's cell, which may stand behind the head of its
// column, their offsets in the text of the block.
type mover struct {
	behind   rtl.Offset // where the head ends
	from, to rtl.Offset // where the cell starts in what is laid out, and in the text
	head     rtl.Offset // where the head starts in the text
}

// headed is a cell behind the head of its column, each in its own direction.
func (m *mover) headed(head, cell tableCell) tableCell {
	m.behind = rtl.Offset(len(firstIsolate) + len(spanText(head)))
	separator := popIsolate + ": " + firstIsolate
	m.from = m.behind + rtl.Offset(len(separator))
	return slices.Concat(
		tableCell{{Text: firstIsolate}}, head, tableCell{{Text: separator}}, cell, tableCell{{Text: popIsolate}},
	)
}

func (m *mover) move(cells []rtl.Cell) {
	for i := range cells {
		c := &cells[i]
		end := c.At + rtl.Offset(len(c.Text)) // isolates beside it are in it
		switch {
		case c.At == rtl.NoOffset:
		case end > m.from:
			c.At = m.to + max(0, c.At-m.from)
		case c.At < m.behind && m.head != rtl.NoOffset && end > rtl.Offset(len(firstIsolate)):
			c.At = m.head + max(0, c.At-rtl.Offset(len(firstIsolate)))
		default:
			c.At = rtl.NoOffset
		}
	}
}
