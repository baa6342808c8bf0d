package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What came since an instant counts, but for what ships with the program and what was put
// away; nothing was looked at until something is read.
func TestHaveCome(t *testing.T) {
	t.Parallel()
	l := open(t)
	if at, err := l.LastLooked(t.Context()); err != nil || !at.IsZero() {
		t.Fatalf("looked at %v, %v", at, err)
	}
	before := time.Now().Add(-time.Minute)
	if err := l.AddBundled(t.Context(), []articles.Article{{Key: "ships:1", Title: "دليل", Body: "نص"}}); err != nil {
		t.Fatal(err)
	}
	var news []articles.Article
	for i := range 4 {
		news = append(news, articles.Article{Title: fmt.Sprint("خبر ", i), Body: fmt.Sprint("نص الخبر ", i)})
	}
	added := addArticles(t, l, news...)
	if _, err := l.SetArchived(t.Context(), []string{added[0].ID}, true); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		since time.Time
		many  int
		want  bool
	}{{before, 2, true}, {before, 3, false}, {time.Now().Add(time.Minute), 0, false}} {
		if more, err := l.HaveCome(t.Context(), tt.since, tt.many); err != nil || more != tt.want {
			t.Errorf("more than %d since %v: %v, %v", tt.many, tt.since, more, err)
		}
	}
	if err := l.SetRead(t.Context(), added[1].ID, true); err != nil {
		t.Fatal(err)
	}
	if at, err := l.LastLooked(t.Context()); err != nil || at.Before(before) {
		t.Errorf("looked at %v, %v", at, err)
	}
}

// What is new on the front page came since the visit before: looks that follow each other
// are one visit.
func TestFrontLooked(t *testing.T) {
	t.Parallel()
	l, start := open(t), time.Date(2026, 5, 8, 9, 0, 0, 0, time.UTC)
	for i, look := range []struct{ at, since time.Duration }{
		{0, -1}, {time.Minute, -1}, {20 * time.Minute, -1}, {5 * time.Hour, 20 * time.Minute},
		{5*time.Hour + time.Minute, 20 * time.Minute}, {30 * time.Hour, 5*time.Hour + time.Minute},
	} {
		since, err := l.FrontLooked(t.Context(), start.Add(look.at))
		if err != nil {
			t.Fatal(err)
		}
		if look.since < 0 != since.IsZero() || look.since >= 0 && !since.Equal(start.Add(look.since)) {
			t.Errorf("look %d is since %v", i, since)
		}
		if err := l.LookAtFront(t.Context(), start.Add(look.at)); err != nil {
			t.Fatal(err)
		}
		if again, err := l.FrontLooked(t.Context(), start.Add(look.at)); err != nil || !again.Equal(since) {
			t.Errorf("having looked, it is since %v, %v", again, err)
		}
	}
}
