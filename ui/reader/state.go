package reader

import (
	"context"
	"image"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/firststeps"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/pixels"
	"github.com/warraq/warraq/ui/reader/printed"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// App is the state of the reader: facts that do not depend on each other.
type App struct {
	*pane.Context
	ctx      context.Context //nolint:containedctx // Bubble Tea calls back without one
	settings *looks.Settings
	// clipboard is a way around OSC 52, nil for none.
	clipboard func(ctx context.Context, text string) error
	browse    func(ctx context.Context, address string) error
	shared    bool // whether others have the library, too; see Config

	columns *columns.Columns // the panes, see makePanes
	list    *list.Pane
	article *article.Pane
	related *related.Pane
	visitor *visits.Visitor
	now     func() time.Time
	steps   firststeps.Steps
	// welcoming is whether the reader began with the welcome.
	welcoming bool
	pixels    *pixels.Drawer

	adder   *adding.Adder
	fetcher *fetching.Fetcher
	follow  func(context.Context, store.Feed) (dialog.Following, error) // nil where nothing can
	stack   dialog.Stack                                                // what has the keys in the place of the panes
	// choosing is that of a passage on the stack, nil where none is being chosen.
	choosing *article.Chooser
	listens  bool             // the article that is opened at once is to be read aloud
	reciter  *article.Reciter // that of an article that is read aloud, nil for none
	grace    time.Duration    // see graceForKeys
	ahead    typedAhead
	leaving  time.Duration // see leavingBound
	notice   string        // what the last key did, until the next one
	keys     keyboard.Joiner
	tellsAlt bool // whether the terminal tells alt from an Esc before a key
	actions  map[keymap.Action]func(*App) tea.Cmd

	titled  windowTitle // by the last frame
	watcher *watching.Watcher
	cell    func() image.Point // the size of a cell in pixels; nil is not known
	printed *printed.View
}

// New makes a reader with the first page of the list in it, so that its first
// frame shows articles.
func New(ctx context.Context, c Config) (*App, error) {
	if c.Shared {
		c.Words = wordsElsewhere(c.Words)
	}
	canvas := &draw.Canvas{Words: c.Words, Options: c.Options, KeyMap: c.Keys, Board: keyboard.Board{On: c.Layout, Home: c.Layout}, Width: c.Width, Height: c.Height}
	app := &App{
		ctx: ctx,
		Context: &pane.Context{
			Canvas: canvas, Library: c.Library, Jobs: jobs.New(ctx, c.Library.Undo), Sentence: c.Sentence,
			Display: &display.Display{Canvas: canvas, Terminal: c.Terminal, Profile: c.Profile, Background: display.BackgroundOf(c.Terminal)},
		},
		now: time.Now, leaving: leavingBound, actions: keyActions(),
		cell: c.Cell, clipboard: c.Clipboard, browse: c.Browse, follow: c.Follow, shared: c.Shared,
	}
	app.settings = looks.New(app.Display, c.Looks, c.Themes, c.SettingsPath, c.Lasting)
	app.fetcher, app.adder = fetching.New(ctx, app.Jobs, c.Fetch), adding.New(ctx, app.Jobs, c.Library, c.Client)
	app.fetcher.Timer = c.FetchTimer
	app.pixels, app.printed = pixels.New(app.Jobs, c.Library), printed.New(app.settings, c.Library, c.PrintFont)
	if app.browse == nil {
		app.browse = func(context.Context, string) error { return terminal.ErrNoBrowser }
	}
	if app.Sentence == nil {
		app.Sentence = error.Error
	}
	if app.KeyMap.Bindings == nil {
		app.KeyMap.Bindings = keymap.Defaults
	}
	app.makePanes()
	app.article.Welcome, app.article.Speak, app.article.Handlers = app.welcomeRows, c.Speak, c.Passage
	app.fitLooks()
	app.Now = func() time.Time { return app.now() }
	app.Opened, app.Visited = func() store.Entry { return app.article.Item.Entry }, app.visitor.History.Visited
	if app.cell != nil {
		app.Display.CellSize = app.cell()
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
	app.welcoming, app.listens, app.notice = c.Welcome, c.Listen, c.Notice
	if err := app.startSteps(ctx, c.Welcome); err != nil {
		return nil, err
	}
	switch first, ok := app.list.Entry(); {
	case c.Open != "":
		app.setFocus(articlePane)
		app.article.Wanted = c.Open
	case c.Welcome && !app.columns.Shows(articlePane):
		app.setFocus(articlePane) // where the welcome is
	case c.Welcome:
	case ok:
		app.article.Wanted = first.ID
		if err := app.visitor.Resume(ctx); err != nil {
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

// Init opens the article that the reader starts with, and asks for the
// terminal's background.
func (app *App) Init() tea.Cmd {
	start := tea.Batch(app.perform(app.related.Relate()), app.perform(app.list.LoadTabs()), app.perform(app.list.LookAtToday()), app.watcher.Wait(), app.fetcher.Wait(), tea.RequestBackgroundColor)
	if app.welcoming {
		start = tea.Batch(start, app.keepSteps())
	}
	return tea.Batch(app.perform(app.visitor.Start()), start)
}

// wordsElsewhere returns words for a reader at the other end of a connection, who can neither
// install a program on this machine nor name one in its settings.
func wordsElsewhere(here *words.Words) *words.Words {
	elsewhere := *here
	elsewhere.Listen.None, elsewhere.Passage.None = here.Programs.Elsewhere, here.Programs.Elsewhere
	return &elsewhere
}
