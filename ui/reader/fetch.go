package reader

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/watching"
)

// fetch fetches feeds, or stops the fetch that is on its way.
func (app *App) fetch(feeds []int64) tea.Cmd {
	if app.fetcher.Bring == nil {
		return app.refuseShared()
	}
	return app.fetcher.Toggle(feeds)
}

// showFetchStep shows in the list what came by a step of a fetch, and waits for more.
func (app *App) showFetchStep(msg fetching.Stepped) tea.Cmd {
	came, next := app.fetcher.Step(msg)
	if came == 0 {
		return next
	}
	return tea.Batch(app.tellPanes(pane.Changed{Arrived: came}), next)
}

// showFetched says what a fetch brought, and shows it in the list.
func (app *App) showFetched(msg fetching.Ended) tea.Cmd {
	came := app.fetcher.End(msg)
	if msg.IsWithoutFeeds() && !msg.IsQuiet() && app.stack.IsEmpty() {
		return app.openFeeds() // which says how to begin
	}
	if !msg.IsQuiet() {
		app.notice = msg.Sentence(app.Words, app.Sentence)
	}
	return tea.Batch(app.tellPanes(pane.Changed{Arrived: came}), app.perform(dialog.LoadFeeds(app.Library)), app.watcher.Look())
}

// showChanges shows what others changed.
func (app *App) showChanges(msg watching.Looked) tea.Cmd {
	changed, arrived := app.watcher.Take(msg)
	if !changed {
		return app.watcher.Wait()
	}
	if arrived > 0 {
		app.notice = fmt.Sprintf(app.Words.Arrived, app.Words.Count(arrived, app.Words.ArticleNoun))
	}
	return tea.Batch(app.watcher.Wait(), app.tellPanes(pane.Changed{Arrived: arrived}))
}
