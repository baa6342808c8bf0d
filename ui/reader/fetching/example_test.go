package fetching_test

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// A fetch for which it is too early says so at its end.
func ExampleFetcher() {
	runner := jobs.New(context.Background(), nil)
	f := fetching.New(context.Background(), runner, func(context.Context, []int64, func(fetch.Event)) (fetch.Summary, error) {
		return fetch.Summary{Results: []fetch.Result{{Status: fetch.Early}}}, nil
	})
	w := words.English()
	for _, cmd := range f.Toggle(nil)().(tea.BatchMsg) {
		if msg, _ := runner.Receive(cmd()); msg != nil {
			fmt.Println(f.Progress(w))
			f.End(msg.(fetching.Ended))
			fmt.Println(msg.(fetching.Ended).Sentence(w, error.Error), f.IsRunning())
		}
	}
	// Output:
	// 0 of 0 fetched, no new articles
	// It is not yet the time of any feed. false
}
