package reader

import (
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
	ctx, every, look := m.ctx, m.lookEvery, m.look()
	return func() tea.Msg {
		select {
		case <-time.After(every):
			return look()
		case <-ctx.Done():
			return nil
		}
	}
}

// look asks how the library is now.
func (m *Model) look() tea.Cmd {
	ctx, library, last := m.ctx, m.library, m.moment
	return func() tea.Msg {
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
		m.notice = fmt.Sprintf(m.words.Arrived, m.words.Count(msg.arrived, m.words.ArticleNoun))
		cmds = append(cmds, m.relate())
	}
	return tea.Batch(cmds...)
}

// listMoved answers refreshList: where the selected article stands now.
type listMoved struct {
	id     string
	filter store.Filter
	index  int
	err    error
}

// refreshList has the list read again, in which articles came or went above what is
// shown.
func (m *Model) refreshList() tea.Cmd {
	e, ok := m.list.at(m.list.selected)
	if !ok || searches(m.list.filter.Title) { // what a search found is read from its top
		return m.fetchList(m.list.filter, m.list.selected)
	}
	ctx, library, answer := m.ctx, m.library, listMoved{id: e.ID, filter: m.list.filter}
	return func() tea.Msg {
		answer.index, _, answer.err = library.PlaceOf(ctx, answer.filter, answer.id)
		return answer
	}
}

// tookMoved has the selection stay on its article, and that on its row of the
// screen, while the page around it is on its way.
func (m *Model) tookMoved(msg listMoved) tea.Cmd {
	e, ok := m.list.at(m.list.selected)
	if msg.err == nil && ok && e.ID == msg.id && msg.filter == m.list.filter {
		m.list.shift(msg.index - m.list.selected)
	}
	return m.fetchList(m.list.filter, m.list.selected)
}

// shift moves all that is here to places so much further down the list.
func (l *list) shift(by int) {
	l.first += by
	l.top = max(0, l.top+by)
	l.selected += by
	l.total = max(l.total+by, l.selected+1)
}
