package reader

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"warraq/articles"
	"warraq/ui/rtl"
)

// input is one line of text being typed. The cursor stands on a grapheme
// cluster, or behind the last one; what is typed goes before it in reading
// order.
type input struct {
	text   string
	cursor rtl.Offset

	letters rtl.Options // marks and shaping as the terminal has them
}

// insert types text at the cursor.
func (in *input) insert(s string) {
	s = strings.ReplaceAll(articles.CleanText(s), "\n", " ")
	in.text = in.text[:in.cursor] + s + in.text[in.cursor:]
	in.cursor += rtl.Offset(len(s))
}

// backspace deletes what comes before the cursor in reading order: one code
// point, so that a mark goes before its letter.
func (in *input) backspace() {
	before := []rune(in.text[:in.cursor])
	if len(before) == 0 {
		return
	}
	kept := string(before[:len(before)-1])
	in.text = kept + in.text[in.cursor:]
	in.cursor = rtl.Offset(len(kept))
}

// deleteWord deletes the word before the cursor.
func (in *input) deleteWord() {
	kept := strings.TrimRightFunc(in.text[:in.cursor], unicode.IsSpace)
	kept = kept[:strings.LastIndexFunc(kept, unicode.IsSpace)+1]
	in.text = kept + in.text[in.cursor:]
	in.cursor = rtl.Offset(len(kept))
}

// deleteNext deletes the cluster under the cursor.
func (in *input) deleteNext() {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(in.text[in.cursor:], -1)
	in.text = in.text[:in.cursor] + in.text[int(in.cursor)+len(cluster):]
}

// move puts the cursor on the cell that stands so many cells to the right on
// the screen.
func (in *input) move(cells int) {
	line, end := in.lay()
	at := int(line.Column(in.cursor))
	if in.cursor >= rtl.Offset(len(in.text)) {
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
				in.cursor = c.At
			case columnOf(line, target) == end:
				in.cursor = rtl.Offset(len(in.text))
			}
			return
		}
		column = next
	}
}

// lay lays the text out with room for the cursor at either end, and says in
// which column the end of the text is.
func (in *input) lay() (line rtl.Line, end rtl.Column) {
	width := int(rtl.StringWidth(in.text)) + 2
	o := in.letters
	o.Width, o.Direction, o.Align = width, rtl.AutoRTL, rtl.AlignCenter
	lines := rtl.Lay([]rtl.Span{{Text: in.text}}, o)
	if len(lines) == 0 {
		line.Cells = blank(width, rtl.Style{})
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

// field shows the text in so many columns, right-aligned, and says in which of
// them the cursor is. What does not fit is cut off away from the cursor.
func (in *input) field(width int, style rtl.Style) ([]rtl.Cell, int) {
	line, end := in.lay()
	at := int(line.Column(in.cursor))
	if in.cursor >= rtl.Offset(len(in.text)) {
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
	return append(blank(pad, style), cells...), pad + at - from
}

// openFilter starts a filter of the list, or goes on with the one there is.
func (m *Model) openFilter() tea.Cmd {
	m.focus = listPane
	m.prompt = &input{
		text: m.list.filter.Title, cursor: rtl.Offset(len(m.list.filter.Title)),
		letters: rtl.Options{HideMarks: m.options.HideMarks, Shaping: m.options.Shaping},
	}
	return m.relaid()
}

// edit takes a key while the prompt is open.
func (m *Model) edit(key tea.KeyPressMsg) tea.Cmd {
	in := m.prompt
	switch key.String() {
	case "esc", "ctrl+c":
		m.prompt = nil
		return m.setFilter("")
	case "enter":
		m.prompt = nil
		return nil
	case "up", "down":
		m.prompt = nil
		return m.press(key)
	case "left":
		in.move(-1)
	case "right":
		in.move(1)
	case "home", "ctrl+a":
		in.cursor = 0
	case "end", "ctrl+e":
		in.cursor = rtl.Offset(len(in.text))
	case "backspace":
		if in.text == "" {
			m.prompt = nil
			return nil
		}
		in.backspace()
	case "delete":
		in.deleteNext()
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.deleteWord()
	case "ctrl+u":
		in.text, in.cursor = "", 0
	default:
		if key.Text == "" {
			return nil
		}
		in.insert(key.Text)
	}
	return m.refilter()
}

// refilter asks for the list that the prompt's text leaves.
func (m *Model) refilter() tea.Cmd {
	if m.prompt.text == m.list.filter.Title {
		return nil
	}
	return m.setFilter(m.prompt.text)
}

// setFilter narrows the list to what holds the text.
func (m *Model) setFilter(text string) tea.Cmd {
	m.list.filter.Title = text
	m.list.selected, m.list.top = 0, 0
	return m.fetchList(m.list.filter, 0)
}

// toggleBookmarksOnly narrows the list to the bookmarks, or widens it again.
func (m *Model) toggleBookmarksOnly() tea.Cmd {
	m.list.filter.Bookmarked = !m.list.filter.Bookmarked
	m.list.selected, m.list.top = 0, 0
	m.focus = listPane
	return tea.Batch(m.relaid(), m.fetchList(m.list.filter, 0))
}
