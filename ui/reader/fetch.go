package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/pane"
)

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
	if !msg.IsQuiet() {
		app.notice = msg.Sentence(app.Words, app.sentence)
	}
	return tea.Batch(app.tellPanes(pane.Changed{Arrived: came}), app.loadFeeds(), app.look())
}
