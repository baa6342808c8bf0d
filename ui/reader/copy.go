package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// toClipboard puts text on the clipboard: by the way around OSC 52 where there is
// one, else by that.
func (app *App) toClipboard(text string) tea.Cmd {
	if app.clipboard == nil {
		return tea.SetClipboard(text)
	}
	return func() tea.Msg {
		if err := app.clipboard(app.ctx, text); err != nil {
			return tea.SetClipboard(text)()
		}
		return nil
	}
}

// cycleForm sends the lines in the next form, for a terminal that was taken for
// another.
func (app *App) cycleForm() tea.Cmd {
	next := app.term.Form.Next()
	if next == terminal.Logical { // which puts no cell where it belongs
		next = next.Next()
	}
	app.notice = app.Words.Form + " " + app.Words.Looks.Value("form", next.String())
	return app.setForm(next)
}

// found takes a terminal that turned out to be another than was thought.
func (app *App) found(t terminal.Terminal) tea.Cmd {
	app.setTerminal(t)
	app.fitLooks()
	app.pixels.Repaint()
	return tea.Batch(app.relayout(), app.fitProfile())
}

// fitProfile sends full colours in the form that tells neighbours apart by them,
// and else as many as the terminal has.
func (app *App) fitProfile() tea.Cmd {
	profile := app.profile
	if app.term.Form == terminal.Alternate {
		profile = colorprofile.TrueColor
	}
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: profile} }
}

const browseJob jobs.Kind = "browse"

// browseAddress returns what has an address opened by the program that the system has for
// that, and says whether it was.
func browseAddress(browse func(ctx context.Context, address string) error, w *words.Words, address string) dialog.Action {
	return dialog.AskOnce{Kind: browseJob, Do: func(ctx context.Context) dialog.Action {
		if err := browse(ctx, address); err != nil {
			return dialog.Say{Text: w.Sides.NotOpened}
		}
		return dialog.Say{Text: w.Sides.Opened}
	}}
}
