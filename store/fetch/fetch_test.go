package fetch

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// What feeds carry is in the library as if they had been added as files; a second fetch
// makes a conditional request for each and changes nothing.
func TestFetchedTwice(t *testing.T) {
	t.Parallel()
	p, l, files, c := newPaper(t), openLibrary(t), openLibrary(t), newClient(t)
	var paths []string
	for i := range 5 {
		path := fmt.Sprint("/feed-", i)
		paths = append(paths, path)
		p.feeds[path] = news(path[1:], 20, 30)
	}
	p.feeds["/feed-4"] = append(p.feeds["/feed-4"], p.feeds["/feed-0"][3]) // one in two feeds
	p.follow(t, l, paths...)
	first := fetchAll(t, l, c, Options{})
	if n := len(first.New()); n != 100 || first.Requests != 5 {
		t.Errorf("%d are new, by %d requests: %+v", n, first.Requests, first.Results)
	}
	p.asked()
	second := fetchAll(t, l, c, Options{})
	for _, r := range second.Results {
		if r.Status != Unchanged {
			t.Errorf("%s is %s: %v", r.Feed.Address, r.Status, r.Err)
		}
	}
	asked := p.asked()
	if len(asked) != 5 || slices.ContainsFunc(asked, func(s string) bool { return !strings.HasSuffix(s, " 304") }) {
		t.Errorf("asked were %q", asked)
	}
	for _, path := range paths {
		addFiles(t, files, feedOf(p.URL, "خلاصة "+path, p.feeds[path], ""))
	}
	if got, want := ofEither(libraryContents(t, l)), ofEither(libraryContents(t, files)); got != want {
		t.Errorf("fetched is\n%.2000s\nadded is\n%.2000s", got, want)
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || feeds[0].Articles != 20 || feeds[0].Title != "خلاصة /feed-0" || feeds[0].Site != p.URL+"/" || feeds[0].Fetched.IsZero() {
		t.Errorf("the first feed is %+v, %v", feeds[0], err)
	}
}

// ofEither gives the contents of a library with the entry that is in two feeds said to be
// of the first: which of them came sooner is chance.
func ofEither(contents string) string {
	lines := strings.Split(contents, "\n")
	for i, line := range lines {
		if strings.Contains(line, "/feed-0-3 |") {
			lines[i] = strings.ReplaceAll(line, "خلاصة /feed-4", "خلاصة /feed-0")
		}
	}
	return strings.Join(lines, "\n")
}

// What a server can answer, and what becomes of the feed.
func TestAnswers(t *testing.T) {
	t.Parallel()
	now := time.Now().UTC().Truncate(time.Second)
	good := func(base string) string { return feedOf(base, "صدى", news("x", 3, 20), "") }
	status := func(code int, header ...string) func(*paper) http.HandlerFunc {
		return func(*paper) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) {
				for i := 0; i < len(header); i += 2 {
					w.Header().Set(header[i], header[i+1])
				}
				w.WriteHeader(code)
			}
		}
	}
	body := func(change func(string) string, header ...string) func(*paper) http.HandlerFunc {
		return func(p *paper) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) {
				for i := 0; i < len(header); i += 2 {
					w.Header().Set(header[i], header[i+1])
				}
				fmt.Fprint(w, change(good(p.URL)))
			}
		}
	}
	same := func(s string) string { return s }
	isFromNow := func(at time.Time, d time.Duration) bool { // however long the test has taken
		return !at.Before(now.Add(d)) && !at.After(time.Now().Add(d))
	}
	for name, tt := range map[string]struct {
		answer func(*paper) http.HandlerFunc
		status Status
		new    int
		kind   error
		check  func(t *testing.T, f store.Feed, base string)
	}{
		"well":                   {body(same), Fetched, 3, nil, nil},
		"said to be a page":      {body(same, "Content-Type", "text/html"), Fetched, 3, nil, nil},
		"behind warnings of PHP": {body(func(s string) string { return "<br />\n<b>Warning</b>: foo in /x.php on line 3<br />\n" + s }), Fetched, 3, nil, nil},
		"cut in the middle of an entry": {body(func(s string) string { return s[:strings.LastIndex(s, "<description>")] }), Failed, 2, articles.ErrDamaged, func(t *testing.T, f store.Feed, _ string) {
			if f.ETag != "" || f.Digest != "" {
				t.Errorf("it would not be asked for as a whole: %+v", f)
			}
		}},
		"a page": {func(*paper) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, pageOf("صدى", told("صدى", 30))) }
		}, Failed, 0, articles.ErrNoFeed, nil},
		"without entries": {body(func(s string) string { before, _, _ := strings.Cut(s, "<item>"); return before + "</channel></rss>" }), Unchanged, 0, nil, func(t *testing.T, f store.Feed, _ string) {
			if f.Title != "صدى" {
				t.Errorf("its title is %q", f.Title)
			}
		}},
		"fresh for an hour": {body(same, "Cache-Control", "max-age=3600"), Fetched, 3, nil, func(t *testing.T, f store.Feed, _ string) {
			if d := f.Next.Sub(now); !isFromNow(f.Next, time.Hour) {
				t.Errorf("it is asked for next in %v", d)
			}
		}},
		"a ttl": {body(func(s string) string { return strings.Replace(s, "<item>", "<ttl>120</ttl><item>", 1) }), Fetched, 3, nil, func(t *testing.T, f store.Feed, _ string) {
			if d := f.Next.Sub(now); !isFromNow(f.Next, 2*time.Hour) {
				t.Errorf("it is asked for next in %v", d)
			}
		}},
		"gone": {status(http.StatusGone), Gone, 0, web.ErrGone, func(t *testing.T, f store.Feed, _ string) {
			if !f.Stopped {
				t.Error("it is asked for again")
			}
		}},
		"not found": {status(http.StatusNotFound), Failed, 0, web.ErrNotFound, func(t *testing.T, f store.Feed, _ string) {
			if f.FailingSince.IsZero() || f.Failure.Kind != "not-found" || f.Failures != 1 || !f.Next.After(now) {
				t.Errorf("it is %+v", f.FeedState)
			}
		}},
		"too often": {status(http.StatusTooManyRequests, "Retry-After", "7200"), Failed, 0, web.ErrTooMany, func(t *testing.T, f store.Feed, _ string) {
			if d := f.Held.Sub(now); !isFromNow(f.Held, 2*time.Hour) {
				t.Errorf("it is asked for in %v", d)
			}
		}},
		"a password": {status(http.StatusUnauthorized), Failed, 0, web.ErrPassword, nil},
		"moved for good": {func(p *paper) http.HandlerFunc {
			p.answer["/new"] = body(same)(p)
			return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusMovedPermanently) }
		}, Fetched, 3, nil, func(t *testing.T, f store.Feed, base string) {
			if f.Address != base+"/new" {
				t.Errorf("its address is %s", f.Address)
			}
		}},
		"elsewhere for now": {func(p *paper) http.HandlerFunc {
			p.answer["/new"] = body(same)(p)
			return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusFound) }
		}, Fetched, 3, nil, func(t *testing.T, f store.Feed, base string) {
			if f.Address != base+"/feed" {
				t.Errorf("its address is %s", f.Address)
			}
		}},
		"in a circle": {func(*paper) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/feed", http.StatusFound) }
		}, Failed, 0, web.ErrRedirects, nil},
		"a file": {func(*paper) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Location", "file:///etc/passwd")
				w.WriteHeader(http.StatusFound)
			}
		}, Failed, 0, web.ErrScheme, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, l := newPaper(t), openLibrary(t)
			p.answer["/feed"] = tt.answer(p)
			p.follow(t, l, "/feed")
			s := fetchAll(t, l, newClient(t), Options{WithoutPages: true})
			r := s.Results[0]
			if r.Status != tt.status || len(r.New) != tt.new || (tt.kind == nil) != (r.Err == nil) || !errors.Is(r.Err, tt.kind) {
				t.Errorf("it is %s with %d new: %v", r.Status, len(r.New), r.Err)
			}
			feeds, err := l.Feeds(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if tt.check != nil {
				tt.check(t, feeds[0], p.URL)
			}
			if again := ErrorOf(feeds[0].Failure, feeds[0].Address); tt.kind != nil && !errors.Is(again, tt.kind) {
				t.Errorf("kept of it is %v", again)
			}
		})
	}
}

