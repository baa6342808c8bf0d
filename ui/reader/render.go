package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/keyboard"
	"warraq/ui/reader/draw"
	"warraq/ui/rtl"
	"warraq/ui/terminal"
)

// The rules between panes. The thick ones mark what has the focus and where the
// visible part lies.
const (
	horizontalRule, thickHorizontal = '─', '━'
	verticalRule, thickVertical     = '│', '┃'
)

// View draws the screen.
func (m *Model) View() tea.View {
	rows, cursor := m.frame()
	m.paint(rows)
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
	if m.looks.Mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	if cursor != nil {
		view.Cursor = tea.NewCursor(cursor.X, cursor.Y)
	}
	return view
}

// title is the window's.
func (m *Model) title() string {
	if t := terminal.TitleOf(m.article.Item.Title); t != "" {
		return m.Words.Name + " · " + t
	}
	return m.Words.Name
}

// frame is the whole screen as cells: exactly height rows of exactly width
// columns.
func (m *Model) frame() ([]draw.Row, *draw.Point) {
	if m.Width <= 0 || m.Height <= 0 {
		return nil, nil
	}
	var rows []draw.Row
	var cursor *draw.Point
	rows = append(rows, m.headerRow())
	if s := m.stack.Screen(); s != nil {
		rows = append(rows, draw.Fit(s.View(m.Width, m.ScreenRows()), m.Width, m.ScreenRows())...)
	} else {
		rows = append(rows, m.paneRows()...)
	}
	footer, at := m.footer()
	rows = draw.Fit(rows, m.Width, max(0, m.Height-len(footer)))
	rows = draw.Fit(append(rows, footer...), m.Width, m.Height)
	if at >= 0 && m.Height > draw.FooterRows {
		cursor = &draw.Point{X: min(at, m.Width-1), Y: m.Height - 1}
	}
	return rows, cursor
}

// paneRows draws the titles and bodies of the panes, from the left to the right
// of the screen, each with its edge.
func (m *Model) paneRows() []draw.Row {
	c := m.columns()
	height := bodyRows(m.Height)
	rows := make([]draw.Row, titleRows+height)
	for i := range rows {
		rows[i] = make(draw.Row, 0, m.Width)
	}
	for n := range slices.Backward(m.panes) {
		if c[n] <= 0 {
			continue
		}
		rows[0] = append(rows[0], m.paneTitle(n, c[n]+edgeColumns)...)
		top, visible, total := m.panes[n].Extent()
		for i, r := range draw.Fit(m.panes[n].View(n == m.focus), c[n], height) {
			rows[titleRows+i] = append(append(rows[titleRows+i], m.edge(i, height, top, visible, total)), r...)
		}
	}
	return rows
}

// titleRight and titleLeft are the columns of the rule above a pane at both sides
// of its name, with the spaces beside that.
const titleRight, titleLeft = 3, 2

// paneTitle is the rule above a pane with its name at the right.
func (m *Model) paneTitle(p, width int) draw.Row {
	style, rule := m.Styles.PaneTitle, horizontalRule
	ruleStyle := m.Styles.Border
	if p == m.focus {
		style, rule, ruleStyle = m.Styles.PaneFocus, thickHorizontal, m.Styles.Accent
	}
	room := max(0, width-titleRight-titleLeft)
	name := m.panes[p].Title(room, style)
	if len(name) == 0 || room == 0 {
		return draw.Repeat(rule, width, ruleStyle)
	}
	left := width - int(rtl.Width(name)) - titleRight - 1
	r := draw.Repeat(rule, left, ruleStyle)
	r = append(append(append(r, draw.Blank(1, style)...), name...), draw.Blank(1, style)...)
	return append(r, draw.Repeat(rule, titleRight-1, ruleStyle)...)
}

// edge is the cell at the left of a pane's row: the rule between panes, thick
// where the visible part of the pane's content lies.
func (m *Model) edge(i, height, top, visible, total int) rtl.Cell {
	cell := rtl.Cell{Glyph: verticalRule, Style: m.Styles.Border, At: rtl.NoOffset, Width: 1}
	if total <= visible || visible <= 0 {
		return cell
	}
	thumb := max(1, height*visible/total)
	start := (height - thumb) * top / (total - visible)
	if i >= start && i < start+thumb {
		cell.Glyph, cell.Style = thickVertical, m.Styles.Accent
	}
	return cell
}
