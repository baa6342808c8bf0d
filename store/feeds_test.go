package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/opml"
)

// follow has a library follow a feed and returns it.
func follow(t *testing.T, l *Library, f Feed) Feed {
	t.Helper()
	kept, _, err := l.AddFeeds(t.Context(), []Feed{f})
	if err != nil {
		t.Fatal(err)
	}
	return kept[0]
}

// All that is said and known of a feed is there when it is read again.
func TestNoFieldOfAFeedIsForgotten(t *testing.T) {
	t.Parallel()
	l := open(t)
	var want Feed
	fillFields(t, reflect.ValueOf(&want).Elem(), "feed")
	want.Every, want.Whole, want.Teasers = time.Hour, WholeNever, CarriesTexts
	want.Folder = []string{"صحف", "المشرق / المغرب"}
	want.Attributes = []opml.Attribute{{Name: "category", Value: "ق"}}
	want = follow(t, l, want)
	if want.Num == 0 || want.ETag == "" || want.Held.IsZero() || want.Failure.Status == 0 || len(want.Attributes) != 1 {
		t.Fatalf("it is %+v", want)
	}
	want.Name, want.Keep = "آخر", 17
	if err := l.EditFeed(t.Context(), &want); err != nil {
		t.Fatal(err)
	}
	got, err := l.Feed(t.Context(), want.Num)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v, %v\nwant %+v", got, err, want)
	}
	columns, err := collectRows(t.Context(), l.db, scanColumn[string], "SELECT name FROM pragma_table_info('feed') WHERE name NOT IN ('num', 'key')")
	if err != nil || len(columns) != len(feedColumns) {
		t.Errorf("%d columns are written of %d, %v", len(feedColumns), len(columns), err)
	}
}

// A feed is followed once, however its address is written; a password in it is not kept.
func TestOneFeedOnce(t *testing.T) {
	t.Parallel()
	l := open(t)
	first := follow(t, l, Feed{Address: "https://user:secret@s.example/feed/"})
	if strings.Contains(first.Address, "secret") {
		t.Errorf("its address is %s", first.Address)
	}
	for _, again := range []string{"http://s.example/feed/", "https://www.s.example/feed", "HTTPS://S.example/feed/"} {
		if f := follow(t, l, Feed{Address: again, Title: "آخر"}); f.Num != first.Num || f.Title != "" {
			t.Errorf("%s is %+v", again, f)
		}
	}
	second := follow(t, l, Feed{Address: "https://s.example/other"})
	second.Address = "http://s.example/feed"
	if err := l.EditFeed(t.Context(), &second); !errors.Is(err, ErrFeedThere) {
		t.Errorf("another's address: %v", err)
	}
	if err := l.RemoveFeed(t.Context(), first.Num); err != nil {
		t.Fatal(err)
	}
	if err := l.RemoveFeed(t.Context(), first.Num); !errors.Is(err, ErrNoFeed) {
		t.Errorf("removed twice: %v", err)
	}
}

