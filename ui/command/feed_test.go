package command

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// feedServer serves feeds and pages by their paths, and counts what is asked for.
type feedServer struct {
	*httptest.Server
	mu     sync.Mutex
	bodies map[string]string
	asked  []string
}

func newFeedServer(t *testing.T, bodies map[string]string) *feedServer {
	t.Helper()
	s := &feedServer{bodies: bodies}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.asked = append(s.asked, r.URL.Path)
		body, ok := s.bodies[r.URL.Path]
		switch user, password, _ := r.BasicAuth(); {
		case !ok:
			http.NotFound(w, r)
		case strings.HasPrefix(r.URL.Path, "/secret") && (user != "reader" || password != "sesame"):
			w.WriteHeader(http.StatusUnauthorized)
		default:
			fmt.Fprint(w, strings.ReplaceAll(body, "BASE", s.URL))
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// rss makes a feed of entries, each with a title and a text.
func rss(title string, entries ...string) string {
	s := "<rss version=\"2.0\"><channel><title>" + title + "</title><link>BASE/</link>"
	for i := 0; i+1 < len(entries); i += 2 {
		s += fmt.Sprintf("<item><title>%s</title><link>BASE/%s/%d</link><guid isPermaLink=\"false\">%s-%d</guid><description>%s</description></item>", entries[i], title, i, title, i, entries[i+1])
	}
	return s + "</channel></rss>"
}

// console carries commands out on one library with one file of settings.
type console struct {
	t                 *testing.T
	library, settings string
}

func newConsole(t *testing.T, settings string) *console {
	t.Helper()
	c := &console{t, filepath.Join(t.TempDir(), "library.db"), filepath.Join(t.TempDir(), "config.toml")}
	if err := os.WriteFile(c.settings, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return c
}

// run carries a command out and gives its exit status and what it wrote.
func (c *console) run(args ...string) (status int, out, wrong string) {
	c.t.Helper()
	files := make([]*os.File, 2)
	for i := range files {
		f, err := os.CreateTemp(c.t.TempDir(), "")
		if err != nil {
			c.t.Fatal(err)
		}
		defer f.Close()
		files[i] = f
	}
	none, err := os.Open(os.DevNull)
	if err != nil {
		c.t.Fatal(err)
	}
	defer none.Close()
	status = Run(c.t.Context(), append(args, "--library", c.library, "--config", c.settings, "--lang", "en"), Streams{In: none, Out: files[0], Err: files[1], Getenv: func(string) string { return "" }})
	said := make([]string, 2)
	for i, f := range files {
		data, err := os.ReadFile(f.Name())
		if err != nil {
			c.t.Fatal(err)
		}
		said[i] = string(data)
	}
	return status, said[0], said[1]
}

// must carries a command out that is to end well, and gives what it wrote.
func (c *console) must(args ...string) string {
	c.t.Helper()
	status, out, wrong := c.run(args...)
	if status != exitDone {
		c.t.Fatalf("%q ended with %d: %s%s", args, status, out, wrong)
	}
	return out
}

// A feed is followed by its address or by that of its page; of several one is to be
// chosen.
func TestFeedAdd(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{
		"/feed":    rss("sada", "خبر", "نص"),
		"/one":     `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/comments/feed"></head></html>`,
		"/several": `<html><head><link rel="alternate" type="application/rss+xml" href="/feed" title="أول"><link rel="alternate" type="application/atom+xml" href="/other" title="ثان"></head></html>`,
		"/other":   rss("daftar"),
	})
	c := newConsole(t, "")
	if out := c.must("feed", "add", s.URL+"/feed", "--folder", "صحف / يومية", "--keep", "50"); !strings.Contains(out, "sada") {
		t.Errorf("it said %s", out)
	}
	if out := c.must("feed", "add", s.URL+"/one"); !strings.Contains(out, "followed before") {
		t.Errorf("its page: %s", out)
	}
	status, _, wrong := c.run("feed", "add", s.URL+"/several")
	if status != exitFailed || !strings.Contains(wrong, s.URL+"/feed") || !strings.Contains(wrong, "ثان") {
		t.Errorf("several: %d, %s", status, wrong)
	}
	c.must("feed", "add", s.URL+"/several", "--all")
	status, _, wrong = c.run("feed", "add", s.URL+"/missing", "ftp://x.example/", strings.Replace(s.URL, "http://", "http://reader:sesame@", 1)+"/feed")
	if status != exitRefused || !strings.Contains(wrong, "no page") || !strings.Contains(wrong, "ftp://x.example/") || !strings.Contains(wrong, "password_command") || strings.Contains(wrong, "sesame") {
		t.Errorf("wrong ones: %d, %s", status, wrong)
	}
	if status, _, wrong = c.run("feed", "add", "الجزيرة"); status != exitFailed || !strings.Contains(wrong, "warraq feed catalogue") {
		t.Errorf("a name: %d, %s", status, wrong)
	}
	if status, _, wrong = c.run("feed", "add", " "); status == 0 || strings.Contains(wrong, "warraq feed catalogue") {
		t.Errorf("nothing: %d, %s", status, wrong)
	}
	empty := newFeedServer(t, map[string]string{"/none": `<html><body>لا خلاصة هنا</body></html>`})
	if status, _, wrong := c.run("feed", "add", empty.URL+"/none"); status != exitFailed || !strings.Contains(wrong, "No feed was found") {
		t.Errorf("none: %d, %s", status, wrong)
	}
	c.must("feed", "add", "https://unreachable.invalid/feed", "--unchecked")
	var feeds []feedJSON
	if err := json.Unmarshal([]byte(c.must("feed", "list", "--json")), &feeds); err != nil {
		t.Fatal(err)
	}
	if len(feeds) != 3 || feeds[0].Title != "sada" || !slices.Equal(feeds[0].Folder, []string{"صحف", "يومية"}) || feeds[0].Keep != 50 || feeds[0].Fetched != "" || feeds[1].Title != "daftar" {
		t.Errorf("followed are %+v", feeds)
	}
	if n := strings.Count(c.must("list"), "خبر\t"); n != 0 {
		t.Errorf("%d articles came by following", n)
	}
}

// Feeds are changed, removed, checked, and go to another library in a list.
func TestFeedCommands(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{"/a": rss("sada", "خبر", "نص"), "/b": rss("daftar")})
	c := newConsole(t, "")
	c.must("feed", "add", s.URL+"/a", s.URL+"/b", s.URL+"/c", "--unchecked")
	c.must("feed", "edit", "1", "--name", "اسمي", "--folder", "أ/ب", "--whole", "always", "--every", "2h")
	if status, _, _ := c.run("feed", "edit", "1", "--whole", "sometimes"); status != exitUsage {
		t.Errorf("a wrong choice ends with %d", status)
	}
	if status, _, wrong := c.run("feed", "edit", "2", "--address", s.URL+"/a"); status != exitFailed || !strings.Contains(wrong, "followed already") {
		t.Errorf("another's address: %d, %s", status, wrong)
	}
	list := filepath.Join(t.TempDir(), "feeds.opml")
	c.must("feed", "export", list)
	other := newConsole(t, "")
	other.must("feed", "import", list)
	if one, two := c.must("feed", "export"), other.must("feed", "export"); one != two {
		t.Errorf("exported was\n%s\nand is\n%s", one, two)
	}
	status, out, wrong := c.run("feed", "check")
	if status != exitRefused || strings.Count(out, "answers") != 2 || !strings.Contains(wrong, s.URL+"/c") {
		t.Errorf("checked: %d, %s, %s", status, out, wrong)
	}
	c.must("feed", "remove", "اسمي", s.URL+"/b")
	if status, _, wrong := c.run("feed", "remove", "17", "3"); status != exitRefused || !strings.Contains(wrong, "No such feed") {
		t.Errorf("removed: %d, %s", status, wrong)
	}
	if out := c.must("feed"); strings.TrimSpace(out) != "" {
		t.Errorf("left are %s", out)
	}
	if status, _, wrong := other.run("feed", "import", list+".missing"); status != exitFailed || !strings.Contains(wrong, "missing") {
		t.Errorf("a list that is not there: %d, %s", status, wrong)
	}
}

// What is new comes, what fails is named, and the exit status tells some from all.
func TestFetchCommand(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{"/a": rss("sada", "سوق الكتب", "نص", "سوق السمك", "نص آخر")})
	c := newConsole(t, "")
	c.must("feed", "add", s.URL+"/a", s.URL+"/missing", "--unchecked")
	status, out, wrong := c.run("fetch", "--json", "--no-pages")
	var got []fetchedJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != exitRefused || !strings.Contains(wrong, s.URL+"/missing") {
		t.Fatalf("fetched: %d, %v, %s", status, err, wrong)
	}
	slices.SortFunc(got, func(a, b fetchedJSON) int { return int(a.Feed - b.Feed) })
	if len(got) != 2 || got[0].Status != "fetched" || len(got[0].New) != 2 || got[1].Status != "failed" || got[1].Error != "not-found" || got[1].Reason == "" {
		t.Errorf("it says %+v", got)
	}
	if out := c.must("list", "--source", "sada"); strings.Count(out, "\n") != 2 {
		t.Errorf("there are %s", out)
	}
	if status, _, _ := c.run("fetch", "2"); status != exitFailed {
		t.Errorf("one that fails ends with %d", status)
	}
	if out := c.must("fetch", "1", "--no-pages"); out != "" {
		t.Errorf("nothing new says %q", out)
	}
	if status, _, _ := c.run("fetch", "17"); status != exitFailed {
		t.Errorf("one that is not there ends with %d", status)
	}
	if status, _, _ := c.run("fetch", "--every", "1s"); status != exitUsage {
		t.Errorf("every second ends with %d", status)
	}
}

