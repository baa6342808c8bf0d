package reader

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// What is typed is looked for in texts too, the last word as the beginning of
// one; the passage is shown, and in the opened article the words are marked.
func TestSearchAsOneTypes(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press("/")
	for _, letter := range "القنوات للمط" { // in the text: «قنوات للمطر»
		s.press(string(letter))
	}
	if s.list.Total() != 1 {
		t.Fatalf("%d articles are found", s.list.Total())
	}
	e := s.list.Entries()[0]
	excerpt, _ := s.list.Excerpt(e.ID)
	var hits []string
	for _, h := range excerpt.Hits {
		hits = append(hits, excerpt.Text[h.Start:h.End])
	}
	if strings.Join(hits, " ") != "قنوات للمطر" {
		t.Errorf("%q is marked in %q", hits, excerpt.Text)
	}
	s.press("enter", "enter")
	if _, total := s.hits(); s.article.Item.ID != e.ID || total < 2 {
		t.Fatalf("%q is open, %d hits", s.article.Item.Title, total)
	}
	s.press("n")
	if at, _ := s.hits(); at != 1 || s.notice == "" {
		t.Errorf("at hit %d, said %q", at, s.notice)
	}
	s.press("right", "esc")
	if _, found := s.list.Excerpt(e.ID); found || s.list.Total() < 10 {
		t.Errorf("%d articles are back", s.list.Total())
	}
}

// Among the bookmarks, only they are searched.
func TestSearchAmongBookmarks(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.Arabic()).press("B", "/", "س", "و", "ق")
	if s.list.Total() != 0 {
		t.Fatalf("%d articles are found", s.list.Total())
	}
	s = openReader(t, l, 120, 40, words.Arabic()).press("b", "B", "/", "س", "و", "ق")
	if s.list.Total() != 1 {
		t.Errorf("%d articles are found", s.list.Total())
	}
}

// A misspelt word is offered as it may have been meant, and enter takes it.
func TestMisspelt(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press("/")
	for _, letter := range "قنوتت" { // «قنوات»
		s.press(string(letter))
	}
	if s.list.Total() != 0 || !strings.Contains(s.list.Meant(), "قنوات") {
		t.Fatalf("%d articles are found, %q is meant", s.list.Total(), s.list.Meant())
	}
	golden(t, "misspelt-120x40-ar", s.text())
	if s.press("enter"); s.list.Total() == 0 || s.list.Filter().Title != "قنوات" {
		t.Errorf("%d articles are found by %q", s.list.Total(), s.list.Filter().Title)
	}
	s.press("enter")
	if _, total := s.hits(); s.columns.Focus != articlePane || total == 0 {
		t.Errorf("enter opens %s", s.where())
	}
}

// longLibrary is a library of long articles, with a word far down in the second one.
func longLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var list []articles.Article
	for i := range 4 {
		var body strings.Builder
		for n := range 200 {
			fmt.Fprintf(&body, "هذه فقرة رقم %d من المقالة %d.\n\n", n, i)
			if n == 150 && i == 1 {
				body.WriteString("هنا تقف الزرافة بين الأشجار العالية.\n\n")
			}
		}
		list = append(list, articles.Article{Title: fmt.Sprint("مقالة طويلة ", i), Body: body.String(), Full: true, Published: time.Date(2026, 1, 9-i, 0, 0, 0, 0, time.UTC)})
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	return l
}

