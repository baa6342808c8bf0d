package visits_test

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/looks"
)

// What is shown at first is not opened; what is chosen is: it counts as read, unless it is a
// card, has the keys, and the way back leads to what was there before.
func TestChoose(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	if w.shown() != "Harbour" || w.columns.Focus != listColumn || w.article.Item.Read || w.LeftAt() != "" {
		t.Fatalf("at first %q, column %d, read %t", w.shown(), w.columns.Focus, w.article.Item.Read)
	}
	for n, want := range []struct {
		title string
		read  bool
	}{{"Harbour", true}, {"Market", true}, {"Rain", true}, {"Card", false}} {
		w.choose(n)
		if w.shown() != want.title || w.columns.Focus != articleColumn || w.article.Item.Read != want.read {
			t.Errorf("%s: %q is open, column %d, read %t", want.title, w.shown(), w.columns.Focus, w.article.Item.Read)
		}
		kept, err := w.Library.Article(t.Context(), w.article.Item.ID)
		if err != nil || kept.Read != want.read {
			t.Errorf("%s: kept as read %t, %v", want.title, kept.Read, err)
		}
	}
	for _, want := range []string{"Rain", "Market", "Harbour"} {
		if w.do(w.Earlier()); w.shown() != want {
			t.Errorf("the way back leads to %q, want %q", w.shown(), want)
		}
	}
	if w.do(w.Earlier()); w.said != w.Words.NoEarlier || w.shown() != "Harbour" {
		t.Errorf("before the first one: %q, %q", w.shown(), w.said)
	}
	if w.do(w.Later()); w.shown() != "Market" {
		t.Errorf("and forward to %q", w.shown())
	}
}

// What the list selects is shown beside it and changes nothing, until the keys go there: then
// it is opened.
func TestPreview(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		then  func(*walk)
		shown string
		read  bool
		back  int // places
	}{
		"it stays a preview":         {func(*walk) {}, "Rain", false, 0},
		"the keys go there":          {func(w *walk) { w.do(dialog.Focus{Pane: w.article}) }, "Rain", true, 1},
		"the open one comes back":    {func(w *walk) { w.selects(0) }, "Harbour", true, 0},
		"another one is selected":    {func(w *walk) { w.selects(1) }, "Market", false, 0},
		"what is shown is chosen":    {func(w *walk) { w.choose(2) }, "Rain", true, 1},
		"something covers the panes": {func(w *walk) { w.covered = true; w.selects(1) }, "Rain", false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := walkThrough(t)
			w.choose(0)
			opened := w.article.Item.ID
			w.selects(2)
			if w.shown() != "Rain" || w.LeftAt() != opened || w.Here().ID != opened {
				t.Fatalf("%q is shown, the reader is in %q", w.shown(), w.Here().Title)
			}
			tt.then(w)
			_, back := w.History.Way(w.Here())
			if w.shown() != tt.shown || w.article.Item.Read != tt.read || back != tt.back {
				t.Errorf("%q is shown, read %t, %d places before", w.shown(), w.article.Item.Read, back)
			}
		})
	}
}

// Of two articles that are on their way the one that was asked for last is opened, however
// late the other one comes.
func TestLateArticle(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	ids := w.list.Entries()
	first := w.Choose(dialog.Choose{ID: ids[1].ID})
	second := w.Choose(dialog.Choose{ID: ids[2].ID})
	w.do(second)
	if w.do(first); w.shown() != "Rain" {
		t.Errorf("%q is open", w.shown())
	}
}

// Where the open article is deleted the one behind it takes its place, and in the end none;
// nothing leads back to what is gone.
func TestRemoved(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	w.choose(0)
	w.choose(1)
	remove := func(n int) {
		e := w.list.Entries()[n]
		if _, err := w.Library.Remove(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		w.do(w.Removed([]string{e.ID}))
	}
	if remove(1); w.shown() != "Rain" || !w.article.Item.Read {
		t.Errorf("%q takes its place, read %t", w.shown(), w.article.Item.Read)
	}
	remove(0)
	if w.do(w.Earlier()); w.said != w.Words.NoEarlier || w.shown() != "Rain" {
		t.Errorf("%q, and the way back says %q", w.shown(), w.said)
	}
	remove(0)
	if remove(0); w.article.Item.ID != "" || w.columns.Focus != listColumn || w.LeftAt() != "" {
		t.Errorf("in the end %q is open, column %d", w.shown(), w.columns.Focus)
	}
}

// An article that the library lacks is said to be missing, and the open one stays.
func TestMissing(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	w.choose(0)
	if w.do(w.Open(dialog.Open{ID: "nowhere", Missing: "It is not here."})); w.said != "It is not here." || w.shown() != "Harbour" {
		t.Errorf("%q is open, %q is said", w.shown(), w.said)
	}
	if w.do(w.Open(dialog.Open{ID: "nowhere"})); !strings.Contains(w.said, "nowhere") || w.article.Wanted != w.article.Item.ID {
		t.Errorf("%q is said, %q is wanted", w.said, w.article.Wanted)
	}
}

// Another article has the whole screen drawn anew, the same one not.
func TestRepaint(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	w.choose(1)
	if w.effects != looks.Repaint {
		t.Errorf("another article has the effects %b", w.effects)
	}
	w.effects = 0
	if w.choose(1); w.effects != 0 {
		t.Errorf("the same one has the effects %b", w.effects)
	}
}

// The way is shown where there is one, and leads to each of its points.
func TestTrail(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	if w.do(w.OpenTrail()); w.said != w.Words.Sides.NoTrail || len(w.dialogs) > 0 {
		t.Errorf("%q is said, %d dialogs are open", w.said, len(w.dialogs))
	}
	w.choose(0)
	w.choose(1)
	if w.do(w.OpenTrail()); len(w.dialogs) != 1 {
		t.Errorf("%d dialogs are open", len(w.dialogs))
	}
}

// What is left is kept: the article that was opened last, in the place of which one begins
// the next time.
func TestResume(t *testing.T) {
	t.Parallel()
	w := walkThrough(t)
	w.choose(2)
	left := w.article.Item.ID
	w.selects(1)
	w.do(w.SaveLeft())
	var e store.Entry
	var ok bool
	var err error
	if e, ok, err = w.Library.LeftAt(t.Context()); err != nil || !ok || e.ID != left {
		t.Fatalf("left at %q, %t, %v", e.Title, ok, err)
	}
	again, err := newWalk(t.Context(), w.Library)
	if err != nil {
		t.Fatal(err)
	}
	if err = again.Resume(t.Context()); err != nil || again.article.Wanted != left {
		t.Errorf("%q is wanted, %v", again.article.Wanted, err)
	}
	if selected, _ := again.list.Entry(); selected.ID != left {
		t.Errorf("%q is selected", selected.Title)
	}
}
