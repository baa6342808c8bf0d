package reader

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/words"
)

// openAgain opens a library a second time, as another program does.
func openAgain(t *testing.T, l *store.Library) *store.Library {
	t.Helper()
	other, err := store.Open(t.Context(), l.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := other.Close(); err != nil {
			t.Error(err)
		}
	})
	return other
}

func arriving(n int, at time.Time) []articles.Article {
	list := make([]articles.Article, n)
	for i := range list {
		list[i] = articles.Article{Title: fmt.Sprintf("خبر جديد %d", i), Body: "وصل الآن.", Published: at}
	}
	return list
}

// What another program adds while the reader is open comes into the list; the
// selection stays on its article, and that where it is on the screen.
func TestOthersBringArticles(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		keys []string
		at   time.Time
	}{
		{"above the selection", []string{"down", "down"}, time.Now()},
		{"above the screen", []string{"end"}, time.Now()},
		{"below the selection", []string{"down"}, time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)},
		{"in the bookmarks alone", []string{"b", "B"}, time.Now()},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := sampleLibrary(t)
			s := openReader(t, l, 120, 24, words.Arabic()).press(test.keys...)
			other := openAgain(t, l)
			s.run(s.watcher.Look())
			if s.notice != "" && !strings.Contains(strings.Join(test.keys, ""), "b") {
				t.Errorf("it says %q of nothing", s.notice)
			}
			selected, total := s.entryTitle(), s.list.Total()
			if _, err := other.Add(t.Context(), arriving(3, test.at)); err != nil {
				t.Fatal(err)
			}
			s.run(s.watcher.Look())
			if !strings.Contains(s.notice, "وصلت 3 مقالات") {
				t.Errorf("it says %q", s.notice)
			}
			if got := s.entryTitle(); got != selected {
				t.Errorf("selected is %q, and was %q", got, selected)
			}
			if want := total + 3; !s.list.Filter().Bookmarked && s.list.Total() != want {
				t.Errorf("%d are listed, want %d", s.list.Total(), want)
			}
			top, visible, _ := s.list.Extent()
			if e, ok := s.list.Entry(); !ok || s.list.Selected() < top || s.list.Selected() >= top+visible || e.Title != selected {
				t.Errorf("the selection %d is not on the screen from %d on", s.list.Selected(), top)
			}
			s.notice = ""
			s.run(s.watcher.Look())
			if s.notice != "" {
				t.Errorf("it says again %q", s.notice)
			}
		})
	}
}

// Marks that another reader makes are shown, and one's own are no news.
func TestOthersMark(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 24, words.English())
	other := openAgain(t, l)
	selected, _ := s.list.Entry()
	if err := other.SetBookmarked(t.Context(), selected.ID, true); err != nil {
		t.Fatal(err)
	}
	s.run(s.watcher.Look())
	if e, _ := s.list.Entry(); e.ID != selected.ID || !e.Bookmarked || s.notice != "" {
		t.Errorf("%+v, %q", e, s.notice)
	}
	s.press("down", "u", "b")
	_, cmd := s.Update(s.watcher.Look()())
	if asks(cmd, list.Name) {
		t.Error("the list is read anew for one's own marks")
	}
	if _, err := other.Add(t.Context(), arriving(1, time.Now())); err != nil {
		t.Fatal(err)
	}
	s.run(s.watcher.Look())
	if !strings.Contains(s.notice, "1 article") {
		t.Errorf("it says %q", s.notice)
	}
}

// The reader looks by itself, again and again, until it is left.
func TestLooksByItself(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 24, words.Arabic())
	if s.watcher.Wait() != nil {
		t.Fatal("it looks though it is not to")
	}
	s.watcher.Every = time.Millisecond
	other := openAgain(t, l)
	if _, err := other.Add(t.Context(), arriving(2, time.Now())); err != nil {
		t.Fatal(err)
	}
	msg := s.watcher.Wait()()
	_, next := s.Update(msg)
	again, _, ok := among[watching.Looked](next)
	if changed, _ := s.watcher.Take(again); !ok || changed {
		t.Errorf("it looks no more: %+v", again)
	}
	if !strings.Contains(s.notice, "مقالتان") {
		t.Errorf("it says %q", s.notice)
	}
}
