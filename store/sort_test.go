package store

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

func TestTitleOrder(t *testing.T) {
	t.Parallel()
	sorted := []string{
		"1001 ليلة", "٢ من ٣", "أخبار", "آخر الأخبار", "المدينة والبحر", "«باب» آخر", "بَابٌ ثانٍ", "پنجره", "تاريخ", "ثورة",
		"مدرسة", "هند", "وزير", "يوم", "a tale", "Zebra",
	}
	for i := range sorted[1:] {
		if bytes.Compare(titleOrder(sorted[i]), titleOrder(sorted[i+1])) >= 0 {
			t.Errorf("%s does not stand before %s", sorted[i], sorted[i+1])
		}
	}
	for _, same := range [][2]string{{"أحمد", "احمد"}, {"مُدُن", "مدن"}, {"«باب»", "باب"}, {"Book", "book"}, {"مستشفى", "مستشفي"}} {
		if !bytes.Equal(titleOrder(same[0]), titleOrder(same[1])) {
			t.Errorf("%s and %s have other places", same[0], same[1])
		}
	}
}

// Each order, either way, with each filter, gives what sorting in memory gives, in
// pages of every size, from behind an article or from a number on.
func TestSort(t *testing.T) {
	t.Parallel()
	l := open(t)
	var batch []articles.Article
	for i := range 40 {
		a := articles.Article{
			Title: fmt.Sprintf("%c %d", []rune("بأتجثد")[i*7%6], i%5), Section: fmt.Sprint("قسم ", i%3), Source: fmt.Sprint("صحيفة ", i%2),
			Published: time.Date(2026, 1, 1+i*11%17, 0, 0, 0, 0, time.UTC), URL: fmt.Sprintf("https://paper.example/%d", i),
			Kept: &articles.Kept{Added: time.UnixMilli(1e12 + int64(i*13%9)), Read: i%4 == 0, Bookmarked: i%5 == 0},
		}
		if i%6 > 0 {
			a.Body = long(fmt.Sprintf("%0*d", i*5%7+1, i))
		}
		if i%7 == 0 {
			a.Kept.Tags = []string{"سفر"}
		}
		batch = append(batch, a)
	}
	addArticles(t, l, batch...)
	filters := []Filter{
		{}, {Unread: true}, {Bookmarked: true}, {Section: "قسم 1"}, {Source: "صحيفة 1"}, {Tag: "سفر"},
		{Section: "قسم 1", Unread: true}, {Section: "قسم 2", Source: "صحيفة 0"}, {Title: "1"}, {Section: "لا قسم كهذا"}, {Tag: "سفر", Unread: true},
	}
	for sort := ByPublished; sort <= ByLength; sort++ {
		for _, reverse := range []bool{false, true} {
			for i, f := range filters {
				if f.Sort, f.Reverse = sort, reverse; (i+int(sort))%inShort(4, 1) != 0 {
					continue
				}
				t.Run(fmt.Sprintf("%+v", f), func(t *testing.T) { checkOrder(t, l, f) })
			}
		}
	}
}

// checkOrder checks the pages of a list against the whole of it, and that against
// the places of its articles.
func checkOrder(t *testing.T, l *Library, f Filter) {
	t.Helper()
	all := listEntries(t, l, f)
	plain := f
	plain.Sort, plain.Reverse = ByPublished, false
	if n, err := l.Count(t.Context(), f); err != nil || n != len(all) || n != len(listEntries(t, l, plain)) {
		t.Errorf("%d are counted and %d listed, %v", n, len(all), err)
	}
	place := func(e Entry) (p []byte, newness int64) {
		column := map[Sort]string{ByPublished: "x''", ByAdded: "cast(printf('%020d', added) AS blob)", ByTitle: "title_order", ByLength: "cast(printf('%020d', length) AS blob)"}[f.Sort]
		if err := l.db.QueryRowContext(t.Context(), "SELECT "+column+", newness FROM article WHERE id = ?", e.ID).Scan(&p, &newness); err != nil {
			t.Fatal(err)
		}
		return p, newness
	}
	down := (f.Sort != ByTitle) != f.Reverse
	for i := range all {
		if at, ok, err := l.PlaceOf(t.Context(), f, all[i].ID); err != nil || !ok || at != i {
			t.Errorf("%d stands at %d, %v, %v", i, at, ok, err)
		}
		if i == 0 {
			continue
		}
		a, an := place(all[i-1])
		b, bn := place(all[i])
		order := bytes.Compare(a, b)
		if order == 0 {
			order = int(max(-1, min(1, an-bn)))
		}
		if down != (order > 0) {
			t.Errorf("%s before %s", all[i-1].Title, all[i].Title)
		}
	}
	for _, limit := range []int{1, 3, 100} {
		f := f
		f.Limit = limit
		for at := 0; at < len(all); {
			page := listEntries(t, l, f)
			if to := min(at+limit, len(all)); !equalEntries(page, all[at:to]) {
				t.Fatalf("from %d on: %s, want %s", at, titles(page), titles(all[at:to]))
			}
			at += len(page)
			f.After = page[len(page)-1].ID
		}
		if page := listEntries(t, l, f); len(all) > 0 && len(page) > 0 {
			t.Errorf("behind the end: %s", titles(page))
		}
	}
	unread := f
	unread.Unread = true
	next := listEntries(t, l, unread)
	from := ""
	for i := range len(next) + 1 { // the last one is followed by the first
		e, ok, err := l.NextUnread(t.Context(), from, f)
		if err != nil || ok != (len(next) > 0) || ok && e.ID != next[i%len(next)].ID {
			t.Fatalf("unread %d is %s, %v, %v", i, e.Title, ok, err)
		}
		from = e.ID
	}
}

func TestListBehindNothing(t *testing.T) {
	t.Parallel()
	if _, err := open(t).List(t.Context(), Filter{After: "zzzzzzzz"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("the error is %v", err)
	}
}

func TestSectionsAndSources(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	for name, test := range map[string]struct {
		of   func() ([]Shelf, error)
		want func(Entry) string
	}{
		"sections": {func() ([]Shelf, error) { return l.Sections(t.Context()) }, func(e Entry) string { return text.WordKey(e.Section) }},
		"sources":  {func() ([]Shelf, error) { return l.Sources(t.Context()) }, func(e Entry) string { return text.WordKey(e.Source) }},
	} {
		t.Run(name, func(t *testing.T) {
			want := map[string][2]int{}
			for _, e := range listEntries(t, l, Filter{}) {
				if key := test.want(e); key != "" {
					n := want[key]
					n[0]++
					if !e.Read && e.Full {
						n[1]++
					}
					want[key] = n
				}
			}
			shelves, err := test.of()
			if err != nil || len(shelves) != len(want) || len(want) == 0 {
				t.Fatalf("%+v, %v", shelves, err)
			}
			for i, s := range shelves {
				if n := want[text.WordKey(s.Name)]; n != [2]int{s.Articles, s.Unread} {
					t.Errorf("%+v, want %v", s, n)
				}
				if i > 0 && bytes.Compare(titleOrder(shelves[i-1].Name), titleOrder(s.Name)) > 0 {
					t.Errorf("%s before %s", shelves[i-1].Name, s.Name)
				}
			}
		})
	}
}
