package syncing_test

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

var largeSync = flag.Int("sync-articles", 2000, "how many articles the libraries have that are measured")

// filled gives a library with generated articles and their IDs.
func filled(b *testing.B, n int, long bool) (*store.Library, []string) {
	b.Helper()
	l := library(b)
	rng := rand.New(rand.NewPCG(1, 2))
	var ids []string
	for at := 0; at < n; at += 1000 {
		var list []articles.Article
		for i := at; i < min(at+1000, n); i++ {
			a := article(i)
			if long {
				a.Body = longBody(rng)
			}
			list = append(list, a)
		}
		added, err := l.Add(b.Context(), list)
		check(b, err)
		for _, a := range added {
			ids = append(ids, a.ID)
		}
	}
	return l, ids
}

// longBody makes a text as long as those of newspapers, of words that are none.
func longBody(rng *rand.Rand) string {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	var b strings.Builder
	for i := range 300 {
		for range 3 + rng.IntN(4) {
			b.WriteRune(letters[rng.IntN(len(letters))])
		}
		b.WriteString([]string{" ", " ", " ", ". ", "\n\n"}[min(i%40/8, 4)])
	}
	return b.String()
}

// BenchmarkFirst measures how long a whole library takes to be written and read, and how
// large the folder is beside what it says.
func BenchmarkFirst(b *testing.B) {
	for b.Loop() {
		l, _ := filled(b, *largeSync, true)
		other, folder := library(b), b.TempDir()
		begun := time.Now()
		meet(b, l, folder)
		b.ReportMetric(time.Since(begun).Seconds(), "s-written")
		begun = time.Now()
		meet(b, other, folder)
		b.ReportMetric(time.Since(begun).Seconds(), "s-read")
		said := 0
		for w, err := range l.Wholes(b.Context(), idsOf(b, l)) {
			check(b, err)
			said += len(w.Body) + len(w.Title) + len(w.Summary) + len(w.URL)
		}
		b.ReportMetric(float64(bytesOf(b, folder))/float64(said), "folder/said")
	}
}

func idsOf(b *testing.B, l *store.Library) (ids []string) {
	b.Helper()
	list, err := l.List(b.Context(), store.Filter{Archive: store.AnyArchived})
	check(b, err)
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	return ids
}

// BenchmarkDay measures what a day's work costs in libraries that have met: 100 articles
// that came, 200 that were read, 20 that were tagged.
func BenchmarkDay(b *testing.B) {
	l, ids := filled(b, *largeSync, true)
	other, folder := library(b), b.TempDir()
	meetAll(b, folder, l, other)
	var written, read time.Duration
	days := 0
	rng := rand.New(rand.NewPCG(3, 4))
	for b.Loop() {
		var list []articles.Article
		for i := range 100 {
			a := article(*largeSync + days*100 + i)
			a.Body = longBody(rng)
			list = append(list, a)
		}
		add(b, l, list...)
		_, err := l.MarkRead(b.Context(), ids[:200], days%2 == 0)
		check(b, err)
		_, err = l.TagAll(b.Context(), ids[:20], fmt.Sprintf("يوم %d", days))
		check(b, err)
		days++
		begun := time.Now()
		meet(b, l, folder)
		written += time.Since(begun)
		begun = time.Now()
		meet(b, other, folder)
		read += time.Since(begun)
	}
	b.ReportMetric(float64(written.Milliseconds())/float64(days), "ms-written")
	b.ReportMetric(float64(read.Milliseconds())/float64(days), "ms-read")
	begun := time.Now()
	meet(b, l, folder)
	b.ReportMetric(float64(time.Since(begun).Milliseconds()), "ms-idle")
}

// BenchmarkMarks measures how long 100,000 marks take to be merged: of each of 25,000
// articles, or of as many as there are, that it is read and bookmarked, its position and a
// tag.
func BenchmarkMarks(b *testing.B) {
	for b.Loop() {
		l, ids := filled(b, *largeSync, false)
		other, folder := library(b), b.TempDir()
		meetAll(b, folder, l, other)
		_, err := l.MarkRead(b.Context(), ids, true)
		check(b, err)
		_, err = l.TagAll(b.Context(), ids, "نحاس")
		check(b, err)
		db, err := sql.Open("sqlite", l.Path()) // which the library does one by one
		check(b, err)
		_, err = db.ExecContext(b.Context(), "UPDATE article SET position = num")
		check(b, errors.Join(err, db.Close()))
		begun := time.Now()
		r := meet(b, l, folder)
		b.ReportMetric(time.Since(begun).Seconds(), "s-written")
		b.ReportMetric(float64(r.Written), "marks")
		begun = time.Now()
		meet(b, other, folder)
		b.ReportMetric(time.Since(begun).Seconds(), "s-merged")
	}
}
