package fetching_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// endOf returns the end of a fetch of which this comes.
func endOf(t *testing.T, summary fetch.Summary) fetching.Ended {
	t.Helper()
	runner := jobs.New(t.Context(), nil)
	f := fetching.New(t.Context(), runner, func(context.Context, []int64, func(fetch.Event)) (fetch.Summary, error) {
		return summary, nil
	})
	for _, cmd := range f.Toggle(nil)().(tea.BatchMsg) {
		if msg, _ := runner.Receive(cmd()); msg != nil {
			return msg.(fetching.Ended)
		}
	}
	t.Fatal("the fetch has no end")
	return fetching.Ended{}
}

// The share of a fetch that is done is in hundredths, 0 while nobody knows how much it is.
func TestPercent(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		event fetch.Event
		want  int
	}{
		{fetch.Event{}, 0},
		{fetch.Event{Total: 3}, 0},
		{fetch.Event{Done: 1, Total: 3}, 33},
		{fetch.Event{Done: 3, Total: 3}, 100},
		{fetch.Event{Done: 999, Total: 1000}, 99},
	} {
		runner := jobs.New(t.Context(), nil)
		f := fetching.New(t.Context(), runner, func(_ context.Context, _ []int64, tell func(fetch.Event)) (fetch.Summary, error) {
			tell(tt.event)
			return fetch.Summary{}, nil
		})
		for _, cmd := range f.Toggle(nil)().(tea.BatchMsg) {
			if msg, _ := runner.Receive(cmd()); msg != nil {
				if step, ok := msg.(fetching.Stepped); ok {
					f.Step(step)
				}
			}
		}
		if got := f.Percent(); got != tt.want {
			t.Errorf("%+v: %d of a hundred, want %d", tt.event, got, tt.want)
		}
	}
}

// What a fetch deleted, or what the next one is going to, is said behind what came.
func TestSentenceOfWhatIsPast(t *testing.T) {
	t.Parallel()
	results := []fetch.Result{{Status: fetch.Fetched, New: []string{"a", "b"}}}
	for name, tt := range map[string]struct {
		summary fetch.Summary
		want    string // all of it, with a ~ at its end only its beginning
	}{
		"nothing past":          {fetch.Summary{Results: results}, "2 new articles"},
		"one deleted":           {fetch.Summary{Results: results, Past: 1, Deleted: true}, "2 new articles, 1 article past its time deleted"},
		"some deleted":          {fetch.Summary{Results: results, Past: 5, Deleted: true}, "2 new articles, 5 articles past their time deleted"},
		"some that will be":     {fetch.Summary{Results: results, Past: 5}, "2 new articles. The library has 5 articles past their time. From the next fetch on they are deleted~"},
		"nothing to be deleted": {fetch.Summary{Results: results, Deleted: true}, "2 new articles"},
	} {
		got := endOf(t, tt.summary).Sentence(words.English(), error.Error)
		start, open := strings.CutSuffix(tt.want, "~")
		if got != tt.want && (!open || !strings.HasPrefix(got, start)) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
