package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/words"
)

// filterQuestion narrows the list as one types.
var filterQuestion = &question{
	name:  func(w *words.Words) string { return w.Filter },
	typed: (*Model).setFilter,
	// One that finds nothing becomes what may have been meant.
	answered: func(m *Model, _ string) tea.Cmd { return m.takeMeant() },
	givenUp:  func(m *Model) tea.Cmd { return m.setFilter("") },
	keys: map[string]func(*Model, tea.KeyPressMsg) tea.Cmd{
		"up": (*Model).leaveQuestion, "down": (*Model).leaveQuestion,
	},
}

// leaveQuestion does with a key what it does outside of the question, which is
// answered with that.
func (m *Model) leaveQuestion(key tea.KeyPressMsg) tea.Cmd {
	m.asking = nil
	return m.press(key)
}

// openFilter starts a filter of the list, or goes on with the one there is.
func (m *Model) openFilter() tea.Cmd {
	m.focus = listPane
	return m.ask(filterQuestion, m.list.filter.Title)
}

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
	m.list.selected, m.list.top = 0, 0
	m.jobs.Abort(placeJob, movedJob, countJob) // they are about another list
	return m.fetchList(m.list.filter, 0)
}
