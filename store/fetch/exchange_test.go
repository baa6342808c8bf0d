package fetch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// What a server has comes into the library with its marks, feeds and folders, and once.
func TestServer(t *testing.T) {
	t.Parallel()
	s, l := newReaderServer(t), openLibrary(t)
	s.feeds = []readerFeed{{"feed/1", "https://one.example/rss", "الأولى", "صحف"}, {"feed/2", "https://two.example/rss", "الثانية", ""}}
	s.most = 40
	s.add("feed/1", 120)
	s.add("feed/2", 140)
	s.add("feed/99", 1) // of a feed that it does not say more of
	s.items[3].read, s.items[4].starred = true, true
	server := s.follow(t, l)
	mine, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: "http://two.example/rss/", FeedChoices: store.FeedChoices{Name: "ثانيتي", Folder: []string{"لي"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for round, want := range []int{261, 0} {
		summary, wrong := s.exchange(t, l, server)
		if wrong != nil || len(summary.New()) != want {
			t.Fatalf("round %d: %d came, %v", round, len(summary.New()), wrong)
		}
	}
	all := entriesByTitle(t, l)
	if len(all) != 261 || !all[s.items[3].title].Read || !all[s.items[4].title].Bookmarked || all[s.items[5].title].Read {
		t.Errorf("%d are there; %+v", len(all), all[s.items[3].title])
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || len(feeds) != 3 {
		t.Fatalf("%d feeds, %v", len(feeds), err)
	}
	for _, f := range feeds {
		var want string
		switch f.Num {
		case server.Num:
			want = "الخادم |  | 261 | 0"
		case mine[0].Num:
			want = fmt.Sprint("ثانيتي | لي | 140 | ", server.Num)
		default:
			want = fmt.Sprint("الأولى | صحف | 120 | ", server.Num)
		}
		if got := fmt.Sprint(f.Label(), " | ", strings.Join(f.Folder, "/"), " | ", f.Articles, " | ", f.Server); got != want || f.Fetched.IsZero() {
			t.Errorf("%s, want %s", got, want)
		}
	}
	testServerLeaves(t, s, l, server, mine[0])
}

// testServerLeaves has feeds go from the server, and then the server.
func testServerLeaves(t *testing.T, s *readerServer, l *store.Library, server, mine store.Feed) {
	t.Helper()
	s.feeds = []readerFeed{{"feed/3", "https://three.example/rss", "الثالثة", ""}}
	if _, err := s.exchange(t, l, server); err != nil {
		t.Fatal(err)
	}
	if err := l.RemoveFeed(t.Context(), server.Num); err != nil {
		t.Fatal(err)
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || len(feeds) != 2 || feeds[0].Num != mine.Num || feeds[1].Title != "الثالثة" || feeds[0].Server+feeds[1].Server != 0 {
		t.Errorf("%+v, %v", feeds, err)
	}
	if len(entriesByTitle(t, l)) != 261 {
		t.Error("articles went with their server")
	}
}

// A feed that belongs to a server is not asked for itself, and where it is named the server is.
func TestFeedOfServerIsNotAsked(t *testing.T) {
	t.Parallel()
	s, p, l := newReaderServer(t), newPaper(t), openLibrary(t)
	p.feeds["/rss"] = news("rss", 3, 2)
	s.feeds = []readerFeed{{"feed/1", p.URL + "/rss", "الأولى", ""}}
	s.follow(t, l)
	for range 2 {
		if _, err := Run(t.Context(), l, newClient(t), Options{Login: knowsPassword}, nil); err != nil {
			t.Fatal(err)
		}
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || len(feeds) != 2 {
		t.Fatal(feeds, err)
	}
	s.rest()
	s.requests = nil
	s.rest()
	summary, err := Run(t.Context(), l, newClient(t), Options{Login: knowsPassword, Feeds: []int64{feeds[1].Num}}, nil)
	if err != nil || len(summary.Results) != 1 || !summary.Results[0].Feed.IsServer || len(s.requests) == 0 {
		t.Errorf("%+v, %v, %q", summary.Results, err, s.requests)
	}
	if asked := p.asked(); len(asked) > 0 {
		t.Errorf("the feed was asked: %q", asked)
	}
}

// What goes wrong with a server is said by its kind, nothing is lost by it, and what was
// changed here is sent once it works again.
func TestServerFails(t *testing.T) {
	t.Parallel()
	on := func(path string, f fault) func(*http.Request) fault {
		return func(r *http.Request) fault {
			if strings.HasSuffix(r.URL.Path, path) {
				return f
			}
			return noFault
		}
	}
	for name, tt := range map[string]struct {
		fault func(*http.Request) fault
		kind  error
	}{
		"does not know the token": {on("edit-tag", expired), greader.ErrLogin},
		"500 where one logs in":   {on("ClientLogin", answerFails), web.ErrServer},
		"500 for a list":          {on("ids", answerFails), web.ErrServer},
		"500 for a change":        {on("edit-tag", answerFails), web.ErrServer},
		"half a list":             {on("ids", answerHalved), web.ErrCutOff},
		"half of the items":       {on("contents", answerHalved), web.ErrCutOff},
		"half of the feeds":       {on("list", answerHalved), web.ErrCutOff},
		"a page for a list":       {on("ids", pageInstead), greader.ErrNoServer},
		"a page for a change":     {on("edit-tag", pageInstead), greader.ErrNoServer},
		"a page for a token":      {on("/token", pageInstead), greader.ErrNoServer},
		"a page where one logs in": {func(r *http.Request) fault {
			if strings.Contains(r.URL.Path, "ClientLogin") {
				return pageInstead
			}
			return noFault
		}, greader.ErrNoServer},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, l := newReaderServer(t), openLibrary(t)
			s.feeds = []readerFeed{{"feed/1", "https://one.example/rss", "الأولى", ""}}
			s.add("feed/1", 10)
			server := s.follow(t, l)
			if _, err := s.exchange(t, l, server); err != nil {
				t.Fatal(err)
			}
			here := entriesByTitle(t, l)
			if err := l.SetRead(t.Context(), here[s.items[2].title].ID, true); err != nil {
				t.Fatal(err)
			}
			s.items[3].starred = true
			s.add("feed/1", 5)
			s.fault = tt.fault
			summary, err := s.exchange(t, l, server)
			if err != nil {
				t.Fatal(err)
			}
			last := summary.Results[len(summary.Results)-1]
			if !errors.Is(last.Err, tt.kind) || last.Status != Failed {
				t.Fatalf("%s, %v", last.Status, last.Err)
			}
			if kept, err := l.Feed(t.Context(), server.Num); err != nil || !errors.Is(ErrorOf(kept.Failure, kept.Address), tt.kind) {
				t.Errorf("%+v, %v", kept.Failure, err)
			}
			s.fault = func(*http.Request) fault { return noFault }
			if _, err := s.exchange(t, l, server); err != nil {
				t.Fatal(err)
			}
			here = entriesByTitle(t, l)
			if len(here) != 15 || !s.items[2].read || !here[s.items[2].title].Read || !here[s.items[3].title].Bookmarked {
				t.Errorf("%d are here, and not all is agreed on", len(here))
			}
		})
	}
}

// A wrong password and a wrong address are told from one another.
func TestServerIsAnother(t *testing.T) {
	t.Parallel()
	s, p, l := newReaderServer(t), newPaper(t), openLibrary(t)
	server := s.follow(t, l)
	wrongPassword := func() Options {
		o := Options{Feeds: []int64{server.Num}}
		o.Login = knowsPassword
		return o
	}()
	wrongPassword.Login = nil
	for name, tt := range map[string]struct {
		o    Options
		edit func(*store.Feed)
		kind error
	}{
		"no password": {wrongPassword, nil, web.ErrCredentials},
		"a paper":     {Options{Feeds: []int64{server.Num}, Login: knowsPassword}, func(f *store.Feed) { f.Address = p.URL }, greader.ErrNoServer},
		"nobody":      {Options{Feeds: []int64{server.Num}, Login: knowsPassword}, func(f *store.Feed) { f.Address = "http://127.0.0.1:1" }, web.ErrNoServer},
	} {
		if tt.edit != nil {
			f, err := l.Feed(t.Context(), server.Num)
			if err != nil {
				t.Fatal(err)
			}
			tt.edit(&f)
			if err := l.EditFeed(t.Context(), &f); err != nil {
				t.Fatal(err)
			}
		}
		summary, err := Run(t.Context(), l, newClient(t), tt.o, nil)
		if err != nil || len(summary.Results) != 1 || !errors.Is(summary.Results[0].Err, tt.kind) {
			t.Errorf("%s: %+v, %v", name, summary.Results, err)
		}
	}
}

// A server that is restarted in the middle of an exchange takes it up again: what was read
// here in between is sent, and nothing is there twice.
func TestServerRestarts(t *testing.T) {
	t.Parallel()
	s := newReaderServer(t)
	path := filepath.Join(t.TempDir(), "library.db")
	s.feeds = []readerFeed{{"feed/1", "https://one.example/rss", "الأولى", ""}}
	s.add("feed/1", 700)
	contents := 0
	s.fault = func(r *http.Request) fault {
		if strings.HasSuffix(r.URL.Path, "contents") {
			if contents++; contents == 2 {
				s.session++
			}
		}
		return noFault
	}
	var server store.Feed
	for round := range 2 {
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if round == 0 {
			server = s.follow(t, l)
		}
		summary, err := s.exchange(t, l, server)
		if err != nil || summary.Results[len(summary.Results)-1].Err != nil {
			t.Fatal(err, summary.Results)
		}
		if n := len(entriesByTitle(t, l)); n != 700 {
			t.Errorf("%d are here", n)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(slices.DeleteFunc(slices.Clone(s.requests), func(r string) bool { return !strings.HasSuffix(r, "contents") })); n != 4 {
		t.Errorf("items were asked for %d times", n)
	}
}

// An exchange that is killed at any instant, and others after it, leave what one leaves: what
// was read here is read there, and nothing is lost or there twice.
func TestExchangeKilled(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 9))
	for range *killRounds {
		s, path := newReaderServer(t), filepath.Join(t.TempDir(), "library.db")
		s.feeds = []readerFeed{{"feed/1", "https://one.example/rss", "الأولى", ""}}
		s.add("feed/1", 1500)
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		server := s.follow(t, l)
		if err = l.Close(); err != nil {
			t.Fatal(err)
		}
		killAfter(t, path, time.Duration(20+r.IntN(400))*time.Millisecond)
		if l, err = store.Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		here := entriesByTitle(t, l)
		var ids []string
		for _, e := range here {
			ids = append(ids, e.ID)
		}
		if _, err = l.MarkRead(t.Context(), ids, true); err != nil {
			t.Fatal(err)
		}
		if err = l.Close(); err != nil {
			t.Fatal(err)
		}
		killAfter(t, path, time.Duration(20+r.IntN(200))*time.Millisecond)
		if l, err = store.Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if _, err = s.exchange(t, l, server); err != nil {
			t.Fatal(err)
		}
		now := entriesByTitle(t, l)
		if len(now) != 1500 {
			t.Errorf("%d are here", len(now))
		}
		for _, i := range s.items {
			if _, was := here[i.title]; i.read != was || now[i.title].Read != was {
				t.Fatalf("%s is read %v there and %v here, want %v", i.title, i.read, now[i.title].Read, was)
			}
		}
		if err = l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// An article that is removed and taken back is that of the server again, and one that is
// removed takes what was read of it along.
func TestServerAfterRemoving(t *testing.T) {
	t.Parallel()
	s, l := newReaderServer(t), openLibrary(t)
	s.feeds = []readerFeed{{"feed/1", "https://one.example/rss", "الأولى", ""}}
	s.add("feed/1", 4)
	server := s.follow(t, l)
	again := func() {
		t.Helper()
		if _, err := s.exchange(t, l, server); err != nil {
			t.Fatal(err)
		}
	}
	again()
	here := entriesByTitle(t, l)
	back, away := here[s.items[0].title].ID, here[s.items[1].title].ID
	undo, err := l.Remove(t.Context(), back)
	if err != nil {
		t.Fatal(err)
	}
	if err = l.SetRead(t.Context(), away, true); err != nil {
		t.Fatal(err)
	}
	if _, err = l.Remove(t.Context(), away); err != nil {
		t.Fatal(err)
	}
	again()
	if len(entriesByTitle(t, l)) != 2 || !s.items[1].read || s.items[0].read {
		t.Fatalf("it is %+v, %+v", s.items[0], s.items[1])
	}
	if err = l.Undo(t.Context(), undo); err != nil {
		t.Fatal(err)
	}
	if err = l.SetRead(t.Context(), entriesByTitle(t, l)[s.items[0].title].ID, true); err != nil {
		t.Fatal(err)
	}
	again()
	if !s.items[0].read || len(entriesByTitle(t, l)) != 3 {
		t.Errorf("it is %+v", s.items[0])
	}
}

// What a server has leads into no private network: its reader has named the server alone.
func TestServerLeadsNowherePrivate(t *testing.T) {
	t.Parallel()
	s, p, l := newReaderServer(t), newPaper(t), openLibrary(t)
	p.pages["/secret"] = pageOf("خبر رقم 1000", told("المتحدث 1000", 20))
	s.feeds = []readerFeed{{"feed/1", p.URL + "/rss", "الأولى", ""}}
	s.add("feed/1", 1)
	s.items[0].link = p.URL + "/secret"
	named := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
	if _, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: named, IsServer: true}}); err != nil {
		t.Fatal(err)
	}
	summary, err := Run(t.Context(), l, newClient(t), Options{Login: knowsPassword, Pictures: func(string) int { return 3 }}, nil)
	if err != nil || len(summary.New()) != 1 || summary.PagesFailed != 1 {
		t.Errorf("%+v, %v", summary, err)
	}
	if asked := p.asked(); len(asked) > 0 {
		t.Errorf("it was asked for %q", asked)
	}
}
