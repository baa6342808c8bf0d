package fetch

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
)

var benchFeeds = flag.Int("bench-feeds", 200, "how many feeds of 50 entries each the benchmarks fetch")

// BenchmarkFetch fetches many feeds, adds the same as files, and fetches them again
// unchanged.
func BenchmarkFetch(b *testing.B) {
	feeds := map[string]string{}
	folder := b.TempDir()
	for i := range *benchFeeds {
		path := fmt.Sprint("/feed-", i)
		feeds[path] = feedOf("http://paper.example", "خلاصة "+path, news(path[1:], 50, 12), "")
		if err := os.WriteFile(filepath.Join(folder, path[1:]+".xml"), []byte(feeds[path]), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = strings.NewReader(feeds[r.URL.Path]).WriteTo(w)
	}))
	defer server.Close()
	for b.Loop() {
		l, files := openLibrary(b), openLibrary(b)
		var all []store.Feed
		for path := range feeds {
			all = append(all, store.Feed{Address: server.URL + path})
		}
		if _, _, err := l.AddFeeds(b.Context(), all); err != nil {
			b.Fatal(err)
		}
		c := newClient(b)
		began := time.Now()
		first := fetchAll(b, l, c, Options{WithoutPages: true})
		b.ReportMetric(time.Since(began).Seconds(), "s/first")
		began = time.Now()
		second := fetchAll(b, l, c, Options{WithoutPages: true})
		b.ReportMetric(time.Since(began).Seconds(), "s/unchanged")
		b.ReportMetric(float64(second.BytesSent+second.BytesReceived), "B/unchanged")
		if n := len(first.New()); n != 50**benchFeeds || len(second.New()) != 0 {
			b.Fatalf("%d are new, then %d", n, len(second.New()))
		}
		began = time.Now()
		addFolder(b, files, folder)
		b.ReportMetric(time.Since(began).Seconds(), "s/files")
	}
}

// addFolder adds the files of a folder, as the command does: a thousand articles at a time.
func addFolder(b *testing.B, l *store.Library, folder string) {
	b.Helper()
	var all []articles.Article
	add := func() {
		if _, err := l.Add(b.Context(), all); err != nil {
			b.Fatal(err)
		}
		all = nil
	}
	for r := range intake.ReadAll(b.Context(), intake.Open(b.Context(), []string{folder}, nil)) {
		if r.Err != nil {
			b.Fatal(r.Err)
		}
		if all = append(all, r.Articles...); len(all) >= batchArticles {
			add()
		}
	}
	add()
}
