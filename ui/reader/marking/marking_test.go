package marking_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/words"
)

// newContext returns what marking needs, with two articles in its library.
func newContext(t *testing.T) *pane.Context {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	list := []articles.Article{{Title: "سوق الكتب", Body: "نص", Full: true}, {Title: "سوق السمك", Body: "نص آخر", Full: true}}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	return &pane.Context{Canvas: &draw.Canvas{Words: words.English()}, Library: l, Jobs: jobs.New(t.Context(), l.Undo), Sentence: error.Error}
}

// entries returns the articles of the library.
func entries(t *testing.T, c *pane.Context) []store.Entry {
	t.Helper()
	list, err := c.Library.List(t.Context(), store.Filter{Archive: store.AnyArchived})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// settle makes a change and returns what the reader is to do then.
func settle(t *testing.T, c *pane.Context, action dialog.Action) dialog.Action {
	t.Helper()
	msg, _ := c.Jobs.Receive(marking.Save(c, action.(dialog.Save))())
	written, ok := msg.(jobs.Written)
	if !ok {
		t.Fatalf("it brings %T", msg)
	}
	return marking.Written(c, written)
}

// saidOf returns what is said by an action.
func saidOf(action dialog.Action) (said string) {
	switch a := action.(type) {
	case dialog.Many:
		for _, one := range a {
			said += saidOf(one)
		}
	case dialog.Say:
		said = a.Text
	}
	return said
}

// A switch of several articles sets what one of them lacks, and takes away what all have.
func TestToggles(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		toggle func(*pane.Context, []store.Entry) dialog.Action
		is     func(store.Entry) bool
		said   [2]string // of both, of which one has it, on and off
	}{
		"bookmark": {marking.ToggleBookmark, func(e store.Entry) bool { return e.Bookmarked }, [2]string{"Bookmarked: 1 article", "Bookmarks removed: 2 articles"}},
		"read":     {marking.ToggleRead, func(e store.Entry) bool { return e.Read }, [2]string{"Marked as read.", "Marked as unread: 2 articles"}},
		"archive":  {marking.ToggleArchived, func(e store.Entry) bool { return e.Archived }, [2]string{"Archived: 1 article", "Back in the lists: 2 articles"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newContext(t)
			settle(t, c, tt.toggle(c, entries(t, c)[:1]))
			if list := entries(t, c); !tt.is(list[0]) || tt.is(list[1]) {
				t.Fatalf("of the first one: %t, %t", tt.is(list[0]), tt.is(list[1]))
			}
			for i, on := range []bool{true, false} {
				said := saidOf(settle(t, c, tt.toggle(c, entries(t, c))))
				for _, e := range entries(t, c) {
					if tt.is(e) != on {
						t.Errorf("%q: %t, want %t", e.Title, tt.is(e), on)
					}
				}
				if said != tt.said[i] {
					t.Errorf("it says %q, want %q", said, tt.said[i])
				}
			}
			if !c.Pending.IsEmpty() {
				t.Error("something is still on its way")
			}
		})
	}
}

// Until it is in the library a mark is pending, and the next key takes that for what is.
func TestPendingIsToggled(t *testing.T) {
	t.Parallel()
	c := newContext(t)
	list := entries(t, c)[:1]
	on, off := marking.ToggleBookmark(c, list).(dialog.Save), marking.ToggleBookmark(c, list).(dialog.Save)
	if c.Pending.Apply(list[0]).Bookmarked {
		t.Error("two keys leave the bookmark")
	}
	settle(t, c, on)
	settle(t, c, off)
	if entries(t, c)[0].Bookmarked || !c.Pending.IsEmpty() {
		t.Error("the bookmark is there")
	}
}

// What counts as read by itself is no change to be taken back, and a card is not read.
func TestCountRead(t *testing.T) {
	t.Parallel()
	c := newContext(t)
	e := entries(t, c)[0]
	card := e
	card.Full = false
	if action := marking.CountRead(c, card); action != nil {
		t.Errorf("a card is read: %+v", action)
	}
	save := marking.CountRead(c, e).(dialog.Save)
	settle(t, c, save)
	if e = entries(t, c)[0]; !e.Read || !save.ByItself {
		t.Errorf("read %t, by itself %t", e.Read, save.ByItself)
	}
	if action := marking.CountRead(c, e); action != nil {
		t.Errorf("it is read again: %+v", action)
	}
}

// An article that is on its way out is not deleted twice, and what is done then knows which
// are gone.
func TestRemove(t *testing.T) {
	t.Parallel()
	c := newContext(t)
	var gone []string
	then := func(ids []string) dialog.Action { gone = ids; return nil }
	list := entries(t, c)
	removal := marking.Remove(c, list[:1], then)
	if again := marking.Remove(c, list[:1], then); again != nil {
		t.Errorf("it is deleted twice: %+v", again)
	}
	done := settle(t, c, removal).(dialog.Many)
	if done[len(done)-1].(dialog.Call)(); len(gone) != 1 || gone[0] != list[0].ID || len(entries(t, c)) != 1 {
		t.Errorf("%q are gone, %d are left", gone, len(entries(t, c)))
	}
	done = settle(t, c, marking.RemoveAll(c, store.Filter{Archive: store.AnyArchived}, then)).(dialog.Many)
	if done[len(done)-1].(dialog.Call)(); len(gone) != 1 || len(entries(t, c)) != 0 {
		t.Errorf("%q are gone, %d are left", gone, len(entries(t, c)))
	}
}

// What could not be saved is said, and the screen is read again; what happened by itself to
// an article that was deleted meanwhile is passed over.
func TestFailures(t *testing.T) {
	t.Parallel()
	c := newContext(t)
	full := func(context.Context) (store.Undo, error) { return store.Undo{}, errors.New("no space left on device") }
	if got := saidOf(settle(t, c, dialog.Save{Do: full})); !strings.HasPrefix(got, c.Words.NoWrite) || !strings.Contains(got, "no space") {
		t.Errorf("it says %q", got)
	}
	absent := func(context.Context) (store.Undo, error) { return store.Undo{}, store.ErrNotFound }
	if got := settle(t, c, dialog.Save{Do: absent, ByItself: true}); got != nil {
		t.Errorf("it does %+v", got)
	}
	if got := saidOf(settle(t, c, dialog.Save{Do: absent})); got == "" {
		t.Error("nothing is said")
	}
}

// What was done is not said over what a later key said.
func TestLateSentence(t *testing.T) {
	t.Parallel()
	c := newContext(t)
	cmd := marking.Save(c, marking.ToggleBookmark(c, entries(t, c)[:1]).(dialog.Save))
	c.KeysPressed++
	msg, _ := c.Jobs.Receive(cmd())
	if got := saidOf(marking.Written(c, msg.(jobs.Written))); got != "" {
		t.Errorf("it says %q", got)
	}
}
