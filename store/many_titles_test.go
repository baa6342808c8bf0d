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
	if _, err := l.db.Exec("UPDATE article SET title_hash = ?", identity.TitleHash(in.TitleKey)); err != nil {
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
