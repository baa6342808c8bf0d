package reader

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/words"
)

// An article that names none has related ones all the same, with the reason, as
// soon as they are found; and those that come later come to it while it is read.
func TestRelatedAreFound(t *testing.T) {
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := func(day int) time.Time { return time.Date(2026, 3, day, 8, 0, 0, 0, time.UTC) }
	add := func(list ...articles.Article) {
		t.Helper()
		if _, err := l.Add(t.Context(), list); err != nil {
			t.Fatal(err)
		}
	}
	add(
		articles.Article{Title: "عودة القطار إلى طرشيحا", Published: at(9), Body: "عاد القطار إلى محطة طرشيحا بعد عشرين سنة، وركبه رئيس البلدية حنا مرقس."},
		articles.Article{Title: "طعم الزيتون", Published: at(2), Body: "في المعصرة رائحة الزيت الجديد، وعلى الأرض أكياس فارغة."},
		articles.Article{Title: "سكة قديمة وقاطرة جديدة", Published: at(1), Body: "وصلت القاطرة إلى طرشيحا ليلًا، وقال حنا مرقس إن المحطة جاهزة."},
	)
	s := open(t, l, 120, 40, words.Arabic())
	shown := func() string {
		var titles []string
		for _, e := range s.related.entries {
			titles = append(titles, e.Title+" ("+s.Words.Reason(e.Relation)+")")
		}
		return strings.Join(titles, " | ")
	}
	if got := shown(); !strings.HasPrefix(got, "سكة قديمة وقاطرة جديدة (") || !strings.Contains(got, "طرشيحا") || strings.Contains(got, "الزيتون") {
		t.Errorf("found are %s", got)
	}
	s.press("tab", "tab")
	selected := s.related.entries[s.related.Selected].ID
	add(articles.Article{Title: "محطة طرشيحا تستقبل القطار الثاني", Published: at(9), Body: "وصل القطار الثاني إلى محطة طرشيحا، وكان حنا مرقس في انتظاره."})
	s.run(s.relate())
	if got := shown(); !strings.Contains(got, "القطار الثاني") || s.related.entries[s.related.Selected].ID != selected {
		t.Errorf("found are %s, selected is %d", got, s.related.Selected)
	}
}

// How far it is stands over the related pane while it lasts.
func TestRelatingProgress(t *testing.T) {
	for _, test := range []struct {
		done, total int
		want        string
	}{{0, 0, ""}, {1000, 4000, " ██░░░░░░ 25%"}, {4000, 4000, ""}, {5000, 4000, ""}} {
		r := relates{done: test.done, total: test.total}
		if got := r.progress(); got != test.want {
			t.Errorf("after %d of %d it says %q, want %q", test.done, test.total, got, test.want)
		}
	}
	s := open(t, library(t), 120, 40, words.Arabic())
	if s.relates.next != nil || s.paneName(relatedPane) != s.Words.Related {
		t.Errorf("it goes on: %q", s.paneName(relatedPane))
	}
	s.relates.done, s.relates.total = 1, 2
	if got := s.paneName(relatedPane); !strings.HasSuffix(got, "50%") {
		t.Errorf("the pane is called %q", got)
	}
}
