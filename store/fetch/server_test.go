package fetch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// entry is an entry of a feed of the server.
type entry struct {
	guid, title, link, text string
	day                     int
}

// paper is a server with feeds and pages.
type paper struct {
	*httptest.Server

	mu       sync.Mutex
	feeds    map[string][]entry // by their path
	pages    map[string]string  // the text of each
	answer   map[string]http.HandlerFunc
	requests []string // path and status
}

func newPaper(t testing.TB) *paper {
	t.Helper()
	p := &paper{feeds: map[string][]entry{}, pages: map[string]string{}, answer: map[string]http.HandlerFunc{}}
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(p.Close)
	return p
}

func (p *paper) serve(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	own, entries, page := p.answer[r.URL.Path], p.feeds[r.URL.Path], p.pages[r.URL.Path]
	p.mu.Unlock()
	seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
	switch {
	case own != nil:
		own(seen, r)
	case entries != nil:
		writeFeed(seen, r, p.URL, r.URL.Path, entries)
	case page != "":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	default:
		http.NotFound(seen, r)
	}
	p.mu.Lock()
	p.requests = append(p.requests, fmt.Sprint(r.URL.Path, " ", seen.status))
	p.mu.Unlock()
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (s *statusWriter) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

// asked gives the requests since it was asked last.
func (p *paper) asked() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := p.requests
	p.requests = nil
	return all
}

// feedOf writes entries as RSS.
func feedOf(base, title string, entries []entry, more string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>%s</title><link>%s/</link>%s`, title, base, more)
	for _, e := range entries {
		fmt.Fprintf(&b, "\n<item><title>%s</title><link>%s%s</link><guid isPermaLink=\"false\">%s</guid><pubDate>%s</pubDate><description><![CDATA[<p>%s</p>]]></description></item>",
			e.title, base, e.link, e.guid, time.Date(2026, 3, 1+e.day, 9, 0, 0, 0, time.UTC).Format(time.RFC1123Z), e.text)
	}
	return b.String() + "</channel></rss>"
}

func writeFeed(w http.ResponseWriter, r *http.Request, base, path string, entries []entry) {
	body := feedOf(base, "خلاصة "+path, entries, "")
	etag := fmt.Sprintf(`"%x"`, len(body))
	w.Header().Set("ETag", etag)
	w.Header().Set("Content-Type", "application/rss+xml")
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	fmt.Fprint(w, body)
}

// pageOf writes an article's page.
func pageOf(title, text string) string {
	return "<!DOCTYPE html><html lang=ar><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" +
		strings.Join(strings.SplitAfter(text, ". "), "</p><p>") + "</p></article></body></html>"
}

// told makes a text of so many sentences of its own.
func told(about string, sentences int) string {
	var b strings.Builder
	for i := range sentences {
		fmt.Fprintf(&b, "قال %s في حديثه رقم %d إن السوق القديم يفتح أبوابه للزائرين من الصباح حتى المساء كل يوم. ", about, i)
	}
	return strings.TrimSpace(b.String())
}

// news makes so many entries of a feed.
func news(feed string, n, sentences int) (all []entry) {
	for i := range n {
		name := fmt.Sprintf("%s-%d", feed, i)
		all = append(all, entry{guid: name, title: "خبر عن " + name + " في المدينة", link: "/" + name, text: told(name, sentences), day: i % 20})
	}
	return all
}

func openLibrary(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func newClient(t testing.TB) *web.Client {
	t.Helper()
	c, err := web.New(web.Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// follow has a library follow feeds of the server.
func (p *paper) follow(t testing.TB, l *store.Library, paths ...string) []store.Feed {
	t.Helper()
	var feeds []store.Feed
	for _, path := range paths {
		feeds = append(feeds, store.Feed{Address: p.URL + path})
	}
	kept, _, err := l.AddFeeds(t.Context(), feeds)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func fetchAll(t testing.TB, l *store.Library, c Client, o Options) Summary {
	t.Helper()
	s, err := Run(t.Context(), l, c, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// libraryContents gives all that a library says of its articles, and that is not of the time
// at which they came.
func libraryContents(t testing.TB, l *store.Library) string {
	t.Helper()
	entries, err := l.List(t.Context(), store.Filter{Sort: store.ByTitle})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range entries {
		item, err := l.Article(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s | %v\n%s\n", item.ID, item.Title, item.Source, item.URL, item.GUID, item.Summary, item.Published, item.Body)
	}
	return b.String()
}

// addFiles adds what a server gave as files.
func addFiles(t testing.TB, l *store.Library, files ...string) {
	t.Helper()
	for _, f := range files {
		list, err := intake.Read("feed.xml", []byte(f))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Add(t.Context(), list); err != nil {
			t.Fatal(err)
		}
	}
}
