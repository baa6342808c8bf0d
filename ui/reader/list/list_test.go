package list_test

import (
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// open returns a list of a library, and what carries out what it asks for: it returns the
// actions that are not its own.
func open(t *testing.T, stored ...articles.Article) (p *list.Pane, do func(tea.Msg) []dialog.Action) {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	if _, err := l.Add(t.Context(), stored); err != nil {
		t.Fatal(err)
	}
	runner := jobs.New(t.Context(), l.Undo)
	p = list.New(&pane.Context{
		Canvas: &draw.Canvas{Words: words.English(), KeyMap: keymap.Keys{Bindings: keymap.Defaults}}, Library: l, Jobs: runner,
		Opened: func() store.Entry { return store.Entry{} },
	})
	var perform func(dialog.Action) []dialog.Action
	perform = func(a dialog.Action) (left []dialog.Action) {
		switch a := a.(type) {
		case nil:
		case dialog.Many:
			for _, one := range a {
				left = append(left, perform(one)...)
			}
		case dialog.Run:
			msg, _ := runner.Receive(a.Cmd())
			left = perform(p.Update(msg))
		default:
			left = append(left, a)
		}
		return left
	}
	do = func(msg tea.Msg) []dialog.Action {
		if done, ok := msg.(performed); ok {
			return perform(done.Action)
		}
		return perform(p.Update(msg))
	}
	do(pane.Resized{Width: 40, Height: 12})
	do(pane.Renewed{})
	return p, do
}

// performed is an action that a dialog of the list gave.
type performed struct{ dialog.Action }

// text is what a list shows.
func text(p *list.Pane) string {
	var b strings.Builder
	for _, r := range p.View(true) {
		b.Write(rtl.AppendLogical(nil, r))
		b.WriteByte('\n')
	}
	return b.String()
}

// twoArticles returns two articles.
func twoArticles() []articles.Article {
	return []articles.Article{
		{Title: "Harbour", Section: "Sea", Body: "The boats came home before noon.", Full: true},
		{Title: "Market", Section: "Town", Body: "Copper is dear this year.", Full: true},
	}
}

// Every tab has a title and a kind in every language, and reads what it says.
func TestTabs(t *testing.T) {
	t.Parallel()
	p, do := open(t, twoArticles()...)
	for range p.Tabs() {
		do(pane.Shortcut{Action: keymap.NextTab})
		for _, w := range words.All() {
			if p.Tab().Title(w) == "" || p.Tab().Empty(w) == "" || shelf.KindNames(w)[p.Tab().Kind] == "" {
				t.Errorf("%s: the tab %+v has no words", w.Lang, p.Tab())
			}
		}
		if p.Total() != len(p.Entries()) {
			t.Errorf("%s lists %d of %d", p.Tab().Title(p.Words), len(p.Entries()), p.Total())
		}
	}
	if p.Tab().Kind != shelf.All || len(p.Tabs()) < 5 {
		t.Errorf("round the tabs to %+v of %+v", p.Tab(), p.Tabs())
	}
}

// A search narrows the list, is handed on with what is opened, and the way back ends it.
func TestSearch(t *testing.T) {
	t.Parallel()
	p, do := open(t, twoArticles()...)
	left := do(pane.Shortcut{Action: keymap.FilterList})
	prompt, ok := left[len(left)-1].(dialog.Push)
	if !ok {
		t.Fatalf("it does not ask: %v", left)
	}
	do(performed{prompt.Dialog.(*dialog.Prompt).Typed("copper")})
	if p.Total() != 1 || !strings.Contains(text(p), "Market") || strings.Contains(text(p), "Harbour") {
		t.Errorf("%d are found:\n%s", p.Total(), text(p))
	}
	chosen := do(dialog.Key{Action: keymap.Onward})
	if len(chosen) != 1 || chosen[0].(dialog.Choose).Searched != "copper" {
		t.Errorf("onward asks for %v", chosen)
	}
	if do(dialog.Key{Action: keymap.Back}); p.Total() != 2 {
		t.Errorf("back to %d", p.Total())
	}
}

// What in a search was probably meant otherwise than it was taken is said: once it is
// whole, whether it finds something or not, and where nothing is found in the list too.
func TestWrongSearch(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		typed, part string
		found       int
	}{
		{"after:2024-13", "after:2024-13", 0}, {"is:lost", "is:lost", 0}, {"copper tag:", "tag:", 0}, {"copper", "", 1},
		{strings.Repeat("is:unread ", 200), "is:unread", 2},
	} {
		p, do := open(t, twoArticles()...)
		left := do(pane.Shortcut{Action: keymap.FilterList})
		prompt := left[len(left)-1].(dialog.Push).Dialog.(*dialog.Prompt)
		do(performed{prompt.Typed(tt.typed)})
		said := ""
		for _, a := range do(performed{prompt.Answered(tt.typed)}) {
			if s, ok := a.(dialog.Say); ok {
				said = s.Text
			}
		}
		if !strings.Contains(said, tt.part) || (said == "") != (tt.part == "") {
			t.Errorf("%q: it says %q", tt.typed, said)
		}
		if p.Total() != tt.found {
			t.Errorf("%q finds %d", tt.typed, p.Total())
		}
		shown := strings.Join(strings.Fields(text(p)), " ")
		if tt.found == 0 && !strings.Contains(shown, p.Words.NoMatch) || tt.found == 0 && !strings.Contains(shown, tt.part) {
			t.Errorf("%q shows %s", tt.typed, shown)
		}
	}
}
