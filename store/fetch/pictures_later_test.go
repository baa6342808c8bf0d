package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// fails are the ways in which a picture cannot be had, and whether it is asked for again.
var fails = []struct {
	name   string
	answer func(w http.ResponseWriter, picture []byte)
	again  bool
}{
	{"busy", func(w http.ResponseWriter, _ []byte) { w.WriteHeader(http.StatusServiceUnavailable) }, true},
	{"broken", func(w http.ResponseWriter, _ []byte) { w.WriteHeader(http.StatusInternalServerError) }, true},
	{"asked for too often", func(w http.ResponseWriter, _ []byte) {
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusTooManyRequests)
	}, true},
	{"hung up", func(http.ResponseWriter, []byte) { panic(http.ErrAbortHandler) }, true},
	{"cut off", func(w http.ResponseWriter, picture []byte) {
		w.Header().Set("Content-Length", strconv.Itoa(len(picture)))
		_, _ = w.Write(picture[:len(picture)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}, true},
	{"not there", func(w http.ResponseWriter, _ []byte) { w.WriteHeader(http.StatusNotFound) }, false},
	{"gone", func(w http.ResponseWriter, _ []byte) { w.WriteHeader(http.StatusGone) }, false},
	{"no picture", func(w http.ResponseWriter, _ []byte) { _, _ = w.Write([]byte("<html>هذه صفحة</html>")) }, false},
	{"elsewhere", func(w http.ResponseWriter, _ []byte) {
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(http.StatusFound)
	}, false},
}

// Unwrap gives what a controller of answers needs.
func (s *statusWriter) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// inDays gives the time in so many days.
func inDays(n int) func() time.Time {
	return func() time.Time { return time.Now().Add(time.Duration(n) * 24 * time.Hour) }
}

// textOf gives the text of the article of a library whose title has a word in it.
func textOf(t testing.TB, l *store.Library, word string) (id, body string) {
	t.Helper()
	entries, err := l.List(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Title, word) {
			a, err := l.Article(t.Context(), e.ID)
			if err != nil {
				t.Fatal(err)
			}
			return e.ID, a.Body
		}
	}
	t.Fatalf("no article of %s", word)
	return "", ""
}

// A picture that could not be had keeps its address in the text, and comes with a later
// fetch in its place, whether the text is the feed's or the page's; one that is not there is
// not asked for again.
func TestPicturesComeLater(t *testing.T) {
	t.Parallel()
	for _, tt := range fails {
		for _, ofPage := range []bool{false, true} {
			t.Run(fmt.Sprint(tt.name, " of page ", ofPage), func(t *testing.T) {
				t.Parallel()
				p, l, c := newPaper(t), openLibrary(t), newClient(t)
				picture, failing, asked := pictureOf(t, 640, 480, 2), true, 0
				p.answer["/a_(1) صورة.png"] = func(w http.ResponseWriter, _ *http.Request) {
					p.mu.Lock()
					now := failing
					asked++
					p.mu.Unlock()
					if now {
						tt.answer(w, picture)
						return
					}
					_, _ = w.Write(picture)
				}
				p.feeds["/feed"] = news("item", 2, 20)
				shown := p.feeds["/feed"][0].text + `</p><p><img src="` + p.URL + `/a_(1)%20صورة.png" alt="السوق [القديم]"></p><p>` + told("more", 2)
				o := Options{Pictures: func(string) int { return 9 }}
				kept := p.follow(t, l, "/feed")[0]
				if ofPage {
					kept.Whole = store.WholeAlways
					p.pages["/item-0"], p.pages["/item-1"] = pageOf(p.feeds["/feed"][0].title, shown), pageOf(p.feeds["/feed"][1].title, told("item-1", 20))
					p.feeds["/feed"][0].text = told("item-0", 1)
				} else {
					kept.Whole = store.WholeNever
					p.feeds["/feed"][0].text = shown
				}
				if err := l.EditFeed(t.Context(), &kept); err != nil {
					t.Fatal(err)
				}
				count := func() (n int) {
					p.mu.Lock()
					defer p.mu.Unlock()
					n, asked = asked, 0
					return n
				}
				fetchAll(t, l, c, o)
				_, body := textOf(t, l, "item-0")
				if n := count(); n == 0 || strings.Contains(body, "picture:") || !strings.Contains(body, "](http") {
					t.Errorf("asked %d times, the text is %s", n, body)
				}
				if fetchAll(t, l, c, o); count() > 2 { // what was not reached is tried at once, and what was is left alone
					t.Error("it is asked for again and again")
				}
				p.mu.Lock()
				failing = false
				p.mu.Unlock()
				for day := 1; day < 3; day++ {
					o.Now = inDays(day)
					fetchAll(t, l, newClient(t), o)
				}
				if n := count(); n > 1 || tt.again != (n == 1) && tt.name != "hung up" {
					t.Errorf("%d times it is asked for again", n)
				}
				id, body := textOf(t, l, "item-0")
				list, err := l.Pictures(t.Context(), id)
				if err != nil || (len(list) == 1) != tt.again || strings.Contains(body, "](picture:") != tt.again {
					t.Fatalf("%d pictures, %v, the text is %s", len(list), err, body)
				}
				// The same text again does not take it away, and what was of before is no other text.
				p.mu.Lock()
				p.feeds["/feed"] = append(p.feeds["/feed"], news("late", 1, 20)...)
				p.mu.Unlock()
				o.Now = inDays(4)
				fetchAll(t, l, newClient(t), o)
				_, again := textOf(t, l, "item-0")
				versions, err := l.Versions(t.Context(), id)
				if n := count(); err != nil || again != body || n > 0 || !ofPage && len(versions) > 0 {
					t.Errorf("asked %d times, %d versions, %v, the text is %s", n, len(versions), err, again)
				}
			})
		}
	}
}

