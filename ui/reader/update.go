package reader

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/pixels"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/terminal"
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
		do = app.performFrom(answer.action, actionOrigin{mark: answer.mark})
	case asker == "":
		do = app.take(msg)
	case msg != nil:
		do = app.perform(app.columns.Answer(asker, msg))
	}
	app.fitChoosing()
	return app, tea.Batch(app.fitPreview(), app.fitPixels(), do, next)
}

// take passes on what happened to what is made for it.
func (app *App) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
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
	case terminal.Found:
		return app.found(msg.Terminal)
	case tea.BackgroundColorMsg:
		app.Display.Background = theme.Light
		if msg.IsDark() {
			app.Display.Background = theme.Dark
		}
		return app.perform(app.settings.FitTheme())
	case tea.KeyPressMsg:
		if key, ok := app.Board.Pressed(msg); ok {
			return app.press(key)
		}
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
	case previewRested:
		return app.showPreview(msg.id)
	case articleLoaded:
		return app.showArticle(msg)
	case articleCompleted:
		return app.showWhole(msg)
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

// aboutTheArticle are the kinds of questions that are about the open article, and of
// no use once another one is open.
var aboutTheArticle = []jobs.Kind{wholeJob}

// showArticle shows an article in the place of the one that was open.
func (app *App) showArticle(msg articleLoaded) tea.Cmd {
	if msg.err != nil && msg.place.Preview {
		return nil
	}
	if msg.err != nil {
		app.article.Wanted = app.article.Item.ID
		app.notice = app.Sentence(msg.err)
		if errors.Is(msg.err, store.ErrNotFound) && msg.place.Missing != "" {
			app.notice = msg.place.Missing
		}
		return nil
	}
	app.Jobs.Abort(aboutTheArticle...)
	wasPreview := app.preview.shown
	left := app.previewing(msg.place)
	opened := app.tellPanes(pane.Opened{ID: msg.item.ID})
	if msg.theme != app.Theme || msg.words != app.Words { // which have changed since
		msg.document = article.Styled(page.Beginning(msg.item), app.Theme, app.Words)
	}
	another := msg.item.ID != app.article.Item.ID
	at := msg.place.At
	if at == history.WhereLeft {
		at.Position = msg.item.Position
	}
	app.article.Open(msg.item, msg.document, at)
	app.article.Jumped, app.article.Preview = msg.place.Jumped, msg.place.Preview
	if another || wasPreview || msg.place.Preview {
		app.article.Find(article.Finding{Text: msg.place.Searched, Query: msg.place.Searched != ""})
		app.showFound(msg.place)
	}
	app.article.Relook()
	cmds := []tea.Cmd{left, opened, app.setFocus(msg.place.Focus)}
	cmds = append(cmds, app.perform(app.columns.Show(msg.shown)), app.complete(), app.perform(app.article.LoadNotes()))
	if !msg.place.Preview {
		cmds = append(cmds, app.attendTo(msg.item.ID))
	}
	if another && !msg.place.Preview {
		// Letters that are wider than their cells leave specks where other text
		// replaces them.
		app.pixels.Repaint()
	}
	if msg.place.Visited {
		cmds = append(cmds, app.followArticle())
	}
	if msg.place.Visited {
		cmds = append(cmds, app.perform(marking.CountRead(app.Context, msg.item.Entry)))
	}
	return tea.Batch(cmds...)
}

// showWhole puts the whole of the open article in the place of its beginning, or as
// it is now in the place of how it was. Nothing moves, unless the position that the
// article was opened at lies further on.
func (app *App) showWhole(msg articleCompleted) tea.Cmd {
	if msg.err != nil {
		app.notice = app.Sentence(msg.err)
		return nil
	}
	if msg.theme != app.Theme {
		msg.document.SetTheme(app.Theme)
	}
	app.article.Replace(msg.item, msg.document)
	app.showFound(history.Place{ID: msg.item.ID, At: history.WhereLeft, Searched: app.article.Searched()})
	app.article.Relook()
	return nil
}

// paste takes pasted text: for what has the keys, or else as the name of a file that
// was dropped on the terminal.
func (app *App) paste(msg tea.PasteMsg) tea.Cmd {
	if cmd, ok := app.tell(msg); ok {
		return cmd
	}
	return app.adder.Drop(msg.Content)
}
