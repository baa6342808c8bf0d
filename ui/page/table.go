package page

import (
	"slices"
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"

	"warraq/ui/rtl"
)

// table is a table: rows of cells, each a paragraph of its own (UAX #9, HL3),
// so that what stands in one column never moves into the next.
type table struct {
	rows   [][][]rtl.Span // the first is the head
	align  []rtl.Align
	border rtl.Style
}

// The least width of a column, and what stands between two.
const (
	leastColumn = 3
	between     = " │ "
	crossing    = "─┼─"
)

func (b *builder) table(n *extast.Table) *table {
	t := &table{border: b.look(b.styles.HorizontalRule)}
	for _, a := range n.Alignments {
		t.align = append(t.align, map[extast.Alignment]rtl.Align{
			extast.AlignLeft: rtl.AlignLeft, extast.AlignRight: rtl.AlignRight, extast.AlignCenter: rtl.AlignCenter,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		look := b.running()
		if _, head := row.(*extast.TableHeader); head {
			look = b.styles.Strong
		}
		var cells [][]rtl.Span
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, b.inline(c, look))
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

func spanText(spans []rtl.Span) string {
	var s strings.Builder
	for _, span := range spans {
		s.WriteString(span.Text)
	}
	return s.String()
}

func (t *table) text() string {
	var s strings.Builder
	for _, row := range t.rows {
		for i, c := range row {
			if i > 0 {
				s.WriteString("\t")
			}
			s.WriteString(spanText(c))
		}
		s.WriteString("\n")
	}
	return s.String()
}

// lay appends the table's lines: the first column where the document starts.
func (t *table) lay(lines []Line, b block, options rtl.Options) []Line {
	lead := leadColumns(b.first)
	widths, fits := t.columns(options.Width - lead)
	if !fits {
		return t.stack(lines, b, options)
	}
	for i, row := range t.rows {
		for _, cells := range t.row(row, widths, options) {
			lines = append(lines, Line{framed(cells, lead, options), b.position})
		}
		if i == 0 {
			lines = append(lines, Line{framed(t.rule(widths, options), lead, options), b.position})
		}
	}
	return lines
}

// columns shares a width among the columns: each what it needs, and where that
// is too much, the wide ones give way to the narrow ones.
func (t *table) columns(width int) (widths []int, fit bool) {
	n := 0
	for _, row := range t.rows {
		n = max(n, len(row))
	}
	free := width - (n-1)*len([]rune(between))
	if n == 0 || free < n*leastColumn {
		return nil, false
	}
	widths = make([]int, n)
	for _, row := range t.rows {
		for i, c := range row {
			widths[i] = max(widths[i], int(rtl.StringWidth(plain(spanText(c)))), leastColumn)
		}
	}
	// The widest ones are cut down to a common width that leaves room for all.
	sorted := slices.Sorted(slices.Values(widths))
	left, most := free, sorted[n-1]
	for i, w := range sorted {
		if w*(n-i) > left {
			most = left / (n - i)
			break
		}
		left -= w
	}
	for i := range widths {
		widths[i] = min(widths[i], max(most, leastColumn))
	}
	return widths, true
}

// row lays the cells of a row side by side.
func (t *table) row(row [][]rtl.Span, widths []int, options rtl.Options) [][]rtl.Cell {
	columns := make([][]rtl.Line, len(widths))
	height := 1
	for i, w := range widths {
		o := rtl.Options{
			Width: w, Direction: options.Direction, Digits: options.Digits,
			NoShaping: options.NoShaping, HideMarks: options.HideMarks,
		}
		if i < len(t.align) {
			o.Align = t.align[i]
		}
		var cell []rtl.Span
		if i < len(row) {
			cell = row[i]
		}
		columns[i] = rtl.Lay(cell, o)
		height = max(height, len(columns[i]))
	}
	out := make([][]rtl.Cell, height)
	for y := range out {
		t.across(len(widths), options, func(i int) {
			if y < len(columns[i]) {
				out[y] = append(out[y], columns[i][y].Cells...)
			} else {
				out[y] = append(out[y], filler(widths[i], ' ', rtl.Style{})...)
			}
		}, func() { out[y] = append(out[y], drawn(between, t.border)...) })
	}
	return out
}

// rule is the line under the head.
func (t *table) rule(widths []int, options rtl.Options) []rtl.Cell {
	var out []rtl.Cell
	t.across(len(widths), options,
		func(i int) { out = append(out, filler(widths[i], '─', t.border)...) },
		func() { out = append(out, drawn(crossing, t.border)...) })
	return out
}

// across goes over the columns from the left of the screen.
func (t *table) across(n int, options rtl.Options, column func(int), gap func()) {
	for i := range n {
		if i > 0 {
			gap()
		}
		if options.LeadDirection == rtl.RTL {
			column(n - 1 - i)
		} else {
			column(i)
		}
	}
}

// stack shows a table that has no room as its cells one below the other, each
// under the head of its column.
func (t *table) stack(lines []Line, b block, options rtl.Options) []Line {
	options.First, options.Rest = b.first, b.rest
	for i, row := range t.rows {
		if i == 0 && len(t.rows) > 1 {
			continue
		}
		for j, cell := range row {
			spans := cell
			if i > 0 && j < len(t.rows[0]) {
				spans = slices.Concat(t.rows[0][j], []rtl.Span{{Text: ": "}}, cell)
			}
			for _, l := range rtl.Lay(spans, options) {
				lines = append(lines, Line{l.Cells, b.position})
			}
		}
	}
	return lines
}

// framed brings a row to the width, at the side where the document starts.
func framed(cells []rtl.Cell, lead int, options rtl.Options) []rtl.Cell {
	free := filler(options.Width-lead-int(rtl.Width(cells)), ' ', rtl.Style{})
	room := filler(lead, ' ', rtl.Style{})
	if options.LeadDirection == rtl.RTL {
		return slices.Concat(free, cells, room)
	}
	return slices.Concat(room, cells, free)
}

func filler(width int, glyph rune, style rtl.Style) []rtl.Cell {
	return drawn(strings.Repeat(string(glyph), max(0, width)), style)
}

// drawn is a row of characters that stand as they are.
func drawn(s string, style rtl.Style) []rtl.Cell {
	var cells []rtl.Cell
	for _, r := range s {
		kind := rtl.Neutral
		if r == ' ' {
			kind = rtl.Space
		}
		cells = append(cells, rtl.Cell{Glyph: r, Style: style, At: rtl.NoOffset, Width: 1, Kind: kind})
	}
	return cells
}