// A picture that always fails is asked for after longer and longer, and not for ever; where
// nothing can be reached at all that counts for nothing.
func TestPicturesAreGivenUp(t *testing.T) {
	t.Parallel()
	p, l := newPaper(t), openLibrary(t)
	p.feeds["/feed"] = news("item", 1, 20)
	p.feeds["/feed"][0].text += `</p><p><img src="` + p.URL + `/one.png" alt="السوق">`
	p.answer["/one.png"] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }
	p.follow(t, l, "/feed")
	var hours []int
	for hour := range 100 {
		now := func() time.Time { return time.Now().Add(time.Duration(hour) * time.Hour) }
		o := Options{Pictures: func(string) int { return 9 }, WithoutPages: true, Now: now}
		fetchAll(t, l, newClient(t), o)
		if strings.Contains(strings.Join(p.asked(), "\n"), ".png") {
			hours = append(hours, hour)
		}
		fetchAll(t, l, nobody{}, o)
	}
	if fmt.Sprint(hours) != "[0 2 5 10 19]" && fmt.Sprint(hours) != "[0 1 3 7 15]" {
		t.Errorf("it was asked for in the hours %v", hours)
	}
	if _, body := textOf(t, l, "item-0"); !strings.Contains(body, "/one.png)") {
		t.Errorf("the text is %s", body)
	}
}

// nobody is a network that is not there.
type nobody struct{}

func (nobody) Get(_ context.Context, r web.Request) (*web.Answer, error) {
	return nil, &web.Error{Address: r.Address, Kind: web.ErrNoHost}
}

// Where the first picture alone is wanted it is that one, also when it comes later.
func TestFirstPictureComesLater(t *testing.T) {
	t.Parallel()
	p, l := newPaper(t), openLibrary(t)
	p.feeds["/feed"] = news("item", 1, 20)
	for i := range 3 {
		p.feeds["/feed"][0].text += fmt.Sprintf(`</p><p><img src="%s/%d.png" alt="السوق">`, p.URL, i)
		picture, tries := pictureOf(t, 64, 48, uint8(i)), 0
		p.answer[fmt.Sprintf("/%d.png", i)] = func(w http.ResponseWriter, _ *http.Request) {
			if tries++; i == 1 && tries == 1 {
				w.WriteHeader(http.StatusBadGateway)
			} else if i > 0 {
				_, _ = w.Write(picture)
			}
		}
	}
	p.follow(t, l, "/feed")
	for day := range 3 {
		fetchAll(t, l, newClient(t), Options{Pictures: func(string) int { return 1 }, WithoutPages: true, Now: inDays(day)})
	}
	_, body := textOf(t, l, "item-0")
	if names := articles.PictureNames(body); len(names) != 1 || strings.Contains(body, "/1.png") || !strings.Contains(body, "/2.png") {
		t.Errorf("asked were %q, the text is %s", p.asked(), body)
	}
}

// pictured fills a paper with feeds whose texts show pictures, and gives how many.
func pictured(t testing.TB, p *paper, paths ...string) (total int) {
	t.Helper()
	for _, path := range paths {
		p.feeds[path] = news(path[1:], 6, 20)
		for i := range p.feeds[path] {
			e := &p.feeds[path][i]
			for k := range i % 4 {
				name := fmt.Sprintf("%s/%d-%d.png", path, i, k)
				e.text += fmt.Sprintf(`</p><p><img src="%s%s" alt="السوق"></p><p>`, p.URL, name) + told(name, 1)
				var b bytes.Buffer
				b.Write(pictureOf(t, 40+i, 40+k, uint8(total)))
				p.answer[name] = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(b.Bytes()) }
				total++
			}
			if path == paths[0] { // whose pages have them
				p.pages[e.link] = pageOf(e.title, e.text)
				e.text = told(e.guid, 1)
			}
		}
	}
	return total
}