// Where a feed carries teasers the pages are fetched, what fails again the next time, and
// both are one article; where it carries whole texts no page is asked for but to find out.
func TestTeasers(t *testing.T) {
	t.Parallel()
	p, l, c := newPaper(t), openLibrary(t), newClient(t)
	p.feeds["/teasers"], p.feeds["/whole"] = news("teaser", 6, 1), news("whole", 6, 3)
	for i, e := range p.feeds["/teasers"] {
		if i != 4 {
			p.pages[e.link] = pageOf(e.title, told(e.guid, 20))
		}
	}
	for _, e := range p.feeds["/whole"] {
		p.pages[e.link] = pageOf(e.title, e.text)
	}
	p.answer["/teaser-4"] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }
	p.follow(t, l, "/teasers", "/whole")
	first := fetchAll(t, l, c, Options{})
	if first.Pages != 7 || first.PagesFailed != 1 {
		t.Errorf("%d pages came and %d failed: %q", first.Pages, first.PagesFailed, p.asked())
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || feeds[0].Teasers != store.CarriesTeasers || feeds[1].Teasers != store.CarriesTexts {
		t.Errorf("they carry %v, %v, %v", feeds[0].Teasers, feeds[1].Teasers, err)
	}
	p.mu.Lock()
	delete(p.answer, "/teaser-4")
	p.pages["/teaser-4"] = pageOf(p.feeds["/teasers"][4].title, told("teaser-4", 20))
	p.feeds["/whole"] = append(p.feeds["/whole"], news("another", 1, 3)...)
	p.mu.Unlock()
	p.asked()
	second := fetchAll(t, l, c, Options{Now: func() time.Time { return time.Now().Add(3 * time.Hour) }})
	if asked := p.asked(); second.Pages != 1 || len(asked) != 3 {
		t.Errorf("the second time %d pages came: %q", second.Pages, asked)
	}
	entries, err := l.List(t.Context(), store.Filter{})
	if err != nil || len(entries) != 13 {
		t.Fatalf("%d articles, %v", len(entries), err)
	}
	for _, e := range entries {
		item, err := l.Article(t.Context(), e.ID)
		if err != nil || strings.Contains(e.Title, "teaser") && !strings.Contains(item.Body, "رقم 19") {
			t.Errorf("%s is %q, %v", e.Title, item.Body, err)
		}
	}
}

