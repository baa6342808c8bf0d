package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/firststeps"
	"github.com/warraq/warraq/ui/words"
)

// openAdd asks for what is to be added.
func (app *App) openAdd() tea.Cmd {
	if app.shared {
		return app.refuseShared()
	}
	if app.adder.IsRunning() {
		app.notice = app.Words.Intake.Busy
		return nil
	}
	return app.push(dialog.NewPath(app.Canvas, app.Jobs, func(w *words.Words) string { return w.Intake.Ask },
		func(path string) dialog.Action { return run(app.sayAdding(app.adder.AddPath(path))) },
		func(text string) dialog.Action {
			return run(app.sayAdding(app.adder.AddText(app.Words.Intake.Pasted, text)))
		}))
}

// sayAdding says that something is being read, where it is.
func (app *App) sayAdding(cmd tea.Cmd) tea.Cmd {
	if cmd != nil {
		app.notice = app.Words.Intake.Reading
	}
	return cmd
}

// showAdded says what came in and shows it in the list, and takes in more. At the end it
// opens the first of it.
func (app *App) showAdded(msg adding.Stepped) tea.Cmd {
	next := app.adder.Step(msg)
	app.notice = app.adder.Progress(app.Words, app.Sentence)
	list := app.perform(app.list.Reload())
	if next != nil {
		return tea.Batch(list, next)
	}
	first := app.adder.End()
	if first == "" {
		return list
	}
	open := dialog.Open{ID: first, Position: dialog.WhereLeft}
	return tea.Batch(list, app.countSteps(firststeps.Add), app.perform(app.related.Relate()), app.perform(app.visitor.Open(open)))
}

// refuseShared says that the library is not this reader's alone.
func (app *App) refuseShared() tea.Cmd { return app.perform(dialog.Failed{Err: store.ErrShared}) }
