package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// The kinds of what is read of articles: of each the last question alone is answered.
const (
	wholeJob jobs.Kind = "whole" // article, that is open
)

// articleLoaded answers show.
type articleLoaded struct {
	place    history.Place
	item     store.Item
	shown    []tea.Msg // of it, for each pane; nil for nothing
	document *page.Document
	theme    theme.Theme // that the document has, and its words
	words    *words.Words
	err      error
}

// show loads an article into its pane, and what the others show of it.
func (app *App) show(target history.Place) tea.Cmd {
	app.article.Wanted = target.ID
	app.Jobs.Abort(previewRestJob, previewJob)
	return app.showBy(dialog.VisitJob, target)
}

// showBy is [App.show] as a job of a kind.
func (app *App) showBy(kind jobs.Kind, target history.Place) tea.Cmd {
	library, look, say := app.Library, app.Theme, app.Words
	prepare := app.columns.Prepare(target.ID, target.Panes)
	return app.Jobs.Ask(kind, func(ctx context.Context) tea.Msg {
		answer := articleLoaded{place: target, theme: look, words: say}
		if answer.item, answer.err = library.Article(ctx, target.ID); answer.err != nil {
			return answer
		}
		if answer.shown, answer.err = prepare(ctx); answer.err != nil {
			return answer
		}
		answer.document = article.Styled(page.Beginning(answer.item), look, say)
		return answer
	})
}

// articleCompleted brings the whole of the open article.
type articleCompleted struct {
	item     store.Item
	document *page.Document
	theme    theme.Theme // that the document has
	err      error
}

// complete styles the whole of an article of which the beginning is shown: what is
// seen first comes first.
func (app *App) complete() tea.Cmd {
	item := app.article.Item
	if len(item.Body) == len(page.Beginning(item).Body) {
		return nil
	}
	return app.styleWhole(func(context.Context) (store.Item, error) { return item, nil })
}

// showAgain reads the open article again and styles it anew.
func (app *App) showAgain() tea.Cmd {
	id, library := app.article.Item.ID, app.Library
	if id == "" {
		return nil
	}
	return app.styleWhole(func(ctx context.Context) (store.Item, error) {
		return library.Article(ctx, id)
	})
}

// styleWhole styles all of an article beside the reader.
func (app *App) styleWhole(read func(context.Context) (store.Item, error)) tea.Cmd {
	look, say := app.Theme, app.Words
	return app.Jobs.Ask(wholeJob, func(ctx context.Context) tea.Msg {
		answer := articleCompleted{theme: look}
		if answer.item, answer.err = read(ctx); answer.err == nil {
			answer.document = article.Styled(answer.item, look, say)
			answer.document.Build()
		}
		return answer
	})
}

// visit opens an article for reading: it is shown, and counts as read from now
// on. A card has no text that could be read.
func (app *App) visit(target history.Place) tea.Cmd {
	target.Visited = true
	return tea.Batch(app.savePosition(), app.show(target))
}

// savePosition writes down where the reader is in the text, if that changed.
func (app *App) savePosition() tea.Cmd { return app.perform(app.article.SavePosition()) }

// renew reads again what is shown: after a change of more than one article.
func (app *App) renew() tea.Cmd {
	cmds := []tea.Cmd{app.tellPanes(pane.Renewed{})}
	if app.article.Item.ID != "" {
		cmds = append(cmds, app.showAgain())
	}
	return tea.Batch(cmds...)
}

// followArticle takes the list to the open article, where it is to follow it.
func (app *App) followArticle() tea.Cmd {
	if !app.settings.Follow {
		return nil
	}
	return app.perform(app.list.Follow(app.article.Item.ID))
}

// attendTo counts how long another article is read from now on.
func (app *App) attendTo(id string) tea.Cmd {
	return app.perform(app.attention.Turn(app.now(), id, app.Library))
}
