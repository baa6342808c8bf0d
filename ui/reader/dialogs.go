package reader

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
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
	return app.performFrom(action, actionOrigin{from, app.stack.Mark()}), true
}

// actionOrigin is what an action comes from: the dialog that asks for it, nil for none, and
// the mark of those that were open when it was asked for.
type actionOrigin struct {
	dialog dialog.Dialog
	mark   int
}

// answeredAsk is what an [dialog.Ask] brought.
type answeredAsk struct {
	action  dialog.Action
	mark    int
	awaited int // see [typedAhead]
}

// perform does what a pane asks for.
func (app *App) perform(action dialog.Action) tea.Cmd {
	return app.performFrom(action, actionOrigin{mark: app.stack.Mark()})
}

// performFrom does what is asked for.
func (app *App) performFrom(action dialog.Action, from actionOrigin) tea.Cmd {
	switch a := action.(type) {
	case dialog.Close:
		app.stack.Close(from.dialog)
		cmd := app.relayout()
		return tea.Batch(cmd, app.perform(a.Then))
	case dialog.Many:
		var cmds []tea.Cmd
		for _, one := range a {
			cmds = append(cmds, app.performFrom(one, from))
		}
		return tea.Batch(cmds...)
	case dialog.Call:
		return app.performFrom(a(), from)
	case dialog.Ask:
		mark := app.stack.Mark()
		awaited, wait := app.ahead.await(a.Opens, app.grace)
		ask := app.Jobs.Ask(a.Kind, func(ctx context.Context) tea.Msg { return answeredAsk{a.Read(ctx), mark, awaited} })
		return tea.Batch(ask, wait)
	case dialog.AskOnce:
		mark := app.stack.Mark()
		return app.Jobs.Run(app.Jobs.Begin(a.Kind), func(ctx context.Context) tea.Msg { return answeredAsk{action: a.Do(ctx), mark: mark} })
	case dialog.Late:
		seen := app.now().Add(app.grace)
		if app.ahead.waits() {
			seen = app.now() // what was pressed before is kept for it
		}
		if !app.stack.PushLate(a.Dialog, from.mark, seen) {
			return app.perform(a.Otherwise)
		}
	case dialog.Run:
		return a.Cmd
	case dialog.Say:
		app.notice = a.Text
	case dialog.Failed:
		app.notice = app.Sentence(a.Err)
	case dialog.Do:
		return app.do(a.Action)
	case dialog.Press:
		return app.press(a.Key)
	case dialog.Open:
		return app.perform(app.visitor.Open(a))
	case dialog.Push:
		return app.push(a.Dialog)
	case dialog.Tell:
		cmd, _ := app.tell(a.Msg)
		return cmd
	case dialog.Focus:
		return app.moveFocus(a)
	case dialog.Choose:
		return app.perform(app.visitor.Choose(a))
	case dialog.CountRead:
		return app.perform(app.visitor.CountRead())
	case dialog.TellPanes:
		return app.tellPanes(a.Msg)
	case dialog.Renew:
		return app.perform(dialog.Many{app.columns.TellAll(pane.Renewed{}), dialog.Call(app.visitor.Again)})
	case dialog.Save:
		return marking.Save(app.Context, a)
	case dialog.Copy:
		return copyText(app.ctx, app.clipboard, a.Text)
	case dialog.Browse:
		return app.perform(browseAddress(app.browse, app.Words, a.Address))
	case dialog.Step:
		return app.perform(app.settings.Step(a.Setting, a.By))
	case dialog.Rebind:
		return app.perform(app.settings.Rebind(a))
	case looks.Changed:
		return app.applyLooks(a.Effects)
	}
	return nil
}

// push opens a dialog.
func (app *App) push(d dialog.Dialog) tea.Cmd {
	app.stack.Push(d)
	return app.relayout()
}

// run is what a command is as an action.
func run(cmd tea.Cmd) dialog.Action { return dialog.Run{Cmd: cmd} }

func (app *App) openHelp() tea.Cmd { return app.push(dialog.NewHelp(app.Canvas)) }

func (app *App) openPalette() tea.Cmd { return app.push(dialog.NewPalette(app.Canvas)) }

func (app *App) openStatistics() tea.Cmd {
	save := app.perform(app.visitor.SaveAttention()) // what is written while this is read has it read again
	d, read := dialog.NewStatistics(app.Canvas, app.Jobs, app.Library, app.now())
	return tea.Batch(save, app.push(d), read)
}

func (app *App) openNotes() tea.Cmd {
	d, read := dialog.NewNotes(app.Canvas, app.Jobs, app.Library, app.article.CutNote())
	return tea.Batch(app.push(d), read)
}
