package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/page"
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
	m.article.selection = nil
	line, column := m.article.top+at.Y, at.X-m.textLeft()
	m.drag = &drag{clicked: func(m *Model) tea.Cmd { return m.clickText(line, column) }}
	if l, w, ok := m.article.wordAt(line, column); ok && m.article.item.Full {
		m.drag.to = func(m *Model, to draw.Point) tea.Cmd {
			if m.article.selection == nil {
				m.article.selection = &selection{line: l, at: w, from: w, begun: true}
			}
			row, _ := m.bodyRow(to.Y)
			l, w, ok := m.article.wordAt(m.article.top+max(-1, min(row, bodyRows(m.Height))), to.X-m.textLeft())
			if !ok {
				return nil
			}
			return m.selectAt(l, w)
		}
	}
	return tea.Batch(m.relaid(), m.readNow())
}

// textLeft is the first column of the screen that the article's text stands in.
func (m *Model) textLeft() int {
	c := m.columns()
	return c.textLeft(m.textColumns(c[articlePane]))
}

// wordAt is the word that stands nearest to a column of a line, or of the next one
// below or else above that has words.
func (a *article) wordAt(line, column int) (int, page.Word, bool) {
	line = draw.Clamp(line, len(a.lines)-1)
	for _, towards := range []int{1, -1} {
		for i := line; i >= 0 && i < len(a.lines); i += towards {
			if words := a.lines[i].Words(); len(words) > 0 {
				return i, a.nearest(i, words, column), true
			}
		}
	}
	return 0, page.Word{}, false
}

// clickText follows the link that stands in a column of a line.
func (m *Model) clickText(line, column int) tea.Cmd {
	if line >= len(m.article.lines) || column < 0 {
		return nil
	}
	cells := m.article.lines[line].Cells
	for i := range cells {
		if column -= int(cells[i].Width); column < 0 {
			if to := cells[i].Style.Link; to != "" {
				return m.followAddress(to)
			}
			return nil
		}
	}
	return nil
}

// setSide sets the width of a pane at the side.
func (l *Looks) setSide(side pane, width int) {
	if side == listPane {
		l.ListWidth = width
	} else {
		l.RelatedWidth = width
	}
}
