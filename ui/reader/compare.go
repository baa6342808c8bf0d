package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/compare"
)

// compareLoaded answers openCompare.
type compareLoaded struct {
	texts [2]*compare.Text
	mark  int // of the dialogs that were open when it was asked for
	err   error
}

// openCompare shows two articles side by side.
func (app *App) openCompare() tea.Cmd {
	first, second := app.comparedPair()
	switch {
	case first == "" || second == "":
		app.notice = app.Words.Compare.Which
		return nil
	case first == second:
		app.notice = app.Words.Compare.Same
		return nil
	}
	library, theme, words, mark := app.Library, app.Theme, app.Words, app.stack.Mark()
	return app.Jobs.Ask(compareJob, func(ctx context.Context) tea.Msg {
		a, err := library.Article(ctx, first)
		if err != nil {
			return compareLoaded{err: err}
		}
		b, err := library.Article(ctx, second)
		if err != nil {
			return compareLoaded{err: err}
		}
		return compareLoaded{compare.Texts(a, b, theme, words), mark, nil}
	})
}

// comparedPair returns the IDs of the articles that are compared: the two that are chosen
// together, else the open one with what the related pane has selected while it has the
// keys, or with the first report of the same event in it; "" for none.
func (app *App) comparedPair() (first, second string) {
	if picked := app.list.Picked(); len(picked) == 2 {
		return picked[0].ID, picked[1].ID
	}
	first = app.article.Item.ID
	if app.focus == relatedPane {
		if e, ok := app.related.Entry(); ok {
			return first, e.ID
		}
	}
	for _, e := range app.related.Entries() {
		if e.Why == store.WhySameEvent && e.ID != first {
			return first, e.ID
		}
	}
	return first, ""
}

// showCompare shows the two articles, unless one has gone on since.
func (app *App) showCompare(msg compareLoaded) tea.Cmd {
	if msg.err != nil {
		app.notice = app.sentence(msg.err)
		return nil
	}
	app.pushLate(compare.New(app.Canvas, msg.texts), msg.mark)
	return nil
}
