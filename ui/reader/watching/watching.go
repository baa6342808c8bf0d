// Package watching looks whether another program has changed the library: another reader, or
// one that adds articles. What looks alike costs a reader who is not there nothing.
package watching

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/jobs"
)

// UsualPeriod is how often one looks.
const UsualPeriod = time.Second

// mostLooks is after how many times the library is asked though its files look as they did:
// a file system may say so too late.
const mostLooks = 120

const lookJob jobs.Kind = "look"

// Watcher looks at a library again and again.
type Watcher struct {
	Every   time.Duration // 0 is never
	jobs    *jobs.Runner
	library *store.Library
	moment  store.Moment // as the library was when it was last looked at
	touch   store.Touch  // as its files were
}

// Looked is how the library was when it was looked at.
type Looked struct {
	touch   store.Touch
	moment  store.Moment
	arrived int // articles
	err     error
}

// New returns what looks at a library, of which it keeps how it is now.
func New(ctx context.Context, runner *jobs.Runner, library *store.Library) (*Watcher, error) {
	moment, err := library.Moment(ctx)
	return &Watcher{jobs: runner, library: library, moment: moment}, err
}

// Wait returns the command that looks at the library's files until they have changed, and
// then asks the library; nil where that is never done.
func (w *Watcher) Wait() tea.Cmd {
	if w.Every == 0 {
		return nil
	}
	every, look, touched, last := w.Every, w.looking(), w.library.Touched, w.touch
	return w.jobs.Ask(lookJob, func(ctx context.Context) tea.Msg {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for range mostLooks {
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

// Look returns the command that asks how the library is now.
func (w *Watcher) Look() tea.Cmd { return w.jobs.Ask(lookJob, w.looking()) }

func (w *Watcher) looking() func(context.Context) tea.Msg {
	library, last := w.library, w.moment
	return func(ctx context.Context) tea.Msg {
		answer := Looked{touch: library.Touched()} // before it is asked
		if answer.moment, answer.err = library.Moment(ctx); answer.err == nil && answer.moment.Differs(last) {
			answer.arrived, answer.err = library.Arrived(ctx, last)
		}
		return answer
	}
}

// Take takes in how the library was, and tells whether others have changed it and how many
// articles came. Where it cannot be read nothing has: whatever is asked of it next will say
// it.
func (w *Watcher) Take(msg Looked) (changed bool, arrived int) {
	if msg.err != nil {
		return false, 0
	}
	changed = msg.moment.Differs(w.moment)
	w.touch, w.moment = msg.touch, msg.moment
	return changed, msg.arrived
}
