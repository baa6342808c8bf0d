package reader

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
)

// feedLibrary is a library that follows a feed that was fetched, one that fails, and one
// that is gone.
func feedLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, then := sampleLibrary(t), time.Date(2024, 5, 3, 9, 30, 0, 0, time.Local)
	if _, _, err := l.AddFeeds(t.Context(), []store.Feed{
		{Address: "https://paper.example/feed.xml", Title: "صدى المدينة", FeedChoices: store.FeedChoices{Folder: []string{"صحف", "محلية"}}, FeedState: store.FeedState{Fetched: then}},
		{Address: "https://gone.example/rss", Title: "The Daily Example", FeedState: store.FeedState{
			Fetched: then, FailingSince: then.Add(time.Hour), Failures: 3, Failure: store.FetchFailure{Kind: "not-found", Status: 404},
		}},
		{Address: "https://never.example/atom"},
	}); err != nil {
		t.Fatal(err)
	}
	return l
}

// The screen of feeds fetches, follows and removes them.
func TestFeedsScreen(t *testing.T) {
	t.Parallel()
	const address = "https://one.example/feed"
	s := openFollowing(t, paperServer{address: feedOf("عودة القطار")})
	s.follow = func(ctx context.Context, at string) (string, error) {
		_, _, err := s.Library.AddFeeds(ctx, []store.Feed{{Address: at, Title: "صدى"}})
		return "تُتابَع", err
	}
	follows := func() []store.Feed {
		t.Helper()
		feeds, err := s.Library.Feeds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return feeds
	}
	s.press("ctrl+n")
	if text := s.screenText(); !strings.Contains(text, "warraq feed catalogue") {
		t.Errorf("it does not say how to begin:\n%s", text)
	}
	if s.press("x", "r"); s.fetcher.IsRunning() || s.screen() == nil {
		t.Error("keys that are about a feed do something without one")
	}
	s.press("a").paste(address).press("enter")
	if f := follows(); len(f) != 1 || f[0].Address != address || s.notice != "تُتابَع" || s.asking() != nil {
		t.Fatalf("follows %v, notice %q", f, s.notice)
	}
	before := s.list.Total()
	if s.press("r"); s.list.Total() != before+1 || follows()[0].Unread != 1 || s.notice != "مقالة جديدة" {
		t.Errorf("%d articles in the list, %d before, notice %q", s.list.Total(), before, s.notice)
	}
	for _, keys := range [][]string{{"x", "esc"}, {"x", "enter"}} {
		if s.press(keys...); len(follows()) != 1 {
			t.Errorf("%v removes the feed", keys)
		}
	}
	if s.press("x", "up", "enter"); len(follows()) != 0 || s.notice != s.Words.Feeds.Unfollowed || s.list.Total() != before+1 {
		t.Errorf("follows %v, notice %q, %d articles", follows(), s.notice, s.list.Total())
	}
	if s.press("ctrl+n"); s.screen() != nil {
		t.Error("its own key does not close it")
	}
}

// One feed is fetched alone, and what it fails with is said on the screen from then on.
func TestOneFeedIsFetched(t *testing.T) {
	t.Parallel()
	const one, none = "https://one.example/feed", "https://none.example/feed"
	s := openFollowing(t, paperServer{one: feedOf("عودة القطار")}, one, none)
	before := s.list.Total()
	s.press("ctrl+n", "down", "r")
	if s.list.Total() != before || !strings.Contains(s.notice, none) {
		t.Errorf("%d articles in the list, %d before, notice %q", s.list.Total(), before, s.notice)
	}
	feeds, err := s.Library.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !feeds[0].Tried.IsZero() || feeds[1].FailingSince.IsZero() {
		t.Errorf("they are %+v", feeds)
	}
	if text := s.screenText(); !strings.Contains(text, none+": there is no such page") {
		t.Errorf("it does not say what is wrong:\n%s", text)
	}
}

// screenText is what the screen says, as it was written.
func (s *session) screenText() string {
	var b strings.Builder
	for _, r := range s.screen().View(120, 40) {
		for _, c := range r {
			b.WriteString(c.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Enter on a feed shows what came from it and nothing else.
func TestFeedArticles(t *testing.T) {
	t.Parallel()
	const one, two = "https://one.example/feed", "https://two.example/feed"
	s := openFollowing(t, paperServer{one: feedOf("عودة القطار", "سوق الكتب"), two: feedOf("مطر الليل")}, one, two)
	s.press("r", "ctrl+n", "down", "enter")
	var titles []string
	for _, e := range s.list.Entries() {
		titles = append(titles, e.Title)
	}
	if s.screen() != nil || strings.Join(titles, "، ") != "مطر الليل" {
		t.Errorf("the list has %q, the screen is %T", titles, s.screen())
	}
}
