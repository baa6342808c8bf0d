package reader

import (
	"context"
	"image"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/terminal"
)

const cellJob jobs.Kind = "cell" // of the terminal

// applyLooks sees to what follows from a change of the looks.
func (app *App) applyLooks(effects looks.Effect) tea.Cmd {
	has := func(one looks.Effect) bool { return effects&one != 0 }
	app.fitLooks()
	var cmds []tea.Cmd
	if has(looks.TakeOff) {
		app.pixels.TakeOff()
	}
	if has(looks.Repaint) {
		app.pixels.Repaint()
	}
	if has(looks.Retheme) {
		app.article.SetTheme(app.Theme)
	}
	if has(looks.Relook) {
		app.fitView()
		app.article.Relook()
	}
	if has(looks.Relook | looks.Relayout) {
		cmds = append(cmds, app.relayout())
	}
	if has(looks.Restyle) { // one that is on its way gets its looks when it is here
		cmds = append(cmds, app.perform(app.visitor.Again()))
	}
	if has(looks.Refollow) {
		cmds = append(cmds, app.perform(app.visitor.Follow()))
	}
	if has(looks.Reprofile) {
		profile := app.Display.SentProfile()
		cmds = append(cmds, func() tea.Msg { return tea.ColorProfileMsg{Profile: profile} })
	}
	return tea.Batch(cmds...)
}

// fitLooks has the panes look as is chosen.
func (app *App) fitLooks() {
	s := app.settings
	app.article.Measure, app.article.Spacing, app.list.Compact = s.Measure, s.Spacing, s.Compact
}

// found takes a terminal that turned out to be another than was thought.
func (app *App) found(t terminal.Terminal) tea.Cmd {
	app.settings.SetTerminal(t)
	app.Display.Profile = display.ProfileOf(app.Display.Profile, &t)
	return app.applyLooks(looks.Relook | looks.Repaint | looks.Reprofile)
}

// cellMeasured answers measureCell.
type cellMeasured struct{ size image.Point }

// measureCell asks for the size of a cell, which changes with the terminal's.
func (app *App) measureCell() tea.Cmd {
	measure := app.cell
	if measure == nil {
		return nil
	}
	return app.Jobs.Ask(cellJob, func(context.Context) tea.Msg { return cellMeasured{measure()} })
}

// fitView shows the article in the view that is chosen, where the terminal can.
func (app *App) fitView() {
	left, err := app.printed.Fit(app.article)
	if left {
		app.pixels.Repaint()
	}
	if err != nil {
		app.notice = app.Sentence(err)
	}
}

// fitPixels draws what is to be seen with pixels: the article as in print, or pictures over
// their cells.
func (app *App) fitPixels() tea.Cmd {
	app.fitView()
	if screen := app.stack.Screen(); screen != nil {
		var framed []draw.Placed
		if s, ok := screen.(*dialog.Picture); ok && app.Display.ShowsPixels() {
			framed = s.Framed()
		}
		return app.pixels.Fit(framed)
	}
	if !app.columns.Shows(articlePane) || !app.Display.ShowsPixels() {
		return app.pixels.Fit(nil)
	}
	x := app.columns.Left(articlePane)
	if s := app.printed.Sheet(app.article, x, ArticleRow); s != nil {
		return app.pixels.FitSheet(s)
	}
	return app.pixels.Fit(app.article.Framed(x, ArticleRow, app.Display.Ground()))
}
