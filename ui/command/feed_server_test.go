package command

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
)

// newsServer speaks the Google Reader API for one article.
type newsServer struct {
	*httptest.Server
	mu    sync.Mutex
	read  bool
	marks []string
	left  []string // the feeds that it follows no more
}

func newNewsServer(t *testing.T) *newsServer {
	t.Helper()
	s := &newsServer{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		_ = r.ParseForm()
		ids := `{"itemRefs":[{"id":"7"}]}`
		switch path := strings.TrimPrefix(r.URL.Path, "/api/greader.php"); {
		case path == "/accounts/ClientLogin" && r.PostForm.Get("Email") == "sami" && r.PostForm.Get("Passwd") == "sesame":
			fmt.Fprint(w, "Auth=sami/1\n")
		case path == "/accounts/ClientLogin", r.Header.Get("Authorization") != "GoogleLogin auth=sami/1":
			w.WriteHeader(http.StatusUnauthorized)
		case strings.HasSuffix(path, "/token"):
			fmt.Fprint(w, "t")
		case strings.HasSuffix(path, "/subscription/edit") && r.PostForm.Get("ac") == "unsubscribe":
			s.left = append(s.left, r.PostForm.Get("s"))
			fmt.Fprint(w, "OK")
		case strings.HasSuffix(path, "/list") && len(s.left) > 0:
			fmt.Fprint(w, `{"subscriptions":[]}`)
		case strings.HasSuffix(path, "/list"):
			fmt.Fprint(w, `{"subscriptions":[{"id":"feed/1","title":"صدى المدينة","url":"https://sada.example/rss","categories":[{"id":"user/-/label/صحف"}]}]}`)
		case strings.HasSuffix(path, "/contents"):
			fmt.Fprint(w, `{"items":[{"id":"tag:google.com,2005:reader/item/0000000000000007","title":"عودة القطار","canonical":[{"href":"https://sada.example/train"}],"summary":{"content":"<p>عاد القطار.</p>"},"origin":{"streamId":"feed/1"}}]}`)
		case strings.HasSuffix(path, "/edit-tag"):
			s.marks = append(s.marks, r.PostForm.Get("a")+r.PostForm.Get("r"))
			s.read = s.read || strings.HasSuffix(r.PostForm.Get("a"), "/read")
			fmt.Fprint(w, "OK")
		case strings.HasSuffix(path, "/ids"):
			if s.read && r.Form.Get("xt") != "" || strings.HasSuffix(r.Form.Get("s"), "/starred") {
				ids = `{"itemRefs":[]}`
			}
			fmt.Fprint(w, ids)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// A server is followed as a feed is, and its articles are read and bookmarked on both sides.
// No password is in the library, in lists of feeds, or in what is said.
func TestFeedServer(t *testing.T) {
	t.Parallel()
	s := newNewsServer(t)
	c := newConsole(t, "[feeds]\npassword_command = [\"printf\", \"sesame\"]\n")
	status, out, wrong := c.run("feed", "add", "--server", s.URL)
	if status != exitFailed || !strings.Contains(wrong, "password_command") {
		t.Fatal(status, out, wrong)
	}
	if status, out, wrong = c.run("feed", "add", "--server", "--user", "nobody", s.URL); status != exitFailed || !strings.Contains(wrong, "does not accept") {
		t.Fatal(status, out, wrong)
	}
	if status, out, wrong = c.run("feed", "add", "--server", "--user", "sami", s.URL); status != 0 {
		t.Fatal(status, out, wrong)
	}
	if status, out, wrong = c.run("fetch", "--no-pages"); status != 0 || !strings.Contains(out, "صدى المدينة") {
		t.Fatal(status, out, wrong)
	}
	if status, out, wrong = c.run("feed", "check", "1"); status != 0 || !strings.Contains(out, s.URL) {
		t.Fatal(status, out, wrong)
	}
	_, list, _ := c.run("feed", "list")
	if !strings.Contains(list, "from ") || !strings.Contains(list, "صحف") {
		t.Errorf("the list is\n%s", list)
	}
	_, asJSON, _ := c.run("feed", "list", "--json")
	if !strings.Contains(asJSON, `"type": "server"`) || !strings.Contains(asJSON, `"server": 1`) {
		t.Errorf("the list is\n%s", asJSON)
	}
	_, opml, _ := c.run("feed", "export")
	if strings.Contains(opml, s.URL) || !strings.Contains(opml, "sada.example") {
		t.Errorf("the list is\n%s", opml)
	}
	_, found, _ := c.run("list")
	id, _, _ := strings.Cut(found, "\t")
	if status, _, wrong = c.run("bookmark", id); status != 0 {
		t.Fatal(wrong)
	}
	if status, out, wrong = c.run("fetch", "--no-pages"); status != 0 || len(s.marks) != 1 || !strings.HasSuffix(s.marks[0], "/starred") {
		t.Error(status, out, wrong, s.marks)
	}
	if status, _, wrong = c.run("feed", "remove", "2"); status != 0 {
		t.Error(status, wrong)
	}
	if status, out, wrong = c.run("fetch", "--no-pages"); status != 0 || len(s.left) != 1 {
		t.Error(status, out, wrong, s.left)
	}
	if _, list, _ = c.run("feed", "list"); strings.Contains(list, "صحف") {
		t.Errorf("what was removed is back:\n%s", list)
	}
	if status, _, wrong = c.run("feed", "remove", "1"); status != 0 {
		t.Error(wrong)
	}
	if _, found, _ = c.run("list"); !strings.Contains(found, "عودة القطار") {
		t.Errorf("its articles went:\n%s", found)
	}
	for _, file := range []string{c.library, c.library + "-wal"} {
		if data, err := os.ReadFile(file); err == nil && strings.Contains(string(data), "sesame") {
			t.Errorf("the password is in %s", file)
		}
	}
	if strings.Contains(list+asJSON+opml+out, "sesame") {
		t.Error("the password is said")
	}
}
