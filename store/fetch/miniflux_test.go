package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

var minifluxItems = flag.Int("miniflux-items", 10_000, "how many items Miniflux has")

// minifluxProgram is where its program is, in the environment.
const minifluxProgram = "WARRAQ_TEST_MINIFLUX"

// miniflux is a Miniflux that runs here.
type miniflux struct {
	*testing.T
	program, address string
	running          *exec.Cmd
}

func newMiniflux(t *testing.T) *miniflux {
	t.Helper()
	program := os.Getenv(minifluxProgram)
	if program == "" {
		t.Skip("it is run by .ci/miniflux")
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m := &miniflux{T: t, program: program, address: free.Addr().String()}
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	m.start()
	t.Cleanup(m.kill)
	return m
}

// start starts it and waits until it answers.
func (m *miniflux) start() {
	m.Helper()
	m.running = exec.Command(m.program)
	m.running.Env = append(os.Environ(), "LISTEN_ADDR="+m.address, "BASE_URL=http://"+m.address, "RUN_MIGRATIONS=1",
		"CREATE_ADMIN=1", "ADMIN_USERNAME=sami", "ADMIN_PASSWORD=sesame1", "FETCHER_ALLOW_PRIVATE_NETWORKS=1", "DISABLE_SCHEDULER_SERVICE=1", "LOG_LEVEL=error")
	m.running.Stderr = os.Stderr
	if err := m.running.Start(); err != nil {
		m.Fatal(err)
	}
	for range 200 {
		if answer, err := http.Get("http://" + m.address + "/healthcheck"); err == nil { //nolint:noctx // it answers soon or not at all
			_ = answer.Body.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	m.Fatal("Miniflux does not answer")
}

// kill ends it at once.
func (m *miniflux) kill() {
	if m.running != nil {
		_ = m.running.Process.Kill()
		_ = m.running.Wait()
		m.running = nil
	}
}

// call asks its own API.
func (m *miniflux) call(method, path string, in, out any) {
	m.Helper()
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			m.Fatal(err)
		}
		body = bytes.NewReader(data)
	}
	r, err := http.NewRequestWithContext(m.Context(), method, "http://"+m.address+"/v1/"+path, body)
	if err != nil {
		m.Fatal(err)
	}
	r.SetBasicAuth("sami", "sesame1")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		m.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 300 {
		m.Fatalf("%s %s: %s %s %v", method, path, answer.Status, data, err)
	}
	if out != nil {
		if err := json.Unmarshal(data, out); err != nil {
			m.Fatal(err)
		}
	}
}

// minifluxEntry is an entry as its API shows it.
type minifluxEntry struct {
	ID      int64  `json:"id"`
	Title   string `json:"title"`
	Status  string `json:"status"`
	Starred bool   `json:"starred"`
}

// entries gives all its entries by their titles.
func (m *miniflux) entries() map[string]minifluxEntry {
	m.Helper()
	all := map[string]minifluxEntry{}
	for offset := 0; ; {
		var part struct{ Entries []minifluxEntry }
		m.call(http.MethodGet, fmt.Sprintf("entries?limit=1000&order=id&direction=asc&offset=%d", offset), nil, &part)
		for _, e := range part.Entries {
			all[e.Title] = e
		}
		if offset += len(part.Entries); len(part.Entries) == 0 {
			return all
		}
	}
}

// interruptedClient does something before the request of a number.
type interruptedClient struct {
	Client
	at, asked int
	do        func()
	path      string // which it has, "" for any
}

func (c *interruptedClient) Get(ctx context.Context, r web.Request) (*web.Answer, error) {
	if strings.Contains(r.Address, c.path) {
		if c.asked++; c.asked == c.at {
			c.do()
		}
	}
	return c.Client.Get(ctx, r)
}

// exchange exchanges by a client, and says what it took.
func (m *miniflux) exchange(l *store.Library, server store.Feed, client Client) Summary {
	m.Helper()
	began := time.Now()
	login := func(context.Context, *store.Feed) (string, string, error) { return "sami", "sesame", nil }
	s, err := Run(m.Context(), l, client, Options{Feeds: []int64{server.Num}, WithoutPages: true, Login: login}, nil)
	if err != nil {
		m.Fatal(err)
	}
	m.Logf("%d new in %.1f s: %d requests, %d kB sent, %d kB received; %v", len(s.New()), time.Since(began).Seconds(), s.Requests,
		s.BytesSent>>10, s.BytesReceived>>10, s.Results[len(s.Results)-1].Err)
	return s
}

// A library and a real Miniflux, each changed without the other, and the server killed in the
// middle, agree in the end: nothing is lost, and nothing is there twice.
func TestMiniflux(t *testing.T) {
	m := newMiniflux(t)
	p := newPaper(t)
	const feedCount = 20
	var category struct{ ID int64 }
	m.call(http.MethodPost, "categories", map[string]string{"title": "صحف"}, &category)
	began := time.Now()
	var feeds []int64
	for i := range feedCount {
		path := fmt.Sprint("/feed-", i)
		p.feeds[path] = news(path[1:], *minifluxItems/feedCount, 3)
		var made struct {
			ID int64 `json:"feed_id"`
		}
		m.call(http.MethodPost, "feeds", map[string]any{"feed_url": p.URL + path, "category_id": category.ID}, &made)
		feeds = append(feeds, made.ID)
	}
	t.Logf("Miniflux has %d items after %.1f s", *minifluxItems, time.Since(began).Seconds())
	l := openLibrary(t)
	kept, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: "http://" + m.address, IsServer: true, Account: "sami"}})
	if err != nil {
		t.Fatal(err)
	}
	server := kept[0]
	// The server is killed while the items come, and once while it is asked for their names.
	for _, path := range []string{"/ids", "/contents"} {
		client := &interruptedClient{newClient(t), 2, 0, m.kill, path}
		if s := m.exchange(l, server, client); s.Results[len(s.Results)-1].Err == nil {
			t.Error("a server that is killed does not fail")
		}
		m.start()
	}
	m.exchange(l, server, newClient(t))
	m.exchange(l, server, newClient(t))
	m.agree(l, *minifluxItems)
	m.changeBoth(l, server, p, feeds)
}

