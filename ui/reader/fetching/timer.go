package fetching

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/jobs"
)

const timerJob jobs.Kind = "fetch timer"

// Timer fetches what is due again and again while one reads.
type Timer struct {
	Every time.Duration // from one time to the next, 0 for never
	Bring Bring         // leaves feeds alone for as long as their reader chose
}

// Due tells that it is time to fetch what is due.
type Due struct{}

// Wait returns the command that waits until it is time to fetch, nil where it never is.
func (f *Fetcher) Wait() tea.Cmd {
	every := f.Timer.Every
	if every <= 0 {
		return nil
	}
	return f.jobs.Run(f.jobs.Begin(timerJob), func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(every):
			return Due{}
		case <-ctx.Done():
			return nil
		}
	})
}

// FetchDue fetches what is due, unless a fetch is on its way, and returns the commands
// that do it and that wait for the next time.
func (f *Fetcher) FetchDue() tea.Cmd {
	if f.round != nil {
		return f.Wait()
	}
	return tea.Batch(f.start(f.Timer.Bring, nil, true), f.Wait())
}

// IsQuiet tells that a fetch was begun by the timer and brought nothing to be said. Which
// feeds failed stands on the screen of feeds.
func (msg Ended) IsQuiet() bool {
	return msg.timed && msg.err == nil && len(msg.summary.New()) == 0 && msg.summary.Past == 0
}
