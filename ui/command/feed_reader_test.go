package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/words"
)

// What the reader is handed follows feeds and fetches them as the commands do, and asks no
// server where none is followed.
func TestFeedsOfTheReader(t *testing.T) {
	t.Parallel()
	server := newFeedServer(t, map[string]string{
		"/feed": rss("صدى", "عودة القطار", "عاد القطار إلى المحطة."),
		"/":     `<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed"><title>صدى</title>`,
		"/many": `<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/other">`,
	})
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	e := &env{Streams: Streams{Out: os.Stdout, Err: os.Stderr, Getenv: func(string) string { return "" }}, logger: discardLog(), words: words.English(), newClient: web.New, configPath: filepath.Join(t.TempDir(), "config.toml")}
	follow, bring := e.followInReader(l), e.fetchInReader(l, 0)

	summary, err := bring(t.Context(), nil, func(fetch.Event) {})
	if err != nil || len(summary.Results) != 0 || len(server.asked) != 0 {
		t.Errorf("without feeds: %v, %v, asked for %v", summary, err, server.asked)
	}
	for _, tt := range []struct {
		address, said, wrong string
		offered              int // at least
	}{
		{server.URL + "/nothing", "", "there is no such page", 0},
		{"no address", "", web.ErrAddress.Error(), 0},
		{server.URL + "/many", "", "", 2},
		{"", "", "", 200},
		{server.URL, "صدى\u2069: followed.", "", 0},
		{strings.Replace(server.URL, "http://", "http://reader:sesame@", 1) + "/feed", "followed before. The password was taken out", "", 0},
	} {
		became, failure := follow(t.Context(), store.Feed{Address: tt.address, FeedChoices: store.FeedChoices{Folder: []string{"صحف"}}})
		said := became.Said
		if len(became.Offered) < tt.offered || tt.offered == 0 && len(became.Offered) > 0 || tt.offered > 0 && became.About == "" {
			t.Errorf("%q: %d are offered, which are %q", tt.address, len(became.Offered), became.About)
		}
		if !strings.Contains(said, tt.said) || (failure != nil) != (tt.wrong != "") || failure != nil && !strings.Contains(failure.Error(), tt.wrong) {
			t.Errorf("%q: %q, %v; want %q, %q", tt.address, said, failure, tt.said, tt.wrong)
		}
	}
	e.feeds.onFetch = []string{"/nowhere/hook"}
	var last fetch.Event
	summary, err = bring(t.Context(), nil, func(event fetch.Event) { last = event })
	if said := e.sentence(err); !strings.Contains(said, "/nowhere/hook") || len(summary.New()) != 1 || last.Articles != 1 {
		t.Errorf("%d new, %v, said last %+v", len(summary.New()), err, last)
	}
	if feeds, err := l.Feeds(t.Context()); err != nil || len(feeds) != 1 || feeds[0].Unread != 1 || len(feeds[0].Folder) != 1 {
		t.Errorf("follows %v, %v", feeds, err)
	}
}
