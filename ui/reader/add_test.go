package reader

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

// paste pastes a text.
func (s *session) paste(text string) *session {
	s.t.Helper()
	_, cmd := s.Update(tea.PasteMsg{Content: text})
	s.run(cmd)
	return s
}

// files makes a folder of files with an article each.
func files(t *testing.T, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("# مقالة "+name+"\n\nنصها."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// What is added comes into the list, and its first article is opened.
func TestAddingInTheReader(t *testing.T) {
	t.Parallel()
	folder := files(t, "one two.md", "notes/b.md", "notes/c.md")
	one := filepath.Join(folder, "one two.md")
	for _, tt := range []struct {
		name   string
		do     func(*session)
		title  string
		notice string
	}{
		{"a path that is typed", func(s *session) { s.press("a").paste(one).press("enter") }, "مقالة one two.md", "أُضيفت مقالة واحدة"},
		{"a folder", func(s *session) { s.press("a").paste(filepath.Join(folder, "notes")).press("enter") }, "مقالة notes/b.md", "أُضيفت مقالتان"},
		{"a pasted text", func(s *session) {
			s.press("a").paste("عنوان ملصق\n\nفقرة أولى.\n\nفقرة ثانية.\n")
		}, "عنوان ملصق", "أُضيفت مقالة واحدة"},
		{"a text pasted as terminals do", func(s *session) {
			s.press("a").paste("عنوان ملصق\r\rفقرة أولى.\r\n\r\nفقرة ثانية.\r")
		}, "عنوان ملصق", "أُضيفت مقالة واحدة"},
		{"a path that is dropped", func(s *session) { s.paste(one + "\n") }, "مقالة one two.md", "أُضيفت مقالة واحدة"},
		{"quoted", func(s *session) { s.paste("'" + one + "' ") }, "مقالة one two.md", "أُضيفت مقالة واحدة"},
		{"escaped", func(s *session) { s.paste(strings.ReplaceAll(one, " ", `\ `)) }, "مقالة one two.md", "أُضيفت مقالة واحدة"},
		{"as an address", func(s *session) { s.paste((&url.URL{Scheme: "file", Path: one}).String()) }, "مقالة one two.md", "أُضيفت مقالة واحدة"},
		{"twice", func(s *session) { s.paste(one).paste(one) }, "مقالة one two.md", "مقالة موجودة من قبل"},
		{"a file that is none", func(s *session) { s.press("a").paste("/nowhere/x.md").press("enter") }, "", "لم يُقبل ملف (/nowhere/x.md: there is no such file"},
		{"given up", func(s *session) { s.press("a").paste(one).press("esc") }, "", ""},
		{"nothing", func(s *session) { s.press("a", "enter") }, "", ""},
		{"a line that is no path", func(s *session) { s.paste("سطر من مكان آخر") }, "", ""},
		{"several lines that nothing asked for", func(s *session) { s.paste("سطر\nوآخر\n") }, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
			before, total := s.article.Item.Title, s.list.Total()
			tt.do(s)
			if tt.title == "" {
				tt.title = before
			}
			if s.article.Item.Title != tt.title || s.adder.IsRunning() || s.asking() != nil {
				t.Errorf("%q is open, adding %v, asking %v", s.article.Item.Title, s.adder.IsRunning(), s.asking())
			}
			if tt.notice == "" && s.notice != "" || !strings.HasPrefix(s.notice, tt.notice) {
				t.Errorf("notice %q, want %q", s.notice, tt.notice)
			}
			if grew := s.list.Total() > total; grew != (tt.title != before) {
				t.Errorf("%d articles in the list, %d before", s.list.Total(), total)
			}
		})
	}
}

// What an address on the web leads to is fetched where that is asked for, and what went
// wrong is said.
func TestAddingAddresses(t *testing.T) {
	paper := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/train" {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, "<!doctype html><title>عودة القطار</title><h1>عودة القطار</h1><p>عاد القطار إلى المحطة القديمة بعد غياب دام ثلاثين عامًا.</p>")
	}))
	t.Cleanup(paper.Close)
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.adder.Client = func() (*web.Client, error) { return web.New(web.Options{}) }
	s.press("a").paste(paper.URL + "/nothing").press("enter")
	if !strings.Contains(s.notice, "/nothing: there is no such page") {
		t.Errorf("notice %q", s.notice)
	}
	s.press("a").paste(paper.URL + "/train").press("enter")
	if s.article.Item.Title != "عودة القطار" || s.article.Item.URL != paper.URL+"/train" {
		t.Errorf("%q from %q is open, notice %q", s.article.Item.Title, s.article.Item.URL, s.notice)
	}
}

// Tab completes what is certain, and then goes through what is possible.
func TestCompletingPaths(t *testing.T) {
	folder := files(t, "articles/one.md", "articles/once.md", "articles/أول.md", "articles/أوله.md", "archive/x.md", ".hidden/y.md")
	l := sampleLibrary(t)
	t.Chdir(folder)
	for _, tt := range []struct {
		typed string
		tabs  int
		want  string
	}{
		{"ar", 1, "ar"},
		{"ar", 2, "archive/"},
		{"ar", 3, "articles/"},
		{"ar", 4, "archive/"},
		{"art", 1, "articles/"},
		{"articles/o", 1, "articles/on"},
		{"articles/onc", 1, "articles/once.md"},
		{"articles/أ", 1, "articles/أول"},
		{folder + "/arc", 1, folder + "/archive/"},
		{".h", 1, ".hidden/"},
		{"", 1, "ar"}, // what is hidden is not offered
		{"nothing", 1, "nothing"},
		{"nowhere/a", 1, "nowhere/a"},
	} {
		s := openReader(t, l, 120, 40, words.English())
		s.press("a").paste(tt.typed)
		for range tt.tabs {
			s.press("tab")
		}
		if got := s.asking().Text; got != tt.want {
			t.Errorf("%q and %d tabs: %q, want %q", tt.typed, tt.tabs, got, tt.want)
		}
	}
}

func TestPathOf(t *testing.T) {
	t.Setenv("HOME", "/home/reader")
	for text, want := range map[string]string{
		" a.md ": "a.md", "~": "/home/reader", "~/x/y": "/home/reader/x/y", "~other": "~other",
		`'a b.md'`: "a b.md", `"a b.md"`: "a b.md", `a\ \(b\).md`: "a (b).md",
		"file:///tmp/%D8%A3%20b.md": "/tmp/أ b.md", "": "", "'": "'",
	} {
		if got := dialog.PathOf(text); got != want {
			t.Errorf("dialog.PathOf(%q) = %q, want %q", text, got, want)
		}
	}
}
