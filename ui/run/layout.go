package run

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"golang.org/x/text/unicode/norm"

	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
)

// Layouter lays the screens of a program out. It is not for concurrent use.
type Layouter struct {
	// Options are those of each text; width, direction and alignment are found.
	Options rtl.Options

	layout rtl.Layouter
}

// screen is all rows of a program's screen, which are laid out with a look at each other.
type screen struct {
	lines []screenLine
	// right is what of the row before ran from right to left and was full: there a text
	// may go on.
	right []span

	// What the words of all of it say of the order of letters that the program joined, once
	// that is weighed.
	evidence wordEvidence
	weighed  bool
}

// Layout lays a screen out and returns its rows from the top, each as wide as the screen.
func (l *Layouter) Layout(g Grid) []Row {
	s := screen{lines: make([]screenLine, g.Height())}
	for y := range s.lines {
		s.lines[y] = readLine(g, y)
	}
	rows := make([]Row, len(s.lines))
	for y := range rows {
		rows[y] = l.row(&s, y)
	}
	return rows
}

// row lays one row out.
func (l *Layouter) row(s *screen, y int) Row {
	line := &s.lines[y]
	before := s.right
	s.right = nil
	if !line.right && !slices.ContainsFunc(before, func(f span) bool { return s.isTail(y, f) }) {
		return Row{Cells: asWritten(line.cells)}
	}
	row := Row{shown: make([]int, len(line.cells))}
	for x := range row.shown {
		row.shown[x] = x
	}
	at := 0
	for _, field := range s.fields(y) {
		row.Cells = append(row.Cells, asWritten(line.cells[at:field.from])...) // the border
		if end := s.numberEnd(y, field); end > field.from {
			row.Cells = append(row.Cells, asWritten(line.cells[field.from:end])...)
			field.from = end
		}
		for _, above := range before {
			if above.from > field.from && above.to == field.to && s.isEmpty(y, span{field.from, above.from}) {
				row.Cells = append(row.Cells, asWritten(line.cells[field.from:above.from])...) // where the numbers of lines stand
				field.from = above.from
			}
		}
		if s.isSeenOrder(y, field) {
			row.Cells = append(row.Cells, asWritten(line.cells[field.from:field.to])...)
			at = field.to
			continue
		}
		columns := s.partNumbers(y, field, s.columns(y, field))
		for _, column := range columns {
			d := line.direction(column.from, column.to)
			alone := len(columns) == 1
			if alone && d != rtl.RTL && slices.Contains(before, field) && (line.right || s.isTail(y, field)) {
				d = rtl.RTL
			}
			cells := l.column(line, column, d, alone, row.shown)
			row.Cells = append(row.Cells, cells...)
			if alone && d == rtl.RTL && s.isFull(y, field) {
				s.right = append(s.right, field)
			}
		}
		at = field.to
	}
	row.Cells = append(row.Cells, asWritten(line.cells[at:])...)
	return row
}

// column lays a column out, with the blanks on either side of its text: one that runs
// from right to left and is alone in its field has them the other way round.
func (l *Layouter) column(line *screenLine, column span, d rtl.Direction, alone bool, shown []int) []rtl.Cell {
	first, last := column.from, column.to
	for first < last && line.isBlank(first) {
		first++
	}
	for last > first && line.isBlank(last-1) {
		last--
	}
	before, after := span{column.from, first}, span{last, column.to}
	if d != rtl.RTL || !alone {
		cells := blanksBetween(line, before)
		cells = append(cells, l.text(line, span{first, last}, d, shown)...)
		return append(cells, blanksBetween(line, after)...)
	}
	cells := slices.Clone(blanksBetween(line, after))
	slices.Reverse(cells)
	start := column.from + len(cells)
	text := l.text(line, span{first, last}, d, shown)
	for x := first; x < last; x++ {
		shown[x] += start - first
	}
	mirrored := blanksBetween(line, before)
	slices.Reverse(mirrored)
	for x := column.from; x < column.to; x++ {
		if x < first || x >= last {
			shown[x] = column.from + column.to - 1 - x
		}
	}
	return append(append(cells, text...), mirrored...)
}