// What a search finds is shown around the place while one types, and opened there; the
// footer names the keys that go to the next place. Giving the search up takes nothing along.
func TestFoundIsShownAtThePlace(t *testing.T) {
	t.Parallel()
	isThere := func(s *session) bool {
		for y := range s.article.Text.Rows() {
			if row, ok := s.article.Text.Row(y); ok && strings.Contains(string(rtl.AppendLogical(nil, row.Cells)), "الأشجار") {
				return true
			}
		}
		return false
	}
	for _, opened := range []string{"مقالة طويلة 0", "مقالة طويلة 1"} {
		s := openReader(t, longLibrary(t), 120, 24, words.English())
		if s.press("enter"); opened != s.article.Item.Title {
			s.press("right", "down", "enter")
		}
		at := s.article.Place()
		s.press("right", "/")
		for _, letter := range "الأشجار" {
			s.press(string(letter))
		}
		if s.list.Total() != 1 || s.article.Item.Title != "مقالة طويلة 1" {
			t.Fatalf("%d are found, %s", s.list.Total(), s.where())
		}
		if !isThere(s) {
			t.Errorf("from %s: the place is not in sight:\n%s", opened, s.text())
		}
		s.press("enter", "enter")
		if s.columns.Focus != articlePane || !isThere(s) {
			t.Errorf("from %s: it is not opened at the place, %s:\n%s", opened, s.where(), s.text())
		}
		lines := strings.Split(strings.TrimRight(s.text(), "\n"), "\n")
		if footer := lines[len(lines)-1]; !strings.Contains(footer, "next match") {
			t.Errorf("the footer is %q", footer)
		}
		if s.press("["); s.article.Item.Title != opened || s.article.Place() != at {
			t.Errorf("the way back leads to %s", s.where())
		}
	}
}

// A search that is given up leaves the article as it was.
func TestSearchGivenUp(t *testing.T) {
	t.Parallel()
	s := openReader(t, longLibrary(t), 120, 24, words.English()).press("enter", "pgdown", "pgdown", "right")
	at, opened := s.article.Place(), s.article.Item.ID
	s.press("/")
	for _, letter := range "الأشجار" {
		s.press(string(letter))
	}
	s.press("esc")
	for s.list.Selected() > 0 {
		s.press("up")
	}
	if s.article.Item.ID != opened || s.article.Place() != at || s.article.Finding.Text != "" || s.depth() != 0 {
		t.Errorf("%s, at %+v, before at %+v", s.where(), s.article.Place(), at)
	}
}

// Behind a search the header says what was searched for, and how much there is of it.
func TestHeaderNamesTheSearch(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{[]string{"/", "س", "و", "ق", "enter"}, "articles: “\u2068سوق\u2069”"},
		{[]string{"/", "س"}, ": “\u2068س\u2069”"},
		{[]string{"/", "x", "q", "x", "enter"}, "no articles: “\u2068xqx\u2069”"},
		{[]string{"/", "س", "و", "ق", "enter", "esc"}, "unread"},
	} {
		s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press(tt.keys...)
		if got := s.list.Counted(s.Width); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%q: the header says %q, want %q", tt.keys, got, tt.want)
		}
	}
}

// What does not fit of a search is cut between its quotation marks, at a word, and the
// ellipsis stands where the rest of the search would.
func TestHeaderCutsTheSearch(t *testing.T) {
	t.Parallel()
	for width := 30; width <= 80; width++ {
		for _, w := range []*words.Words{words.English(), words.Arabic()} {
			s := openReader(t, sampleLibrary(t), width, 20, w).press("/")
			s.send(tea.PasteMsg{Content: "سوق الكتب القديمة في مدينة بغداد words in a terminal"})
			row, _, _ := strings.Cut(s.press("enter").text(), "\n")
			if !strings.Contains(row, w.Quotes[0]) || !strings.Contains(row, w.Quotes[1]) {
				t.Errorf("at %d columns the header is %q", width, row)
			}
		}
	}
}

// The title of the window follows the article and the language, and is kept otherwise.
func TestTitleFollowsTheArticle(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	first := s.View().WindowTitle
	if s.press("down"); s.View().WindowTitle == first {
		s.press("enter")
	}
	second := s.View().WindowTitle
	if second == first || !strings.HasPrefix(second, "Warraq · ") || second != s.View().WindowTitle {
		t.Errorf("the titles are %q and %q", first, second)
	}
	s.Words = words.Arabic()
	if got := s.View().WindowTitle; got == second {
		t.Errorf("in another language it is still %q", got)
	}
}
