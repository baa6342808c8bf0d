package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
)

// mostUndone is how many changes can be taken back, one after the other.
const mostUndone = 100

// change is a write that can be taken back.
func (m *Model) change(id string, do func(context.Context, *store.Library) (store.Undo, error)) tea.Cmd {
	return m.enqueue(write{id: id, do: do})
}

// undone answers undo.
type undone struct {
	change store.Undo
	err    error
}

// undo takes the last change back.
func (m *Model) undo() tea.Cmd {
	n := len(m.undos)
	if n == 0 {
		m.notice = m.words.Undo.Nothing
		return nil
	}
	last := m.undos[n-1]
	m.undos = m.undos[:n-1]
	ctx, library := m.ctx, m.library
	return func() tea.Msg { return undone{last, library.Undo(ctx, last)} }
}

// tookUndo says what was taken back, and shows what is so now.
func (m *Model) tookUndo(msg undone) tea.Cmd {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return nil
	}
	m.notice = m.words.Undo.Done[msg.change.Done]
	if msg.change.Count > 1 {
		m.notice += " (" + m.words.Count(msg.change.Count, m.words.ArticleNoun) + ")"
	}
	return m.renew()
}

// renew reads again what is shown: after a change of more than one article.
func (m *Model) renew() tea.Cmd {
	cmds := []tea.Cmd{m.fetchList(m.list.filter, m.list.selected), m.fetchShelves()}
	if m.article.item.ID != "" && m.article.want == m.article.item.ID {
		cmds = append(cmds, m.show(m.here()))
	}
	return tea.Batch(cmds...)
}

// markAllRead marks all articles of the list as read, those of it too that are not
// here.
func (m *Model) markAllRead() tea.Cmd {
	filter := asked(m.list.filter)
	return m.change("", func(ctx context.Context, l *store.Library) (store.Undo, error) {
		return l.MarkAllRead(ctx, filter)
	})
}
