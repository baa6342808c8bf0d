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

// watchAnyway is after how many times the library is asked though its files look as they
// did: a file system may say so too late.
const watchAnyway = 120

// libraryChecked answers look.
type libraryChecked struct {
	touch   store.Touch
	moment  store.Moment
	arrived int // articles
	err     error
}

// watch looks at the library's files again and again, and asks the library when they have
// changed (showChanges): what looks alike costs a reader who is not there nothing.
func (m *Model) watch() tea.Cmd {
	if m.lookEvery == 0 {
		return nil
	}
	every, look, touched, last := m.lookEvery, m.looking(), m.Library.Touched, m.touch
	return m.Jobs.Ask(lookJob, func(ctx context.Context) tea.Msg {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for range watchAnyway {
			select {
			case <-ticker.C:
			case <-ctx.Done():
				return nil
			}
			if touched() != last {
				break
			}
		}
		return look(ctx)
	})
}

// look asks how the library is now.
func (m *Model) look() tea.Cmd { return m.Jobs.Ask(lookJob, m.looking()) }

func (m *Model) looking() func(context.Context) tea.Msg {
	library, last := m.Library, m.moment
	return func(ctx context.Context) tea.Msg {
		answer := libraryChecked{touch: library.Touched()} // before it is asked
		if answer.moment, answer.err = library.Moment(ctx); answer.err == nil && answer.moment.Differs(last) {
			answer.arrived, answer.err = library.Arrived(ctx, last)
		}
		return answer
	}
}

// showChanges shows what others changed. Where the library cannot be read nothing is
// said: whatever is asked of it next will say it.
func (m *Model) showChanges(msg libraryChecked) tea.Cmd {
	if msg.err != nil {
		return m.watch()
	}
	m.touch = msg.touch
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
