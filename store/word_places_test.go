package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// However articles come, singly or in batches, before, between and behind those that are
// there, at one instant or at many, their places in the index of words stay in the order
// of their newness, and close together.
func TestWordPlaces(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	for name, at := range map[string]func(r *rand.Rand, i int) time.Time{
		"later and later":     func(_ *rand.Rand, i int) time.Time { return day.Add(time.Duration(i) * time.Minute) },
		"earlier and earlier": func(_ *rand.Rand, i int) time.Time { return day.Add(-time.Duration(i) * time.Minute) },
		"all at once":         func(*rand.Rand, int) time.Time { return day },
		"into the middle": func(_ *rand.Rand, i int) time.Time {
			if i < 20 {
				return day.AddDate(0, 0, i)
			}
			return day.AddDate(0, 0, 10).Add(-time.Duration(i) * time.Second)
		},
		"anywhere": func(r *rand.Rand, _ int) time.Time { return day.Add(time.Duration(r.IntN(1000)) * time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, r := open(t), rand.New(rand.NewPCG(7, uint64(len(name))))
			for i := 0; i < inShort(150, 400); {
				var batch []articles.Article
				for range 1 + r.IntN(3)*r.IntN(30) {
					batch = append(batch, articles.Article{Title: fmt.Sprintf("خبر %d", i), Body: "فيه نص", Published: at(r, i)})
					i++
				}
				ids := addArticles(t, l, batch...)
				if r.IntN(6) == 0 {
					if _, err := l.Remove(t.Context(), ids[0].ID); err != nil {
						t.Fatal(err)
					}
				}
			}
			checkSound(t, l)
			var widest int64
			if err := l.db.QueryRow("SELECT (max(place) - min(place)) / count(*) FROM word_place").Scan(&widest); err != nil || widest > 64 {
				t.Errorf("they are %d apart, %v", widest, err)
			}
		})
	}
}
