package store

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	rel "github.com/warraq/warraq/store/related"
)

// grown runs a benchmark on libraries of growing sizes, the largest only where it
// is asked for, so that one sees how the cost grows.
func grown(b *testing.B, run func(b *testing.B, path string, n int)) {
	counts := []int{1000, 10_000}
	if *large {
		counts = append(counts, 100_000)
	}
	for _, n := range counts {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, newsLibrary(b, n), n) })
	}
}

// newsLibrary gives the path of a library with a number of articles as papers have them.
func newsLibrary(b *testing.B, n int) string {
	b.Helper()
	return filledBy(b, fmt.Sprintf("warraq-bench-news-%d.db", n), n, func() maker { return newNewsroom() })
}

// relatedLibrary gives the path of a library with a number of generated articles
// whose relations are known.
func relatedLibrary(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(os.TempDir(), fmt.Sprintf("warraq-bench-news-%d-related-%d.db", n, rel.Version))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	copyLibrary(b, newsLibrary(b, n), path+".unfinished")
	l, err := Open(b.Context(), path+".unfinished")
	if err != nil {
		b.Fatal(err)
	}
	if err := l.Relate(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(path+".unfinished", path); err != nil {
		b.Fatal(err)
	}
	return path
}

func copyLibrary(b *testing.B, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		b.Fatal(err)
	}
	if err := out.Close(); err != nil {
		b.Fatal(err)
	}
}

// Relating a whole library for the first time, with the memory that the Go
// runtime has from the system for it.
func BenchmarkRelate(b *testing.B) {
	grown(b, func(b *testing.B, path string, n int) {
		for b.Loop() {
			b.StopTimer()
			again := filepath.Join(b.TempDir(), "library.db")
			copyLibrary(b, path, again)
			l, err := Open(b.Context(), again)
			if err != nil {
				b.Fatal(err)
			}
			longest, last := time.Duration(0), time.Now()
			b.StartTimer()
			err = l.Relate(b.Context(), func(int, int) {
				longest, last = max(longest, time.Since(last)), time.Now()
			})
			b.StopTimer()
			if err != nil {
				b.Fatal(err)
			}
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(longest.Seconds()*1000, "ms/longest-batch")
			b.StartTimer()
		}
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		b.ReportMetric(float64(memory.Sys)/(1<<20), "MB")
		b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
	})
}

// Related ones of articles that were not asked for before, in a library that was
// just opened: the 95th of a hundred.
func BenchmarkRelated(b *testing.B) {
	grown(b, func(b *testing.B, _ string, n int) {
		path := relatedLibrary(b, n)
		r := rand.New(rand.NewPCG(1, 1))
		var times []time.Duration
		for b.Loop() {
			b.StopTimer()
			l, err := Open(b.Context(), path)
			if err != nil {
				b.Fatal(err)
			}
			entries, err := l.List(b.Context(), Filter{Limit: 1, Offset: r.IntN(n)})
			if err != nil {
				b.Fatal(err)
			}
			start := time.Now()
			b.StartTimer()
			_, err = l.Related(b.Context(), entries[0].ID, 0)
			b.StopTimer()
			times = append(times, time.Since(start))
			if err != nil {
				b.Fatal(err)
			}
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		slices.Sort(times)
		b.ReportMetric(times[len(times)*95/100].Seconds()*1000, "ms/p95")
	})
}

// One article comes into a library, and its relations with it.
func BenchmarkRelateOne(b *testing.B) {
	grown(b, func(b *testing.B, _ string, n int) {
		path := filepath.Join(b.TempDir(), "library.db")
		copyLibrary(b, relatedLibrary(b, n), path)
		l, err := Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		defer l.Close()
		g := newNewsroom()
		g.made = 10 * n // addresses of their own
		for b.Loop() {
			if _, err := l.Add(b.Context(), g.batch(1)); err != nil {
				b.Fatal(err)
			}
			if err := l.Relate(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
