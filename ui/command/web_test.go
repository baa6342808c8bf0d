package command_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newspaper serves a page, a feed, a feed that is cut off, and what goes wrong.
func newspaper(t *testing.T) (address string) {
	t.Helper()
	const feed = `<rss version="2.0"><channel><title>جريدة المحطة</title>
<item><title>سوق الكتب</title><link>/books</link><description>فُتح السوق في الساحة.</description></item>
<item><title>سوق النحاس</title><link>/copper</link><description>عاد السوق.</description></item>`
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/train":
			_, _ = io.WriteString(w, `<!doctype html><title>عودة القطار</title><article><h1>عودة القطار</h1><p>عاد القطار إلى المحطة القديمة بعد غياب دام ثلاثين عامًا، واستقبله أهل المدينة على الرصيف.</p><p>وقال المدير إن الرحلات ستكون كل يوم من الصباح إلى المساء.</p></article>`)
		case "/note.md":
			_, _ = io.WriteString(w, "# ملاحظة\n\nنص الملاحظة.\n")
		case "/feed":
			_, _ = io.WriteString(w, feed+"</channel></rss>")
		case "/cut":
			w.Header().Set("Content-Length", "100000")
			_, _ = io.WriteString(w, feed+"<item><title>قصة لم")
		case "/cut-page":
			w.Header().Set("Content-Length", "100000")
			_, _ = io.WriteString(w, "<!doctype html><title>عنوان</title><p>نص لم")
		case "/large":
			_, _ = io.WriteString(w, strings.Repeat("كلمة ", 2000))
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/busy":
			w.Header().Set("Retry-After", "60")
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// An address among the paths is fetched and read as a file is, with the same messages and
// exit statuses.
func TestAddAddresses(t *testing.T) {
	t.Parallel()
	paper := newspaper(t)
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("# خبر من ملف\n\nنص.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		args   []string
		titles []string
		status int
		said   string // on standard error, in English
	}{
		"a page":                     {[]string{paper + "/train"}, []string{"عودة القطار"}, 0, ""},
		"a note":                     {[]string{paper + "/note.md"}, []string{"ملاحظة"}, 0, ""},
		"a feed":                     {[]string{paper + "/feed"}, []string{"سوق الكتب", "سوق النحاس"}, 0, "warraq feed add " + paper + "/feed"},
		"between files":              {[]string{file, paper + "/train", file}, []string{"خبر من ملف", "عودة القطار", "خبر من ملف"}, 0, ""},
		"a feed that is cut off":     {[]string{paper + "/cut"}, []string{"سوق الكتب", "سوق النحاس"}, 3, "the answer was cut off"},
		"a page that is cut off":     {[]string{paper + "/cut-page"}, nil, 1, "the answer was cut off"},
		"what is not there":          {[]string{paper + "/nothing"}, nil, 1, "there is no page at this address (404)"},
		"what is gone, and a page":   {[]string{paper + "/gone", paper + "/train"}, []string{"عودة القطار"}, 3, "removed it for good (410)"},
		"a host that is busy":        {[]string{paper + "/busy"}, nil, 1, "the server is busy (503). Try again after "},
		"nobody":                     {[]string{"http://127.0.0.1:1/"}, nil, 1, "the server cannot be reached"},
		"no address":                 {[]string{"https://"}, nil, 1, "this is no address on the web"},
		"an address of another kind": {[]string{"ftp://paper.example/"}, nil, 1, "there is no such file"},
		"what is too large":          {[]string{"--limit", "size=1K", paper + "/large"}, nil, 1, "limit"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			library := filepath.Join(t.TempDir(), "library.db")
			for _, dry := range []bool{true, false} {
				args := append([]string{"add", "--json", "--lang", "en", "--library", library}, tt.args...)
				if dry {
					args = append(args, "--dry-run")
				}
				out, wrong, status := run(t, nil, args...)
				if status != tt.status || !strings.Contains(wrong, tt.said) || tt.said == "" && wrong != "" {
					t.Fatalf("dry %v: status %d, %s", dry, status, wrong)
				}
				var outcomes []struct{ Outcome, Title, Input string }
				if err := json.Unmarshal([]byte(out), &outcomes); err != nil {
					t.Fatal(err)
				}
				var titles []string
				for _, o := range outcomes {
					if o.Outcome != "refused" {
						titles = append(titles, o.Title)
					}
				}
				if strings.Join(titles, "/") != strings.Join(tt.titles, "/") {
					t.Errorf("dry %v: %q", dry, titles)
				}
			}
		})
	}
}

// What was fetched keeps its address.
func TestFetchedKeepsItsAddress(t *testing.T) {
	t.Parallel()
	paper := newspaper(t)
	library := filepath.Join(t.TempDir(), "library.db")
	if _, wrong, status := run(t, nil, "add", "--library", library, paper+"/train", paper+"/note.md", paper+"/feed"); status != 0 {
		t.Fatal(wrong)
	}
	out, _, _ := run(t, nil, "list", "--json", "--library", library)
	for _, path := range []string{"/train", "/note.md", "/books", "/copper"} {
		if !strings.Contains(out, `"`+paper+path+`"`) {
			t.Errorf("nothing is from %s", path)
		}
	}
}
