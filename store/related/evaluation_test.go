package related_test

import (
	"cmp"
	"database/sql"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	_ "modernc.org/sqlite" // one of the baselines is SQLite's own search

	"github.com/warraq/warraq/store/related"
)

// quality is how well rankings agree with the labels: the share of the first
// three that are of the story, the share of the story that is among the first
// five, and the mean of one over the rank of the first that is of the story.
type quality struct{ p3, r5, mrr float64 }

func (q quality) String() string {
	return fmt.Sprintf("P@3 %.3f  R@5 %.3f  MRR %.3f", q.p3, q.r5, q.mrr)
}

// measure judges what a method finds for each article of a story.
func measure(list []labelledArticle, rank func(id int) []int) quality {
	var q quality
	asked := 0.0
	for id, a := range list {
		if a.story == "-" {
			continue
		}
		asked++
		others := -1.0
		for _, b := range list {
			if b.story == a.story {
				others++
			}
		}
		found := rank(id)
		var first float64
		var in3, in5 float64
		for i, other := range found {
			if list[other].story != a.story {
				continue
			}
			if first == 0 {
				first = 1 / float64(i+1)
			}
			if i < 3 {
				in3++
			}
			if i < 5 {
				in5++
			}
		}
		q.p3 += in3 / 3
		q.r5 += in5 / max(others, 1)
		q.mrr += first
	}
	return quality{q.p3 / asked, q.r5 / asked, q.mrr / asked}
}

// The engine finds the articles of a story before those that only share words
// with it, better than two usual ways. Beside all articles it is held to either
// half of the stories as a library of its own, so that no figure hangs on a few
// of them, and to the articles made long, so that none hangs on their being short.
func TestQuality(t *testing.T) {
	all := labelledStories(t)
	for _, set := range []struct {
		name  string
		list  []labelledArticle
		above bool // that it is above both baselines is asked for
	}{
		{"all", all, true}, {"long", lengthened(all, 60), true},
		{"even stories", half(all, 0), false}, {"odd stories", half(all, 1), false},
	} {
		t.Run(set.name, func(t *testing.T) {
			m := newMemory(set.list)
			ours := measure(set.list, func(id int) []int { return m.ranked(t, id) })
			bm25 := measure(set.list, titleSearch(t, set.list))
			cosine := measure(set.list, plainCosine(set.list))
			t.Logf("%d articles\nrelated           %v\nBM25 of the title %v\nTF-IDF cosine     %v", len(set.list), ours, bm25, cosine)
			if ours.mrr < 0.9 {
				t.Errorf("MRR is %.3f, want 0.90 or more", ours.mrr)
			}
			for name, other := range map[string]quality{"BM25": bm25, "cosine": cosine} {
				if set.above && ours.mrr <= other.mrr || ours.p3 <= other.p3 || ours.r5 <= other.r5 {
					t.Errorf("it is not above %s: %v, %v", name, ours, other)
				}
			}
		})
	}
}

// The labelled articles are as many as it takes to judge by.
func TestStories(t *testing.T) {
	all, names := labelledStories(t), map[string]int{}
	for _, a := range all {
		names[a.story]++
	}
	if told := len(all) - names["-"]; told < 60 || len(names)-1 < 15 {
		t.Errorf("%d articles in %d stories are too few", told, len(names)-1)
	}
	for name, n := range names {
		if n < 4 {
			t.Errorf("%s has %d articles", name, n)
		}
	}
}

// half gives every other story, with what shares words with it.
func half(all []labelledArticle, parity int) []labelledArticle {
	var part []labelledArticle
	story, n := "", -1
	for _, a := range all { // what shares words with a story follows it
		if a.story != "-" && a.story != story {
			story = a.story
			n++
		}
		if n%2 == parity {
			part = append(part, a)
		}
	}
	return part
}

// lengthened gives each article more words, drawn from all of them.
func lengthened(all []labelledArticle, words int) []labelledArticle {
	r := rand.New(rand.NewPCG(1, 2))
	var pool []string
	for _, a := range all {
		pool = append(pool, strings.Fields(a.Body)...)
	}
	long := slices.Clone(all)
	for i := range long {
		for range words {
			long[i].Body += " " + pool[r.IntN(len(pool))]
		}
	}
	return long
}

// titleSearch ranks by SQLite's full-text search for the words of the title in
// the titles.
func titleSearch(t *testing.T, list []labelledArticle) func(id int) []int {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE VIRTUAL TABLE titles USING fts5 (title)"); err != nil {
		t.Fatal(err)
	}
	for i, a := range list {
		if _, err := db.Exec("INSERT INTO titles (rowid, title) VALUES (?, ?)", i, a.Title); err != nil {
			t.Fatal(err)
		}
	}
	return func(id int) []int {
		match := `"` + strings.Join(plainWords(list[id].Title), `" OR "`) + `"`
		rows, err := db.Query("SELECT rowid FROM titles WHERE titles MATCH ? AND rowid <> ? ORDER BY bm25(titles)", match, id)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var found []int
		for rows.Next() {
			var other int
			if err := rows.Scan(&other); err != nil {
				t.Fatal(err)
			}
			found = append(found, other)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		return found
	}
}

func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// plainCosine ranks by the cosine of the words as they are written, by how often
// they are there and how few articles have them.
func plainCosine(list []labelledArticle) func(id int) []int {
	in := map[string]float64{}
	vectors := make([]map[string]float64, len(list))
	for i, a := range list {
		vectors[i] = map[string]float64{}
		for _, w := range plainWords(a.Title + "\n" + a.Body) {
			vectors[i][w]++
		}
		for w := range vectors[i] {
			in[w]++
		}
	}
	for _, v := range vectors {
		length := 0.0
		for w := range v {
			v[w] *= math.Log(float64(len(list)) / in[w])
			length += v[w] * v[w]
		}
		for w := range v {
			v[w] /= math.Sqrt(length)
		}
	}
	return func(id int) []int {
		scores := map[int]float64{}
		for other, v := range vectors {
			for w, x := range vectors[id] {
				if other != id && v[w] > 0 {
					scores[other] += x * v[w]
				}
			}
		}
		return slices.SortedFunc(maps.Keys(scores), func(a, b int) int {
			return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
		})
	}
}

// Threads hold the articles of a story, in order of time, and few others.
func TestThreads(t *testing.T) {
	all := labelledStories(t)
	m := newMemory(all)
	var right, wrong, missed float64
	for i, a := range all {
		if a.story == "-" {
			continue
		}
		ids, err := related.Thread(t.Context(), m, m.documents[i], m.written[i])
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(ids, int64(i)) {
			t.Errorf("%s is not in its own thread", a.Title)
		}
		if !slices.IsSortedFunc(ids, func(x, y int64) int { return all[x].day - all[y].day }) {
			t.Errorf("the thread of %s is not in order of time", a.Title)
		}
		for j, b := range all {
			switch in := slices.Contains(ids, int64(j)); {
			case i == j:
			case in && b.story == a.story:
				right++
			case in:
				wrong++
			case b.story == a.story:
				missed++
			}
		}
	}
	precision, recall := right/(right+wrong), right/(right+missed)
	t.Logf("precision %.3f, recall %.3f", precision, recall)
	if precision < 0.85 || recall < 0.75 {
		t.Errorf("precision is %.3f, recall %.3f", precision, recall)
	}
}
