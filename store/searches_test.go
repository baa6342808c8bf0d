package store

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
)

// A search is kept once, in the order in which they were, and goes and comes back by what
// takes that back.
func TestKeepSearch(t *testing.T) {
	t.Parallel()
	l := open(t)
	kept := func(want ...string) {
		t.Helper()
		if got, err := l.Searches(t.Context()); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q are kept, want %q, %v", got, want, err)
		}
	}
	keep := func(query string, on bool) Undo {
		t.Helper()
		u, err := l.KeepSearch(t.Context(), query, on)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	keep("نحاس", true)
	second := keep("  tag:سفر \n", true)
	if again := keep("نحاس", true); again.Count != 0 {
		t.Error("it is kept twice")
	}
	kept("نحاس", "tag:سفر")
	dropped := keep("نحاس", false)
	kept("tag:سفر")
	if none := keep("نحاس", false); none.Count != 0 {
		t.Error("it is let go twice")
	}
	for _, u := range []Undo{dropped, second} {
		if err := l.Undo(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	kept("نحاس")
}

// Articles that were begun are listed by when they were read, the last one first, until
// their end is reached or one goes back to their beginning.
func TestBegun(t *testing.T) {
	t.Parallel()
	l := open(t)
	var in []articles.Article
	for _, title := range []string{"أولى", "ثانية", "ثالثة"} {
		in = append(in, articles.Article{Title: title, Body: "متن " + title, Full: true})
	}
	added := addArticles(t, l, in...)
	begun := func(want ...int) {
		t.Helper()
		got := listEntries(t, l, Filter{Begun: true})
		n, err := l.Count(t.Context(), Filter{Begun: true})
		if err != nil || n != len(want) || len(got) != len(want) {
			t.Fatalf("%d are begun, %d listed, want %d, %v", n, len(got), len(want), err)
		}
		for i, w := range want {
			if got[i].ID != added[w].ID {
				t.Errorf("at %d is %q", i, got[i].Title)
			}
			if at, ok, err := l.PlaceOf(t.Context(), Filter{Begun: true}, added[w].ID); err != nil || !ok || at != i {
				t.Errorf("%q is at %d, %v, %v", got[i].Title, at, ok, err)
			}
		}
	}
	read := func(i, position int, share float64) {
		t.Helper()
		if err := l.SetProgress(t.Context(), added[i].ID, position, share); err != nil {
			t.Fatal(err)
		}
		if _, err := l.db.Exec("UPDATE begun SET at = at - 10"); err != nil { // what comes next is later
			t.Fatal(err)
		}
	}
	begun()
	read(0, 10, 0.3)
	read(1, 20, 0.6)
	begun(1, 0)
	read(0, 15, 0.5)
	begun(0, 1)
	read(1, 40, 1)
	begun(0)
	read(0, 0, 0.2)
	begun()
}

// Tags are given to several articles and taken from them in one step, which is taken back
// in one.
func TestTagAll(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, articles.Article{Title: "أ", Body: "متن", Full: true, Tags: []string{"بحر"}},
		articles.Article{Title: "ب", Body: "متن آخر", Full: true, Tags: []string{"بحر", "ريح"}})
	ids := []string{added[0].ID, added[1].ID}
	common := func(want ...string) {
		t.Helper()
		if got, err := l.TagsOfAll(t.Context(), ids); err != nil || !slices.Equal(got, want) {
			t.Errorf("both have %q, want %q, %v", got, want, err)
		}
	}
	topics := func(want int) {
		t.Helper()
		if got, err := l.Topics(t.Context()); err != nil || len(got) != want {
			t.Errorf("%+v from sources, %v", got, err)
		}
	}
	topics(1)
	if _, err := l.Tag(t.Context(), ids[0], "سفر"); err != nil {
		t.Fatal(err)
	}
	common()
	u, err := l.TagAll(t.Context(), ids, "سفر", "بحر")
	if err != nil || u.Count != 2 {
		t.Fatalf("%+v, %v", u, err)
	}
	common("بحر", "سفر")
	topics(0)
	gone, err := l.UntagAll(t.Context(), ids, "سفر")
	if err != nil || gone.Count != 2 {
		t.Fatalf("%+v, %v", gone, err)
	}
	common("بحر")
	for _, back := range []Undo{gone, u} {
		if err := l.Undo(t.Context(), back); err != nil {
			t.Fatal(err)
		}
	}
	common()
	if tags, err := l.TagsOf(t.Context(), ids[0]); err != nil || !slices.Equal(tags, []string{"سفر"}) {
		t.Errorf("the first has %q, %v", tags, err)
	}
}
