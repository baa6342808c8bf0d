package reader

import (
	tea "charm.land/bubbletea/v2"
)

// takeMeant looks for what may have been meant, if that is offered.
func (m *Model) takeMeant() tea.Cmd {
	if m.list.meant == "" {
		return nil
	}
	return m.setFilter(m.list.meant)
}

// setFilter narrows the list to what holds the text.
func (m *Model) setFilter(text string) tea.Cmd {
	m.list.filter.Title = text
	return m.listFromTop()
}

// listFromTop lists what the filter chooses by now, from its first on.
func (m *Model) listFromTop() tea.Cmd {
	m.list.Selected, m.list.Top = 0, 0
	m.jobs.Abort(placeJob, movedJob, countJob) // they are about another list
	return m.fetchList(m.list.filter, 0)
}
