package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/dialog"
)

// mapLoaded answers openMap.
type mapLoaded struct {
	of   store.Entry
	mark int // of the dialogs that were open when it was asked for
	n    store.Neighbourhood
	err  error
}

func (m *Model) openMap() tea.Cmd {
	e := m.article.Item.Entry
	if e.ID == "" {
		m.notice = m.Words.NothingOpen
		return nil
	}
	library, mark := m.Library, m.stack.Mark()
	return m.Jobs.Ask(mapJob, func(ctx context.Context) tea.Msg {
		n, err := library.Neighbourhood(ctx, e.ID)
		return mapLoaded{e, mark, n, err}
	})
}

// showMap shows the map, unless one has gone on since.
func (m *Model) showMap(msg mapLoaded) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case len(msg.n.Articles) < 2:
		m.notice = m.Words.Sides.NoMap
		return nil
	}
	m.pushLate(dialog.NewMap(m.Canvas, msg.of.Title, msg.n), msg.mark)
	return nil
}
