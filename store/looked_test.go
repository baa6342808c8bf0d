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
