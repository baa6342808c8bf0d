package article

import (
	"fmt"
	"image/color"
	"slices"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/viewport"
)

// PrintSetter sets the document of an article as in print, for a terminal with pixels.
type PrintSetter func(store.Item, *page.Document) *typeset.Screen

// source returns what the viewport shows: the document in cells, or its set pages.
func (p *Pane) source(item store.Item, d *page.Document) viewport.Source {
	p.printed = nil
	if p.SetPrint == nil {
		return d
	}
	p.printed = p.SetPrint(item, d)
	return p.printed
}

// Turn shows the article as in print from now on, or in cells where there is no setter, the
// line that one reads where it was.
func (p *Pane) Turn(set PrintSetter) {
	p.SetPrint = set
	if p.Text != nil {
		p.Text.SetSource(p.source(p.Item, p.Document))
	}
}

// Sheet is what is drawn over the pane's text as in print.
type Sheet struct {
	*typeset.Sheet
	draw.Placed
}

// Sheet returns what is drawn over the text, where the pane begins at a point of the screen,
// over a ground; nil where the text is shown in cells.
func (p *Pane) Sheet(x, y int, ground color.Color) *Sheet {
	if p.printed == nil || p.Text == nil || !p.sized {
		return nil
	}
	columns := p.textColumns()
	var lines []typeset.ScreenLine
	var marks []typeset.Mark
	for i, row := range p.Text.Rows() {
		lines = append(lines, typeset.ScreenLine{Block: row.Block, Number: row.Number})
		marks = appendMarks(marks, i, p.painted(&row))
	}
	frame := picture.Frame{X: x + p.textLeft(), Y: y, Columns: columns, Rows: p.size.Height}
	if len(lines) == 0 || columns <= 0 || frame.Rows <= 0 {
		return nil
	}
	return &Sheet{
		p.printed.Sheet(lines, columns, frame.Rows, marks),
		draw.Placed{Frame: frame, Name: fmt.Sprint("print ", p.printed.Version(), lines, marks), Ground: ground},
	}
}

// painted returns the cells of a row with what is found, chosen and highlighted.
func (p *Pane) painted(row *viewport.Row) []rtl.Cell {
	cells := slices.Clone(row.Cells)
	p.paintHighlights(row, cells)
	p.paintAloud(row, cells)
	p.Text.Paint(*row, cells, p.looks())
	return cells
}

// appendMarks adds the stretches of a line whose cells are painted.
func appendMarks(marks []typeset.Mark, line int, cells []rtl.Cell) []typeset.Mark {
	for i, c := range cells {
		ground := markColor(c.Style)
		if ground == 0 {
			continue
		}
		if n := len(marks) - 1; n >= 0 && marks[n].Line == line && marks[n].To == i && marks[n].Color == ground {
			marks[n].To++
			continue
		}
		marks = append(marks, typeset.Mark{Line: line, From: i, To: i + 1, Color: ground})
	}
	return marks
}

// markColor is the ground of what is painted so, 0 for what is not: of a style that marks by
// its letters alone it is a grey that day and night let be read.
func markColor(s rtl.Style) rtl.Color {
	switch {
	case s.Background != 0:
		return s.Background
	case s.Attributes != 0:
		return rtl.RGB(0x80, 0x80, 0x80)
	}
	return 0
}
