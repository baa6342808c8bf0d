package store

import (
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

func TestListOrder(t *testing.T) {
	t.Parallel()
	l := open(t)
	day := func(d int) time.Time { return time.Date(2024, 5, d, 0, 0, 0, 0, time.UTC) }
	addArticles(t, l,
		articles.Article{Title: "old", Body: "x", Published: day(1), Related: []articles.Related{{Title: "named by old"}, {Title: "named by both"}}},
		articles.Article{Title: "one of a day", Body: "x", Published: day(3)},
		articles.Article{Title: "two of a day", Body: "x", Published: day(3)},
		articles.Article{Title: "before 1970", Body: "x", Published: time.Date(1935, 1, 1, 0, 0, 0, 0, time.UTC)},
	)
	addArticles(t, l,
		articles.Article{Title: "no date, first", Body: "x"},
		articles.Article{Title: "no date, second", Body: "x"},
		articles.Article{Title: "middle", Body: "x", Published: day(2), Related: []articles.Related{{Title: "named by both"}}},
		articles.Article{Title: "three of a day", Body: "x", Published: day(3)},
	)
	want := "no date, first | no date, second | one of a day | two of a day | three of a day | " +
		"middle | [named by both] | old | [named by old] | before 1970"
	all := listEntries(t, l, Filter{})
	if got := titles(all); got != want {
		t.Errorf("the order is %s\nwant %s", got, want)
	}
	for offset := range len(all) + 2 {
		for limit := 1; limit < 4; limit++ {
			from, to := min(offset, len(all)), min(offset+limit, len(all))
			if got := listEntries(t, l, Filter{Offset: offset, Limit: limit}); !equalEntries(got, all[from:to]) {
				t.Errorf("%d from %d: %s", limit, offset, titles(got))
			}
		}
	}
	checkSound(t, l)
}

func TestFilter(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	for _, test := range []struct {
		name string
		f    Filter
		want string
	}{
		{"section, spelled differently", Filter{Section: "سياسه"}, "وزير الخارجية يصل إلى موسكو"},
		{"source", Filter{Source: "«النهار»"}, "محكمة تنظر في القضية | كتاب جديد عن البحر"},
		{"unread of a source", Filter{Source: "النهار", Unread: true}, "محكمة تنظر في القضية | كتاب جديد عن البحر"},
		{"bookmarked", Filter{Bookmarked: true}, "كتاب جديد عن البحر"},
		{"bookmarked and another section", Filter{Bookmarked: true, Section: "سياسة"}, ""},
		{"typed", Filter{Title: "كت"}, "كتاب جديد عن البحر | کتاب‌های تازه"},
		{"typed, inside of a word", Filter{Title: "بَحْر"}, "كتاب جديد عن البحر"},
		{"typed, of the title and the source", Filter{Title: "النها محكم"}, "محكمة تنظر في القضية"},
		{"typed, of the section", Filter{Title: "culture", Unread: true}, "The sea and its books"},
		{"typed signs are passed over", Filter{Title: "% _ '؟", Bookmarked: true}, "كتاب جديد عن البحر"},
		{"no match", Filter{Title: "لا شيء كهذا"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := listEntries(t, l, test.f)
			if titles(got) != test.want {
				t.Errorf("%s\nwant %s", titles(got), test.want)
			}
			if n, err := l.Count(t.Context(), test.f); err != nil || n != len(got) {
				t.Errorf("counted %d, %v, want %d", n, err, len(got))
			}
		})
	}
}

// An export brings a library back with its IDs, marks, links and order.
func TestExportImport(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	if err := l.AddBundled(t.Context(), []articles.Article{{Key: "warraq:guide", Title: "دليل", Body: long("سلم")}}); err != nil {
		t.Fatal(err)
	}
	added := addArticles(t, l, pageArticles()...)
	if err := l.SetPosition(t.Context(), added[1].ID, 42); err != nil {
		t.Fatal(err)
	}
	before := listEntries(t, l, Filter{})
	exported := export(t, l)

	back := open(t)
	// Bundled ones are in a library from its first run.
	if err := back.AddBundled(t.Context(), []articles.Article{{Key: "warraq:guide", Title: "دليل", Body: long("سلم")}}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		// As pieces of an import come: a few at a time.
		for i := 0; i < len(exported); i += 3 {
			addArticles(t, back, exported[i:min(i+3, len(exported))]...)
		}
		if got := listEntries(t, back, Filter{}); !equalEntries(got, before) {
			t.Errorf("what came back is\n%+v\nwant\n%+v", got, before)
		}
		for _, e := range before {
			if got, want := relatedEntries(t, back, e.ID), relatedEntries(t, l, e.ID); !equalEntries(got, want) {
				t.Errorf("related of %s: %s, want %s", e.Title, titles(got), titles(want))
			}
		}
	}
	if got := outcomes(addArticles(t, l, exported...)); got != "same same same same same same same same same same" {
		t.Errorf("into the library that it came from: %s", got)
	}
	checkSound(t, back)
}

// export gives all articles as an export carries them.
func export(t testing.TB, l *Library) []articles.Article {
	t.Helper()
	var out []articles.Article
	var ids []string
	for _, e := range listEntries(t, l, Filter{}) {
		ids = append(ids, e.ID)
	}
	for whole, err := range l.Wholes(t.Context(), ids) {
		if err != nil {
			t.Fatal(err)
		}
		a := whole.Article()
		for _, r := range whole.Named {
			a.Related = append(a.Related, articles.Related{
				Kind: r.Why.Kind(), ID: r.ID, URL: r.URL, Title: r.Title, Section: r.Section, Source: r.Source, Author: r.Author, Place: r.Place, Summary: r.Summary,
			})
		}
		out = append(out, a.JSON().Article())
	}
	return out
}
