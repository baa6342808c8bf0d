package greader

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/web"
)

// recording answers as a server did once, from the files of a folder. Below a path its tokens
// expire after some requests.
type recording struct {
	*httptest.Server

	below, folder string

	mu       sync.Mutex
	requests []string
	left     int // requests that the token of changes is good for
	tokens   int
}

func newRecording(t *testing.T, below, folder string) *recording {
	t.Helper()
	r := &recording{below: below, folder: folder}
	r.Server = httptest.NewServer(http.HandlerFunc(r.serve))
	t.Cleanup(r.Close)
	return r
}

func (s *recording) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = r.ParseForm()
	path, ok := strings.CutPrefix(r.URL.Path, s.below)
	s.requests = append(s.requests, r.Method+" "+r.URL.Path)
	file := func(name string) string {
		data, _ := os.ReadFile(filepath.Join("testdata", s.folder, name))
		return string(data)
	}
	auth := strings.Fields(strings.SplitAfter(file("login.txt")+"Auth=none", "Auth=")[1])[0]
	switch {
	case !ok:
		http.NotFound(w, r)
		return
	case path == loginPath:
		if r.Method != http.MethodPost || r.PostForm.Get("Passwd") != "سر&=" {
			http.Error(w, "Unauthorized!", http.StatusUnauthorized)
			return
		}
		fmt.Fprint(w, file("login.txt")+"Auth=none\n")
		return
	case r.Header.Get("Authorization") != "GoogleLogin auth="+auth:
		http.Error(w, "Unauthorized!", http.StatusUnauthorized)
		return
	case r.Method == http.MethodPost && path != loginPath:
		if s.left--; s.left < 0 || r.PostForm.Get("T") != fmt.Sprint("token", s.tokens) {
			w.Header().Set("X-Reader-Google-Bad-Token", "true")
			http.Error(w, "Unauthorized!", http.StatusUnauthorized)
			return
		}
	}
	switch strings.TrimPrefix(path, readerPath) {
	case "/token":
		s.tokens, s.left = s.tokens+1, 2
		fmt.Fprintf(w, "token%d\n", s.tokens)
	case "/subscription/list":
		fmt.Fprint(w, file("subscriptions.json"))
	case "/stream/items/ids":
		part := "ids-1.json"
		if r.Form.Get("c") != "" {
			part = "ids-2.json"
		}
		fmt.Fprint(w, file(part))
	case "/stream/items/contents":
		fmt.Fprint(w, file("contents.json"))
	case "/edit-tag":
		fmt.Fprint(w, "OK")
	}
}

func askFor(t testing.TB) Ask {
	t.Helper()
	c, err := web.New(web.Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c.Get
}

func knownSecret(context.Context) (user, password string, err error) { return "sami", "سر&=", nil }

// What FreshRSS says is read whole: found below its own path, named by numbers of both kinds,
// in several parts, and while its tokens expire.
func TestFreshRSS(t *testing.T) {
	t.Parallel()
	s := newRecording(t, "/api/greader.php", "freshrss")
	c := New(s.URL+"/", knownSecret, askFor(t))
	subscriptions, err := c.Subscriptions(t.Context())
	want := []Subscription{
		{"feed/12", "https://sada.example/feed?a=1&b=2", "صدى المدينة", "https://sada.example/", "صحف"},
		{"feed/7", "https://notes.example/atom.xml", "Notes &amp; News", "", "Uncategorized"},
	}
	if err != nil || !reflect.DeepEqual(subscriptions, want) {
		t.Fatalf("%+v, %v", subscriptions, err)
	}
	ids, err := c.IDs(t.Context(), All, "")
	if err != nil || !reflect.DeepEqual(ids, []ItemID{"1772355600123456", "1772355600123455", "1772355600000001"}) {
		t.Fatalf("%v, %v", ids, err)
	}
	for range 3 { // the token is good for two
		if err = c.Edit(t.Context(), Read, true, ids); err != nil {
			t.Fatal(err)
		}
	}
	items, err := c.Contents(t.Context(), ids)
	wantItems := []Item{
		{
			ID: "1772355600123456", Stream: "feed/12", StreamTitle: "صدى المدينة", Site: "https://sada.example/", Title: "عودة القطار &amp; المحطة",
			Author: "ليلى حدّاد", URL: "https://sada.example/train", HTML: "<p>عاد القطار إلى المحطة القديمة.</p>", Tags: []string{"نقل"},
			Published: time.Unix(1772350200, 0).UTC(), Enclosures: []Enclosure{{"https://sada.example/train.mp3", "audio/mpeg"}},
		},
		{ID: "1772355600000001", Stream: "feed/7", URL: "https://notes.example/1", HTML: "A note.", Published: time.UnixMicro(1772355600000001).UTC()},
	}
	if err != nil || !reflect.DeepEqual(items, wantItems) {
		t.Errorf("%v\n got %+v\nwant %+v", err, items, wantItems)
	}
	if s.tokens != 2 {
		t.Errorf("%d tokens were asked for", s.tokens)
	}
}

// The Old Reader names items by what is no number.
func TestOldReader(t *testing.T) {
	t.Parallel()
	s := newRecording(t, "", "oldreader")
	c := New(s.URL+"/reader/api/0", knownSecret, askFor(t))
	ids, err := c.IDs(t.Context(), All, Read)
	if err != nil || len(ids) != 1 || ids[0] != "4ff9a4b11fe8d7fa5c000123" || ids[0].long() != itemPrefix+string(ids[0]) {
		t.Fatalf("%v, %v", ids, err)
	}
	items, err := c.Contents(t.Context(), ids)
	if err != nil || len(items) != 1 || items[0].ID != ids[0] || !items[0].Published.Equal(time.Unix(1772350200, 0)) || items[0].URL == "" {
		t.Errorf("%+v, %v", items, err)
	}
}

// A wrong password, and what is no such server, are said to be that; no password is in what
// is said.
func TestLoginFails(t *testing.T) {
	t.Parallel()
	s := newRecording(t, "/api/greader.php", "freshrss")
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<!DOCTYPE html><p>A page.</p>") }))
	t.Cleanup(page.Close)
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotImplemented) }))
	t.Cleanup(files.Close)
	for name, tt := range map[string]struct {
		address string
		secret  Secret
		kind    error
	}{
		"another password": {s.URL, func(context.Context) (string, string, error) { return "sami", "geheim", nil }, ErrLogin},
		"none":             {s.URL, func(context.Context) (string, string, error) { return "", "", errMissing }, web.ErrCredentials},
		"another path":     {s.URL + "/elsewhere", knownSecret, ErrNoServer},
		"a page":           {page.URL, knownSecret, ErrNoServer},
		"files alone":      {files.URL, knownSecret, ErrNoServer}, // it takes no forms
		"nobody":           {"http://127.0.0.1:1", knownSecret, web.ErrNoServer},
		"no address":       {"rss", knownSecret, web.ErrAddress},
	} {
		err := New(tt.address, tt.secret, askFor(t)).Login(t.Context())
		if !errors.Is(err, tt.kind) || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is missing in an answer is not the same as nothing.
func TestAnswersThatSayNothing(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		body string
		kind error
	}{
		"nothing":            {"", ErrAnswer},
		"an empty object":    {"{}", ErrAnswer},
		"a list":             {"[]", ErrAnswer},
		"a page":             {"\n <html>", ErrNoServer},
		"half":               {`{"itemRefs":[{"id":"1"}`, ErrAnswer},
		"what is no name":    {`{"itemRefs":[{"id":"a b"}]}`, ErrAnswer},
		"names without name": {`{"itemRefs":[{}]}`, ErrAnswer},
		"an empty list":      {`{"itemRefs":[]}`, nil},
		"the same for ever":  {`{"itemRefs":[{"id":"1"}],"continuation":"x"}`, ErrAnswer},
	} {
		c := New("https://rss.example", knownSecret, func(_ context.Context, r web.Request) (*web.Answer, error) {
			if strings.HasSuffix(r.Address, loginPath) {
				return &web.Answer{Body: []byte("Auth=x")}, nil
			}
			return &web.Answer{Body: []byte(tt.body)}, nil
		})
		if ids, err := c.IDs(t.Context(), All, ""); !errors.Is(err, tt.kind) {
			t.Errorf("%s: %v, %v", name, ids, err)
		}
	}
}

