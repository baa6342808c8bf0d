package importer_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/articles/articlestest"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/importer"
)

// BenchmarkAddFeed is what an article of a large feed costs, from its bytes into the
// library.
func BenchmarkAddFeed(b *testing.B) {
	const count = 2000
	feed := filepath.Join(b.TempDir(), "feed.xml")
	f, err := os.Create(feed)
	if err != nil {
		b.Fatal(err)
	}
	if err := articlestest.NewNewspaper().WriteFeed(f, count); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
		if err != nil {
			b.Fatal(err)
		}
		articles := 0
		for done, err := range importer.Add(b.Context(), l, intake.Open(b.Context(), []string{feed}, nil)) {
			if err != nil {
				b.Fatal(err)
			}
			articles += len(done.Results)
		}
		if articles != count {
			b.Fatalf("%d articles came in", articles)
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
