package command

import (
	"iter"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// listTable lists articles on a terminal in columns, from the side that the interface is
// read from: marks, title, section, source, date, and the ID that other commands take.
type listTable struct {
	env                   *env
	styles                theme.Styles
	section, source, date int // columns of each, as many as the entries need at most
}

// Widths of columns. Of a narrow screen the title gets what the section and the source
// have elsewhere.
const (
	marksColumns, idColumns, gapColumns = 2, 8, 2
	mostSection, mostSource             = 14, 20
	withSource, withSection             = 80, 100 // columns of the screen from which on they are there
)

// newTable returns a table that has room for some entries.
func (e *env) newTable(s *outputSheet, entries []store.Entry) *listTable {
	t := &listTable{env: e, styles: s.theme.Styles()}
	for _, entry := range entries {
		t.section = max(t.section, min(mostSection, textWidth(entry.Section)))
		t.source = max(t.source, min(mostSource, textWidth(entry.Source)))
		t.date = max(t.date, textWidth(e.words.Date(entry.Published)))
	}
	return t
}

func textWidth(s string) int { return int(rtl.StringWidth(text.CleanLine(s))) }

// columned tells whether rows of columns stand as they are laid out on a sheet.
func (s *outputSheet) columned() bool { return !s.piped && s.term.Form != terminal.Logical }

// column is a part of a row.
type column struct {
	text    string
	style   rtl.Style
	columns int
}

// block returns an entry as a block: its row, and under it why it is related to
// another, if it is.
func (t *listTable) block(entry store.Entry) block {
	title := text.CleanLine(entry.Title)
	return block{title, func(layout *rtl.Layouter, options rtl.Options) iter.Seq[[]rtl.Cell] {
		return func(yield func([]rtl.Cell) bool) {
			if !yield(t.row(layout, entry, title, options)) {
				return
			}
			for _, more := range t.env.reasons(entry) {
				if !yield(t.reason(layout, more, options)) {
					return
				}
			}
		}
	}}
}

// row lays the columns out side by side.
func (t *listTable) row(layout *rtl.Layouter, entry store.Entry, title string, options rtl.Options) []rtl.Cell {
	style := t.styles.Title
	if entry.Read {
		style = t.styles.Text
	}
	columns := []column{{t.env.marks(entry), t.styles.Mark, marksColumns}, {title, style, 0}}
	if options.Width >= withSection && t.section > 0 {
		columns = append(columns, column{entry.Section, t.styles.Muted, t.section})
	}
	if options.Width >= withSource && t.source > 0 {
		columns = append(columns, column{entry.Source, t.styles.Muted, t.source})
	}
	if t.date > 0 {
		columns = append(columns, column{t.env.words.Date(entry.Published), t.styles.Muted, t.date})
	}
	columns = append(columns, column{entry.ID, t.styles.Muted, idColumns})
	room := options.Width
	for _, c := range columns {
		room -= c.columns + gapColumns
	}
	columns[1].columns = max(room+gapColumns, 1)
	options.Direction, options.Align = rtl.LTR, rtl.AlignLeft
	if t.env.words.Direction == "rtl" {
		options.Direction, options.Align = rtl.RTL, rtl.AlignRight
		slices.Reverse(columns)
	}
	var cells []rtl.Cell
	for i, c := range columns {
		if i > 0 {
			cells = append(cells, blankCells(gapColumns)...)
		}
		options.Width = c.columns
		cells = append(cells, layout.Truncate([]rtl.Span{{Text: isolate(c.text), Style: c.style}}, options)...)
	}
	return cells
}

// reason lays a line out that stands under a row.
func (t *listTable) reason(layout *rtl.Layouter, why string, options rtl.Options) []rtl.Cell {
	options.Direction = rtl.LTR
	if t.env.words.Direction == "rtl" {
		options.Direction = rtl.RTL
	}
	options.Align = rtl.AlignStart
	options.Prefix = []rtl.Span{{Text: strings.Repeat(" ", marksColumns+gapColumns)}}
	return layout.Truncate([]rtl.Span{{Text: why, Style: t.styles.Muted}}, options)
}

func blankCells(n int) []rtl.Cell {
	return slices.Repeat([]rtl.Cell{{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}}, n)
}
