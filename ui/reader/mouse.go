package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
)

// wheelLines is how far a turn of the wheel moves a text.
const wheelLines = 3

// paneAt is the pane that shows a column of the screen; false where none does.
func (m *Model) paneAt(x int) (pane, bool) {
	c := m.columns()
	left := 0
	for _, p := range panesFromTheLeft {
		if c[p] <= 0 {
			continue
		}
		if left += c[p] + edgeColumns; x < left {
			return p, true
		}
	}
	return 0, false
}

// bodyRow is the row of a pane's body that stands in a row of the screen; false
// for the rows above and below.
func (m *Model) bodyRow(y int) (int, bool) {
	row := y - draw.HeaderRows - titleRows
	return row, row >= 0 && row < bodyRows(m.Height)
}

// wheel moves what is under the pointer, and leaves the keys where they are.
func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	a := keymap.Down
	switch msg.Button {
	case tea.MouseWheelUp:
		a = keymap.Up
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if cmd, ok := m.tell(dialog.Wheel{Steps: draw.Movements[a].Steps}); ok {
		return cmd
	}
	p, ok := m.paneAt(msg.X)
	if !ok {
		return nil
	}
	mv := draw.Movements[a]
	if p == articlePane {
		mv.Steps *= wheelLines
	}
	return m.moveIn(p, mv)
}

// click opens what is under the pointer: an article of the list, one beside the
// open one; elsewhere it takes the keys to the pane.
func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	m.notice, m.drag = "", nil
	m.keysPressed++
	if msg.Button != tea.MouseLeft {
		return nil
	}
	if cmd, ok := m.tell(dialog.Click{Row: msg.Y - draw.HeaderRows}); ok {
		return cmd
	}
	p, ok := m.paneAt(msg.X)
	if !ok {
		return nil
	}
	row, inBody := m.bodyRow(msg.Y)
	if side, ok := m.borderAt(msg.X); ok && msg.Y >= draw.HeaderRows {
		m.drag = &drag{to: func(m *Model, at draw.Point) tea.Cmd { return m.moveBorder(side, at.X) }}
		return nil
	}
	switch {
	case msg.Y == draw.HeaderRows && p == listPane:
		return m.clickTab(m.Width-titleRight-1-msg.X, m.columns()[listPane]+edgeColumns-titleRight-titleLeft)
	case msg.Y == draw.HeaderRows && p == relatedPane:
		return m.nextSide()
	case !inBody:
		return nil
	case p == listPane:
		return m.clickList(row)
	case p == relatedPane:
		return m.clickSide(row)
	default:
		return m.pressOnText(draw.Point{X: msg.X, Y: row})
	}
}

// clickList opens the article of a row of the list.
func (m *Model) clickList(row int) tea.Cmd {
	i := m.list.Top + row/m.itemRows(listPane)
	m.focus = listPane
	if i >= m.list.total || i >= m.list.Top+m.visibleItems(listPane) {
		return m.relaid()
	}
	m.list.Selected = i
	return m.goOnward()
}

// clickSide opens the article of a row of the related pane.
func (m *Model) clickSide(row int) tea.Cmd {
	for i := m.related.Top; i < len(m.related.entries); i++ {
		if row -= m.sideHeight(i); row < 0 {
			return m.jump(i)
		}
	}
	m.focus = relatedPane
	return m.relaid()
}
