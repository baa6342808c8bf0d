package reader

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/words"
)

// An article that names none has related ones all the same, with the reason, as
// soon as they are found; and those that come later come to it while it is read.
func TestRelatedAreFound(t *testing.T) {
	t.Parallel()
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
	s := openReader(t, l, 120, 40, words.Arabic())
	shown := func() string {
		var titles []string
		for _, e := range s.related.Entries() {
			titles = append(titles, e.Title+" ("+s.Words.Reason(e.Relation)+")")
		}
		return strings.Join(titles, " | ")
	}
	if got := shown(); !strings.HasPrefix(got, "سكة قديمة وقاطرة جديدة (") || !strings.Contains(got, "طرشيحا") || strings.Contains(got, "الزيتون") {
		t.Errorf("found are %s", got)
	}
	s.press("tab", "tab")
	selected := func() string { e, _ := s.related.Entry(); return e.ID }
	before := selected()
	add(articles.Article{Title: "محطة طرشيحا تستقبل القطار الثاني", Published: at(9), Body: "وصل القطار الثاني إلى محطة طرشيحا، وكان حنا مرقس في انتظاره."})
	s.run(s.tellPanes(pane.Changed{Arrived: 1}))
	if got := shown(); !strings.Contains(got, "القطار الثاني") || selected() != before {
		t.Errorf("found are %s, selected is %s", got, selected())
	}
}
