package reader

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
)

// watchEvery is how often the reader looks whether another program has changed the
// library: another reader, or one that adds articles.
const watchEvery = time.Second

// looked answers look.
type looked struct {
	moment  store.Moment
	arrived int // articles
	err     error
}

// watch looks at the library after a while, and again and again (tookLook).
func (m *Model) watch() tea.Cmd {
	if m.lookEvery == 0 {
		return nil
	}
	every, look := m.lookEvery, m.looking()
	return m.jobs.Ask(lookJob, func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(every):
			return look(ctx)
		case <-ctx.Done():
			return nil
		}
	})
}

// look asks how the library is now.
func (m *Model) look() tea.Cmd { return m.jobs.Ask(lookJob, m.looking()) }

func (m *Model) looking() func(context.Context) tea.Msg {
	library, last := m.library, m.moment
	return func(ctx context.Context) tea.Msg {
		var answer looked
		if answer.moment, answer.err = library.Moment(ctx); answer.err == nil && answer.moment.Differs(last) {
			answer.arrived, answer.err = library.Arrived(ctx, last)
		}
		return answer
	}
}

// tookLook shows what others changed. Where the library cannot be read nothing is
// said: whatever is asked of it next will say it.
func (m *Model) tookLook(msg looked) tea.Cmd {
	if msg.err != nil {
		return m.watch()
	}
	changed := msg.moment.Differs(m.moment)
	m.moment = msg.moment
	if !changed {
		return m.watch()
	}
	cmds := []tea.Cmd{m.watch(), m.refreshList(), m.fetchShelves()}
	if msg.arrived > 0 {
		m.notice = fmt.Sprintf(m.Words.Arrived, m.Words.Count(msg.arrived, m.Words.ArticleNoun))
		cmds = append(cmds, m.relate())
	}
	return tea.Batch(cmds...)
}

// listMoved answers refreshList: where the selected article stands now.
type listMoved struct {
	id    string
	index int
	err   error
}

// refreshList has the list read again, in which articles came or went above what is
// shown.
func (m *Model) refreshList() tea.Cmd {
	e, ok := m.list.at(m.list.Selected)
	if !ok || searches(m.list.filter.Title) { // what a search found is read from its top
		return m.fetchList(m.list.filter, m.list.Selected)
	}
	library, filter := m.library, m.list.filter
	return m.jobs.Ask(movedJob, func(ctx context.Context) tea.Msg {
		index, _, err := library.PlaceOf(ctx, filter, e.ID)
		return listMoved{e.ID, index, err}
	})
}

// tookMoved has the selection stay on its article, and that on its row of the
// screen, while the page around it is on its way.
func (m *Model) tookMoved(msg listMoved) tea.Cmd {
	for i, e := range m.list.entries {
		if msg.err == nil && e.ID == msg.id {
			m.list.shift(msg.index - m.list.first - i)
			break
		}
	}
	return m.fetchList(m.list.filter, m.list.Selected)
}

// shift moves all that is here to places so much further down the list.
func (l *list) shift(by int) {
	l.first += by
	l.Top = max(0, l.Top+by)
	l.Selected += by
	l.total = max(l.total+by, l.Selected+1)
}
