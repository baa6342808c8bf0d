package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// The kinds of questions that the reader asks the library and others: of each the
// last one alone is answered.
const (
	visitJob     jobs.Kind = "visit" // whatever opens an article in the end
	wholeJob     jobs.Kind = "whole" // article, that is open
	picturesJob  jobs.Kind = "pictures"
	lookJob      jobs.Kind = "look"
	completeJob  jobs.Kind = "complete" // a path
	browseJob    jobs.Kind = "browse"
	mapJob       jobs.Kind = "map"
	compareJob   jobs.Kind = "compare"
	rootJob      jobs.Kind = "root"
	pictureJob   jobs.Kind = "picture"
	allNotesJob  jobs.Kind = "all notes"
	statisticJob jobs.Kind = "statistics"
	tagsJob      jobs.Kind = "tags"
	removeJob    jobs.Kind = "remove"
	cellJob      jobs.Kind = "cell" // of the terminal
)

// articleLoaded answers show.
type articleLoaded struct {
	place    historyPlace
	item     store.Item
	shown    []tea.Msg // of it, for each pane; nil for nothing
	document *page.Document
	theme    theme.Theme // that the document has, and its words
	words    *words.Words
	err      error
}

// prepare returns a function that reads what the panes show of an article.
func (app *App) prepare(target historyPlace) func(context.Context) ([]tea.Msg, error) {
	reads := make([]func(context.Context) (tea.Msg, error), len(app.panes))
	for i, p := range app.panes {
		if c, ok := p.Pane.(pane.Companion); ok {
			var at any
			if target.panes != nil {
				at = target.panes[i]
			}
			reads[i] = c.Prepare(target.id, at)
		}
	}
	return func(ctx context.Context) (shown []tea.Msg, err error) {
		shown = make([]tea.Msg, len(reads))
		for i, read := range reads {
			if read == nil {
				continue
			}
			if shown[i], err = read(ctx); err != nil {
				return nil, err
			}
		}
		return shown, nil
	}
}

// show loads an article into its pane, and what the others show of it.
func (app *App) show(target historyPlace) tea.Cmd {
	app.article.Wanted = target.id
	app.Jobs.Abort(previewRestJob, previewJob)
	return app.showBy(visitJob, target)
}

// showBy is [App.show] as a job of a kind.
func (app *App) showBy(kind jobs.Kind, target historyPlace) tea.Cmd {
	library, look, say := app.Library, app.Theme, app.Words
	prepare := app.prepare(target)
	return app.Jobs.Ask(kind, func(ctx context.Context) tea.Msg {
		answer := articleLoaded{place: target, theme: look, words: say}
		if answer.item, answer.err = library.Article(ctx, target.id); answer.err != nil {
			return answer
		}
		if answer.shown, answer.err = prepare(ctx); answer.err != nil {
			return answer
		}
		answer.document = article.Styled(page.Beginning(answer.item), look, say)
		return answer
	})
}

// whereLeft stands for the place that the library keeps of an article.
var whereLeft = article.Place{Position: dialog.WhereLeft}

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
func (app *App) visit(target historyPlace) tea.Cmd {
	target.visited = true
	return tea.Batch(app.savePosition(), app.show(target))
}
