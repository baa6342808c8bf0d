package store

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// What others do is noticed, and what one does oneself is not.
func TestOthers(t *testing.T) {
	t.Parallel()
	l := open(t)
	other := openAt(t, l.Path())
	moment := func() Moment {
		t.Helper()
		m, err := l.Moment(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	last, touch := moment(), l.Touched()
	id := ""
	for _, step := range []struct {
		name    string
		do      func() error
		differs bool
		arrived int
	}{
		{"nothing", func() error { return nil }, false, 0},
		{"one's own articles", func() error {
			id = addArticles(t, l, articles.Article{Title: "ألف", Body: "x"})[0].ID
			return nil
		}, false, 1},
		{"what ships", func() error {
			return l.AddBundled(t.Context(), []articles.Article{{Key: "warraq:guide", Title: "دليل", Body: "x"}})
		}, false, 1},
		{"another's articles", func() error {
			addArticles(t, other, articles.Article{Title: "باء", Body: "x"}, articles.Article{Title: "جيم", Body: "x", Related: []articles.Related{{Title: "دال"}}})
			return nil
		}, true, 2},
		{"the same again", func() error { addArticles(t, other, articles.Article{Title: "باء", Body: "x"}); return nil }, false, 0},
		{"one's own mark", func() error { return l.SetRead(t.Context(), id, true) }, false, 0},
		{"another's mark", func() error { return other.SetBookmarked(t.Context(), id, true) }, true, 0},
		{"a place in the text", func() error { return other.SetPosition(t.Context(), id, 7) }, false, 0},
		{"a change that fails", func() error {
			if _, err := l.RemoveHighlight(t.Context(), "zzzzzzzz"); err == nil {
				t.Error("it does not fail")
			}
			return nil
		}, false, 0},
		{"another's removal", func() error { _, err := other.Remove(t.Context(), id); return err }, true, 0},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		now := moment()
		if now.Differs(last) != step.differs {
			t.Errorf("%s: noticed is %v", step.name, !step.differs)
		}
		touched := l.Touched()
		if now.Differs(last) && touched == touch {
			t.Errorf("%s: the files are as they were", step.name)
		}
		touch = touched
		if n, err := l.Arrived(t.Context(), last); err != nil || n != step.arrived {
			t.Errorf("%s: %d arrived, %v, want %d", step.name, n, err, step.arrived)
		}
		last = now
	}
}

// What nobody writes to is not touched, whatever is read of it.
func TestTouchedIsStill(t *testing.T) {
	t.Parallel()
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "ألف", Body: "x"})[0].ID
	before := l.Touched()
	if _, err := openAt(t, l.Path()).Article(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if after := l.Touched(); after != before {
		t.Errorf("reading made %v of %v", after, before)
	}
}

func BenchmarkMoment(b *testing.B) {
	sizes(b, func(b *testing.B, l *Library) {
		for b.Loop() {
			if _, err := l.Moment(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
