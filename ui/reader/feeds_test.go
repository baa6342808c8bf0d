package reader

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
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
	s.follow = func(ctx context.Context, f store.Feed) (dialog.Following, error) {
		_, _, err := s.Library.AddFeeds(ctx, []store.Feed{{Address: f.Address, Title: "صدى"}})
		return dialog.Following{Said: "تُتابَع"}, err
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

// A reader without feeds chooses some from the catalogue, and of a page with several of
// them: each is followed where it stands, and the screen of feeds lies beneath.
func TestOffers(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	asked := []string{}
	s.follow = func(ctx context.Context, f store.Feed) (dialog.Following, error) {
		asked = append(asked, f.Address)
		switch f.Address {
		case "", "https://page.example/":
			return dialog.Following{About: "what is offered", Offered: []store.Feed{{Address: "https://one.example/feed", Title: "The First", FeedChoices: store.FeedChoices{Folder: []string{"صحف"}}}, {Address: "https://two.example/feed"}}}, nil
		case "https://two.example/feed":
			return dialog.Following{}, errors.New("لا يجيب")
		}
		_, _, err := s.Library.AddFeeds(ctx, []store.Feed{f})
		return dialog.Following{Said: "تُتابَع"}, err
	}
	s.press("ctrl+n")
	if text := s.screenText(); !strings.Contains(text, s.Words.Feeds.FromCatalogue) {
		t.Errorf("it does not say how to begin:\n%s", text)
	}
	s.press("enter")
	if text := s.screenText(); !strings.Contains(text, "what is offered") || !strings.Contains(text, "The First") || !strings.Contains(text, "https://two.example/feed") {
		t.Fatalf("it offers\n%s", text)
	}
	s.press("enter")
	if text := s.screenText(); s.notice != "تُتابَع" || !strings.Contains(text, s.Words.Feeds.Followed) {
		t.Errorf("notice %q\n%s", s.notice, text)
	}
	s.press("enter", "down", "enter")
	if want := []string{"", "https://one.example/feed", "https://two.example/feed"}; !slices.Equal(asked, want) || s.notice != "لا يجيب" {
		t.Errorf("asked are %q, notice %q", asked, s.notice)
	}
	s.press("esc")
	if text := s.screenText(); !strings.Contains(text, "The First") || strings.Contains(text, s.Words.Feeds.FromCatalogue) {
		t.Errorf("beneath is\n%s", text)
	}
	s.press("a").paste("https://page.example/").press("enter")
	if text := s.screenText(); !strings.Contains(text, "what is offered") || strings.Count(text, s.Words.Feeds.Followed) != 1 {
		t.Errorf("of a page it offers\n%s", text)
	}
}

// One feed is fetched alone, and what it fails with is said on the screen from then on.
func TestOneFeedIsFetched(t *testing.T) {
	t.Parallel()
	const one, none = "https://one.example/feed", "https://none.example/feed"
	s := openFollowing(t, paperServer{one: feedOf("عودة القطار")}, one, none)
	before := s.list.Total()
	s.press("ctrl+n", "down", "r")
	if s.list.Total() != before || !strings.Contains(s.notice, "لا صفحة بهذا الرابط") {
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
