package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// placeFound answers followArticle.
type placeFound struct {
	index int
	ok    bool
	err   error
}

// followArticle takes the list to the open article, where it is to follow it and
// has it.
func (m *Model) followArticle() tea.Cmd {
	id := m.article.Item.ID
	if e, ok := m.list.at(m.list.Selected); !m.looks.Follow || id == "" || ok && e.ID == id {
		return nil
	}
	for i, e := range m.list.entries { // what a search found is all here
		if e.ID == id {
			return m.selectInList(m.list.first + i)
		}
	}
	if searches(m.list.filter.Title) {
		return nil
	}
	library, filter := m.library, m.list.filter
	return m.jobs.Ask(placeJob, func(ctx context.Context) tea.Msg {
		index, ok, err := library.PlaceOf(ctx, filter, id)
		return placeFound{index, ok, err}
	})
}

// tookPlace takes the list to where the article is.
func (m *Model) tookPlace(msg placeFound) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case !msg.ok:
		return nil
	}
	return m.selectInList(msg.index)
}

func (m *Model) selectInList(index int) tea.Cmd {
	if m.list.move(index-m.list.Selected, m.visibleItems(listPane)) {
		return m.fetchList(m.list.filter, m.list.Selected)
	}
	return nil
}
