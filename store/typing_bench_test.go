package store

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// What the reader asks for while one types (ui/reader/load.go).
const (
	typedEntries  = 300
	typedExcerpts = 60
)

// typeQuery looks for what was typed as the reader does.
func typeQuery(ctx context.Context, l *Library, typed string) (int, error) {
	q := query.ParseTyped(typed)
	if q.IsEmpty() {
		entries, err := l.List(ctx, Filter{Title: typed, Limit: typedEntries})
		return len(entries), err
	}
	entries, err := l.List(ctx, Filter{Query: q, Limit: typedEntries})
	if err != nil {
		return 0, err
	}
	var ids []string
	for _, e := range entries[:min(typedExcerpts, len(entries))] {
		ids = append(ids, e.ID)
	}
	if _, err = l.Count(ctx, Filter{Query: q}); err != nil {
		return 0, err
	}
	_, err = l.Excerpts(ctx, q, ids, 80)
	return len(entries), err
}

// countRaw asks SQLite alone for the numbers of what matches what was typed.
func countRaw(ctx context.Context, l *Library, typed string) (int, error) {
	match := `"` + strings.Join(text.Words(typed), `" "`) + `" *`
	nums, err := collectRows(ctx, l.db, scanColumn[int64], "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", match, typedEntries)
	return len(nums), err
}

// Each letter of queries of one and of two words, typed one after the other: the
// words are drawn as often as texts have them.
func BenchmarkTyping(b *testing.B) {
	for name, count := range map[string]int{"letter": 0, "one word": 1, "two words": 2} {
		b.Run(name, func(b *testing.B) {
			grown(b, func(b *testing.B, path string, _ int) {
				l, err := Open(b.Context(), path)
				if err != nil {
					b.Fatal(err)
				}
				defer l.Close()
				g, r := newGenerator(), rand.New(rand.NewPCG(2, 2))
				var took, alone []time.Duration
				slowest := ""
				for b.Loop() {
					var typed []string
					for range max(count, 1) {
						typed = append(typed, g.words[g.zipf.Uint64()])
					}
					letters := []rune(strings.Join(typed, " "))
					if count == 0 {
						letters = []rune{[]rune("ابجدهوزحطيكلمنسعفصقرشتثخذضظغپچژ")[r.IntN(31)]}
					}
					from := 1
					if count == 2 { // the first word is measured by itself
						from += len([]rune(typed[0])) + 1
					}
					for n := min(from, len(letters)); n <= len(letters); n++ {
						start := time.Now()
						if _, err := typeQuery(b.Context(), l, string(letters[:n])); err != nil {
							b.Fatal(err)
						}
						if one := time.Since(start); len(took) == 0 || one > slices.Max(took) {
							slowest = fmt.Sprintf("%s (%v)", string(letters[:n]), one)
						}
						took = append(took, time.Since(start))
						if n == 1 {
							continue
						}
						start = time.Now()
						if _, err := countRaw(b.Context(), l, string(letters[:n])); err != nil {
							b.Fatal(err)
						}
						alone = append(alone, time.Since(start))
					}
				}
				b.Logf("the slowest is %s", slowest)
				for name, times := range map[string][]time.Duration{"": took, "-sqlite": alone} {
					if len(times) == 0 {
						continue
					}
					slices.SortFunc(times, cmp.Compare)
					b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms"+name)
					b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms"+name)
				}
			})
		})
	}
}
