package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/draw"
)

// drag is what a pressed button does until it is let go.
type drag struct {
	// to follows the pointer; clicked is done where it went nowhere. Either may be
	// nil.
	to      func(m *Model, at draw.Point) tea.Cmd
	clicked func(m *Model) tea.Cmd
	moved   bool
}

// dragTo follows the pointer while a button is pressed.
func (m *Model) dragTo(msg tea.MouseMotionMsg) tea.Cmd {
	if m.drag == nil || m.drag.to == nil || msg.Button != tea.MouseLeft || m.stack.Screen() != nil {
		return nil
	}
	m.drag.moved = true
	return m.drag.to(m, draw.Point{X: msg.X, Y: msg.Y})
}

// letGo ends what the pressed button did.
func (m *Model) letGo() tea.Cmd {
	d := m.drag
	m.drag = nil
	if d == nil || d.moved || d.clicked == nil {
		return nil
	}
	return d.clicked(m)
}

// borderAt is the pane at the side whose border a column of the screen is.
func (m *Model) borderAt(x int) (side pane, ok bool) {
	c := m.columns()
	switch {
	case c[articlePane] == 0:
	case c[relatedPane] > 0 && x == edgeColumns+c[relatedPane]:
		return relatedPane, true
	case c[listPane] > 0 && x == m.Width-c[listPane]-edgeColumns:
		return listPane, true
	}
	return 0, false
}

// moveBorder moves the border of a pane at the side to a column of the screen, as
// far as the panes have room.
func (m *Model) moveBorder(side pane, x int) tea.Cmd {
	name, width := "list-width", m.Width-x-edgeColumns
	if side == relatedPane {
		name, width = "related-width", x-edgeColumns
	}
	m.looks.setSide(side, max(width, leastSide))
	m.looks.setSide(side, m.columns()[side]) // what became of it
	m.choose(name, strconv.Itoa(m.columns()[side]))
	return m.relaid()
}

// pressOnText takes the keys to the article, and waits for whether a passage is
// drawn over or a link is clicked on. The point is in columns of the screen and
// rows of the pane.
func (m *Model) pressOnText(at draw.Point) tea.Cmd {
	m.focus = articlePane
	cmd := m.relaid()
	m.article.StopChoosing()
	id, row, column := m.article.Item.ID, at.Y, at.X-m.textLeft()
	to := m.article.LinkAt(row, column)
	m.drag = &drag{clicked: func(m *Model) tea.Cmd {
		if to == "" {
			return nil
		}
		return m.followAddress(to)
	}}
	if m.article.View != nil && m.article.Item.Full && m.article.View.HasWordAt(row, column) {
		m.drag.to = func(m *Model, to draw.Point) tea.Cmd {
			if m.article.Item.ID != id {
				return nil // another one was opened since
			}
			if !m.article.Choosing() {
				m.article.View.SelectFrom(row, column)
			}
			row, _ := m.bodyRow(to.Y)
			before := m.article.Place()
			m.article.View.SelectTo(row, to.X-m.textLeft())
			if m.article.Place() == before {
				return nil
			}
			return m.scrolled()
		}
	}
	return tea.Batch(cmd, m.readNow())
}

// textLeft is the first column of the screen that the article's text stands in.
func (m *Model) textLeft() int {
	c := m.columns()
	return c.textLeft(m.textColumns(c[articlePane]))
}

// setSide sets the width of a pane at the side.
func (l *Looks) setSide(side pane, width int) {
	if side == listPane {
		l.ListWidth = width
	} else {
		l.RelatedWidth = width
	}
}
