package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"warraq/ui/rtl"
)

// table is a table: rows of cells, each a paragraph of its own (UAX #9, HL3),
// so that what stands in one column never moves into the next.
type table struct {
	rows    [][]tableCell // the first is the head
	columns []column
	border  rtl.Style
}

type tableCell []rtl.Span

// What stands between two columns.
const (
	between  = " │ "
	crossing = "─┼─"
)

func (b *builder) table(n *extast.Table) *table {
	t := &table{border: b.look(b.styles.HorizontalRule), columns: make([]column, len(n.Alignments))}
	for i, a := range n.Alignments {
		t.columns[i].align = map[extast.Alignment]rtl.Align{
			extast.AlignLeft: rtl.AlignLeft, extast.AlignRight: rtl.AlignRight, extast.AlignCenter: rtl.AlignCenter,
		}[a]
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		look := b.running()
		if len(t.rows) == 0 {
			look = over(look, b.styles.Strong)
		}
		cells := make([]tableCell, 0, len(t.columns))
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, b.cell(c, look))
		}
		t.rows = append(t.rows, cells)
	}
	for _, row := range t.rows {
		for i, cell := range row {
			t.columns[i].measure(cell)
		}
	}
	return t
}

// cell is a cell of a table. In it a stroke is written with a backslash, even
// in code.
func (b *builder) cell(n ast.Node, look primitive) tableCell {
	return b.markdown(strings.ReplaceAll(lines(n, b.source), `\|`, "|"), look)
}

func (t *table) text() string {
	var s strings.Builder
	for _, row := range t.rows {
		s.WriteString(rowText(row))
	}
	return s.String()
}

func rowText(row []tableCell) string {
	var s strings.Builder
	for i, c := range row {
		if i > 0 {
			s.WriteString("\t")
		}
		s.WriteString(spanText(c))
	}
	s.WriteString("\n")
	return s.String()
}

// lay lays the table out with the first column where the document starts. Where
// rows have several lines, rules part them.
func (t *table) lay(s *sheet, emit func(Line) bool) bool {
	widths, ok := share(t.columns, s.options.Width-(len(t.columns)-1)*utf8.RuneCountInString(between))
	if !ok {
		return t.stack(s, emit)
	}
	wraps := false
	for i, c := range t.columns {
		wraps = wraps || widths[i] < c.natural
	}
	runes := 0
	for i, row := range t.rows {
		if i == 1 || i > 1 && wraps {
			rule := t.row(s, widths, func(c int) []rtl.Cell {
				return s.drawn(strings.Repeat("─", widths[c]), t.border)
			}, crossing)
			if !emit(Line{Cells: rule, Position: runes, End: runes}) {
				return false
			}
		}
		columns, height := t.cells(s, row, widths)
		end := runes + utf8.RuneCountInString(rowText(row))
		for y := range height {
			cells := t.row(s, widths, func(c int) []rtl.Cell {
				if y < len(columns[c]) {
					return columns[c][y].Cells
				}
				return s.blanks(widths[c])
			}, between)
			if !emit(Line{Cells: cells, Position: runes, End: end}) {
				return false
			}
		}
		runes = end
	}
	return true
}

// cells lays the cells of a row out, each in its column.
func (t *table) cells(s *sheet, row []tableCell, widths []int) (columns [][]rtl.Line, height int) {
	columns = make([][]rtl.Line, len(widths))
	options := s.options
	options.Justify = false
	for i, cell := range row {
		options.Width, options.Align = widths[i], cmp.Or(t.columns[i].align, s.options.Align)
		columns[i] = rtl.Lay(cell, options)
		for _, line := range columns[i] {
			if s.side == rtl.RTL && line.Direction == rtl.LTR {
				embed(line.Cells)
			}
		}
		height = max(height, len(columns[i]))
	}
	return columns, height
}

// embed makes the cells of a left-to-right paragraph a part of a row that runs
// from right to left.
func embed(cells []rtl.Cell) {
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
	runes := 0
	options := s.options
	options.Justify = false
	if options.Direction != rtl.LTR && options.Direction != rtl.RTL {
		options.Direction = s.side
	}
	for i, row := range t.rows {
		if i > 1 && !emit(Line{Cells: s.drawn(strings.Repeat("─", s.options.Width), t.border), Position: runes, End: runes}) {
			return false
		}
		end := runes + utf8.RuneCountInString(rowText(row))
		for j, cell := range row {
			if i == 0 && len(t.rows) > 1 || len(cell) == 0 {
				continue
			}
			if i > 0 && len(t.rows[0][j]) > 0 {
				cell = headed(t.rows[0][j], cell)
			}
			for line := range s.layout.Lines(cell, options) {
				if !emit(Line{Cells: line.Cells, Position: runes, End: end}) {
					return false
				}
			}
		}
		runes = end
	}
	return true
}

// headed is a cell behind the head of its column, each in its own direction.
func headed(head, cell tableCell) tableCell {
	return slices.Concat(
		tableCell{{Text: firstIsolate}}, head, tableCell{{Text: popIsolate + ": " + firstIsolate}}, cell,
		tableCell{{Text: popIsolate}},
	)
}