// Rules do what they say with what is new, a hook is given the IDs, and a password comes
// from a command.
func TestFetchSettings(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{
		"/secret": rss("sada", "سوق الكتب", "نص", "سوق السمك", "نص آخر", "ميناء المدينة", "نص ثالث"),
	})
	ids := filepath.Join(t.TempDir(), "ids")
	c := newConsole(t, fmt.Sprintf(`
[feeds]
on_fetch = ["sh", "-c", "cat > $0", %q]
password_command = ["printf", "reader:sesame"]

[[rule]]
match = "الكتب"
tag = ["كتب", "سوق"]
bookmark = true

[[rule]]
match = "السمك"
feed = "sada"
hide = true

[[rule]]
match = "ميناء"
feed = "another"
read = true
`, ids))
	c.must("feed", "add", s.URL+"/secret")
	c.must("fetch", "--no-pages")
	if out := c.must("list", "--tag", "سوق", "--bookmarked"); !strings.Contains(out, "سوق الكتب") || strings.Count(out, "\n") != 1 {
		t.Errorf("tagged are %s", out)
	}
	if out := c.must("list", "--archived"); !strings.Contains(out, "سوق السمك") {
		t.Errorf("put away are %s", out)
	}
	if out := c.must("list", "--unread"); !strings.Contains(out, "ميناء المدينة") {
		t.Errorf("unread are %s", out)
	}
	said, err := os.ReadFile(ids)
	if err != nil || strings.Count(string(said), "\n") != 3 {
		t.Errorf("the hook was given %q, %v", said, err)
	}
	if out := c.must("rules", "--dry-run"); strings.Count(out, "سوق الكتب") != 1 || strings.Count(out, "سوق السمك") != 1 || strings.Contains(out, "ميناء") || !strings.Contains(out, "bookmark") {
		t.Errorf("the rules match %s", out)
	}
	if out := c.must("feed", "export"); strings.Contains(out, "sesame") {
		t.Errorf("a password is in %s", out)
	}
	broken := newConsole(t, "[[rule]]\nmatch = \"x\"\n\n[[rule]]\nunknown = 1\n")
	if status, _, wrong := broken.run("rules"); status != exitUsage || !strings.Contains(wrong, "unknown") {
		t.Errorf("broken rules: %d, %s", status, wrong)
	}
}

