package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/prompt"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// question is what the footer asks for, and what its answer does.
type question struct {
	name func(*words.Words) string
	// typed is done whenever the text has changed; answered when it is whole, and
	// given up when there is to be no answer. Each may be nil.
	typed    func(*Model, string) tea.Cmd
	answered func(*Model, string) tea.Cmd
	givenUp  func(*Model) tea.Cmd
	// lines lets the answer have several.
	lines bool
	// pasted takes a text of several lines; where it is nil that is typed as one.
	pasted func(*Model, string) tea.Cmd
	// keys do something else than edit the text, by their names.
	keys map[string]func(*Model, tea.KeyPressMsg) tea.Cmd
}

// asking is an open question.
type asking struct {
	*question
	prompt.Line
	completion completion
}

// ask opens a question with a text to begin with.
func (m *Model) ask(q *question, text string) tea.Cmd {
	m.asking = &asking{question: q, Line: prompt.Line{
		Text: text, Cursor: rtl.Offset(len(text)), Lines: q.lines,
		Letters: rtl.Options{HideMarks: m.options.HideMarks, Shaping: m.options.Shaping},
	}}
	return m.relaid()
}

// edit takes a key while a question is open.
func (m *Model) edit(key tea.KeyPressMsg) tea.Cmd {
	a := m.asking
	if selected := a.Selected(); selected != "" {
		switch key.String() {
		case "ctrl+c":
			return m.toClipboard(selected)
		case "ctrl+x":
			return tea.Batch(m.toClipboard(a.Cut()), m.typed())
		}
	}
	switch key.String() {
	case "esc", "ctrl+c":
		m.asking = nil
		if a.givenUp != nil {
			return a.givenUp(m)
		}
		return nil
	case "enter":
		m.asking = nil
		if a.answered != nil {
			return a.answered(m, a.Text)
		}
		return nil
	case "backspace":
		if a.Text == "" {
			return m.edit(tea.KeyPressMsg{Code: tea.KeyEscape})
		}
	}
	if do, ok := a.keys[key.String()]; ok {
		return do(m, key)
	}
	before := a.Text
	if !a.Edit(key) || a.Text == before {
		return nil
	}
	return m.typed()
}

// typed does what a change of the text does.
func (m *Model) typed() tea.Cmd {
	m.asking.completion = completion{}
	if m.asking.typed == nil {
		return nil
	}
	return m.asking.typed(m, m.asking.Text)
}

// paste takes pasted text: for the open question, or else as the name of a file
// that was dropped on the terminal.
func (m *Model) paste(text string) tea.Cmd {
	switch {
	case m.asking == nil:
		return m.takeDropped(text)
	case m.asking.pasted != nil && severalLines(text):
		a := m.asking
		m.asking = nil
		return a.pasted(m, text)
	default:
		m.asking.Insert(text)
		return m.typed()
	}
}
