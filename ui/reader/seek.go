package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/dialog"
)

// articleFound answers seekArticle.
type articleFound struct {
	entry  store.Entry
	ok     bool
	absent string // what is said where there is none
	err    error
}

// seekArticle opens the article that a function finds.
func (m *Model) seekArticle(s dialog.Seek) tea.Cmd {
	return m.Jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := s.Find(ctx)
		return articleFound{e, ok, s.Absent, err}
	})
}

// openFound opens the article that was found, or says that there is none.
func (m *Model) openFound(msg articleFound) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case !msg.ok:
		m.notice = msg.absent
		return nil
	}
	m.leave()
	return m.visit(place{id: msg.entry.ID, at: whereLeft, focus: articlePane})
}

// followArticle takes the list to the open article, where it is to follow it.
func (m *Model) followArticle() tea.Cmd {
	if !m.looks.Follow {
		return nil
	}
	return m.perform(m.list.Follow(m.article.Item.ID), nil)
}