// changeBoth has both sides change while neither reaches the other, and then meet while the
// server is killed between two changes that it is told of.
func (m *miniflux) changeBoth(l *store.Library, server store.Feed, p *paper, feeds []int64) {
	m.Helper()
	there, here := m.entries(), entriesByTitle(m.T, l)
	titles := make([]string, 0, len(there))
	for title := range there {
		titles = append(titles, title)
	}
	slices.Sort(titles)
	part := len(titles) / 10
	wantRead, wantStarred := map[string]bool{}, map[string]bool{}
	var readHere, starredHere []string
	readThere, starredThere := []int64{}, []int64{}
	for i, title := range titles {
		switch {
		case i < part: // by both
			readHere, readThere, wantRead[title] = append(readHere, here[title].ID), append(readThere, there[title].ID), true
		case i < 3*part:
			readHere, wantRead[title] = append(readHere, here[title].ID), true
		case i < 5*part:
			readThere, wantRead[title] = append(readThere, there[title].ID), true
		case i < 5*part+part/5:
			starredHere, wantStarred[title] = append(starredHere, here[title].ID), true
		case i < 6*part:
			starredThere, wantStarred[title] = append(starredThere, there[title].ID), true
		}
	}
	if _, err := l.MarkRead(m.Context(), readHere, true); err != nil {
		m.Fatal(err)
	}
	if _, err := l.Bookmark(m.Context(), starredHere, true); err != nil {
		m.Fatal(err)
	}
	m.call(http.MethodPut, "entries", map[string]any{"entry_ids": readThere, "status": "read"}, nil)
	m.call(http.MethodPut, "entries", map[string]any{"entry_ids": starredThere, "starred": true}, nil)
	for i, path := range []string{"/feed-0", "/feed-7"} {
		p.mu.Lock()
		p.feeds[path] = append(news(fmt.Sprint("late-", i), 30, 3), p.feeds[path]...)
		p.mu.Unlock()
		m.call(http.MethodPut, fmt.Sprintf("feeds/%d/refresh", feeds[[]int{0, 7}[i]]), nil, nil)
	}
	m.exchange(l, server, &interruptedClient{newClient(m.T), 3, 0, m.kill, "/edit-tag"})
	m.start()
	// This time it is there again at once.
	m.exchange(l, server, &interruptedClient{newClient(m.T), 2, 0, func() { m.kill(); m.start() }, "/edit-tag"})
	m.exchange(l, server, newClient(m.T))
	m.agree(l, *minifluxItems+60)
	for title, e := range m.entries() {
		if (e.Status == "read") != wantRead[title] || e.Starred != wantStarred[title] {
			m.Errorf("%s is %s and starred %v", title, e.Status, e.Starred)
		}
	}
	// Back again: what was read is not, nor starred, on the other side.
	if _, err := l.MarkRead(m.Context(), readHere[:part/2], false); err != nil {
		m.Fatal(err)
	}
	m.call(http.MethodPut, "entries", map[string]any{"entry_ids": readThere[part:], "status": "unread"}, nil)
	m.exchange(l, server, newClient(m.T))
	m.agree(l, *minifluxItems+60)
	m.changeFeeds(l, server, feeds)
	m.leave(l, server)
}

