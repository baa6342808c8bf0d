package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// However many articles have one title and no date, each is known again, and what there is to
// compare it with does not grow with them.
func TestManyOfOneTitle(t *testing.T) {
	t.Parallel()
	l := open(t)
	const many = 3 * mostCompared
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var list []articles.Article
	for i := range many {
		short := fmt.Sprintf("نشرة قصيرة رقمها %d.", i)
		list = append(list,
			articles.Article{Title: "افتتاحية", Body: strings.Repeat(fmt.Sprintf("كلام%d في اليوم%d عن خان%d ", i, i, i), 10), Full: true},
			articles.Article{Title: "نشرة", Body: short, Full: true},
			articles.Article{Title: "طقس", Body: short, URL: "https://khan.example/weather", Published: day.AddDate(0, 0, i), Full: true},
		)
	}
	if got, want := outcomes(addArticles(t, l, list...)), strings.TrimSpace(strings.Repeat("new ", len(list))); got != want {
		t.Errorf("they come in as %s", got)
	}
	if got, want := outcomes(addArticles(t, l, list...)), strings.TrimSpace(strings.Repeat("same ", len(list))); got != want {
		t.Errorf("they come in again as %s", got)
	}
	checkSound(t, l)
}

// Two titles of one number are two titles, and each is found again.
func TestTitlesOfOneHash(t *testing.T) {
	t.Parallel()
	l := open(t)
	one, other := articles.Article{Title: "القمح يغلو", Body: "غلا القمح."}, articles.Article{Title: "الشعير يرخص", Body: "رخص الشعير."}
	added := addArticles(t, l, one)
	in := identity.NewIncoming(&other)
	if _, err := l.db.Exec("UPDATE article SET title_hash = ?", identity.WordsHash(in.TitleKey)); err != nil {
		t.Fatal(err)
	}
	fuller := other
	fuller.Summary = "موجز"
	if got := outcomes(addArticles(t, l, other, fuller)); got != "new updated" {
		t.Errorf("they come in as %s", got)
	}
	if got := article(t, l, added[0].ID); got.Title != one.Title || got.Body != one.Body {
		t.Errorf("of the first is there %q: %s", got.Title, got.Body)
	}
}

// An edit of an old text is known as one however many came later under its title.
func TestEditOfAnOldOne(t *testing.T) {
	t.Parallel()
	l := open(t)
	const many = 4 * mostCompared
	text := func(i int) string {
		var b strings.Builder
		for k := range 40 {
			fmt.Fprintf(&b, "كلام%d في اليوم%d عن خان%d. ", (i*31+k*17)%997, (i*7+k)%499, i*k%883)
		}
		return b.String()
	}
	var list []articles.Article
	for i := range many {
		list = append(list, articles.Article{Title: "افتتاحية", Body: text(i), Full: true},
			articles.Article{Title: "نشرة", URL: "https://khan.example/today", Body: text(i + many), Full: true})
	}
	added := addArticles(t, l, list...)
	for i := 0; i < len(list); i += 37 {
		edited := list[i]
		edited.Body = strings.Replace(edited.Body, " في ", " عند ", 2) + "\n\nوأضيف هذا السطر فيما بعد."
		got := addArticles(t, l, edited)
		if got[0].Outcome != Updated || got[0].ID != added[i].ID {
			t.Errorf("the edit of %d is %s %s, want updated %s", i, got[0].Outcome, got[0].ID, added[i].ID)
		}
	}
	checkSound(t, l)
}

// So it is within what comes in at once.
func TestEditAmongWhatComesWithIt(t *testing.T) {
	t.Parallel()
	l := open(t)
	var list []articles.Article
	for i := range 3 * mostCompared {
		list = append(list, articles.Article{Title: "افتتاحية", Body: strings.Repeat(fmt.Sprintf("كلام%d في اليوم%d عن خان%d ", i, i, i), 10+i%7), Full: true})
	}
	edited := list[5]
	edited.Body += "وأضيف هذا السطر."
	if got := addArticles(t, l, append(list, edited)...); got[len(list)].ID != got[5].ID {
		t.Errorf("the edit is %s", got[len(list)].Outcome)
	}
}

// BenchmarkManyOfOneTitle adds articles of one title, which none of those is that are there.
func BenchmarkManyOfOneTitle(b *testing.B) {
	for _, there := range []int{100, 1000, 4000} {
		b.Run(fmt.Sprint(there), func(b *testing.B) {
			l := open(b)
			one := func(i int) articles.Article {
				var s strings.Builder
				for k := range 150 {
					fmt.Fprintf(&s, "كلام%d ", (i*7919+k*104729)%2003)
				}
				return articles.Article{Title: "افتتاحية", Body: s.String(), Full: true}
			}
			var list []articles.Article
			for i := range there {
				list = append(list, one(i))
			}
			addArticles(b, l, list...)
			b.ResetTimer()
			for i := range b.N {
				addArticles(b, l, one(there+i))
			}
		})
	}
}
