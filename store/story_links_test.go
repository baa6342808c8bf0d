package store

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
	dense "github.com/warraq/warraq/store/related/newsroom"
)

// newsroomArticles gives articles of the newsroom as they come in.
func newsroomArticles(list []dense.Article) []articles.Article {
	var all []articles.Article
	for _, a := range list {
		all = append(all, articles.Article{Title: a.Title, Body: a.Body, Source: a.Source, Published: a.Published})
	}
	return all
}

// storiesOf gives the story of each article, by titles and times since IDs differ from
// library to library.
func storiesOf(t testing.TB, l *Library) map[string]string {
	t.Helper()
	of := map[string]string{}
	for row, err := range eachRow(t.Context(), l.db, func(scan scanner) (r [2]string, err error) { return r, scan(&r[0], &r[1]) },
		`SELECT a.published || ' ' || a.title, b.published || ' ' || b.title FROM found_story s JOIN article a USING (num) JOIN article b ON b.num = s.root`) {
		if err != nil {
			t.Fatal(err)
		}
		of[row[0]] = row[1]
	}
	return of
}

// agreementOf gives F1 of the pairs of keys that are together in one and in the other.
func agreementOf(keys []string, isTogether, isToBe func(a, b string) bool) float64 {
	var right, said, all float64
	for i, a := range keys {
		for _, b := range keys[:i] {
			together, toBe := isTogether(a, b), isToBe(a, b)
			if together && toBe {
				right++
			}
			if together {
				said++
			}
			if toBe {
				all++
			}
		}
	}
	return 2 * right / max(said+all, 1)
}

// Articles of one story come together, and few others with them.
func TestStoriesOfNewsroom(t *testing.T) {
	t.Parallel()
	list := dense.Library(4, 12, 80)
	l := open(t)
	addArticles(t, l, newsroomArticles(list)...)
	relate(t, l)
	checkFound(t, l)
	of := storiesOf(t, l)
	told := map[string]dense.Article{}
	for i, a := range newsroomArticles(list) {
		for key := range of {
			if len(key) > len(a.Title) && key[len(key)-len(a.Title):] == a.Title {
				told[key] = list[i]
			}
		}
	}
	var keys []string
	for key, a := range told {
		if a.Story > 0 {
			keys = append(keys, key)
		}
	}
	f1 := agreementOf(keys, func(a, b string) bool { return of[a] == of[b] }, func(a, b string) bool { return dense.Grade(told[a], told[b]) >= 2 })
	t.Logf("F1 of pairs is %.3f", f1)
	if f1 < 0.9 {
		t.Errorf("F1 of pairs is %.3f", f1)
	}
}

// Whatever the order in which articles come and go, the stories are the same, nearly.
func TestStoryHistories(t *testing.T) {
	t.Parallel()
	stories, orders := 40, uint64(2)
	if testing.Short() {
		stories, orders = 15, 1
	}
	list := newsroomArticles(dense.Library(7, 10, stories))
	want := open(t)
	addArticles(t, want, list...)
	relate(t, want)
	for seed := range orders {
		r := rand.New(rand.NewPCG(seed, 9))
		l := open(t)
		shuffled := slices.Clone(list)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for len(shuffled) > 0 {
			n := min(1+r.IntN(20), len(shuffled))
			added := addArticles(t, l, shuffled[:n]...)
			shuffled = shuffled[n:]
			if r.IntN(2) == 0 {
				relate(t, l)
			}
			if r.IntN(3) == 0 { // one goes and comes back
				undo, err := l.Remove(t.Context(), added[r.IntN(n)].ID)
				if err != nil {
					t.Fatal(err)
				}
				if r.IntN(2) == 0 {
					relate(t, l)
				}
				if err := l.Undo(t.Context(), undo); err != nil {
					t.Fatal(err)
				}
			}
		}
		relate(t, l)
		checkFound(t, l)
		one, other := storiesOf(t, want), storiesOf(t, l)
		keys := slices.Sorted(maps.Keys(one))
		f1 := agreementOf(keys, func(a, b string) bool { return other[a] == other[b] }, func(a, b string) bool { return one[a] == one[b] })
		t.Logf("F1 of pairs is %.3f", f1)
		if f1 < 0.9 {
			t.Errorf("in another order the stories agree by %.3f", f1)
		}
	}
}
