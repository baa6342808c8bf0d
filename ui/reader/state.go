package reader

import (
	"context"
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/articles/web"
	"warraq/store"
	"warraq/store/fetch"
	"warraq/ui/keyboard"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/jobs"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/list"
	"warraq/ui/reader/pane"
	"warraq/ui/reader/related"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Model is the state of the reader: facts that do not depend on each other.
type Model struct {
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
	client    func() (*web.Client, error) // what asks servers, nil for none

	sentence func(error) string

	panes     []column // see makePanes
	focus     int      // which of them has the keys
	alone     bool     // the article is shown without the panes beside it
	list      *list.Pane
	article   *article.Pane
	related   *related.Pane
	history   history
	attention attention
	now       func() time.Time
	pixels    pixels

	adding *adding // what is coming in, nil for nothing
	// fetch brings news, nil where nothing can; fetching is what is on its way, nil for
	// nothing.
	fetch    func(ctx context.Context, feeds []int64, tell func(fetch.Event)) (fetch.Summary, error)
	fetching *fetching
	follow   func(ctx context.Context, address string) (said string, err error) // nil where nothing can
	stack    dialog.Stack                                                       // what has the keys in the place of the panes
	// choosing is that of a passage on the stack, nil where none is being chosen.
	choosing *article.Chooser
	grace    time.Duration // see graceForKeys
	leaving  time.Duration // see leavingBound
	notice   string        // what the last key did, until the next one
	keys     keyboard.Joiner
	choices  []choice
	actions  map[keymap.Action]func(*Model) tea.Cmd

	moment    store.Moment       // as the library was when it was last looked at
	touch     store.Touch        // as its files were
	lookEvery time.Duration      // how often it is looked at; 0 is never
	still     time.Duration      // how long a picture stays where it is before it is drawn with its pixels
	cell      func() image.Point // the size of a cell in pixels; nil is not known
	cellSize  image.Point        // in pixels, zero where it is not known
}

// New makes a reader with the first page of the list in it, so that its first
// frame shows articles.
func New(ctx context.Context, c Config) (*Model, error) {
	m := &Model{
		ctx: ctx,
		Context: &pane.Context{
			Canvas:  &draw.Canvas{Words: c.Words, Options: c.Options, KeyMap: c.Keys, Board: keyboard.Board{On: c.Layout, Home: c.Layout}, Width: c.Width, Height: c.Height},
			Library: c.Library, Jobs: jobs.New(ctx, c.Library.Undo),
		},
		now:     time.Now,
		leaving: leavingBound, still: stillFor, cell: c.Cell, settingsPath: c.SettingsPath,
		actions: actions(), choices: choices(),
		profile: c.Profile, clipboard: c.Clipboard, browse: c.Browse, client: c.Client, fetch: c.Fetch, follow: c.Follow, sentence: c.Sentence, looks: c.Looks, themes: c.Themes,
	}
	if m.browse == nil {
		m.browse = func(context.Context, string) error { return terminal.ErrNoBrowser }
	}
	if m.sentence == nil {
		m.sentence = error.Error
	}
	if m.looks == (Looks{}) {
		m.looks = Looks{Measure: DefaultMeasure, Spacing: DefaultSpacing, Theme: AutoTheme, Pictures: AutoPictures, Mouse: true}
	}
	if m.KeyMap.Bindings == nil {
		m.KeyMap.Bindings = keymap.Defaults
	}
	if m.themes == nil {
		m.themes = theme.All()
	}
	m.makePanes()
	m.article.Measure, m.article.Welcome = m.looks.Measure, m.welcomeRows
	m.Opened, m.Visited = func() store.Entry { return m.article.Item.Entry }, m.history.visited
	m.setTerminal(c.Terminal)
	m.background = Background(c.Terminal)
	m.setTheme(m.pickTheme())
	for _, l := range c.Lasting {
		m.choices = append(m.choices, l.choice())
	}
	if m.cell != nil {
		m.cellSize = m.cell()
	}
	var err error
	if m.moment, err = m.Library.Moment(ctx); err != nil {
		return nil, err
	}
	m.relayout()
	if err := m.startToday(ctx); err != nil {
		return nil, err
	}
	if err := m.list.Start(ctx); err != nil {
		return nil, err
	}
	switch first, ok := m.list.Entry(); {
	case c.Open != "":
		m.setFocus(articlePane)
		m.article.Wanted = c.Open
	case c.Welcome && m.columns()[articlePane] == 0:
		m.setFocus(articlePane) // where the welcome is
	case c.Welcome:
	case ok:
		m.article.Wanted = first.ID
		if err := m.resume(ctx); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// manyArticles is how many articles have to come until the front page is shown first.
const manyArticles = 50

// startToday begins with the front page, where many articles came since one last looked.
func (m *Model) startToday(ctx context.Context) error {
	looked, err := m.Library.LastLooked(ctx)
	if err != nil || looked.IsZero() {
		return err
	}
	more, err := m.Library.HaveCome(ctx, looked, manyArticles)
	if more {
		m.list.StartToday()
	}
	return err
}

// resume starts with the article that was open when the reader was left, selected
// in the list.
func (m *Model) resume(ctx context.Context) error {
	e, ok, err := m.Library.LeftAt(ctx)
	if err != nil || !ok {
		return err
	}
	found, err := m.list.StartAt(ctx, e.ID)
	if found {
		m.article.Wanted = e.ID
	}
	return err
}

// Init opens the article that the reader starts with, and asks for the
// terminal's background.
func (m *Model) Init() tea.Cmd {
	start := tea.Batch(m.perform(m.related.Relate(), nil), m.perform(m.list.LoadTabs(), nil), m.watch(), tea.RequestBackgroundColor)
	if m.article.Wanted == "" {
		return start
	}
	target := place{id: m.article.Wanted, focus: m.focus, at: whereLeft}
	if m.focus == articlePane {
		return tea.Batch(m.visit(target), start)
	}
	return tea.Batch(m.show(target), start)
}

// setTerminal lays lines out for a terminal from now on.
func (m *Model) setTerminal(t terminal.Terminal) {
	m.term = t
	m.Options.HideMarks, m.Options.Shaping = !t.KeepMarks || m.looks.HideTashkeel, t.Shaping
}

// here is where the reader is now.
func (m *Model) here() place {
	return place{
		id: m.article.Item.ID, at: m.article.Place(), title: m.article.Item.Title,
		focus: m.focus, panes: m.places(), jumped: m.article.Jumped, searched: m.article.Searched(),
	}
}
