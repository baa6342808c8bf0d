package reader

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/pane"
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
	return m.Jobs.Ask(lookJob, func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(every):
			return look(ctx)
		case <-ctx.Done():
			return nil
		}
	})
}

// look asks how the library is now.
func (m *Model) look() tea.Cmd { return m.Jobs.Ask(lookJob, m.looking()) }

func (m *Model) looking() func(context.Context) tea.Msg {
	library, last := m.Library, m.moment
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
	if msg.arrived > 0 {
		m.notice = fmt.Sprintf(m.Words.Arrived, m.Words.Count(msg.arrived, m.Words.ArticleNoun))
	}
	return tea.Batch(m.watch(), m.tellPanes(pane.Changed{Arrived: msg.arrived}))
}
