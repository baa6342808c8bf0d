package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/jobs"
)

// undo takes the last change back.
func (m *Model) undo() tea.Cmd { return m.Jobs.TakeBack() }

// sayTakenBack says what was taken back, and shows what is so now.
func (m *Model) sayTakenBack(msg jobs.TakenBack) tea.Cmd {
	switch {
	case msg.Err != nil:
		m.notice = m.sentence(msg.Err)
		return nil
	case msg.Undo.Count == 0:
		m.notice = m.Words.Undo.Nothing
		return nil
	}
	m.notice = m.Words.Undo.Done[msg.Undo.Done]
	if msg.Undo.Count > 1 {
		m.notice += " (" + m.Words.Count(msg.Undo.Count, m.Words.ArticleNoun) + ")"
	}
	return m.renew()
}