// showsAll tells what of the pictures of a library is not as it is to be.
func showsAll(t testing.TB, l *store.Library, total int) string {
	t.Helper()
	entries, err := l.List(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	came := 0
	for _, e := range entries {
		a, unread := l.Article(t.Context(), e.ID)
		if unread != nil {
			t.Fatal(unread)
		}
		list, unread := l.Pictures(t.Context(), e.ID)
		if unread != nil || len(list) != len(articles.PictureNames(a.Body)) {
			return fmt.Sprintf("%s shows %d of %d, %v", e.Title, len(list), len(articles.PictureNames(a.Body)), unread)
		}
		if left := articles.WebPictures(a.Body); len(left) > 0 {
			return fmt.Sprintf("%s is without %q", e.Title, left)
		}
		came += len(list)
	}
	waiting, err := l.AwaitedPictures(t.Context(), time.Now().Add(1000*time.Hour))
	if err != nil || len(waiting) > 0 || came != total {
		return fmt.Sprintf("%d of %d came, %d articles wait, %v", came, total, len(waiting), err)
	}
	return ""
}

// Whatever fails, and whenever a fetch is stopped, articles are removed and come back: once
// servers answer, all pictures are there.
func TestPicturesOfRandomHistories(t *testing.T) {
	t.Parallel()
	for round := range 6 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(round), 11))
			p, l := newPaper(t), openLibrary(t)
			total := pictured(t, p, "/pages", "/texts")
			feeds := p.follow(t, l, "/pages", "/texts")
			feeds[0].Whole, feeds[1].Whole = store.WholeAlways, store.WholeNever
			for i := range feeds {
				if err := l.EditFeed(t.Context(), &feeds[i]); err != nil {
					t.Fatal(err)
				}
			}
			o := Options{Pictures: func(string) int { return 9 }, Workers: 1}
			unlucky := rand.New(rand.NewPCG(uint64(round), 12))
			c := &flakyPictures{flaky: flaky{newClient(t), unlucky}}
			for range 4 { // which is fewer than make them be given up
				ctx, stop := context.WithCancel(t.Context())
				c.after, c.stop = r.IntN(60), stop
				hours := r.IntN(24)
				o.Now = func() time.Time { return time.Now().Add(time.Duration(hours) * time.Hour) }
				if _, err := Run(ctx, l, c, o, nil); err != nil && !errors.Is(err, context.Canceled) {
					t.Fatal(err)
				}
				stop()
				if entries, err := l.List(t.Context(), store.Filter{}); err != nil {
					t.Fatal(err)
				} else if len(entries) > 0 {
					id := entries[r.IntN(len(entries))].ID
					back, err := l.Remove(t.Context(), id)
					if err = errors.Join(err, l.Undo(t.Context(), back)); err != nil {
						t.Fatal(err)
					}
				}
				p.mu.Lock()
				p.feeds["/texts"] = append(p.feeds["/texts"], news(fmt.Sprint("late-", round, len(p.feeds["/texts"])), 1, 2)...)
				p.mu.Unlock()
			}
			for day := 2; day < 5; day++ {
				o.Now = inDays(day)
				fetchAll(t, l, newClient(t), o)
			}
			if wrong := showsAll(t, l, total); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

// flakyPictures fails as flaky does, of pictures alone, and stops the fetch after some
// requests.
type flakyPictures struct {
	flaky

	stop  func()
	after int
}

func (f *flakyPictures) Get(ctx context.Context, r web.Request) (*web.Answer, error) {
	if f.after--; f.after < 0 {
		f.stop()
	}
	if strings.HasSuffix(r.Address, ".png") {
		return f.flaky.Get(ctx, r)
	}
	return f.Client.Get(ctx, r)
}

// A fetch that is killed while pictures come leaves the rest to the next one.
func TestKilledWithPictures(t *testing.T) {
	p := newPaper(t)
	total := pictured(t, p, "/pages", "/texts")
	r := rand.New(rand.NewPCG(8, 9))
	for round := range *killRounds {
		path := filepath.Join(t.TempDir(), "library.db")
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		feeds := p.follow(t, l, "/pages", "/texts")
		feeds[0].Whole = store.WholeAlways
		if err = errors.Join(l.EditFeed(t.Context(), &feeds[0]), l.Close()); err != nil {
			t.Fatal(err)
		}
		var was []string
		for range 3 {
			killAfter(t, path, time.Duration(10+r.IntN(150))*time.Millisecond)
			was = append(was, p.asked()...)
		}
		if l, err = store.Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		for day := range 3 {
			fetchAll(t, l, newClient(t), Options{Pictures: func(string) int { return 9 }, Now: inDays(day)})
		}
		if wrong := showsAll(t, l, total); wrong != "" {
			t.Errorf("round %d: %s", round, wrong)
		}
		if n := len(slices.DeleteFunc(was, func(s string) bool { return !strings.Contains(s, ".png") })); n > 0 {
			t.Logf("round %d was killed after %d pictures of %d", round, n, total)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
