package reader

import (
	"testing"

	"warraq/ui/words"
)

// The keys go from hit to hit, round and round, and each is in sight.
func TestFindInTheArticle(t *testing.T) {
	s := open(t, library(t), 80, 12, words.English()).press("enter", "ctrl+f")
	for _, letter := range "سوق" {
		s.press(string(letter))
	}
	hits := s.article.finding.hits.Lines
	if len(hits) < 3 {
		t.Fatalf("hits in lines %v", hits)
	}
	s.press("enter")
	for _, step := range []struct {
		key    string
		at     int
		notice string
	}{
		{"", 0, "Hit 1/"}, {"n", 1, "Hit 2/"}, {"n", 2, "Hit 3/"}, {"N", 1, "Hit 2/"}, {"N", 0, "Hit 1/"},
		{"N", len(hits) - 1, ""}, {"n", 0, "Hit 1/"},
	} {
		if step.key != "" {
			s.press(step.key)
		}
		f := s.article.finding
		if f.at != step.at || len(s.notice) < len(step.notice) || s.notice[:len(step.notice)] != step.notice {
			t.Errorf("%q: at hit %d, %q; want %d, %q", step.key, f.at, s.notice, step.at, step.notice)
		}
		if line := hits[f.at]; line < s.article.top || line >= s.article.top+bodyRows(s.Height) {
			t.Errorf("%q: line %d is not in sight from %d", step.key, line, s.article.top)
		}
	}
}

// At another width, and in another theme, what was found is still marked.
func TestFoundStaysFound(t *testing.T) {
	s := open(t, library(t), 120, 24, words.English()).press("enter", "ctrl+f")
	for _, letter := range "سوق" {
		s.press(string(letter))
	}
	s.press("enter")
	total := len(s.article.finding.hits.Lines)
	for _, key := range []string{"-", "z", "C", "J"} {
		s.press(key)
		f := s.article.finding
		if len(f.hits.Lines) != total || f.text != "سوق" {
			t.Errorf("%s: %d hits of %q, before %d", key, len(f.hits.Lines), f.text, total)
		}
	}
	if s.press("ctrl+f", "esc"); s.article.finding.text != "" {
		t.Error("giving up does not end it")
	}
	if s.press("n"); s.notice != s.Words.Find.Nothing {
		t.Errorf("said %q", s.notice)
	}
	s.press("ctrl+f", "x", "q", "enter")
	if s.notice != s.Words.Find.NotThere {
		t.Errorf("said %q", s.notice)
	}
}
