package store

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// The place of an article is where the list has it, for every filter.
func TestPlaceOf(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	all := listEntries(t, l, Filter{})
	if err := l.SetRead(t.Context(), all[1].ID, true); err != nil {
		t.Fatal(err)
	}
	for _, f := range []Filter{{}, {Unread: true}, {Bookmarked: true}, {Title: "ا"}, {Section: all[0].Section}, {Limit: 1, Offset: 2}} {
		want := map[string]int{}
		whole := f
		whole.Limit, whole.Offset = 0, 0
		for i, e := range listEntries(t, l, whole) {
			want[e.ID] = i
		}
		for _, e := range all {
			index, ok, err := l.PlaceOf(t.Context(), f, e.ID)
			at, listed := want[e.ID]
			if err != nil || ok != listed || ok && index != at {
				t.Errorf("%+v: %q is at %d, %t, %v; the list has it at %d, %t", f, e.Title, index, ok, err, at, listed)
			}
		}
	}
}

// Articles are found by what leads to them.
func TestLookingUp(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l,
		articles.Article{Title: "بطاقة", URL: "https://paper.example/a"},
		articles.Article{Title: "نص", URL: "https://paper.example/b", Body: long("نص")},
		articles.Article{Title: "آخر", Body: long("آخر")},
	)
	for url, want := range map[string]string{
		"http://www.paper.example/b/?utm_source=x#top": "نص", "https://paper.example/a": "بطاقة",
		"https://paper.example/c": "", "": "", "javascript:x": "",
	} {
		e, ok, err := l.AtAddress(t.Context(), url)
		if err != nil || ok != (want != "") || e.Title != want {
			t.Errorf("at %q is %q, %t, %v; want %q", url, e.Title, ok, err, want)
		}
	}
	entries, err := l.Entries(t.Context(), []string{added[2].ID, "gone", added[0].ID})
	if err != nil || titles(entries) != "آخر | [بطاقة]" {
		t.Errorf("entries are %s, %v", titles(entries), err)
	}
	for _, i := range []int{1, 2} {
		if err = l.SetRead(t.Context(), added[i].ID, true); err != nil {
			t.Fatal(err)
		}
	}
	if _, execErr := l.db.Exec("UPDATE article SET read_at = read_at - 1000 WHERE id = ?", added[1].ID); execErr != nil {
		t.Fatal(execErr)
	}
	read, err := l.RecentlyRead(t.Context(), 5)
	if err != nil || titles(read) != "آخر | نص" {
		t.Errorf("read last are %s, %v", titles(read), err)
	}
}
