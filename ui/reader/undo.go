package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/jobs"
)

// undo takes the last change back.
func (m *Model) undo() tea.Cmd { return m.jobs.TakeBack() }

// tookBack says what was taken back, and shows what is so now.
func (m *Model) tookBack(msg jobs.TakenBack) tea.Cmd {
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

// renew reads again what is shown: after a change of more than one article.
func (m *Model) renew() tea.Cmd {
	cmds := []tea.Cmd{m.fetchList(m.list.filter, m.list.Selected), m.fetchShelves()}
	if id := m.article.Item.ID; id != "" {
		cmds = append(cmds, m.showAgain(), m.fetchRelated(), m.fetchNotes(id))
	}
	return tea.Batch(cmds...)
}

// markAllRead marks all articles of the list as read, those of it too that are not
// here.
func (m *Model) markAllRead() tea.Cmd {
	filter, library := asked(m.list.filter), m.library
	return m.save(saved{said: m.Words.Undo.Marked, then: m.renew}, func(ctx context.Context) (store.Undo, error) {
		return library.MarkAllRead(ctx, filter)
	}, false)
}
