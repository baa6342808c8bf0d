package reader

import (
	"strings"
	"testing"

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
	if _, total := s.hits(); s.focus != articlePane || total == 0 {
		t.Errorf("enter opens %s", s.where())
	}
}
