package visits_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/words"
)

// The columns of the tests.
const (
	listColumn = iota
	articleColumn
)

// walk is a visitor with what it goes about in, and what carries out its actions.
type walk struct {
	*visits.Visitor
	*pane.Context
	columns *columns.Columns
	list    *list.Pane
	article *article.Pane
	covered bool
	said    string
	effects looks.Effect
	dialogs []dialog.Dialog
}

// newWalk returns a visitor in a library of some articles, the first of which is shown.
func newWalk(ctx context.Context, library *store.Library) (*walk, error) {
	canvas := &draw.Canvas{Words: words.English(), KeyMap: keymap.Keys{Bindings: keymap.Defaults}, Width: 120, Height: 30}
	d := &display.Display{Canvas: canvas}
	w := &walk{Context: &pane.Context{
		Canvas: canvas, Display: d, Library: library, Jobs: jobs.New(ctx, library.Undo), Sentence: error.Error, Now: time.Now,
	}}
	settings := looks.New(d, looks.Looks{}, nil, "", nil)
	w.list, w.article = list.New(w.Context), article.New(w.Context)
	w.Opened = func() store.Entry { return w.article.Item.Entry }
	w.article.Measure = settings.Measure
	w.columns = &columns.Columns{
		Context: w.Context, Measure: func() int { return settings.Measure },
		Table: []columns.Column{listColumn: {Pane: w.list, Name: list.Name, Usual: 34}, articleColumn: {Pane: w.article, Name: article.Name}},
	}
	w.Visitor = visits.New(visits.Panes{
		Columns: w.columns, List: w.list, Article: w.article, Settings: settings, IsCovered: func() bool { return w.covered },
	})
	w.Rest, w.article.Rest = 0, 0
	w.do(w.columns.Relayout())
	if err := w.list.Start(ctx); err != nil {
		return nil, err
	}
	e, _ := w.list.Entry()
	w.article.Wanted = e.ID
	w.do(w.Start())
	return w, nil
}

// do carries out an action and all that follows from it.
func (w *walk) do(action dialog.Action) {
	switch a := action.(type) {
	case dialog.Many:
		for _, one := range a {
			w.do(one)
		}
	case dialog.Call:
		w.do(a())
	case dialog.Run:
		w.run(a.Cmd)
	case dialog.Save:
		w.run(marking.Save(w.Context, a))
	case dialog.TellPanes:
		w.do(w.columns.TellAll(a.Msg))
	case dialog.Focus:
		if i, _, ok := w.columns.Moved(a); ok {
			w.columns.Focus = i
			if i != listColumn {
				w.do(w.Adopt())
			}
			w.do(w.columns.Relayout())
		}
	case dialog.Say:
		w.said = a.Text
	case dialog.Failed:
		w.said = a.Err.Error()
	case dialog.Push:
		w.dialogs = append(w.dialogs, a.Dialog)
	case looks.Changed:
		w.effects |= a.Effects
	}
}

// run carries out a command and takes in what it brings.
func (w *walk) run(cmd tea.Cmd) {
	if cmd != nil {
		w.take(cmd())
	}
}

// take takes in what a command brought.
func (w *walk) take(msg tea.Msg) {
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, cmd := range batch {
			w.run(cmd)
		}
		return
	}
	asker := jobs.Owner(msg)
	msg, next := w.Jobs.Receive(msg)
	switch msg := msg.(type) {
	case nil:
	case visits.Loaded:
		w.do(w.Loaded(msg))
	case visits.Completed:
		w.do(w.Completed(msg))
	case visits.Rested:
		w.do(w.Rested(msg))
	case jobs.Written:
		w.do(marking.Written(w.Context, msg))
	default:
		w.do(w.columns.Answer(asker, msg))
	}
	w.run(next)
}

// choose opens the article of a number in the list, the first being 0.
func (w *walk) choose(n int) { w.do(w.Choose(dialog.Choose{ID: w.list.Entries()[n].ID})) }

// selects goes to the article of a number in the list and stays there.
func (w *walk) selects(n int) {
	w.columns.Focus = listColumn
	w.do(w.list.Update(dialog.Key{Action: keymap.Top}))
	for range n {
		w.do(w.list.Update(dialog.Key{Action: keymap.Down}))
	}
	w.do(w.FollowSelection())
}

// shown returns the number of the article that is shown, by its title.
func (w *walk) shown() string { return w.article.Item.Title }

// walkThrough returns a visitor in a library of four articles.
func walkThrough(t *testing.T) *walk {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	if _, err = l.Add(t.Context(), fourArticles()); err != nil {
		t.Fatal(err)
	}
	w, err := newWalk(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// fourArticles returns articles, the newest first, the last of which is a card.
func fourArticles() (all []articles.Article) {
	for i, title := range []string{"Harbour", "Market", "Rain", "Card"} {
		all = append(all, articles.Article{
			Title: title, Body: title + ": the boats came home before noon.", Full: true,
			Published: time.Date(2026, 3, 20-i, 8, 0, 0, 0, time.UTC),
		})
	}
	card := &all[len(all)-1]
	card.Body, card.Summary, card.Full = "", card.Body, false
	return all
}
