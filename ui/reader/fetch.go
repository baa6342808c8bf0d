package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/store/fetch"
	"warraq/ui/reader/jobs"
	"warraq/ui/reader/pane"
)

// fetching is a fetch that is on its way.
type fetching struct {
	token    jobs.Token
	stop     context.CancelFunc
	stopping bool
	steps    chan fetch.Event // the last one that the reader has not seen, closed at the end
	last     fetch.Event
	ended    chan struct{} // is closed when nothing more is written
}

// fetchStepped is how far a fetch is.
type fetchStepped struct{ event fetch.Event }

// fetchEnded is what came of a fetch.
type fetchEnded struct {
	summary fetch.Summary
	err     error
}

// fetchDue fetches all feeds whose time it is, or stops the fetch that is on its way.
func (m *Model) fetchDue() tea.Cmd {
	if m.fetching != nil {
		return m.stopFetch()
	}
	return m.startFetch(nil)
}

// startFetch fetches feeds beside the reader and returns the commands that do it and that
// say how far it is.
func (m *Model) startFetch(feeds []int64) tea.Cmd {
	if m.fetch == nil {
		return nil
	}
	ctx, stop := context.WithCancel(m.ctx)
	f := &fetching{token: m.Jobs.Begin(fetchJob), stop: stop, steps: make(chan fetch.Event, 1), ended: make(chan struct{})}
	m.fetching = f
	bring := m.fetch
	return tea.Batch(m.Jobs.Run(f.token, func(context.Context) tea.Msg {
		defer close(f.ended)
		defer close(f.steps)
		summary, err := bring(ctx, feeds, f.tell)
		return fetchEnded{summary, err}
	}), m.nextFetchStep())
}

// tell keeps an event for the reader, in the place of one that it has not seen.
func (f *fetching) tell(event fetch.Event) {
	select {
	case <-f.steps:
	default:
	}
	f.steps <- event
}

// nextFetchStep waits for what happens next in a fetch.
func (m *Model) nextFetchStep() tea.Cmd {
	steps := m.fetching.steps
	return m.Jobs.Run(m.fetching.token, func(context.Context) tea.Msg {
		if event, ok := <-steps; ok {
			return fetchStepped{event}
		}
		return nil
	})
}

// tookFetchStep shows how far a fetch is, and what came in the list, and waits for more.
func (m *Model) tookFetchStep(msg fetchStepped) tea.Cmd {
	came := msg.event.Articles - m.fetching.last.Articles
	m.fetching.last = msg.event
	if came == 0 {
		return m.nextFetchStep()
	}
	return tea.Batch(m.tellPanes(pane.Changed{Arrived: came}), m.nextFetchStep())
}

// fetchProgress says how far the fetch is.
func (m *Model) fetchProgress() string {
	say, last := m.Words.Feeds, m.fetching.last
	if m.fetching.stopping {
		return say.Stopping
	}
	return fmt.Sprintf(say.Fetching, last.Done, last.Total) + m.Words.Comma + m.Words.Count(last.Articles, say.NewArticles)
}

// stopFetch ends the fetch that is on its way. What came stays.
func (m *Model) stopFetch() tea.Cmd {
	m.fetching.stopping = true
	m.fetching.stop()
	return nil
}

// awaitFetch waits until a fetch that was stopped with the reader has written what it
// has, for a moment at the most.
func (m *Model) awaitFetch() {
	if m.fetching == nil {
		return
	}
	select {
	case <-m.fetching.ended:
	case <-time.After(m.leaving):
	}
}

// tookFetched says what a fetch brought, and shows it in the list.
func (m *Model) tookFetched(msg fetchEnded) tea.Cmd {
	came := len(msg.summary.New()) - m.fetching.last.Articles
	m.fetching.stop()
	m.Jobs.Abort(fetchJob)
	m.fetching = nil
	m.notice = m.fetched(msg)
	return tea.Batch(m.tellPanes(pane.Changed{Arrived: came}), m.loadFeeds(), m.look())
}

// fetched says what a fetch brought, and what it could not.
func (m *Model) fetched(msg fetchEnded) string {
	say, s := m.Words.Feeds, &msg.summary
	came := m.Words.Count(len(s.New()), say.NewArticles)
	_, broken := errors.AsType[*store.Error](msg.err)
	switch {
	case errors.Is(msg.err, context.Canceled) && !broken:
		return fmt.Sprintf(say.Interrupted, came)
	case msg.err != nil && len(s.New()) > 0:
		return came + ". " + m.sentence(msg.err)
	case msg.err != nil:
		return m.sentence(msg.err)
	case len(s.Results) == 0:
		return say.NoneHere
	}
	asked, failed := 0, []error{}
	for _, r := range s.Results {
		if r.Status != fetch.Early {
			asked++
		}
		if r.Err != nil {
			failed = append(failed, r.Err)
		}
	}
	if asked == 0 {
		return say.NoFetchHere
	}
	parts := []string{came}
	if s.PagesFailed > 0 {
		parts = append(parts, m.Words.Count(s.PagesFailed, say.PagesFailed))
	}
	if len(failed) > 0 {
		parts = append(parts, m.Words.Count(len(failed), say.FailedFeeds)+" ("+m.sentence(failed[0])+")")
	}
	return strings.Join(parts, m.Words.Comma)
}
