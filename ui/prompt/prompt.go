// Package prompt is a line of text that is being typed, in either direction or
// both: the arrows go where they point, what is typed goes where the cursor is in
// reading order.
package prompt

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"warraq/articles"
	"warraq/ui/rtl"
)

// Line is one line of text being typed. The cursor stands on a grapheme
// cluster, or behind the last one; what is typed goes before it in reading
// order.
type Line struct {
	Text   string
	Cursor rtl.Offset

	// Letters has the marks and the shaping of the terminal.
	Letters rtl.Options
}

// Edit takes a key that types or edits, and reports whether it was one.
func (in *Line) Edit(key tea.KeyPressMsg) bool {
	switch key.String() {
	case "left":
		in.move(-1)
	case "right":
		in.move(1)
	case "home", "ctrl+a":
		in.Cursor = 0
	case "end", "ctrl+e":
		in.Cursor = rtl.Offset(len(in.Text))
	case "backspace":
		in.backspace()
	case "delete":
		in.deleteNext()
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.deleteWord()
	case "ctrl+u":
		in.Text, in.Cursor = "", 0
	default:
		if key.Text == "" {
			return false
		}
		in.Insert(key.Text)
	}
	return true
}

// Insert types text at the cursor.
func (in *Line) Insert(s string) {
	s = strings.ReplaceAll(articles.CleanText(s), "\n", " ")
	in.Text = in.Text[:in.Cursor] + s + in.Text[in.Cursor:]
	in.Cursor += rtl.Offset(len(s))
}

// backspace deletes what comes before the cursor in reading order: one code
// point, so that a mark goes before its letter.
func (in *Line) backspace() {
	before := []rune(in.Text[:in.Cursor])
	if len(before) == 0 {
		return
	}
	kept := string(before[:len(before)-1])
	in.Text = kept + in.Text[in.Cursor:]
	in.Cursor = rtl.Offset(len(kept))
}

// deleteWord deletes the word before the cursor.
func (in *Line) deleteWord() {
	kept := strings.TrimRightFunc(in.Text[:in.Cursor], unicode.IsSpace)
	kept = kept[:strings.LastIndexFunc(kept, unicode.IsSpace)+1]
	in.Text = kept + in.Text[in.Cursor:]
	in.Cursor = rtl.Offset(len(kept))
}

// deleteNext deletes the cluster under the cursor.
func (in *Line) deleteNext() {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(in.Text[in.Cursor:], -1)
	in.Text = in.Text[:in.Cursor] + in.Text[int(in.Cursor)+len(cluster):]
}

// move puts the cursor on the cell that stands so many cells to the right on
// the screen.
func (in *Line) move(cells int) {
	line, end := in.lay()
	at := int(line.Column(in.Cursor))
	if in.Cursor >= rtl.Offset(len(in.Text)) {
		at = int(end)
	}
	for i, column := 0, 0; i < len(line.Cells); i++ {
		next := column + int(line.Cells[i].Width)
		if at >= column && at < next {
			target := i + cells
			if target < 0 || target >= len(line.Cells) {
				return
			}
			switch c := line.Cells[target]; {
			case c.At != rtl.NoOffset:
				in.Cursor = c.At
			case columnOf(line, target) == end:
				in.Cursor = rtl.Offset(len(in.Text))
			}
			return
		}
		column = next
	}
}

// lay lays the text out with room for the cursor at either end, and says in
// which column the end of the text is.
func (in *Line) lay() (line rtl.Line, end rtl.Column) {
	width := int(rtl.StringWidth(in.Text)) + 2
	o := in.Letters
	o.Width, o.Direction, o.Align = width, rtl.AutoRTL, rtl.AlignCenter
	lines := rtl.Lay([]rtl.Span{{Text: in.Text}}, o)
	if len(lines) == 0 {
		line.Cells = blanks(width)
		return line, 0
	}
	line = lines[0]
	first, last := -1, -1
	for i, c := range line.Cells {
		if c.At != rtl.NoOffset {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if line.Direction == rtl.LTR {
		return line, columnOf(line, last) + rtl.Column(line.Cells[max(last, 0)].Width)
	}
	return line, columnOf(line, first) - 1
}

// columnOf is the column in which a cell starts.
func columnOf(line rtl.Line, cell int) rtl.Column {
	return rtl.Width(line.Cells[:max(cell, 0)])
}

// Field shows the text in so many columns, right-aligned, and says in which of
// them the cursor is. What does not fit is cut off away from the cursor.
func (in *Line) Field(width int, style rtl.Style) ([]rtl.Cell, int) {
	line, end := in.lay()
	at := int(line.Column(in.Cursor))
	if in.Cursor >= rtl.Offset(len(in.Text)) {
		at = int(end)
	}
	total := int(rtl.Width(line.Cells))
	// The window is as far right as the cursor lets it be.
	from := max(0, min(total-width, at))
	var cells []rtl.Cell
	column, used := 0, 0
	for _, c := range line.Cells {
		w := int(c.Width)
		if column >= from && used+w <= width {
			c.Style = style
			cells = append(cells, c)
			used += w
		}
		column += w
	}
	pad := width - used
	padding := blanks(pad)
	for i := range padding {
		padding[i].Style = style
	}
	return append(padding, cells...), pad + at - from
}

// blanks are n columns of nothing.
func blanks(n int) []rtl.Cell {
	cells := make([]rtl.Cell, max(0, n))
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	return cells
}
