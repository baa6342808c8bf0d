package related

import (
	"errors"
	"fmt"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// sized returns a pane beside an open article.
func sized(w *words.Words) *Pane {
	p := New(&pane.Context{
		Canvas:  &draw.Canvas{Words: w},
		Opened:  func() store.Entry { return store.Entry{ID: "x"} },
		Visited: func(string) []string { return nil },
	})
	p.Update(pane.Resized{Width: 30, Height: 20})
	return p
}

// An empty pane says why it is, for each of its sides.
func TestWhyEmpty(t *testing.T) {
	t.Parallel()
	for _, w := range words.All() {
		for side := range Sides {
			p := sized(w)
			p.side = side
			if got := p.Refuses(); got != w.Sides.None[side] || got == "" {
				t.Errorf("%s: side %d is empty because of %q", w.Lang, side, got)
			}
		}
	}
}

// How far relating is stands over the pane while it lasts, in the digits and the percent
// sign of the language.
func TestRelatingProgress(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		done, total     int
		english, arabic string
	}{{0, 0, "", ""}, {1000, 4000, " ██░░░░░░ 25%", " ██░░░░░░ 25٪"}, {4000, 4000, "", ""}, {5000, 4000, "", ""}} {
		r := relateProgress{done: test.done, total: test.total}
		if got := r.progress(words.English()); got != test.english {
			t.Errorf("after %d of %d it says %q, want %q", test.done, test.total, got, test.english)
		}
		if got := r.progress(words.Arabic()); got != test.arabic {
			t.Errorf("after %d of %d it says %q, want %q", test.done, test.total, got, test.arabic)
		}
	}
	p := sized(words.English())
	if got := string(rtl.AppendLogical(nil, p.Title(30, rtl.Style{}))); got != p.Words.Related {
		t.Errorf("it goes on: %q", got)
	}
	p.relating.done, p.relating.total = 1, 2
	if got := string(rtl.AppendLogical(nil, p.Title(30, rtl.Style{}))); got != p.Words.Related+" ████░░░░ 50%" {
		t.Errorf("the pane is called %q", got)
	}
}

// An article that was deleted while the pane read about it is no failure: what is said of
// its deletion stays.
func TestDeletedMeanwhile(t *testing.T) {
	t.Parallel()
	p := sized(words.English())
	if do := p.showAgain(sideLoaded{err: fmt.Errorf("reading: %w", store.ErrNotFound)}); do != nil {
		t.Errorf("of one that is deleted it does %+v", do)
	}
	broken := errors.New("broken")
	if do, ok := p.showAgain(sideLoaded{err: broken}).(dialog.Failed); !ok || !errors.Is(do.Err, broken) {
		t.Errorf("of a failure it does %+v", do)
	}
}
