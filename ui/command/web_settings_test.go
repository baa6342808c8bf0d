package command

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// members is a site that gives its feed and pages to those alone who have its cookie.
func members(t *testing.T) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(nil)
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err != nil || c.Value != "sesame" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if r.URL.Path == "/feed" {
			_, _ = fmt.Fprintf(w, `<rss version="2.0"><channel><title>sada</title><item><title>سوق الكتب</title><link>%s/page</link><description>قصير</description></item></channel></rss>`, s.URL)
			return
		}
		_, _ = fmt.Fprintf(w, "<!DOCTYPE html><html lang=ar><title>سوق الكتب</title><body><article><h1>سوق الكتب</h1><p>%s</p></article></html>", strings.Repeat("نص الصفحة الكامل من السوق. ", 30))
	})
	t.Cleanup(s.Close)
	return s
}

// A cookies file is what a site knows its reader by: for its feed and its pages, and in
// nothing that is written or said.
func TestCookiesFile(t *testing.T) {
	t.Parallel()
	s := members(t)
	file := filepath.Join(t.TempDir(), "cookies.txt")
	if err := os.WriteFile(file, []byte("# Netscape HTTP Cookie File\n#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tsesame\nother.example\tFALSE\t/\tFALSE\t0\tsession\twrong\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	without := newConsole(t, "")
	if status, _, wrong := without.run("feed", "add", s.URL+"/feed"); status == exitDone || !strings.Contains(wrong, "password") || !strings.Contains(wrong, "cookies") {
		t.Errorf("without it: %d, %s", status, wrong)
	}
	for _, table := range []string{"[feeds]", `[feeds."127.0.0.1"]`} {
		c := newConsole(t, fmt.Sprintf("%s\ncookies = %q\n", table, file))
		var said strings.Builder
		for _, args := range [][]string{{"feed", "add", s.URL + "/feed", "--whole", "always"}, {"fetch"}, {"feed", "export"}, {"feed", "list", "--json"}, {"config"}, {"list", "--json"}} {
			status, out, wrong := c.run(args...)
			if status != exitDone {
				t.Errorf("%s, %q: %d, %s", table, args, status, wrong)
			}
			said.WriteString(out + wrong)
		}
		if strings.Contains(said.String(), "sesame") || !strings.Contains(said.String(), "نص الصفحة الكامل") {
			t.Errorf("%s: it said %s", table, said.String())
		}
	}
	if err := os.WriteFile(file, []byte("session=sesame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := newConsole(t, fmt.Sprintf("[feeds]\ncookies = %q\n", file))
	if status, _, wrong := broken.run("feed", "add", s.URL+"/feed"); status == exitDone || !strings.Contains(wrong, "cookies") || !strings.Contains(wrong, "line 1") || strings.Contains(wrong, "sesame") {
		t.Errorf("a broken file: %d, %s", status, wrong)
	}
}

// The pages of a host that needs it are fetched by another program, and what is wrong with
// the program is said in its own words.
func TestFetchProgram(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	s := newFeedServer(t, map[string]string{})
	s.bodies["/feed"] = fmt.Sprintf(`<rss version="2.0"><channel><title>sada</title><item><title>سوق الكتب</title><link>%s/it's; touch x.html?a=1&amp;b=$(id)</link><description>قصير</description></item></channel></rss>`, s.URL)
	page := "<!DOCTYPE html><html lang=ar><title>سوق الكتب</title><body><article><h1>سوق الكتب</h1><p>" + strings.Repeat("نص من البرنامج الآخر كله. ", 30) + "</p></article></html>"
	given := filepath.Join(t.TempDir(), "given")
	for name, tt := range map[string]struct {
		settings, said string
		whole          bool
	}{
		"all pages":       {fmt.Sprintf("[fetch]\ncommand = [\"sh\", \"-c\", \"printf '%%s\\\\n' \\\"$1\\\" >> $0; cat <<'E'\\n%s\\nE\", %q]\n", page, given), "", true},
		"of the host":     {fmt.Sprintf("[fetch]\ncommand = [\"false\"]\n[fetch.\"127.0.0.1\"]\ncommand = [\"printf\", \"%%s\", '%s', \"{url}\"]\n", page), "", true},
		"it fails":        {"[fetch]\ncommand = [\"sh\", \"-c\", \"echo early >&2; echo it is too late >&2; exit 3\"]\n", "", false},
		"it is not there": {"[fetch]\ncommand = [\"warraq-no-such-program\"]\n", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			c := newConsole(t, tt.settings)
			c.must("feed", "add", s.URL+"/feed", "--whole", "always")
			_, out, wrong := c.run("fetch", "--json")
			if whole := strings.Contains(c.must("list", "--json"), "نص من البرنامج"); whole != tt.whole || !strings.Contains(wrong, tt.said) {
				t.Errorf("whole is %v; it said %s%s", whole, out, wrong)
			}
			status, _, wrong := c.run("add", s.URL+"/some-page")
			if (status == exitDone) != tt.whole || name == "it fails" && !strings.Contains(wrong, "it is too late") {
				t.Errorf("adding the page: %d, %s", status, wrong)
			}
		})
	}
	if said, err := os.ReadFile(given); err != nil || strings.Count(string(said), "\n") != 2 || !strings.Contains(string(said), "$(id)") && !strings.Contains(string(said), "$%28id%29") {
		t.Errorf("the program was given %q, %v", said, err)
	}
}
