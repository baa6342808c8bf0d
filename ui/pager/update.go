package pager

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
)

// Update takes what happened and says what to do about it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.resizeView()
		return m, m.readPiece()
	case bubble.Found:
		m.setTerminal(msg.Terminal)
		return m, tea.Batch(m.fitProfile(), tea.ClearScreen)
	case tea.KeyPressMsg:
		if key, ok := m.board.Pressed(msg); ok {
			return m, m.press(key)
		}
	case tea.PasteMsg:
		if m.prompt != nil && !m.prompt.Insert(msg.Content) {
			m.notice = m.words.TooLong
		}
	case keyboard.Alone:
		return m, m.actOn(m.keys.Release(msg))
	case pieceReadMsg:
		return m, m.addPiece(msg)
	case searchSliceMsg:
		if msg.search == m.search && m.view.Seeking() {
			return m, m.continueSearch()
		}
	}
	return m, nil
}

// cycleForm sends lines in the next form, for a terminal that is not known.
func (m *Model) cycleForm() tea.Cmd {
	next := m.term.Form.Next()
	if next == terminal.Logical { // which puts no cell where it belongs
		next = next.Next()
	}
	m.term.Form = next
	m.notice = m.words.Form + " " + m.words.Looks.Value("form", next.String())
	return tea.Batch(m.fitProfile(), tea.ClearScreen)
}

// fitProfile sends full colours in the form that tells neighbours apart by them,
// and else as many as the terminal has.
func (m *Model) fitProfile() tea.Cmd {
	profile := m.profile
	if m.term.Form == terminal.Alternate {
		profile = colorprofile.TrueColor
	}
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: profile} }
}
