package reader

import (
	"context"
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/store"
	"warraq/ui/keyboard"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/jobs"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/shelf"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Model is the state of the reader: facts that do not depend on each other.
type Model struct {
	*draw.Canvas
	ctx          context.Context //nolint:containedctx // Bubble Tea calls back without one
	library      *store.Library
	jobs         *jobs.Runner
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

	sentence func(error) string

	focus     pane
	alone     bool // the article is shown without the panes beside it
	list      list
	article   *article.Pane
	related   related
	history   history
	attention attention
	now       func() time.Time
	shelves   []shelf.Shelf
	relates   relates
	pixels    pixels

	adding   *adding       // what is coming in, nil for nothing
	stack    dialog.Stack  // what has the keys in the place of the panes
	choosing *choosing     // of a passage, nil where none is being chosen
	grace    time.Duration // see graceForKeys
	leaving  time.Duration // see leavingBound
	notice   string        // what the last key did, until the next one
	// keysPressed is how many; underway are the marks that are on their way.
	keysPressed int
	underway    map[mark]underway
	drag        *drag // what the pressed button of the mouse does, nil for nothing
	keys        keyboard.Joiner
	choices     []choice
	actions     map[keymap.Action]func(*Model) tea.Cmd

	moment    store.Moment       // as the library was when it was last looked at
	lookEvery time.Duration      // how often it is looked at; 0 is never
	rest      time.Duration      // how long the text stands still before its position is saved
	still     time.Duration      // how long a picture stays where it is before it is drawn with its pixels
	cell      func() image.Point // the size of a cell in pixels; nil is not known
	cellSize  image.Point        // in pixels, zero where it is not known
}

// New makes a reader with the first page of the list in it, so that its first
// frame shows articles.
func New(ctx context.Context, c Config) (*Model, error) {
	m := &Model{
		ctx: ctx, library: c.Library, jobs: jobs.New(ctx, c.Library.Undo),
		Canvas: &draw.Canvas{Words: c.Words, Options: c.Options, KeyMap: c.Keys, Board: keyboard.Board{On: c.Layout, Home: c.Layout}, Width: c.Width, Height: c.Height},
		now:    time.Now,
		rest:   restBeforeSave, leaving: leavingBound, still: stillFor, cell: c.Cell, settingsPath: c.SettingsPath,
		actions: actions(), choices: choices(),
		profile: c.Profile, clipboard: c.Clipboard, browse: c.Browse, sentence: c.Sentence, looks: c.Looks, themes: c.Themes,
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
	m.article = article.New(m.Canvas)
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
	if m.moment, err = m.library.Moment(ctx); err != nil {
		return nil, err
	}
	page, err := m.readList(ctx, 0)
	if err != nil {
		return nil, err
	}
	switch {
	case c.Open != "":
		m.focus = articlePane
		m.article.Wanted = c.Open
	case c.Welcome && m.columns()[articlePane] == 0:
		m.focus = articlePane // where the welcome is
	case c.Welcome:
	case page.total > 0:
		m.article.Wanted = page.entries[0].ID
		if err := m.resume(ctx); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// resume starts with the article that was open when the reader was left, selected
// in the list.
func (m *Model) resume(ctx context.Context) error {
	e, ok, err := m.library.LeftAt(ctx)
	if err != nil || !ok {
		return err
	}
	index, ok, err := m.library.PlaceOf(ctx, m.list.filter, e.ID)
	if err != nil || !ok {
		return err
	}
	m.article.Wanted = e.ID
	if m.list.move(index, m.visibleItems(listPane)) {
		_, err = m.readList(ctx, index)
	}
	return err
}

// readList reads the page of the list that holds the entry of an index at once: the
// first frame is to show it.
func (m *Model) readList(ctx context.Context, index int) (listLoaded, error) {
	page := listLoaded{filter: m.list.filter}
	err := page.read(ctx, m.library, index)
	if err == nil {
		m.list.loaded(page)
	}
	return page, err
}

// Init opens the article that the reader starts with, and asks for the
// terminal's background.
func (m *Model) Init() tea.Cmd {
	start := tea.Batch(m.relate(), m.fetchShelves(), m.watch(), tea.RequestBackgroundColor)
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

// entry is the article that a mark would go to: the one under the selection of
// the focused pane.
func (m *Model) entry() (store.Entry, bool) {
	switch m.focus {
	case listPane:
		return m.list.at(m.list.Selected)
	case relatedPane:
		if e, ok := m.related.at(m.related.Selected); ok {
			return e, true
		}
	}
	return m.article.Item.Entry, m.article.Item.ID != ""
}

// here is where the reader is now.
func (m *Model) here() place {
	return place{
		id: m.article.Item.ID, at: m.article.Place(), title: m.article.Item.Title,
		focus: m.focus, side: m.related.side, related: m.related.Cursor,
		list: listPlace{m.list.filter, m.list.Cursor}, jumped: m.article.Jumped, searched: m.article.Searched(),
	}
}
