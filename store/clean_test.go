package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What is past by number or by days, of a feed or in all, is past; what its reader marked
// is not, nor what came otherwise, nor what another feed keeps.
func TestPastArticles(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 30, 12, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		feeds [2]FeedChoices
		all   Retention
		want  []string // the days that are past: of the first feed a1 to a5, of the second b1 to b5, of both ab9
	}{
		"all are kept":                 {},
		"three of the first":           {feeds: [2]FeedChoices{{Keep: 3}}, want: []string{"a5", "a4"}},
		"three days of the second":     {feeds: [2]FeedChoices{{}, {KeepDays: 3}}, want: []string{"b5", "b4"}},
		"four in all":                  {all: Retention{Keep: 4}, want: []string{"ab9", "b5", "a5", "b4", "a4", "b3", "a3"}},
		"two days in all":              {all: Retention{KeepDays: 2}, want: []string{"ab9", "b5", "a5", "b4", "a4", "b3", "a3"}},
		"more days of one than of all": {feeds: [2]FeedChoices{{KeepDays: 100}}, all: Retention{KeepDays: 2}, want: []string{"b5", "b4", "b3"}},
		"one of both that one keeps":   {feeds: [2]FeedChoices{{Keep: 1}, {KeepDays: 100}}, want: []string{"a5", "a4", "a3", "a2"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := open(t)
			addArticles(t, l, articles.Article{Title: "لم يأت من خلاصة", Body: "نص", Published: now.AddDate(-1, 0, 0)})
			var feeds []Feed
			for i, choices := range tt.feeds {
				feeds = append(feeds, follow(t, l, Feed{Address: fmt.Sprint("https://s.example/", i), FeedChoices: choices}))
			}
			put := func(f Feed, name string, days int) Added {
				t.Helper()
				hours := time.Duration(0)
				if f.Num == feeds[0].Num {
					hours = time.Hour
				}
				added, err := l.AddFetched(t.Context(), []Fetched{{Feed: f, Articles: []articles.Article{{
					Title: name, GUID: "https://s.example/g/" + name, URL: "https://s.example/" + name, Body: "نص " + name, Published: now.AddDate(0, 0, -days).Add(hours),
				}}}})
				if err != nil {
					t.Fatal(err)
				}
				return added[0][0]
			}
			for day := 1; day <= 5; day++ {
				put(feeds[0], fmt.Sprint("a", day), day)
				put(feeds[1], fmt.Sprint("b", day), day)
			}
			put(feeds[0], "ab9", 9)
			put(feeds[1], "ab9", 9)
			if _, err := l.Bookmark(t.Context(), []string{put(feeds[0], "مؤشَّر", 20).ID}, true); err != nil {
				t.Fatal(err)
			}
			if _, _, err := l.AddHighlight(t.Context(), put(feeds[1], "معلَّق", 20).ID, articles.Highlight{Note: "ملاحظة"}); err != nil {
				t.Fatal(err)
			}
			past, err := l.PastArticles(t.Context(), tt.all, now)
			var got []string
			for _, e := range past {
				got = append(got, e.Title)
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("past are %q, %v; want %q", got, err, tt.want)
			}
		})
	}
}
