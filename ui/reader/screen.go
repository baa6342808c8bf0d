package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// screen is what stands in the place of the panes while it is open: the help,
// the palette. Screens lie upon each other, and the topmost has the keys. The
// actions back and quit take it away, and so does the one that opened it.
type screen interface {
	// rows draws it from the top: rows at the right, which are brought to the
	// exact width and height.
	rows(m *Model, width, height int) []row
	// act does what a key is bound to there; at says which of the action's keys
	// it was.
	act(m *Model, a action, at int) tea.Cmd
	// footer are the actions whose keys the footer shows.
	footer() []action
	// opener is the action that opens it.
	opener() action
}

// steered is a screen on which one goes about with the arrow keys, whatever else
// they do.
type steered interface {
	arrow(key string)
}

// openScreen puts a screen above what is shown.
func (m *Model) openScreen(s screen) tea.Cmd {
	m.screens = append(m.screens, s)
	return nil
}

// closeScreen takes the topmost screen away.
func (m *Model) closeScreen() tea.Cmd {
	m.screens = m.screens[:len(m.screens)-1]
	return m.relaid()
}

// screen is the topmost one, nil for none.
func (m *Model) screen() screen {
	if n := len(m.screens); n > 0 {
		return m.screens[n-1]
	}
	return nil
}

// onScreen does what a key is bound to while a screen is open.
func (m *Model) onScreen(s screen, a action, at int) tea.Cmd {
	switch a {
	case back, quit, s.opener():
		return m.closeScreen()
	default:
		return s.act(m, a, at)
	}
}

// screenRows is the height that a screen has.
func (m *Model) screenRows() int { return max(0, m.height-headerRows-footerRows) }

// headRows is the height of a screen's title and of the free line below it.
const headRows = 2

// screenHead is the title of a screen and a free line.
func (m *Model) screenHead(title string, width int) []row {
	return []row{
		m.inset(width, m.natural(width-insetColumns, rtl.Span{Text: title, Style: m.styles.Title})),
		blank(width, rtl.Style{}),
	}
}

// prose is running text on a screen.
func (m *Model) prose(text string, style rtl.Style, width int) (rows []row) {
	for _, r := range m.paragraph([]rtl.Span{{Text: text, Style: style}}, min(width-2*insetColumns, DefaultMeasure), mostProse) {
		rows = append(rows, m.inset(width, r))
	}
	return rows
}

// mostProse is more rows than any text on a screen needs.
const mostProse = 100

// selectable is a row that one can select.
func (m *Model) selectable(r row, selected bool) row {
	if selected {
		return restyle(r, m.styles.Selected)
	}
	return r
}