// What is past its time is said first and deleted the next time, and does not come back.
func TestRetention(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{"/a": rss("sada", "سوق أول", "نص", "سوق ثان", "نص آخر", "سوق ثالث", "نص ثالث")})
	c := newConsole(t, "[feeds]\nkeep = 2\n")
	c.must("feed", "add", s.URL+"/a")
	if _, _, wrong := c.run("fetch", "--no-pages"); !strings.Contains(wrong, "1 article past its time") {
		t.Errorf("it said %s", wrong)
	}
	if out := c.must("clean", "--dry-run"); strings.Count(out, "\n") != 1 {
		t.Errorf("past is %s", out)
	}
	for range 2 {
		s.mu.Lock()
		s.bodies["/a"] += " "
		s.mu.Unlock()
		c.must("fetch", "--no-pages")
		if n := strings.Count(c.must("list", "--source", "sada"), "\n"); n != 2 {
			t.Errorf("%d are left", n)
		}
	}
	if out := c.must("clean"); out != "" {
		t.Errorf("past is %s", out)
	}
}

// The catalogue is shown as what was not tried, and its list can be followed.
func TestFeedCatalogue(t *testing.T) {
	t.Parallel()
	c := newConsole(t, "")
	status, out, wrong := c.run("feed", "catalogue", "--json", "--language", "fa")
	var feeds []catalogueJSON
	if err := json.Unmarshal([]byte(out), &feeds); err != nil || status != exitDone || len(feeds) == 0 || !strings.Contains(wrong, "not tried") {
		t.Fatalf("%d, %v, %s", status, err, wrong)
	}
	for _, f := range feeds {
		if f.Lang != "fa" || f.Title == "" || f.Seen == "" {
			t.Errorf("there is %+v", f)
		}
	}
	list := filepath.Join(t.TempDir(), "feeds.opml")
	if err := os.WriteFile(list, []byte(c.must("feed", "catalogue", "--opml", "--language", "fa")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := c.must("feed", "import", list); strings.Count(out, "\n") != len(feeds) {
		t.Errorf("followed are %s", out)
	}
}
