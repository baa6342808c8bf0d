package reader

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
)

// relates is finding out, while one reads, how the articles are related that
// came since it was last done.
type relates struct {
	running bool
	again   bool // more came meanwhile
}

// relatedKnown answers relate.
type relatedKnown struct {
	more bool // more is known than before
	err  error
}

// relate finds out how articles are related.
func (m *Model) relate() tea.Cmd {
	if m.relates.running {
		m.relates.again = true
		return nil
	}
	m.relates = relates{running: true}
	ctx, library := m.ctx, m.library
	return func() tea.Msg {
		var answer relatedKnown
		answer.err = library.Relate(ctx, func(int, int) { answer.more = true })
		return answer
	}
}

// tookRelations goes on where more came meanwhile, and shows what is known now of
// the open article.
func (m *Model) tookRelations(msg relatedKnown) tea.Cmd {
	again := m.relates.again
	m.relates = relates{}
	if msg.err != nil && !errors.Is(msg.err, context.Canceled) {
		m.notice = m.sentence(msg.err)
	}
	var cmds []tea.Cmd
	if again {
		cmds = append(cmds, m.relate())
	}
	if msg.more && m.article.item.ID != "" {
		cmds = append(cmds, m.fetchRelated())
	}
	return tea.Batch(cmds...)
}

// relatedLoaded answers fetchRelated.
type relatedLoaded struct {
	request int // of the article
	entries []store.Entry
	err     error
}

// fetchRelated asks for the related ones of the open article anew.
func (m *Model) fetchRelated() tea.Cmd {
	answer := relatedLoaded{request: m.article.request}
	ctx, library, id := m.ctx, m.library, m.article.item.ID
	return func() tea.Msg {
		answer.entries, answer.err = library.Related(ctx, id, 0)
		return answer
	}
}

// tookRelated shows the related ones; the selection stays on its article.
func (m *Model) tookRelated(msg relatedLoaded) {
	if msg.request != m.article.request {
		return
	}
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	selected, ok := m.related.at(m.related.selected)
	m.related.entries = msg.entries
	for i, e := range msg.entries {
		if ok && e.ID == selected.ID {
			m.related.selected = i
		}
	}
	m.related.move(0, m.visibleItems(relatedPane))
}
