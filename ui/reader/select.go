package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/article"
)

// startSelection puts a cursor on the first word of the text in sight, or begins the
// passage there.
func (m *Model) startSelection() tea.Cmd {
	cmd := m.setFocus(articlePane) // it may come into sight with that
	m.article.Choose()
	return cmd
}

// fitChoosing has the keys go to the choosing of a passage as long as there is one.
func (m *Model) fitChoosing() {
	switch is := m.article.Choosing(); {
	case is && m.choosing == nil:
		m.choosing = article.NewChooser(m.article, func() bool { return m.focus == articlePane })
		m.stack.Push(m.choosing)
	case !is && m.choosing != nil:
		m.stack.Close(m.choosing)
		m.choosing = nil
	}
}