// Whatever a server says, what is read of it can be named again, and nothing fails but by
// what is said to be wrong.
func FuzzAnswers(f *testing.F) {
	for _, pattern := range []string{"testdata/*/*.json", "testdata/*/*.txt"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c := New("https://rss.example", knownSecret, nil)
		answer := &web.Answer{Body: data}
		check := func(id ItemID) {
			if again, ok := ParseItemID(id.long()); !ok || again != id {
				t.Errorf("%q is %q again", id, again)
			}
		}
		ids, _, err := c.readIDs(answer)
		for _, id := range ids {
			check(id)
		}
		items, errOfItems := c.readItems(answer)
		for _, item := range items {
			check(item.ID)
			if y := item.Published.Year(); y < 1 || y > 5200 {
				t.Errorf("it is of the year %d", y)
			}
		}
		_, errOfFeeds := c.readSubscriptions(answer)
		for _, err := range []error{err, errOfItems, errOfFeeds} {
			if err != nil && !errors.Is(err, ErrAnswer) && !errors.Is(err, ErrNoServer) {
				t.Errorf("%v", err)
			}
		}
	})
}

// What is to be otherwise of a feed is asked for as servers have it.
func TestSubscriptionsAreChanged(t *testing.T) {
	t.Parallel()
	var sent string
	c := New("https://rss.example", knownSecret, func(_ context.Context, r web.Request) (*web.Answer, error) {
		switch {
		case strings.HasSuffix(r.Address, loginPath):
			return &web.Answer{Body: []byte("Auth=x")}, nil
		case strings.HasSuffix(r.Address, "/token"):
			return &web.Answer{Body: []byte("token")}, nil
		}
		sent = r.Address[strings.LastIndex(r.Address, "/0/"):] + " " + r.Form.Encode()
		return &web.Answer{Body: []byte("OK")}, nil
	})
	const folderName = "user%2F-%2Flabel%2F"
	for _, tt := range []struct {
		change Change
		want   string
	}{
		{Change{Title: "a b"}, "T=token&ac=edit&s=feed%2F1&t=a+b"},
		{Change{IsMoving: true, Folder: "new", From: "old"}, "T=token&a=" + folderName + "new&ac=edit&r=" + folderName + "old&s=feed%2F1"},
		{Change{IsMoving: true, From: "old"}, "T=token&ac=edit&r=" + folderName + "old&s=feed%2F1"},
		{Change{Title: "t", IsMoving: true, Folder: "new", From: "new"}, "T=token&a=" + folderName + "new&ac=edit&s=feed%2F1&t=t"},
	} {
		if err := c.Change(t.Context(), "feed/1", tt.change); err != nil || sent != "/0/subscription/edit "+tt.want {
			t.Errorf("%+v: sent is %s, %v", tt.change, sent, err)
		}
	}
	if err := c.Unsubscribe(t.Context(), "feed/1"); err != nil || sent != "/0/subscription/edit T=token&ac=unsubscribe&s=feed%2F1" {
		t.Errorf("sent is %s, %v", sent, err)
	}
}
