package reader

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/ui/terminal"
)

// toClipboard puts text on the clipboard: by the way around OSC 52 where there is
// one, else by that.
func (m *Model) toClipboard(text string) tea.Cmd {
	if m.clipboard == nil {
		return tea.SetClipboard(text)
	}
	return func() tea.Msg {
		if err := m.clipboard(m.ctx, text); err != nil {
			return tea.SetClipboard(text)()
		}
		return nil
	}
}

// cycleForm sends the lines in the next form, for a terminal that was taken for
// another.
func (m *Model) cycleForm() tea.Cmd {
	next := m.term.Form.Next()
	if next == terminal.Logical { // which puts no cell where it belongs
		next = next.Next()
	}
	m.notice = m.Words.Form + " " + m.Words.Looks.Value("form", next.String())
	return m.setForm(next)
}

// found takes a terminal that turned out to be another than was thought.
func (m *Model) found(t terminal.Terminal) tea.Cmd {
	m.setTerminal(t)
	m.fitLooks()
	m.repaint()
	return tea.Batch(m.relayout(), m.fitProfile())
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
