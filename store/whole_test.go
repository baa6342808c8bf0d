package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// Articles that are read whole by the hundred are what each of them is alone: its
// text, its sources, what its reader did with it, and what it names.
func TestWholes(t *testing.T) {
	t.Parallel()
	l := open(t)
	var all []articles.Article
	for i := range wholesAtOnce + 50 {
		a := articles.Article{
			Title: fmt.Sprintf("خبر %d", i), Source: "صدى", Body: long(fmt.Sprint(i)), Full: true, Published: time.Date(2026, 1, 1+i, 9, 0, 0, 0, time.UTC),
			Captions: []articles.Caption{{Text: "صورة", After: i % 3}},
		}
		if i%3 == 0 {
			a.Related = []articles.Related{{Kind: articles.ByAuthor, Title: fmt.Sprintf("خبر %d", i+1)}, {Kind: articles.OnPage, Title: fmt.Sprintf("خبر %d", i/2)}}
		}
		if i%5 == 0 {
			a.Kept = &articles.Kept{Bookmarked: true, Sources: []string{"صدى", "دفتر"}, Marks: articles.Marks{
				Tags:       []string{"سفر", "أدب", "zebra"},
				Highlights: []articles.Highlight{{ID: fmt.Sprintf("h%07d", i), Quote: "نص", Note: "ملاحظة", Start: 1, End: 3}, {ID: fmt.Sprintf("n%07d", i), Note: "كلها"}},
				Reading:    []articles.Reading{{Day: "2026-01-02", Milliseconds: 900}, {Day: "2026-01-01", Milliseconds: 70}},
			}}
		}
		all = append(all, a)
	}
	if _, err := l.Add(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, e := range listEntries(t, l, Filter{}) {
		ids = append(ids, e.ID)
	}
	i := 0
	for got, err := range l.Wholes(t.Context(), ids) {
		if err != nil {
			t.Fatal(err)
		}
		want := Whole{}
		var err1, err2, err3 error
		want.Item, err1 = l.Article(t.Context(), ids[i])
		want.Marks, err2 = l.Marks(t.Context(), ids[i])
		want.Named, err3 = l.Named(t.Context(), ids[i])
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("article %d:\n%+v, want\n%+v", i, got, want)
		}
		i++
	}
	if i != len(ids) || i < len(all) {
		t.Errorf("%d articles of %d", i, len(ids))
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var last error
	for _, err := range l.Wholes(ctx, ids) {
		stop()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("what was cancelled ends with %v", last)
	}
	for _, err := range l.Wholes(t.Context(), []string{ids[0], "nothing"}) {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("of one that is not there: %v", err)
		}
	}
}
