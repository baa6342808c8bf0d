package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
)

// fetchRound is a fetch that is on its way.
type fetchRound struct {
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
func (app *App) fetchDue() tea.Cmd {
	if app.fetching != nil {
		return app.stopFetch()
	}
	return app.startFetch(nil)
}

// startFetch fetches feeds beside the reader and returns the commands that do it and that
// say how far it is.
func (app *App) startFetch(feeds []int64) tea.Cmd {
	if app.fetch == nil {
		return nil
	}
	ctx, stop := context.WithCancel(app.ctx)
	f := &fetchRound{token: app.Jobs.Begin(fetchJob), stop: stop, steps: make(chan fetch.Event, 1), ended: make(chan struct{})}
	app.fetching = f
	bring := app.fetch
	return tea.Batch(app.Jobs.Run(f.token, func(context.Context) tea.Msg {
		defer close(f.ended)
		defer close(f.steps)
		summary, err := bring(ctx, feeds, f.tell)
		return fetchEnded{summary, err}
	}), app.nextFetchStep())
}

// tell keeps an event for the reader, in the place of one that it has not seen.
func (f *fetchRound) tell(event fetch.Event) {
	select {
	case <-f.steps:
	default:
	}
	f.steps <- event
}

// nextFetchStep waits for what happens next in a fetch.
func (app *App) nextFetchStep() tea.Cmd {
	steps := app.fetching.steps
	return app.Jobs.Run(app.fetching.token, func(context.Context) tea.Msg {
		if event, ok := <-steps; ok {
			return fetchStepped{event}
		}
		return nil
	})
}

// tookFetchStep shows how far a fetch is, and what came in the list, and waits for more.
func (app *App) tookFetchStep(msg fetchStepped) tea.Cmd {
	came := msg.event.Articles - app.fetching.last.Articles
	app.fetching.last = msg.event
	if came == 0 {
		return app.nextFetchStep()
	}
	return tea.Batch(app.tellPanes(pane.Changed{Arrived: came}), app.nextFetchStep())
}

// fetchProgress says how far the fetch is.
func (app *App) fetchProgress() string {
	say, last := app.Words.Feeds, app.fetching.last
	if app.fetching.stopping {
		return say.Stopping
	}
	return fmt.Sprintf(say.Fetching, last.Done, last.Total) + app.Words.Comma + app.Words.Count(last.Articles, say.NewArticles)
}

// stopFetch ends the fetch that is on its way. What came stays.
func (app *App) stopFetch() tea.Cmd {
	app.fetching.stopping = true
	app.fetching.stop()
	return nil
}

// awaitFetch waits until a fetch that was stopped with the reader has written what it
// has, for a moment at the most.
func (app *App) awaitFetch() {
	if app.fetching == nil {
		return
	}
	select {
	case <-app.fetching.ended:
	case <-time.After(app.leaving):
	}
}

// tookFetched says what a fetch brought, and shows it in the list.
func (app *App) tookFetched(msg fetchEnded) tea.Cmd {
	came := len(msg.summary.New()) - app.fetching.last.Articles
	app.fetching.stop()
	app.Jobs.Abort(fetchJob)
	app.fetching = nil
	app.notice = app.fetched(msg)
	return tea.Batch(app.tellPanes(pane.Changed{Arrived: came}), app.loadFeeds(), app.look())
}

// fetched says what a fetch brought, and what it could not.
func (app *App) fetched(msg fetchEnded) string {
	say, s := app.Words.Feeds, &msg.summary
	came := app.Words.Count(len(s.New()), say.NewArticles)
	_, broken := errors.AsType[*store.Error](msg.err)
	switch {
	case errors.Is(msg.err, context.Canceled) && !broken:
		return fmt.Sprintf(say.Interrupted, came)
	case msg.err != nil && len(s.New()) > 0:
		return came + ". " + app.sentence(msg.err)
	case msg.err != nil:
		return app.sentence(msg.err)
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
		parts = append(parts, app.Words.Count(s.PagesFailed, say.PagesFailed))
	}
	if len(failed) > 0 {
		parts = append(parts, app.Words.Count(len(failed), say.FailedFeeds)+" ("+app.sentence(failed[0])+")")
	}
	return strings.Join(parts, app.Words.Comma)
}
