// Package reader is the full-screen program: a list of articles at the right,
// the article in the middle, its related ones at the left.
//
// It is one Bubble Tea model, [App], which routes and does little else. A key goes to what
// has the keys (dialog), else to the focused pane (columns); whatever is asked of the library
// or of the system is a job (jobs), whose answer comes back as a message and is dropped where
// nobody waits for it any more. Changes go through one queue, and are shown as done once they
// are in the library (marking, marks).
//
// What has a state of its own is a package that does not know the app: how one goes from
// article to article (visits), what one chooses of the looks (looks), what the terminal can
// show (display), what happens beside (fetching, adding, watching). It returns what is to be
// done elsewhere as a [dialog.Action], and App does that (dialogs.go). What is shown is drawn
// with a canvas (draw), in rows of cells, and a row is turned into what the terminal needs at
// the very end (render.go).
package reader

import (
	"context"
	"errors"
	"fmt"
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/watching"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/speech"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Config is what a reader needs to start.
type Config struct {
	Library  *store.Library
	Words    *words.Words
	Terminal terminal.Terminal
	Profile  colorprofile.Profile // how many colours the terminal has
	// Options lay the article out. The width is the pane's; marks and shaping are
	// the terminal's.
	Options rtl.Options
	// Clipboard is a way around OSC 52 to copy text, nil for none.
	Clipboard func(ctx context.Context, text string) error
	// Browse opens an address outside the terminal; nil cannot.
	Browse func(ctx context.Context, address string) error
	Looks  looks.Looks
	// PrintFont is the path of the font that pages are set in, "" for Warraq's own.
	PrintFont string
	// Themes are those that one can choose; nil is [theme.All].
	Themes []theme.Theme
	Keys   keymap.Keys
	// Layout is the keyboard's that a letter of several is taken to be of, and as long
	// as no key tells of another; "" is none.
	Layout keyboard.Layout
	// Lasting are the settings that hold from the next start on.
	Lasting []looks.Lasting
	// SettingsPath is where what is changed is kept, "" for nowhere.
	SettingsPath string
	// Keep writes down settings that were changed, KeepKeys the keys of actions, of one
	// that is named twice the last ones, and KeepForm the form that was chosen for the
	// terminal; nil forgets them.
	Keep     func(map[string]string) error
	KeepKeys func([]keymap.Rebound) error
	KeepForm func(terminal.Form) error
	// Notice is said at first, "" for nothing.
	Notice string
	// Welcome shows what a new reader needs to know, in the place of a first article,
	// unless there is one to open.
	Welcome bool
	// Sentence says an error in the user's words; nil leaves it to the error.
	Sentence func(error) string
	// Client gives what asks servers for an address that is added; nil asks none.
	Client func() (*web.Client, error)
	// Pictures tells how many pictures of a page that is added come with it; nil is none.
	Pictures func(address string) int
	// Fetch brings what is new in the feeds of some numbers, with none in all whose time it
	// is, and tells of each thing as it is done; nil cannot.
	Fetch func(ctx context.Context, feeds []int64, tell func(fetch.Event)) (fetch.Summary, error)
	// Speak reads a sentence aloud, and returns when it has been read; nil cannot. Listen
	// begins with that where an article is opened at once.
	Speak  speech.Speak
	Listen bool
	// Passage are the programs that passages are handed to; none cannot.
	Passage []dialog.Handler
	// FetchTimer fetches what is due while one reads; the zero value never does.
	FetchTimer fetching.Timer
	// Follow follows a feed, or that of the page at its address, and returns what is to
	// be said of it; nil cannot.
	Follow func(context.Context, store.Feed) (dialog.Following, error)
	// Open is the article to open at once, "" for none.
	Open string
	// Cell gives the size of a cell of the terminal in pixels, zero where that is not
	// known; nil is that too.
	Cell func() image.Point
	// Width and Height are the terminal's, so that the first frame is whole.
	Width, Height int
	// Shared is a library that others read, too, on whose machine the reader runs: nothing
	// is added to it or removed, and no path that is typed or dropped is looked at.
	Shared bool
	// Sizes tells the sizes of a terminal at the other end of a connection. Where it is not
	// nil the reader is one of several in this process.
	Sizes <-chan tea.WindowSizeMsg
}

// Run shows the reader until the user leaves it, and then writes down what is
// not yet in the library.
func Run(ctx context.Context, c Config, options ...tea.ProgramOption) error {
	ctx, stop := context.WithCancel(ctx) // what goes on in the background ends with the reader
	defer stop()
	app, err := New(ctx, c)
	if err != nil {
		return err
	}
	app.watcher.Every = watching.UsualPeriod
	app.grace = graceForKeys
	if c.Sizes != nil {
		err = bubble.RunStream(ctx, app, c.Sizes, options...)
	} else {
		err = bubble.Run(ctx, app, options...)
	}
	stop()
	app.fetcher.Await(app.leaving)
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, context.Canceled) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("the reader stopped: %w", err)
	}
	if c.Keep != nil && len(app.settings.Changed) > 0 {
		err = errors.Join(err, c.Keep(app.settings.Changed))
	}
	if c.KeepKeys != nil && len(app.settings.Rebound) > 0 {
		err = errors.Join(err, c.KeepKeys(app.settings.Rebound))
	}
	if c.KeepForm != nil && app.settings.FormChanged {
		err = errors.Join(err, c.KeepForm(app.Display.Terminal.Form))
	}
	return errors.Join(err, app.flush(context.WithoutCancel(ctx)))
}

// leavingBound is how long the reader waits, when it is left, for what is not saved
// yet: with all else that ends it is three seconds.
const leavingBound = 2500 * time.Millisecond

// flush saves what is still waiting, and where the reader is in the text.
func (app *App) flush(ctx context.Context) error {
	_ = app.perform(app.visitor.SaveLeft())
	return marking.Flush(ctx, app.Context, app.leaving)
}
