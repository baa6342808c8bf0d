package pager

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/prompt"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/viewport"
)

// searchSliceMsg says that the next slice of a search is to be searched.
type searchSliceMsg struct{ search int }

// openPrompt asks what to search for.
func (m *Model) openPrompt() {
	m.prompt = &prompt.Line{Letters: rtl.Options{Protocols: rtl.AllProtocols, HideMarks: m.options.HideMarks, Shaping: m.options.Shaping}}
}

// editPrompt takes a key while the prompt is open.
func (m *Model) editPrompt(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "esc", "ctrl+c":
		m.prompt = nil
	case "backspace":
		if m.prompt.Text == "" {
			m.prompt = nil
			return nil
		}
		m.prompt.Edit(key)
	case "enter":
		query := m.prompt.Text
		m.prompt = nil
		return m.searchFor(query)
	default:
		m.prompt.Edit(key)
	}
	return nil
}

// searchFor looks for a text from what is shown on; nothing is the text before.
func (m *Model) searchFor(query string) tea.Cmd {
	if strings.TrimSpace(query) == "" {
		return m.searchAgain(true)
	}
	m.view.Find(matcherOf(query))
	if !m.view.Finds() {
		return nil
	}
	return m.searchAgain(true)
}

// searchAgain looks for the next place, or the one before.
func (m *Model) searchAgain(forward bool) tea.Cmd {
	if !m.view.Finds() {
		m.notice = m.words.Pager.NoSearch
		return nil
	}
	m.search++
	m.notFound = m.words.Pager.NotBefore
	if forward {
		m.notFound = m.words.Pager.NotAfter
	}
	return m.handleResult(m.view.Seek(forward))
}

// continueSearch searches the next slice of the text.
func (m *Model) continueSearch() tea.Cmd { return m.handleResult(m.view.Continue()) }

// handleResult says how to go on with a search.
func (m *Model) handleResult(r viewport.Result) tea.Cmd {
	switch r {
	case viewport.Absent:
		m.notice = m.notFound
	case viewport.Pending:
		msg := searchSliceMsg{m.search}
		return func() tea.Msg { return msg }
	case viewport.Found, viewport.Waiting:
		return m.readPiece()
	}
	return nil
}
