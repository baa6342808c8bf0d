package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/prompt"
	"warraq/ui/rtl"
)

// openFilter starts a filter of the list, or goes on with the one there is.
func (m *Model) openFilter() tea.Cmd {
	m.focus = listPane
	m.prompt = &prompt.Line{
		Text: m.list.filter.Title, Cursor: rtl.Offset(len(m.list.filter.Title)),
		Letters: rtl.Options{HideMarks: m.options.HideMarks, Shaping: m.options.Shaping},
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
	case "backspace":
		if in.Text == "" {
			m.prompt = nil
			return nil
		}
	}
	if !in.Edit(key) {
		return nil
	}
	return m.refilter()
}

// refilter asks for the list that the prompt's text leaves.
func (m *Model) refilter() tea.Cmd {
	if m.prompt.Text == m.list.filter.Title {
		return nil
	}
	return m.setFilter(m.prompt.Text)
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