// A feed is asked for when it is its time.
func TestDue(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	at := now.Add
	for name, tt := range map[string]struct {
		state               store.FeedState
		every               time.Duration
		asked, timer, named bool
	}{
		"never fetched":                {asked: true, timer: true, named: true},
		"fetched just now":             {state: store.FeedState{Tried: at(-time.Minute)}, asked: true, named: true},
		"fetched long ago":             {state: store.FeedState{Tried: at(-time.Hour)}, asked: true, timer: true, named: true},
		"rarely, by choice":            {state: store.FeedState{Tried: at(-time.Hour)}, every: 24 * time.Hour, asked: true, named: true},
		"fresh":                        {state: store.FeedState{Next: at(time.Minute)}, named: true},
		"its server wishes to be left": {state: store.FeedState{Held: at(time.Minute)}},
	} {
		f := &store.Feed{FeedState: tt.state}
		f.Every = tt.every
		got := []bool{isDue(f, now, 0, false), isDue(f, now, 30*time.Minute, false), isDue(f, now, 0, true)}
		if want := []bool{tt.asked, tt.timer, tt.named}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// flaky answers some requests with a failure, by chance.
type flaky struct {
	Client
	r *rand.Rand
}

func (f *flaky) Get(ctx context.Context, r web.Request) (*web.Answer, error) {
	switch f.r.IntN(4) {
	case 0:
		return nil, &web.Error{Address: r.Address, Kind: web.ErrNoServer}
	case 1:
		answer, err := f.Client.Get(ctx, r)
		if err == nil && len(answer.Body) > 0 {
			answer.Body = answer.Body[:f.r.IntN(len(answer.Body))]
			return answer, &web.Error{Address: r.Address, Kind: web.ErrCutOff}
		}
		return answer, err
	}
	return f.Client.Get(ctx, r)
}

// Whatever servers answer and whenever a fetch is stopped: once all feeds were had the
// library is the one that adding the same files makes.
func TestRandomAnswers(t *testing.T) {
	t.Parallel()
	for round := range 4 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(round), 7))
			p, l, files, c := newPaper(t), openLibrary(t), openLibrary(t), newClient(t)
			paths := []string{"/a", "/b", "/c", "/d"}
			for _, path := range paths {
				p.feeds[path] = news(path[1:], 8, 3)
			}
			p.follow(t, l, paths...)
			f := &flaky{c, r}
			for range 6 {
				ctx, stop := context.WithCancel(t.Context())
				after := r.IntN(6)
				_, err := Run(ctx, l, f, Options{WithoutPages: true, Workers: 1}, func(Event) {
					if after--; after < 0 {
						stop()
					}
				})
				stop()
				if err != nil && !errors.Is(err, context.Canceled) {
					t.Fatal(err)
				}
			}
			later := func() time.Time { return time.Now().Add(48 * time.Hour) }
			fetchAll(t, l, c, Options{WithoutPages: true, Now: later})
			for _, path := range paths {
				addFiles(t, files, feedOf(p.URL, "خلاصة "+path, p.feeds[path], ""))
			}
			if got, want := libraryContents(t, l), libraryContents(t, files); got != want {
				t.Errorf("fetched is\n%.3000s\nadded is\n%.3000s", got, want)
			}
		})
	}
}
