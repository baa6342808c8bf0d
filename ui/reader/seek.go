package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// articleFound answers seekArticle.
type articleFound struct {
	entry  store.Entry
	ok     bool
	absent string // what is said where there is none
	err    error
}

// seekArticle opens the article that a function finds.
func (app *App) seekArticle(s dialog.Seek) tea.Cmd {
	return app.Jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := s.Find(ctx)
		return articleFound{e, ok, s.Absent, err}
	})
}

// openFound opens the article that was found, or says that there is none.
func (app *App) openFound(msg articleFound) tea.Cmd {
	switch {
	case msg.err != nil:
		app.notice = app.sentence(msg.err)
		return nil
	case !msg.ok:
		app.notice = msg.absent
		return nil
	}
	app.leave()
	return app.visit(historyPlace{id: msg.entry.ID, at: whereLeft, focus: articlePane})
}

// followArticle takes the list to the open article, where it is to follow it.
func (app *App) followArticle() tea.Cmd {
	if !app.looks.Follow {
		return nil
	}
	return app.perform(app.list.Follow(app.article.Item.ID), nil)
}
