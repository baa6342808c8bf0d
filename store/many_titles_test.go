package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
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
