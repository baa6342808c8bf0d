package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/jobs"
)

// undo takes the last change back.
func (app *App) undo() tea.Cmd { return app.Jobs.TakeBack() }

// sayTakenBack says what was taken back, and shows what is so now.
func (app *App) sayTakenBack(msg jobs.TakenBack) tea.Cmd {
	switch {
	case msg.Err != nil:
		app.notice = app.sentence(msg.Err)
		return nil
	case msg.Undo.Count == 0:
		app.notice = app.Words.Undo.Nothing
		return nil
	}
	app.notice = app.Words.Undo.Done[msg.Undo.Done]
	if msg.Undo.Count > 1 {
		app.notice += " (" + app.Words.Count(msg.Undo.Count, app.Words.ArticleNoun) + ")"
	}
	return app.renew()
}