// changeFeeds has its reader name, move and leave feeds of the server, and the server name one.
func (m *miniflux) changeFeeds(l *store.Library, server store.Feed, feeds []int64) {
	m.Helper()
	list, err := l.Feeds(m.Context())
	if err != nil {
		m.Fatal(err)
	}
	of := func(path string) *store.Feed {
		i := slices.IndexFunc(list, func(f store.Feed) bool { return strings.HasSuffix(f.Address, path) })
		return &list[i]
	}
	of("/feed-1").Name, of("/feed-2").Folder = "الصباح", []string{"أخبار", "اليوم"}
	of("/feed-3").Name, of("/feed-3").Folder = "المساء", []string{"ليل"}
	for _, path := range []string{"/feed-1", "/feed-2", "/feed-3"} {
		if err = l.EditFeed(m.Context(), of(path)); err != nil {
			m.Fatal(err)
		}
	}
	if err = l.RemoveFeed(m.Context(), of("/feed-4").Num); err != nil {
		m.Fatal(err)
	}
	m.call(http.MethodPut, fmt.Sprint("feeds/", feeds[5]), map[string]string{"title": "هناك"}, nil)
	m.exchange(l, server, newClient(m.T))
	m.exchange(l, server, newClient(m.T))
	var there []struct {
		Title    string
		Address  string `json:"feed_url"`
		Category struct{ Title string }
	}
	m.call(http.MethodGet, "feeds", nil, &there)
	said := map[string]string{}
	for _, f := range there {
		said[f.Address[strings.LastIndexByte(f.Address, '/'):]] = f.Title + " in " + f.Category.Title
	}
	for path, want := range map[string]string{
		"/feed-1": "الصباح in صحف", "/feed-2": "خلاصة /feed-2 in أخبار / اليوم", "/feed-3": "المساء in ليل", "/feed-4": "", "/feed-5": "هناك in صحف",
	} {
		if said[path] != want {
			m.Errorf("%s is %q there, want %q", path, said[path], want)
		}
	}
	if list, err = l.Feeds(m.Context()); err != nil || len(list) != 20 || of("/feed-5").Label() != "هناك" || of("/feed-1").Label() != "الصباح" || len(of("/feed-2").Folder) != 2 {
		m.Errorf("%d feeds are here, %v", len(list), err)
	}
}

// leave has the library leave the server: what its feeds have themselves is there already.
func (m *miniflux) leave(l *store.Library, server store.Feed) {
	m.Helper()
	before := entriesByTitle(m.T, l)
	if err := l.RemoveFeed(m.Context(), server.Num); err != nil {
		m.Fatal(err)
	}
	s, err := Run(m.Context(), l, newClient(m.T), Options{WithoutPages: true}, nil)
	if err != nil || len(s.Results) != 19 || len(s.New()) > 0 {
		m.Errorf("%d feeds brought %d articles again, %v", len(s.Results), len(s.New()), err)
	}
	for title, e := range entriesByTitle(m.T, l) {
		if was := before[title]; was.ID != e.ID || was.Read != e.Read || was.Bookmarked != e.Bookmarked {
			m.Errorf("%s is another", title)
		}
	}
}

// agree compares both sides: so many are on each, and marked alike.
func (m *miniflux) agree(l *store.Library, want int) {
	m.Helper()
	there, here := m.entries(), entriesByTitle(m.T, l)
	if len(there) != want || len(here) != want {
		m.Errorf("%d there, %d here, want %d", len(there), len(here), want)
	}
	wrong := 0
	for title, e := range there {
		mine, ok := here[title]
		if !ok || mine.Read != (e.Status == "read") || mine.Bookmarked != e.Starred {
			if wrong++; wrong < 5 {
				m.Errorf("%s is %+v there, and here read %v, bookmarked %v, there at all %v", title, e, mine.Read, mine.Bookmarked, ok)
			}
		}
	}
	feeds, err := l.Feeds(m.Context())
	if err != nil || len(feeds) != 21 || feeds[1].Server == 0 || strings.Join(feeds[1].Folder, "") != "صحف" {
		m.Errorf("%d feeds, %v", len(feeds), err)
	}
}
