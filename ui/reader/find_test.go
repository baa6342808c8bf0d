package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// The keys go from hit to hit, round and round, and each is in sight.
func TestFindInTheArticle(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 80, 12, words.English()).press("enter", "ctrl+f")
	for _, letter := range "سوق" {
		s.press(string(letter))
	}
	_, total := s.hits()
	if total < 3 {
		t.Fatalf("%d hits", total)
	}
	s.press("enter")
	for _, step := range []struct {
		key    string
		at     int
		notice string
	}{
		{"", 1, "Match 1/"}, {"n", 2, "Match 2/"}, {"n", 3, "Match 3/"}, {"N", 2, "Match 2/"}, {"N", 1, "Match 1/"},
		{"N", total, ""}, {"n", 1, "Match 1/"},
	} {
		if step.key != "" {
			s.press(step.key)
		}
		at, _ := s.hits()
		if at != step.at || len(s.notice) < len(step.notice) || s.notice[:len(step.notice)] != step.notice {
			t.Errorf("%q: at hit %d, %q; want %d, %q", step.key, at, s.notice, step.at, step.notice)
		}
		if rows, _ := s.frame(); !slices.ContainsFunc(rows, func(r draw.Row) bool {
			return slices.ContainsFunc(r, func(c rtl.Cell) bool { return c.Style == s.Styles.Selected })
		}) {
			t.Errorf("%q: the hit is not in sight:\n%s", step.key, s.text())
		}
	}
}

// What is typed is counted as it is typed.
func TestFindCountsWhileTyping(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 80, 24, words.English()).press("enter", "ctrl+f")
	for i, letter := range []rune("سوق") {
		s.press(string(letter))
		_, total := s.hits()
		lines := strings.Split(strings.TrimRight(s.text(), "\n"), "\n")
		if want := fmt.Sprintf("(%d)", total); total == 0 || !strings.Contains(lines[len(lines)-1], want) {
			t.Errorf("after %d letters %d are found: %q", i+1, total, lines[len(lines)-1])
		}
	}
	if s.press("x"); !strings.Contains(s.text(), "(0)") {
		t.Errorf("nothing is found:\n%s", s.text())
	}
}

// The first escape takes the marks away and stays in the article, the second one leaves it;
// the arrow leaves it at once.
func TestEscapeTakesTheMarksAwayFirst(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.English()).press("enter", "ctrl+f", "س", "و", "ق", "enter")
	at := s.article.Place()
	if s.press("esc"); s.article.Finding.Text != "" || s.columns.Focus != articlePane || s.article.Place() != at {
		t.Errorf("after escape %q is marked, %s", s.article.Finding.Text, s.where())
	}
	if s.press("esc"); s.columns.Focus != listPane {
		t.Errorf("after another one %s", s.where())
	}
	s.press("enter", "ctrl+f", "س", "و", "ق", "enter", "right")
	if s.columns.Focus != listPane || s.article.Finding.Text == "" {
		t.Errorf("the arrow: %q, %s", s.article.Finding.Text, s.where())
	}
}

// At another width, and in another theme, what was found is still marked.
func TestFoundStaysFound(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.English()).press("enter", "ctrl+f")
	for _, letter := range "سوق" {
		s.press(string(letter))
	}
	s.press("enter")
	_, total := s.hits()
	for _, key := range []string{"-", "z", "C", "J"} {
		s.press(key)
		f := s.article.Finding
		if _, now := s.hits(); now != total || f.Text != "سوق" {
			t.Errorf("%s: %d hits of %q, before %d", key, now, f.Text, total)
		}
	}
	if s.press("ctrl+f", "esc"); s.article.Finding.Text != "" {
		t.Error("giving up does not end it")
	}
	if s.press("n"); s.notice != s.WithKeys(s.Words.Find.Nothing) {
		t.Errorf("said %q", s.notice)
	}
	s.press("ctrl+f", "x", "q", "enter")
	if s.notice != s.Words.Find.NotThere {
		t.Errorf("said %q", s.notice)
	}
}
