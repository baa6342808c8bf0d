package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// readSource reads a source, whatever it holds, and returns its articles.
func readSource(t *testing.T, src *articles.Source) (list []articles.Article) {
	t.Helper()
	for r := range ReadAll(t.Context(), OpenSource(t.Context(), src)) {
		list = append(list, r.Articles...)
	}
	return list
}

// What a server answers is read as the file that it is; where it is from stands in it, if
// nothing else does.
func TestOpenSource(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		ending := filepath.Ext(file)
		if ending == ".golden" || seen[ending] || !slices.Contains(fileEndings, ending) {
			continue
		}
		seen[ending] = true
		t.Run(ending, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want []articles.Article
			for r := range ReadAll(t.Context(), Open(t.Context(), []string{file}, nil)) {
				want = append(want, r.Articles...)
			}
			src := articles.NewSource("https://paper.example/"+filepath.Base(file), data)
			src.Address = src.Name
			got := readSource(t, src)
			if len(got) != len(want) || len(got) == 0 {
				t.Fatalf("%d articles, want %d", len(got), len(want))
			}
			for i := range got {
				if got[i].Title != want[i].Title {
					t.Errorf("%q, want %q", got[i].Title, want[i].Title)
				}
				if want[i].URL != "" && got[i].URL != want[i].URL {
					t.Errorf("from %q, want %q", got[i].URL, want[i].URL)
				}
			}
		})
	}
	if len(seen) < 8 {
		t.Errorf("only %d kinds were looked at", len(seen))
	}
}

// Where nothing says where an article is from, it is from where it was fetched; the
// entries of a feed are not, and addresses that are not whole start there.
func TestFetchedFrom(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		data, url string
	}{
		"a page":           {"<!doctype html><title>عودة القطار</title><h1>عودة القطار</h1><p>عاد القطار إلى المحطة القديمة بعد غياب طويل.</p>", "https://paper.example/ar/1"},
		"one that says it": {"<!doctype html><title>عودة القطار</title><link rel=canonical href=https://paper.example/train><h1>عودة القطار</h1><p>عاد القطار إلى المحطة القديمة بعد غياب طويل.</p>", "https://paper.example/train"},
		"a text":           {"# عودة القطار\n\nعاد القطار.\n", "https://paper.example/ar/1"},
		"a feed of one":    {"<rss version='2.0'><channel><item><title>عودة القطار</title><description>عاد.</description></item></channel></rss>", ""},
		"with a link":      {"<rss version='2.0'><channel><item><title>عودة القطار</title><link>train</link><description>عاد.</description></item></channel></rss>", "https://paper.example/ar/train"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			src := articles.NewSource("https://paper.example/ar/1", []byte(tt.data))
			src.Address = src.Name
			list := readSource(t, src)
			if len(list) != 1 || list[0].Title != "عودة القطار" || list[0].URL != tt.url {
				t.Errorf("%+v", list)
			}
		})
	}
}

// A large feed, which comes in pieces, starts its addresses where it was fetched too.
func TestLargeFeedFetchedFrom(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<rss version='2.0'><channel><title>جريدة المحطة</title>")
	for i := range 400 {
		fmt.Fprintf(&b, "<item><title>خبر %d</title><link>news/%[1]d</link><description>%s</description></item>", i, strings.Repeat("نص طويل ", 200))
	}
	b.WriteString("</channel></rss>")
	src := articles.NewSource("https://paper.example/ar/feed", []byte(b.String()))
	src.Address = src.Name
	list := readSource(t, src)
	if len(list) != 400 {
		t.Fatalf("%d articles", len(list))
	}
	for _, a := range list {
		if !strings.HasPrefix(a.URL, "https://paper.example/ar/news/") {
			t.Fatalf("one is from %q", a.URL)
		}
	}
}
