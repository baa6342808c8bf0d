package store

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/articles"
)

// large has the benchmarks run with a library of 100,000 articles too, which
// takes about a minute to make; it is kept in the system's temporary folder.
var large = flag.Bool("large", false, "benchmark a library of 100,000 articles too")

// sizes runs a benchmark on libraries of several sizes.
func sizes(b *testing.B, run func(*testing.B, *Library)) {
	counts := []int{1000}
	if *large {
		counts = append(counts, 100_000)
	}
	for _, n := range counts {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l, err := Open(b.Context(), filled(b, n))
			if err != nil {
				b.Fatal(err)
			}
			defer l.Close()
			run(b, l)
		})
	}
}

// filled gives the path of a library with a number of generated articles.
func filled(b *testing.B, n int) string {
	b.Helper()
	return filledBy(b, fmt.Sprintf("warraq-bench-%d.db", n), n, func() maker { return newGenerator() })
}

// maker makes articles, the next ones each time.
type maker interface {
	batch(n int) []articles.Article
}

func filledBy(b *testing.B, name string, n int, made func() maker) string {
	b.Helper()
	path := filepath.Join(os.TempDir(), name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	unfinished := path + ".unfinished"
	for _, ending := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(unfinished + ending)
	}
	l, err := Open(b.Context(), unfinished)
	if err != nil {
		b.Fatal(err)
	}
	g := made()
	for range n / 1000 {
		if _, err := l.Add(b.Context(), g.batch(1000)); err != nil {
			b.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(unfinished, path); err != nil {
		b.Fatal(err)
	}
	return path
}

// In batches as an import has them.
func BenchmarkAdd(b *testing.B) {
	l, err := Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	g := newGenerator()
	for b.Loop() {
		b.StopTimer()
		batch := g.batch(1000)
		b.StartTimer()
		if _, err := l.Add(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*1000)/b.Elapsed().Seconds(), "articles/s")
}

// Start is what stands between the start of the program and its first frame.
func BenchmarkStart(b *testing.B) {
	sizes(b, func(b *testing.B, l *Library) {
		for b.Loop() {
			again, err := Open(b.Context(), l.Path())
			if err != nil {
				b.Fatal(err)
			}
			if _, err := again.List(b.Context(), Filter{Limit: 50}); err != nil {
				b.Fatal(err)
			}
			if err := again.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkList(b *testing.B) {
	for name, f := range map[string]Filter{
		"first":      {Limit: 200},
		"last":       {Limit: 50, Offset: 1 << 30},
		"last title": {Limit: 50, Offset: 1 << 30, Sort: ByTitle},
		"section":    {Limit: 200, Section: "قسم 3"},
		"by length":  {Limit: 50, Sort: ByLength, Source: "صحيفة 7"},
		"unread":     {Limit: 200, Unread: true},
		"typed":      {Limit: 200, Title: "مك"},
		"typed rare": {Limit: 200, Title: "ظغضقثص"},
	} {
		b.Run(name, func(b *testing.B) {
			sizes(b, func(b *testing.B, l *Library) {
				total, err := l.Count(b.Context(), f)
				if err != nil {
					b.Fatal(err)
				}
				f := f
				f.Offset = min(f.Offset, max(0, total-f.Limit))
				for b.Loop() {
					if _, err := l.List(b.Context(), f); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkCount(b *testing.B) {
	for name, f := range map[string]Filter{"all": {}, "unread": {Unread: true}, "typed": {Title: "مك"}} {
		b.Run(name, func(b *testing.B) {
			sizes(b, func(b *testing.B, l *Library) {
				for b.Loop() {
					if _, err := l.Count(b.Context(), f); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	g := newGenerator()
	for name, query := range map[string]string{
		"common":     g.words[3],
		"rare":       g.words[20000],
		"two":        g.words[40] + " " + g.words[700],
		"two common": g.words[2] + " " + g.words[5],
		"phrase":     `"` + g.words[2] + " " + g.words[5] + `"`,
		"prefix":     string([]rune(g.words[900])[:4]) + "*",
		"without":    g.words[700] + " -" + g.words[1],
	} {
		b.Run(name, func(b *testing.B) {
			sizes(b, func(b *testing.B, l *Library) {
				for b.Loop() {
					if _, err := search(b.Context(), l, query, 50); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkArticle(b *testing.B) {
	sizes(b, func(b *testing.B, l *Library) {
		first, err := l.List(b.Context(), Filter{Limit: 1})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := l.Article(b.Context(), first[0].ID); err != nil {
				b.Fatal(err)
			}
			if _, err := l.Related(b.Context(), first[0].ID, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMark(b *testing.B) {
	sizes(b, func(b *testing.B, l *Library) {
		first, err := l.List(b.Context(), Filter{Limit: 1})
		if err != nil {
			b.Fatal(err)
		}
		on := false
		for b.Loop() {
			on = !on
			if err := l.SetBookmarked(b.Context(), first[0].ID, on); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The file of a library, in times the text that it holds: the articles with what
// finds and lists them, and then with what relates them, too.
func BenchmarkFile(b *testing.B) {
	grown(b, func(b *testing.B, path string, n int) {
		for b.Loop() {
			for unit, path := range map[string]string{"file/text": path, "file-related/text": relatedLibrary(b, n)} {
				l, err := Open(b.Context(), path)
				if err != nil {
					b.Fatal(err)
				}
				text, err := l.countOf(b.Context(), "SELECT sum(octet_length(title) + octet_length(warraq_text(summary)) + octet_length(warraq_text(body))) FROM article JOIN text USING (num)")
				if err = errors.Join(err, l.Close()); err != nil {
					b.Fatal(err)
				}
				info, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(info.Size())/float64(text), unit)
			}
		}
		b.ReportMetric(0, "ns/op")
	})
}
