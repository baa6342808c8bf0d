package reader

import (
	tea "charm.land/bubbletea/v2"
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
	row := y - headerRows - titleRows
	return row, row >= 0 && row < bodyRows(m.height)
}

// wheel moves what is under the pointer, and leaves the keys where they are.
func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	a := down
	switch msg.Button {
	case tea.MouseWheelUp:
		a = up
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if s := m.screen(); s != nil {
		return s.act(m, a, 0)
	}
	p, ok := m.paneAt(msg.X)
	if !ok {
		return nil
	}
	mv := movements[a]
	if p == articlePane {
		mv.steps *= wheelLines
	}
	return m.moveIn(p, mv)
}

// click opens what is under the pointer: an article of the list, one beside the
// open one; elsewhere it takes the keys to the pane.
func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	m.notice, m.drag = "", nil
	m.keysPressed++
	if msg.Button != tea.MouseLeft || m.asking != nil && m.screen() == nil {
		return nil
	}
	if s := m.screen(); s != nil {
		if c, ok := s.(clickable); ok && c.point(msg.Y-headerRows) {
			if m.asking != nil {
				return m.edit(tea.KeyPressMsg{Code: tea.KeyEnter})
			}
			return s.act(m, onward, 0)
		}
		return nil
	}
	p, ok := m.paneAt(msg.X)
	if !ok {
		return nil
	}
	row, inBody := m.bodyRow(msg.Y)
	if side, ok := m.borderAt(msg.X); ok && msg.Y >= headerRows {
		m.drag = &drag{to: func(m *Model, at point) tea.Cmd { return m.moveBorder(side, at.x) }}
		return nil
	}
	switch {
	case msg.Y == headerRows && p == listPane:
		return m.clickTab(m.width-titleRight-1-msg.X, m.columns()[listPane]+edgeColumns-titleRight-titleLeft)
	case msg.Y == headerRows && p == relatedPane:
		return m.nextSide()
	case !inBody:
		return nil
	case p == listPane:
		return m.clickList(row)
	case p == relatedPane:
		return m.clickSide(row)
	default:
		return m.pressOnText(point{msg.X, row})
	}
}

// clickList opens the article of a row of the list.
func (m *Model) clickList(row int) tea.Cmd {
	i := m.list.top + row/m.itemRows(listPane)
	m.focus = listPane
	if i >= m.list.total || i >= m.list.top+m.visibleItems(listPane) {
		return m.relaid()
	}
	m.list.selected = i
	return m.goOnward()
}

// clickSide opens the article of a row of the related pane.
func (m *Model) clickSide(row int) tea.Cmd {
	for i := m.related.top; i < len(m.related.entries); i++ {
		if row -= m.sideHeight(i); row < 0 {
			return m.jump(i)
		}
	}
	m.focus = relatedPane
	return m.relaid()
}

// clickable is a screen of which a row can be pointed at.
type clickable interface {
	// point selects what stands in a row of the screen, and says whether there is
	// anything.
	point(row int) bool
}

// point selects the item of a row, behind so many rows of a head.
func (n *menu[T]) pointAt(row, head int) bool {
	i := n.top + row - head
	if row < head || i >= len(n.items) {
		return false
	}
	n.selected = i
	return true
}

func (s *shelfScreen) point(row int) bool    { return s.pointAt(row, headRows) }
func (s *settingsScreen) point(row int) bool { return s.pointAt(row, headRows) }
func (p *paletteScreen) point(row int) bool  { return p.pointAt(row, 0) }
