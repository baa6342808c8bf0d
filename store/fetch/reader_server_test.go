package fetch

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/warraq/warraq/store"
)

// readerFeed and readerItem are what a server of feeds has.
type (
	readerFeed struct{ id, address, title, folder string }
	readerItem struct {
		num           int64
		feed          string
		title, html   string
		link          string // "" is one at its feed
		read, starred bool
		day           int
	}
)

// fault is how a server answers a request otherwise than it should.
type fault int

const (
	noFault      fault = iota
	dropped            // the connection ends before anything is done
	answerLost         // it is done, and the connection ends
	answerFails        // 500
	answerHalved       // of what was done half is said
	pageInstead        // a page in its place, of what was not done
	expired            // of the tokens
)

// readerServer is a server of feeds, as the Google Reader API shows it.
type readerServer struct {
	*httptest.Server

	mu       sync.Mutex
	feeds    []readerFeed
	items    []*readerItem
	most     int // of names in a part
	session  int // which changes with a restart, and so do the tokens
	fault    func(r *http.Request) fault
	done     func(r *http.Request) // of a request that was answered as it should be
	requests []string
}

func newReaderServer(t testing.TB) *readerServer {
	t.Helper()
	s := &readerServer{most: 10_000, fault: func(*http.Request) fault { return noFault }, done: func(*http.Request) {}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

func (s *readerServer) auth() string  { return fmt.Sprint("sami/auth-", s.session) }
func (s *readerServer) token() string { return fmt.Sprint("token-", s.session) }

func (s *readerServer) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = r.ParseForm()
	path := strings.TrimPrefix(r.URL.Path, "/reader/api/0")
	s.requests = append(s.requests, r.Method+" "+path)
	wrong := s.fault(r)
	answer := httptest.NewRecorder()
	switch {
	case wrong == dropped:
		panic(http.ErrAbortHandler)
	case wrong == answerFails:
		http.Error(w, "Internal Server Error", http.StatusInternalServerError)
		return
	case wrong == pageInstead:
		fmt.Fprint(w, "<!DOCTYPE html><title>Welcome</title><p>Log in.</p>")
		return
	case wrong == expired, path != "/accounts/ClientLogin" && r.Header.Get("Authorization") != "GoogleLogin auth="+s.auth(),
		r.Method == http.MethodPost && path != "/accounts/ClientLogin" && r.PostForm.Get("T") != s.token():
		w.Header().Set("X-Reader-Google-Bad-Token", "true")
		http.Error(w, "Unauthorized", http.StatusUnauthorized)
		return
	}
	s.answer(answer, r, path)
	switch wrong {
	case answerLost:
		panic(http.ErrAbortHandler)
	case answerHalved:
		w.Header().Set("Content-Length", strconv.Itoa(answer.Body.Len()+10))
		_, _ = w.Write(answer.Body.Bytes()[:answer.Body.Len()/2])
		panic(http.ErrAbortHandler)
	}
	if answer.Code != http.StatusOK {
		w.WriteHeader(answer.Code)
	} else {
		s.done(r)
	}
	_, _ = io.Copy(w, answer.Body)
}

func (s *readerServer) answer(w http.ResponseWriter, r *http.Request, path string) {
	switch path {
	case "/accounts/ClientLogin":
		if r.PostForm.Get("Email") != "sami" || r.PostForm.Get("Passwd") != "سر" {
			http.Error(w, "Error=BadAuthentication", http.StatusUnauthorized)
			return
		}
		fmt.Fprintf(w, "SID=x\nLSID=null\nAuth=%s\n", s.auth())
	case "/token":
		fmt.Fprintln(w, s.token())
	case "/subscription/list":
		list := []map[string]any{}
		for _, f := range s.feeds {
			one := map[string]any{"id": f.id, "title": f.title, "url": f.address, "htmlUrl": "https://" + strings.TrimPrefix(f.id, "feed/") + ".example/"}
			if f.folder != "" {
				one["categories"] = []map[string]string{{"id": "user/-/label/" + f.folder, "label": f.folder}}
			}
			list = append(list, one)
		}
		writeJSON(w, map[string]any{"subscriptions": list})
	case "/stream/items/ids":
		s.answerIDs(w, r)
	case "/stream/items/contents":
		s.answerContents(w, r)
	case "/subscription/edit":
		if !s.editFeed(r) {
			http.Error(w, "Bad Request", http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, "OK")
	case "/edit-tag":
		s.edit(r)
		fmt.Fprint(w, "OK")
	default:
		http.NotFound(w, r)
	}
}

func writeJSON(w io.Writer, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	_, _ = w.Write(data)
}

func (s *readerServer) answerIDs(w http.ResponseWriter, r *http.Request) {
	var all []*readerItem
	for _, i := range slices.Backward(s.items) {
		if strings.HasSuffix(r.Form.Get("s"), "/starred") && !i.starred || strings.HasSuffix(r.Form.Get("xt"), "/read") && i.read {
			continue
		}
		all = append(all, i)
	}
	from, _ := strconv.Atoi(r.Form.Get("c"))
	to := min(from+s.most, len(all))
	out := map[string]any{}
	refs := []map[string]string{}
	for _, i := range all[min(from, to):to] {
		refs = append(refs, map[string]string{"id": strconv.FormatInt(i.num, 10)})
	}
	out["itemRefs"] = refs
	if to < len(all) {
		out["continuation"] = strconv.Itoa(to)
	}
	writeJSON(w, out)
}

// named gives the items that a request names.
func (s *readerServer) named(r *http.Request) (all []*readerItem) {
	wanted := map[int64]bool{}
	for _, id := range r.PostForm["i"] {
		n, _ := strconv.ParseInt(strings.TrimPrefix(id, "tag:google.com,2005:reader/item/"), 16, 64)
		wanted[n] = true
	}
	for _, i := range s.items {
		if wanted[i.num] {
			all = append(all, i)
		}
	}
	return all
}

func (s *readerServer) answerContents(w http.ResponseWriter, r *http.Request) {
	list := []map[string]any{}
	for _, i := range s.named(r) {
		list = append(list, map[string]any{
			"id": fmt.Sprintf("tag:google.com,2005:reader/item/%016x", i.num), "title": i.title, "author": "ليلى حدّاد",
			"published": 1772355600 + 86400*i.day, "canonical": []map[string]string{{"href": cmp.Or(i.link, fmt.Sprintf("https://%s.example/%d", strings.TrimPrefix(i.feed, "feed/"), i.num))}},
			"summary": map[string]string{"content": i.html}, "categories": []string{"user/-/state/com.google/reading-list"},
			"origin": map[string]string{"streamId": i.feed, "title": "خلاصة"},
		})
	}
	writeJSON(w, map[string]any{"items": list})
}

// editFeed changes a feed as a request says, and tells whether it is there.
func (s *readerServer) editFeed(r *http.Request) bool {
	at := slices.IndexFunc(s.feeds, func(f readerFeed) bool { return f.id == r.PostForm.Get("s") })
	switch {
	case r.PostForm.Get("ac") == "unsubscribe":
		if at >= 0 {
			s.feeds = slices.Delete(s.feeds, at, at+1)
		}
		return true
	case at < 0:
		return false
	}
	f := &s.feeds[at]
	f.title = cmp.Or(r.PostForm.Get("t"), f.title)
	if from := r.PostForm.Get("r"); from == "user/-/label/"+f.folder {
		f.folder = ""
	}
	if to, ok := strings.CutPrefix(r.PostForm.Get("a"), "user/-/label/"); ok {
		f.folder = to
	}
	return true
}

func (s *readerServer) edit(r *http.Request) {
	for _, i := range s.named(r) {
		for field, on := range map[string]bool{"a": true, "r": false} {
			for _, stream := range r.PostForm[field] {
				if strings.HasSuffix(stream, "/read") {
					i.read = on
				} else {
					i.starred = on
				}
			}
		}
	}
}

// add has the server fetch so many new items of a feed.
func (s *readerServer) add(feed string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for range n {
		num := int64(1000)
		if len(s.items) > 0 {
			num = s.items[len(s.items)-1].num + 1
		}
		s.items = append(s.items, &readerItem{num: num, feed: feed, title: fmt.Sprint("خبر رقم ", num), html: "<p>" + told(fmt.Sprint("المتحدث ", num), 2) + "</p>", day: int(num % 20)})
	}
}

// follow has a library follow the server.
func (s *readerServer) follow(t testing.TB, l *store.Library) store.Feed {
	t.Helper()
	kept, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: s.URL, Title: "الخادم", IsServer: true, Account: "sami"}})
	if err != nil {
		t.Fatal(err)
	}
	return kept[0]
}

// knowsPassword is an [Options.Login] that knows it.
func knowsPassword(context.Context, *store.Feed) (user, password string, err error) {
	return "sami", "سر", nil
}

// exchange is a fetch from the server alone.
func (s *readerServer) exchange(t testing.TB, l *store.Library, server store.Feed) (Summary, error) {
	t.Helper()
	s.rest()
	defer s.rest()
	return Run(t.Context(), l, newClient(t), Options{Feeds: []int64{server.Num}, WithoutPages: true, Login: knowsPassword}, nil)
}

// rest waits until no request is under way: what the server has may be looked at, and
// changed, before the next one.
func (s *readerServer) rest() {
	s.mu.Lock()
	defer s.mu.Unlock()
}

// entriesByTitle gives the articles of a library, and fails where one is there twice.
func entriesByTitle(t testing.TB, l *store.Library) map[string]store.Entry {
	t.Helper()
	list, err := l.List(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]store.Entry{}
	for _, e := range list {
		if _, twice := all[e.Title]; twice {
			t.Fatalf("%s is there twice", e.Title)
		}
		all[e.Title] = e
	}
	return all
}
