package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pixels"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/terminal/bubble"
	"github.com/warraq/warraq/ui/theme"
)

// Update takes what happened and says what to do about it. It reads and writes
// nothing by itself.
func (app *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	asker := jobs.Owner(msg)
	msg, next := app.Jobs.Receive(msg)
	var do tea.Cmd
	answer, answered := msg.(answeredAsk)
	switch {
	case answered:
		do = tea.Batch(app.performFrom(answer.action, actionOrigin{mark: answer.mark}), app.takeTyped(answer.awaited))
	case asker == "":
		do = app.take(msg)
	case msg != nil:
		do = app.perform(app.columns.Answer(asker, msg))
	}
	app.fitChoosing()
	listen := app.fitAloud()
	return app, tea.Batch(app.perform(app.visitor.FollowSelection()), app.fitPixels(), do, app.countSteps(), listen, next)
}

// take passes on what happened to what is made for it.
func (app *App) take(msg tea.Msg) tea.Cmd {
	if app.ahead.keep(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case awaitedTooLong:
		return app.takeTyped(msg.awaited)
	case tea.WindowSizeMsg:
		app.Width, app.Height = msg.Width, msg.Height
		app.pixels.TakeOff()
		cmd := app.relayout()
		return tea.Batch(cmd, app.measureCell())
	case tea.ResumeMsg:
		app.pixels.TakeOff()
		return app.measureCell()
	case cellMeasured:
		app.Display.CellSize = msg.size
	case pixels.Stood:
		return app.pixels.Encode(app.Display.Graphics(), app.Display.CellSize)
	case pixels.Encoded:
		return app.pixels.Send(msg, app.Display.Graphics())
	case tea.RawMsg:
		app.pixels.Sent(msg, app.Display.Graphics())
	case bubble.Found:
		return app.found(msg.Terminal)
	case tea.BackgroundColorMsg:
		app.Display.Background = theme.Light
		if msg.IsDark() {
			app.Display.Background = theme.Dark
		}
		return app.perform(app.settings.FitTheme())
	case tea.KeyPressMsg:
		if key, ok := app.Board.Pressed(msg); ok {
			if behind, ok := app.afterEscape(key); ok {
				return tea.Batch(app.take(tea.KeyPressMsg{Code: tea.KeyEscape}), app.take(behind))
			}
			return app.press(key)
		}
	case tea.KeyboardEnhancementsMsg:
		app.tellsAlt = msg.SupportsKeyDisambiguation()
	case tea.MouseClickMsg:
		return app.click(msg)
	case tea.MouseMotionMsg:
		if msg.Button == tea.MouseLeft {
			cmd, _ := app.tell(dialog.Motion{Point: draw.Point{X: msg.X, Y: msg.Y}})
			return cmd
		}
	case tea.MouseReleaseMsg:
		cmd, _ := app.tell(dialog.Release{})
		return cmd
	case tea.MouseWheelMsg:
		return app.wheel(msg)
	case tea.PasteMsg:
		return app.paste(msg)
	case adding.Dropped:
		return app.sayAdding(app.adder.AddPath(msg.Path))
	case adding.Stepped:
		return app.showAdded(msg)
	case fetching.Stepped:
		return app.showFetchStep(msg)
	case fetching.Due:
		return app.fetcher.FetchDue()
	case fetching.Ended:
		return app.showFetched(msg)
	case keyboard.Alone:
		return app.actOn(app.keys.Release(msg))
	case visits.Rested:
		return app.perform(app.visitor.Rested(msg))
	case visits.Loaded:
		return app.perform(app.visitor.Loaded(msg))
	case visits.Completed:
		return app.perform(app.visitor.Completed(msg))
	case watching.Looked:
		return app.showChanges(msg)
	case jobs.TakenBack:
		return app.perform(marking.TakenBack(app.Context, msg))
	case jobs.Written:
		return app.perform(marking.Written(app.Context, msg))
	default:
		cmd, _ := app.tell(msg)
		return cmd
	}
	return nil
}

// paste takes pasted text: for what has the keys, or else as the name of a file that
// was dropped on the terminal.
func (app *App) paste(msg tea.PasteMsg) tea.Cmd {
	msg.Content = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(msg.Content) // as most terminals end pasted lines
	if cmd, ok := app.tell(msg); ok {
		return cmd
	}
	if app.shared {
		return nil
	}
	return app.adder.Drop(msg.Content)
}
