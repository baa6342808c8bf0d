// Package fetching brings what is new in feeds while one goes on reading: one fetch at a
// time, which can be stopped, and of which one sees how far it is.
//
// It is no pane and no dialog: the app hands it the answers of its jobs, and shows what it
// says.
package fetching

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/jobs"
)

// Bring fetches the feeds of some numbers, with none all whose time it is, and tells of
// each thing as it is done.
type Bring func(ctx context.Context, feeds []int64, tell func(fetch.Event)) (fetch.Summary, error)

const roundJob jobs.Kind = "fetch"

// Fetcher runs a fetch at a time.
type Fetcher struct {
	Bring Bring // nil where nothing can
	Timer Timer
	ctx   context.Context //nolint:containedctx // Bubble Tea calls back without one
	jobs  *jobs.Runner
	round *round // the one that is on its way, nil for none
}

// round is a fetch that is on its way.
type round struct {
	timed    bool
	token    jobs.Token
	stop     context.CancelFunc
	stopping bool
	steps    chan fetch.Event // the last one that the reader has not seen, closed at the end
	last     fetch.Event
	ended    chan struct{} // is closed when nothing more is written
	failed   failedPages
}

// Stepped is how far a fetch is.
type Stepped struct{ event fetch.Event }

// Ended is what came of a fetch.
type Ended struct {
	timed   bool
	summary fetch.Summary
	pages   []failure // that could not be fetched
	err     error
}

// New returns what fetches by a function until a context ends.
func New(ctx context.Context, runner *jobs.Runner, bring Bring) *Fetcher {
	return &Fetcher{Bring: bring, ctx: ctx, jobs: runner}
}

// IsRunning tells whether a fetch is on its way.
func (f *Fetcher) IsRunning() bool { return f.round != nil }

// IsStopping tells whether the fetch that is on its way was stopped.
func (f *Fetcher) IsStopping() bool { return f.round != nil && f.round.stopping }

// Percent returns how much of a hundred of the fetch that is on its way is done.
func (f *Fetcher) Percent() int { return 100 * f.round.last.Done / max(f.round.last.Total, 1) }

// Toggle fetches feeds beside the reader and returns the commands that do it and that
// say how far it is; or it stops the fetch that is on its way.
func (f *Fetcher) Toggle(feeds []int64) tea.Cmd {
	if f.round != nil {
		f.Stop()
		return nil
	}
	return f.start(f.Bring, feeds, false)
}

// start begins a fetch by a function and returns the commands that do it and that say how
// far it is, nil where there is no function.
func (f *Fetcher) start(bring Bring, feeds []int64, timed bool) tea.Cmd {
	if bring == nil {
		return nil
	}
	ctx, stop := context.WithCancel(f.ctx)
	r := &round{timed: timed, token: f.jobs.Begin(roundJob), stop: stop, steps: make(chan fetch.Event, 1), ended: make(chan struct{})}
	f.round = r
	return tea.Batch(f.jobs.Run(r.token, func(context.Context) tea.Msg {
		defer close(r.ended)
		defer close(r.steps)
		summary, err := bring(ctx, feeds, r.tell)
		return Ended{timed, summary, r.failed.all(), err}
	}), f.nextStep())
}

// tell keeps an event for the reader, in the place of one that it has not seen.
func (r *round) tell(event fetch.Event) {
	r.failed.take(event)
	select {
	case <-r.steps:
	default:
	}
	r.steps <- event
}

// betweenSteps is how long a step is seen at the least: with each one the list is read
// again, which the keys would wait for.
const betweenSteps = 400 * time.Millisecond

// nextStep returns the command that waits for what happens next in the fetch.
func (f *Fetcher) nextStep() tea.Cmd {
	steps, ended := f.round.steps, f.round.ended
	pause := betweenSteps
	if f.round.last == (fetch.Event{}) {
		pause = 0 // nothing is seen yet
	}
	return f.jobs.Run(f.round.token, func(context.Context) tea.Msg {
		select {
		case <-time.After(pause):
		case <-ended:
		}
		if event, ok := <-steps; ok {
			return Stepped{event}
		}
		return nil
	})
}

// Step takes in how far the fetch is, and returns how many articles came since the step
// before, and the command that waits for the next one.
func (f *Fetcher) Step(msg Stepped) (came int, next tea.Cmd) {
	came = msg.event.Articles - f.round.last.Articles
	f.round.last = msg.event
	return came, f.nextStep()
}

// End takes in the end of the fetch, and returns how many articles came since its last
// step.
func (f *Fetcher) End(msg Ended) (came int) {
	came = len(msg.summary.New()) - f.round.last.Articles
	f.round.stop()
	f.jobs.Abort(roundJob)
	f.round = nil
	return came
}

// Stop ends the fetch that is on its way. What came stays.
func (f *Fetcher) Stop() {
	f.round.stopping = true
	f.round.stop()
}

// Await waits until a fetch that was stopped with the reader has written what it has, for
// a moment at the most.
func (f *Fetcher) Await(atMost time.Duration) {
	if f.round == nil {
		return
	}
	select {
	case <-f.round.ended:
	case <-time.After(atMost):
	}
}
