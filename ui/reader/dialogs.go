package reader

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// graceForKeys is how long a dialog that an answer opened leaves the keys to what lies
// beneath: they may have been pressed before it was seen.
const graceForKeys = 300 * time.Millisecond

// tell gives a message to what has the keys, and does what that asks for; ok is false
// where nothing takes it.
func (app *App) tell(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	action, from := app.stack.Update(msg, app.now())
	if from == nil {
		return nil, false
	}
	return app.perform(action, from), true
}

// perform does what a dialog asks for.
func (app *App) perform(action dialog.Action, from dialog.Dialog) tea.Cmd {
	switch a := action.(type) {
	case dialog.Close:
		app.stack.Close(from)
		cmd := app.relayout()
		return tea.Batch(cmd, app.perform(a.Then, nil))
	case dialog.Many:
		var cmds []tea.Cmd
		for _, one := range a {
			cmds = append(cmds, app.perform(one, from))
		}
		return tea.Batch(cmds...)
	case dialog.Call:
		return app.perform(a(), from)
	case dialog.Run:
		return a.Cmd
	case dialog.Say:
		app.notice = a.Text
	case dialog.Failed:
		app.notice = app.sentence(a.Err)
	case dialog.Do:
		return app.do(a.Action, 0)
	case dialog.Press:
		return app.press(a.Key)
	case dialog.Open:
		app.leave()
		return app.visit(historyPlace{id: a.ID, at: article.Place{Position: a.Position}, focus: articlePane, jumped: a.Jumped})
	case dialog.Push:
		return app.push(a.Dialog)
	case dialog.Tell:
		cmd, _ := app.tell(a.Msg)
		return cmd
	case dialog.Focus:
		return app.moveFocus(a)
	case dialog.Choose:
		return app.choose(a)
	case dialog.Seek:
		return app.seekArticle(a)
	case dialog.Follow:
		return app.followAddress(a.Address)
	case dialog.CountRead:
		return app.readNow()
	case dialog.Renew:
		return app.renew()
	case dialog.Save:
		about := savedMsg{change: a.Change, said: a.Said, counted: a.Counted}
		if a.ID != "" {
			about.ids = []string{a.ID}
		}
		if a.Then != nil {
			about.then = func() tea.Cmd { return app.perform(a.Then(), nil) }
		}
		return app.save(about, a.Do, a.ByItself)
	case dialog.Copy:
		return app.toClipboard(a.Text)
	case dialog.Browse:
		return app.openInBrowser(a.Address)
	case dialog.Step:
		return app.step(a.Setting, a.By)
	}
	return nil
}

// push opens a dialog.
func (app *App) push(d dialog.Dialog) tea.Cmd {
	app.stack.Push(d)
	return app.relayout()
}

// pushLate opens a dialog by an answer, unless another one has the keys since the
// question of a mark, and tells whether it did.
func (app *App) pushLate(d dialog.Dialog, mark int) bool {
	return app.stack.PushLate(d, mark, app.now().Add(app.grace))
}

// run is what a command is as an action.
func run(cmd tea.Cmd) dialog.Action { return dialog.Run{Cmd: cmd} }

func (app *App) openHelp() tea.Cmd { return app.push(dialog.NewHelp(app.Canvas)) }

func (app *App) openPalette() tea.Cmd { return app.push(dialog.NewPalette(app.Canvas)) }

func (app *App) openSettings() tea.Cmd {
	var list []dialog.Setting
	for _, c := range app.choices {
		list = append(list, dialog.Setting{Name: c.name, Now: func() string { return c.now(app) }})
	}
	return app.push(dialog.NewSettings(app.Canvas, list, app.settingsPath))
}

func (app *App) openStatistics() tea.Cmd {
	save := app.saveAttention() // what is written while this is read has it read again
	d, read := dialog.NewStatistics(app.Canvas, app.Jobs, app.Library, app.now())
	return tea.Batch(save, app.push(d), read)
}

func (app *App) openNotes() tea.Cmd {
	d, read := dialog.NewNotes(app.Canvas, app.Jobs, app.Library)
	return tea.Batch(app.push(d), read)
}

// openTrail shows the way. One that has no other point than here is said.
func (app *App) openTrail() tea.Cmd {
	var titles []string
	for _, p := range app.history.before {
		titles = append(titles, p.title)
	}
	here := len(titles)
	if now := app.here(); now.id != "" {
		titles = append(titles, now.title)
	}
	for _, p := range slices.Backward(app.history.after) {
		titles = append(titles, p.title)
	}
	if len(titles) < 2 {
		app.notice = app.Words.Sides.NoTrail
		return nil
	}
	return app.push(dialog.NewTrail(app.Canvas, titles, here, func(to int) dialog.Action { return run(app.goAlong(to)) }))
}

// openPicture shows the picture that is in sight, or the nearest one before, on the
// whole screen.
func (app *App) openPicture() tea.Cmd {
	if app.article.Text == nil || len(app.article.Item.Pictures) == 0 || len(app.article.Document.Shown()) == 0 {
		app.notice = app.Words.Pictures.None
		return nil
	}
	list := app.article.Document.Shown()
	d, read := dialog.NewPicture(app.Canvas, app.Jobs, app.Library, list, app.article.PictureInSight(list), app.ground, app.palette)
	return tea.Batch(app.push(d), read)
}

// goAlong goes to a point of the trail, the first being 0: what lies before it
// stays before it, and what lies behind it behind it.
func (app *App) goAlong(to int) tea.Cmd {
	h := &app.history
	p, ok := app.here(), false
	for len(h.before) > to {
		p, ok = h.back(p)
	}
	for at := len(h.before); at < to && len(h.after) > 0; at++ {
		p, ok = h.forward(p)
	}
	if !ok {
		return nil // one is there
	}
	return app.goTo(p)
}