// What its reader chose of a feed goes through a list of feeds and comes back.
func TestFeedsAsOPML(t *testing.T) {
	t.Parallel()
	want := Feed{Address: "https://s.example/feed", Title: "صدى", Site: "https://s.example/", Lang: "ar", FeedChoices: FeedChoices{
		Name: "اسمي", Folder: []string{"أ", "ب"}, Attributes: []opml.Attribute{{Name: "x", Value: "y"}},
		Whole: WholeAlways, Keep: 50, KeepDays: 30, Every: 90 * time.Minute,
	}}
	if got := FeedOf(want.OPML()); !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

// What a feed gives comes into the library with what is now known of the feed; what its
// reader says of it meanwhile holds, and what was removed stays away.
func TestAddFetched(t *testing.T) {
	t.Parallel()
	l := open(t)
	f := follow(t, l, Feed{Address: "https://s.example/feed"})
	var news []articles.Article
	for i := range 3 {
		news = append(news, articles.Article{GUID: fmt.Sprint(i), Title: fmt.Sprint("خبر ", i), URL: fmt.Sprint("https://s.example/", i), Body: fmt.Sprint("نص قصير ", i)})
	}
	fetch := func(list ...articles.Article) string {
		t.Helper()
		state := f
		state.Name, state.ETag, state.Title = "", "e", "صدى"
		added, err := l.AddFetched(t.Context(), []Fetched{{Feed: state, Articles: list, Pages: AllPages}})
		if err != nil {
			t.Fatal(err)
		}
		return outcomes(added[0])
	}
	f.Name = "اسمي"
	if err := l.EditFeed(t.Context(), &f); err != nil {
		t.Fatal(err)
	}
	if got := fetch(news...); got != "new new new" {
		t.Errorf("first %s", got)
	}
	got, err := l.Feed(t.Context(), f.Num)
	if err != nil || got.ETag != "e" || got.Name != "اسمي" || got.Title != "صدى" || got.Articles != 3 || got.Unread != 3 {
		t.Errorf("the feed is %+v, %v", got, err)
	}
	all := listEntries(t, l, Filter{})
	if _, removeErr := l.Remove(t.Context(), all[0].ID); removeErr != nil {
		t.Fatal(removeErr)
	}
	if got := fetch(news...); got != "same same" {
		t.Errorf("after removing one %s", got)
	}
	pages, err := l.PendingPages(t.Context(), time.Now())
	if err != nil || len(pages) != 2 {
		t.Fatalf("pages %+v, %v", pages, err)
	}
	page := articles.Article{Title: pages[0].Title + " كاملا", Body: long(pages[0].Title)}
	if outcome, mine, err := l.AddPage(t.Context(), pages[0].ID, &page); outcome != Updated || !mine || err != nil {
		t.Errorf("its page: %v, %v, %v", outcome, mine, err)
	}
	other := articles.Article{Title: "سجّل الدخول", Body: long("كلمة السر")}
	if outcome, mine, err := l.AddPage(t.Context(), pages[1].ID, &other); outcome != Same || mine || err != nil {
		t.Errorf("what is served in its place: %v, %v, %v", outcome, mine, err)
	}
	if err := l.PageFailed(t.Context(), pages[1].ID, FetchFailure{Kind: "busy"}, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if left, err := l.PendingPages(t.Context(), time.Now()); err != nil || len(left) != 0 {
		t.Errorf("left are %+v, %v", left, err)
	}
	if left, err := l.PendingPages(t.Context(), time.Now().Add(2*time.Hour), f.Num); err != nil || len(left) != 1 || left[0].Tries != 1 {
		t.Errorf("later there are %+v, %v", left, err)
	}
	if item := article(t, l, pages[0].ID); item.Body != page.Body || item.Title != pages[0].Title {
		t.Errorf("it is %q, %q", item.Title, item.Body)
	}
	checkSound(t, l)
	if err := l.RemoveFeed(t.Context(), f.Num); err != nil {
		t.Fatal(err)
	}
	if n := len(listEntries(t, l, Filter{})); n != 2 {
		t.Errorf("%d articles are left", n)
	}
	checkSound(t, l)
}

// What comes every day under one address and guid comes though that of a day was removed.
func TestRemovedBulletin(t *testing.T) {
	t.Parallel()
	l := open(t)
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	one := articles.Article{GUID: "w", Title: "نشرة الطقس", Source: "دفتر", URL: "https://s.example/w", Body: "غائم", Published: day}
	two := one
	two.Body, two.Published = "صاح", day.AddDate(0, 0, 1)
	if _, err := l.Remove(t.Context(), addArticles(t, l, one)[0].ID); err != nil {
		t.Fatal(err)
	}
	kept, err := l.WithoutRemoved(t.Context(), []articles.Article{one, two})
	if err != nil || len(kept) != 1 || kept[0].Body != two.Body {
		t.Errorf("there come %+v, %v", kept, err)
	}
}
