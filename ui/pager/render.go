package pager

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/viewport"
)

const footerRows = 1

// View draws the screen.
func (m *Model) View() tea.View {
	rows, cursor := m.frame()
	lines := make([]string, len(rows))
	var buffer []byte
	for i, r := range rows {
		buffer = m.term.Append(buffer[:0], r)
		lines[i] = string(buffer)
	}
	view := tea.NewView(strings.Join(lines, "\n"))
	view.AltScreen = true
	view.WindowTitle = m.title()
	view.KeyboardEnhancements = keyboard.Enhancements
	if cursor >= 0 {
		view.Cursor = tea.NewCursor(cursor, m.height-1)
	}
	return view
}

// title is the window's.
func (m *Model) title() string {
	if m.name == "" {
		return m.term.Title(m.words.Name)
	}
	return m.term.Title(m.words.Name + " · " + terminal.TitleOf(m.name))
}

// frame is the whole screen as cells, exactly height rows of exactly width
// columns, and the column of the cursor in the last one, or -1.
func (m *Model) frame() (rows [][]rtl.Cell, cursor int) {
	if m.width <= 0 || m.height <= 0 {
		return nil, -1
	}
	if m.help {
		rows = m.helpRows()
	} else {
		rows = m.visible()
	}
	rows = rows[:min(len(rows), m.textRows())]
	for len(rows) < m.textRows() {
		rows = append(rows, nil)
	}
	footer, cursor := m.footer()
	rows = append(rows, footer)
	for i, r := range rows {
		rows[i] = fitRow(r, m.width)
	}
	if cursor >= m.width {
		cursor = m.width - 1
	}
	return rows[len(rows)-m.height:], cursor
}

// fitRow brings a row to a width: what is too wide is cut at the left, what is too
// narrow stands at the right.
func fitRow(row []rtl.Cell, width int) []rtl.Cell {
	has := int(rtl.Width(row))
	for has > width {
		has -= int(row[0].Width)
		row = row[1:]
	}
	return slices.Concat(blankCells(width-has, rtl.Style{}), row)
}

func blankCells(width int, style rtl.Style) []rtl.Cell {
	cells := make([]rtl.Cell, max(0, width))
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: ' ', Style: style, At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	return cells
}

// visible are the rows of the text that are seen.
func (m *Model) visible() (rows [][]rtl.Cell) {
	for _, row := range m.view.Rows() {
		cells := slices.Clone(row.Cells)
		if m.plain {
			for i := range cells {
				cells[i].Style = rtl.Style{}
			}
		}
		m.view.Paint(row, cells, hitLooks)
		rows = append(rows, cells)
	}
	return rows
}

// hitLooks marks what was found as the terminal marks what stands out.
var hitLooks = viewport.Looks{Hit: reverseLook, Current: reverseLook}

func reverseLook(s *rtl.Style) { s.Attributes ^= rtl.Reverse }

// footer is the last line: the open prompt, else what the last key did, else the
// keys; at the left how far the text has been seen.
func (m *Model) footer() (row []rtl.Cell, cursor int) {
	s := m.styles
	if m.prompt != nil {
		name := m.label(m.width, " "+m.words.Pager.Search+" ", s.FooterKey)
		field, at := m.prompt.Field(m.width-int(rtl.Width(name)), s.Input, s.Selected)
		return append(field, name...), at
	}
	seen := m.label(m.width, " "+m.seen()+" ", s.HeaderMuted)
	room := m.width - int(rtl.Width(seen))
	if m.notice != "" {
		row = m.label(room, " "+m.notice, s.Warning)
	} else {
		row = m.hints(room)
	}
	return slices.Concat(seen, blankCells(room-int(rtl.Width(row)), s.Footer), row), -1
}

// seen is how much of the text is above the last visible row, and whether more of
// it is still to come.
func (m *Model) seen() string {
	if m.view.Seeking() {
		return m.words.Pager.Searching
	}
	if !m.ended || m.text.Len() == 0 {
		return "…"
	}
	_, last := m.view.Progress()
	return strconv.Itoa(int(100*last)) + "%"
}

// footerKeys are the actions whose keys the footer shows, those that matter most
// first.
var footerKeys = []string{"page-down", "search", "next-match", "bottom", "help", "quit"}

// hints are as many keys as fit, the first one rightmost.
func (m *Model) hints(width int) (row []rtl.Cell) {
	for _, action := range footerKeys {
		i := slices.IndexFunc(keyMap, func(b keyBinding) bool { return b.action == action })
		hint := slices.Concat(
			blankCells(2, m.styles.Footer), m.label(m.width, m.words.Actions[action], m.styles.Footer),
			blankCells(1, m.styles.Footer), m.key(keyMap[i].keys, 1))
		if int(rtl.Width(row)+rtl.Width(hint)) > width {
			break
		}
		row = append(hint, row...)
	}
	return row
}

// helpColumns is the width of the keys in the help.
const helpColumns = 10

// helpRows is the key map, a key a row.
func (m *Model) helpRows() (rows [][]rtl.Cell) {
	rows = append(rows, m.label(m.width, m.words.Help+"  ", m.styles.Title), nil)
	for _, b := range keyMap {
		rows = append(rows, slices.Concat(
			m.label(max(0, m.width-helpColumns-4), m.words.Actions[b.action], m.styles.Text), blankCells(2, rtl.Style{}),
			fitRow(m.key(b.keys, 2), helpColumns), blankCells(2, rtl.Style{})))
	}
	return rows
}

// label is a text in one row as wide as it is, but no wider than most.
func (m *Model) label(most int, text string, style rtl.Style) []rtl.Cell {
	width := min(int(rtl.StringWidth(text)), most)
	if width <= 0 {
		return nil
	}
	o := m.options
	o.Width, o.Direction, o.Align, o.Justify = width, rtl.AutoRTL, rtl.AlignRight, false
	return rtl.TruncateSpans([]rtl.Span{{Text: text, Style: style}}, o)
}

// key is some keys as they are printed on the keyboard: left to right, their
// brackets not mirrored.
func (m *Model) key(names []string, most int) []rtl.Cell {
	label := m.board.On.Labels(names, most)
	return rtl.TruncateSpans([]rtl.Span{{Text: label, Style: m.styles.FooterKey}}, rtl.Options{
		Protocols: rtl.AllProtocols,
		Width:     int(rtl.StringWidth(label)), Direction: rtl.LTR, Shaping: m.options.Shaping,
	})
}
