package fetching_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// endOf returns the end of a fetch of which this comes, and that tells of some events.
func endOf(t *testing.T, summary fetch.Summary, events ...fetch.Event) fetching.Ended {
	t.Helper()
	runner := jobs.New(t.Context(), nil)
	f := fetching.New(t.Context(), runner, func(_ context.Context, _ []int64, tell func(fetch.Event)) (fetch.Summary, error) {
		for _, event := range events {
			tell(event)
		}
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

// Which feeds and pages failed is said with the reason, those of the same one together.
func TestSentenceOfFailures(t *testing.T) {
	t.Parallel()
	feed := func(name string, err error) fetch.Result {
		return fetch.Result{Feed: store.Feed{Title: name, Address: "https://" + name + ".example/"}, Status: fetch.Failed, Err: err}
	}
	kind := func(kind error) error { return &web.Error{Address: "https://x.example/", Kind: kind} }
	came := fetch.Result{Status: fetch.Fetched, New: []string{"a", "b"}}
	page := func(title string, err error) fetch.Event {
		return fetch.Event{Page: &store.Page{Title: title, URL: "https://page.example/1"}, PageErr: err}
	}
	for name, tt := range map[string]struct {
		summary fetch.Summary
		events  []fetch.Event
		want    string
	}{
		"a feed": {fetch.Summary{Results: []fetch.Result{came, feed("Echo", kind(web.ErrBusy))}}, nil, "2 new articles, 1 feed failed: Echo (the server is busy). Try again later."},
		"two of one reason": {fetch.Summary{Results: []fetch.Result{came, feed("Echo", kind(web.ErrBusy)), feed("Bell", kind(web.ErrBusy))}}, nil,
			"2 new articles, 2 feeds failed: Echo, Bell (the server is busy). Try again later."},
		"that is none": {fetch.Summary{Results: []fetch.Result{came, feed("Echo", &articles.InputError{Name: "https://Echo.example/", Kind: articles.ErrNoFeed})}}, nil,
			"2 new articles, 1 feed failed: Echo (it is no feed). Open the site in a browser, look for a link to RSS, and add that with warraq feed add."},
		"of two reasons": {fetch.Summary{Results: []fetch.Result{feed("Echo", kind(web.ErrBusy)), feed("Bell", kind(web.ErrGone))}}, nil,
			"no new articles, 2 feeds failed: Echo (the server is busy), Bell (its site has removed it for good)"},
		"more than are named": {fetch.Summary{Results: []fetch.Result{feed("A", kind(web.ErrBusy)), feed("B", kind(web.ErrBusy)), feed("C", kind(web.ErrBusy)), feed("D", kind(web.ErrBusy))}}, nil,
			"no new articles, 4 feeds failed: A, B, C… (the server is busy). Try again later."},
		"of another kind": {fetch.Summary{Results: []fetch.Result{feed("Echo", errors.New("it is odd."))}}, nil, "no new articles, 1 feed failed: Echo (it is odd)"},
		"without a title": {fetch.Summary{Results: []fetch.Result{{Feed: store.Feed{Address: "https://echo.example/"}, Status: fetch.Failed, Err: kind(web.ErrBusy)}}}, nil,
			"no new articles, 1 feed failed: https://echo.example/ (the server is busy). Try again later."},
		"pages": {fetch.Summary{Results: []fetch.Result{came}, PagesFailed: 2}, []fetch.Event{page("The market", kind(web.ErrNotFound)), page("", kind(web.ErrNotFound)), page("fine", nil)},
			"2 new articles, 2 pages failed and will be tried again: The market, https://page.example/1 (there is no page at this address). Check it; the page may have moved."},
		"a long title": {fetch.Summary{Results: []fetch.Result{came}, PagesFailed: 1}, []fetch.Event{page(strings.Repeat("market ", 10), kind(web.ErrBusy))},
			"2 new articles, 1 page failed and will be tried again: market market market market market… (the server is busy). Try again later."},
	} {
		got := endOf(t, tt.summary, tt.events...).Sentence(words.English(), error.Error)
		if got = strings.NewReplacer("\u2068", "", "\u2069", "").Replace(got); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}
