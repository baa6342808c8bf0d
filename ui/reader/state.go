package reader

import (
	"context"
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/attention"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/pixels"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// App is the state of the reader: facts that do not depend on each other.
type App struct {
	*pane.Context
	ctx          context.Context //nolint:containedctx // Bubble Tea calls back without one
	looks        Looks
	chosen       map[string]string // the settings that were changed, to be kept
	settingsPath string
	themes       []theme.Theme // those that one can choose
	// background is the terminal's, as far as is known.
	background theme.Background
	profile    colorprofile.Profile
	term       terminal.Terminal
	formChosen bool // by hand
	// clipboard is a way around OSC 52, nil for none.
	clipboard func(ctx context.Context, text string) error
	browse    func(ctx context.Context, address string) error

	panes     []paneColumn // see makePanes
	focus     int          // which of them has the keys
	alone     bool         // the article is shown without the panes beside it
	list      *list.Pane
	article   *article.Pane
	related   *related.Pane
	history   history.History
	attention attention.Span
	preview   articlePreview
	now       func() time.Time
	pixels    *pixels.Drawer

	adder   *adding.Adder
	fetcher *fetching.Fetcher
	follow  func(ctx context.Context, address string) (said string, err error) // nil where nothing can
	stack   dialog.Stack                                                       // what has the keys in the place of the panes
	// choosing is that of a passage on the stack, nil where none is being chosen.
	choosing *article.Chooser
	grace    time.Duration // see graceForKeys
	leaving  time.Duration // see leavingBound
	notice   string        // what the last key did, until the next one
	keys     keyboard.Joiner
	choices  []settingChoice
	actions  map[keymap.Action]func(*App) tea.Cmd

	watcher   *watching.Watcher
	cell      func() image.Point // the size of a cell in pixels; nil is not known
	cellSize  image.Point        // in pixels, zero where it is not known
	print     printView
	printFont string // the path of the font that pages are set in, "" for Warraq's own
}

// New makes a reader with the first page of the list in it, so that its first
// frame shows articles.
func New(ctx context.Context, c Config) (*App, error) {
	app := &App{
		ctx: ctx,
		Context: &pane.Context{
			Canvas:  &draw.Canvas{Words: c.Words, Options: c.Options, KeyMap: c.Keys, Board: keyboard.Board{On: c.Layout, Home: c.Layout}, Width: c.Width, Height: c.Height},
			Library: c.Library, Jobs: jobs.New(ctx, c.Library.Undo), Sentence: c.Sentence,
		},
		now:     time.Now,
		preview: articlePreview{rest: previewRest},
		leaving: leavingBound, cell: c.Cell, settingsPath: c.SettingsPath,
		actions: keyActions(), choices: settingChoices(),
		profile: c.Profile, printFont: c.PrintFont, clipboard: c.Clipboard, browse: c.Browse, follow: c.Follow, looks: c.Looks, themes: c.Themes,
	}
	app.fetcher, app.adder = fetching.New(ctx, app.Jobs, c.Fetch), adding.New(ctx, app.Jobs, c.Library, c.Client)
	app.adder.Pictures = c.Pictures
	app.fetcher.Timer = c.FetchTimer
	app.pixels = pixels.New(app.Jobs, c.Library)
	if app.browse == nil {
		app.browse = func(context.Context, string) error { return terminal.ErrNoBrowser }
	}
	if app.Sentence == nil {
		app.Sentence = error.Error
	}
	if app.looks == (Looks{}) {
		app.looks = Looks{Measure: DefaultMeasure, Spacing: DefaultSpacing, Theme: AutoTheme, View: CellView, Pictures: AutoPictures, Mouse: true, Preview: true}
	}
	if app.KeyMap.Bindings == nil {
		app.KeyMap.Bindings = keymap.Defaults
	}
	if app.themes == nil {
		app.themes = theme.All()
	}
	app.makePanes()
	app.article.Measure, app.article.Welcome = app.looks.Measure, app.welcomeRows
	app.list.Compact = app.looks.Compact
	app.Now = func() time.Time { return app.now() }
	app.Opened, app.Visited = func() store.Entry { return app.article.Item.Entry }, app.history.Visited
	app.setTerminal(c.Terminal)
	app.background = Background(c.Terminal)
	app.setTheme(app.pickTheme())
	for _, l := range c.Lasting {
		app.choices = append(app.choices, l.choice())
	}
	if app.cell != nil {
		app.cellSize = app.cell()
	}
	var err error
	if app.watcher, err = watching.New(ctx, app.Jobs, app.Library); err != nil {
		return nil, err
	}
	app.relayout()
	if err := app.startToday(ctx); err != nil {
		return nil, err
	}
	if err := app.list.Start(ctx); err != nil {
		return nil, err
	}
	switch first, ok := app.list.Entry(); {
	case c.Open != "":
		app.setFocus(articlePane)
		app.article.Wanted = c.Open
	case c.Welcome && app.columns()[articlePane] == 0:
		app.setFocus(articlePane) // where the welcome is
	case c.Welcome:
	case ok:
		app.article.Wanted = first.ID
		if err := app.resume(ctx); err != nil {
			return nil, err
		}
	}
	return app, nil
}

// manyArticles is how many articles have to come until the front page is shown first.
const manyArticles = 50

// startToday begins with the front page, where many articles came since one last looked.
func (app *App) startToday(ctx context.Context) error {
	looked, err := app.Library.LastLooked(ctx)
	if err != nil || looked.IsZero() {
		return err
	}
	more, err := app.Library.HaveCome(ctx, looked, manyArticles)
	if more {
		app.list.StartToday()
	}
	return err
}

// resume starts with the article that was open when the reader was left, selected
// in the list.
func (app *App) resume(ctx context.Context) error {
	e, ok, err := app.Library.LeftAt(ctx)
	if err != nil || !ok {
		return err
	}
	found, err := app.list.StartAt(ctx, e.ID)
	if found {
		app.article.Wanted = e.ID
	}
	return err
}

// Init opens the article that the reader starts with, and asks for the
// terminal's background.
func (app *App) Init() tea.Cmd {
	start := tea.Batch(app.perform(app.related.Relate()), app.perform(app.list.LoadTabs()), app.perform(app.list.LookAtToday()), app.watcher.Wait(), app.fetcher.Wait(), tea.RequestBackgroundColor)
	if app.article.Wanted == "" {
		return start
	}
	target := history.Place{ID: app.article.Wanted, Focus: app.focus, At: history.WhereLeft}
	if app.focus == articlePane {
		return tea.Batch(app.visit(target), start)
	}
	return tea.Batch(app.show(target), start)
}

// setTerminal lays lines out for a terminal from now on.
func (app *App) setTerminal(t terminal.Terminal) {
	app.term = t
	app.Options.HideMarks, app.Options.Shaping = !t.KeepMarks || app.looks.HideTashkeel, t.Shaping
	app.Options.KeepShadda = t.KeepMarks && app.looks.KeepShadda
}

// here is where the reader is now.
func (app *App) here() history.Place {
	if app.preview.shown {
		return app.preview.left
	}
	return history.Place{
		ID: app.article.Item.ID, At: app.article.Place(), Title: app.article.Item.Title,
		Focus: app.focus, Panes: app.places(), Jumped: app.article.Jumped, Searched: app.article.Searched(),
	}
}