// text lays out what stands between two columns, in cells of the same width, and notes
// where each of them is shown. What no layout gives that width stays as it is.
func (l *Layouter) text(line *screenLine, s span, d rtl.Direction, shown []int) []rtl.Cell {
	if d != rtl.RTL && !line.hasRight(s) {
		return asWritten(line.cells[s.from:s.to])
	}
	spans, starts := spansOf(line.cells[s.from:s.to])
	o := l.Options
	o.Width, o.Direction, o.Align = s.to-s.from, d, rtl.AlignStart
	if d != rtl.RTL {
		o.Isolates = quotedIn(spans)
	}
	cells := slices.Clone(l.layout.Truncate(spans, o))
	if int(rtl.Width(cells)) != o.Width || !isWhole(cells, line.cells[s.from:s.to]) {
		return asWritten(line.cells[s.from:s.to])
	}
	placed := make([]bool, len(starts))
	column := s.from
	for i := range cells {
		c := &cells[i]
		if c.At == rtl.NoOffset {
			column += int(c.Width)
			if c.Glyph == ' ' { // padding, of the style that the text's end has
				c.Style = styleOf(&line.cells[s.to-1])
			}
			continue
		}
		x, _ := slices.BinarySearchFunc(starts, int(c.At), func(start, at int) int { return start - at })
		for ; x < len(starts) && starts[x] < int(c.At)+max(len(c.Text), 1); x++ {
			shown[s.from+x], placed[x] = column, true
		}
		column += int(c.Width)
	}
	for x := 1; x < len(placed); x++ {
		if !placed[x] { // the alef of a lam-alef whose text is shorter by marks that are left out
			shown[s.from+x] = shown[s.from+x-1]
		}
	}
	return cells
}

// quotedIn gives what stands in quotes in a text that runs from left to right, and is laid out
// by itself.
func quotedIn(spans []rtl.Span) []rtl.Isolate {
	var text strings.Builder
	for _, s := range spans {
		text.WriteString(s.Text)
	}
	return plaintext.Quoted(text.String())
}

// spansOf gives the text of cells in spans of one style, and where each cell begins in
// it, in bytes.
func spansOf(cells []uv.Cell) (spans []rtl.Span, starts []int) {
	starts = make([]int, len(cells))
	size := 0
	var b strings.Builder
	var style rtl.Style
	end := func() {
		if b.Len() > 0 {
			spans = append(spans, rtl.Span{Text: b.String(), Style: style})
			b.Reset()
		}
	}
	for i := range cells {
		c := &cells[i]
		starts[i] = size
		content := c.Content
		if content == "" && c.Width > 0 {
			content = " "
		}
		if content == "" {
			continue
		}
		if next := styleOf(c); next != style {
			end()
			style = next
		}
		content = unshapeContent(content)
		b.WriteString(content)
		size += len(content)
	}
	end()
	return spans, starts
}

// unshapeContent gives the letters of which a character is a presentation form. Some programs
// join letters themselves, for an order that is not the one they write in.
func unshapeContent(content string) string {
	r, _ := utf8.DecodeRuneInString(content)
	if r >= 0xFB50 && r <= 0xFBFF || r >= 0xFE80 && r <= 0xFEFC {
		return norm.NFKC.String(content)
	}
	return content
}

// isWhole tells whether cells show all that was written, but for marks, which may be left out:
// a text that was cut, or in which something has no place, is none.
func isWhole(cells []rtl.Cell, written []uv.Cell) bool {
	blanks, shown := 0, 0
	for i := range written {
		if written[i].Width > 0 && strings.Trim(written[i].Content, " ") == "" {
			blanks++
		}
	}
	for i := range cells {
		if cells[i].At != rtl.NoOffset {
			shown += sizeWithoutMarks(cells[i].Text)
		}
	}
	size := 0
	for i := range written {
		size += sizeWithoutMarks(unshapeContent(written[i].Content))
	}
	return shown >= size-blanks
}

// sizeWithoutMarks gives how many bytes of a text are those of other characters than marks.
func sizeWithoutMarks(text string) (size int) {
	for _, r := range text {
		if !unicode.Is(unicode.M, r) {
			size += utf8.RuneLen(r)
		}
	}
	return size
}

// asWritten gives cells as they were written, from the left. What is left of a wide
// character that something was written over is blank.
func asWritten(cells []uv.Cell) []rtl.Cell {
	list := make([]rtl.Cell, 0, len(cells))
	for i := 0; i < len(cells); i++ {
		c := &cells[i]
		if strings.Trim(c.Content, " ") == "" || c.Width < 1 || c.Width > len(cells)-i {
			list = append(list, blankCell(c))
			continue
		}
		i += min(c.Width, 2) - 1
		list = append(list, rtl.Cell{Text: c.Content, Style: styleOf(c), At: rtl.NoOffset, Width: uint8(min(c.Width, 2)), Kind: kindOf(c.Content)})
	}
	return list
}

// blanksBetween gives the blanks between two columns.
func blanksBetween(line *screenLine, s span) []rtl.Cell {
	list := make([]rtl.Cell, 0, s.to-s.from)
	for x := s.from; x < s.to; x++ {
		list = append(list, blankCell(&line.cells[x]))
	}
	return list
}

func blankCell(c *uv.Cell) rtl.Cell {
	return rtl.Cell{Glyph: ' ', Style: styleOf(c), At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
}
