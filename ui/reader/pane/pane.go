// Package pane says what the panes of the reader have in common: one interface, by which
// the app routes keys, the mouse and answers to them and draws them, and what they are
// told.
//
// A pane is a package of its own and a row in the app's table of panes: layout, focus,
// mouse and drawing go over that table. It knows nothing of the other panes; what is to
// be done elsewhere it returns as a [dialog.Action].
package pane

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/marks"
	"github.com/warraq/warraq/ui/rtl"
)

// Pane is one of the columns of the screen.
type Pane interface {
	// Update takes a message and returns what the app is to do: [dialog.Pass] where the
	// message is not for this pane, nil where nothing is left to be done. It is told
	// what this package lists, [dialog.Key] while it has the focus, [dialog.Wheel] while
	// the pointer is over it, and the answers to its jobs, which are those of kinds that
	// begin with its name (see [jobs.Kind.Owner]).
	Update(msg tea.Msg) dialog.Action
	// View draws the pane in the size that it was told last; focused is true of the one
	// that has the keys.
	View(focused bool) []draw.Row
	// Title draws what stands in the rule above the pane, in at most so many columns.
	Title(width int, style rtl.Style) draw.Row
	// Extent returns which part of its content is in sight: from which item or line,
	// how many, and of how many.
	Extent() (top, visible, total int)
	// Footer returns the actions whose keys the footer shows while it has the focus,
	// those that matter most first.
	Footer() []keymap.Action
	// Entry returns the article that a mark goes to while it has the focus; ok is false
	// where that is the open one.
	Entry() (e store.Entry, ok bool)
}

// Returner is a pane with a place of its own that the way back leads to.
type Returner interface {
	// Place returns where one is in the pane; values of it can be compared.
	Place() any
	// Return goes back to a place.
	Return(place any) dialog.Action
}

// Companion is a pane that shows something of the open article. It is read along with
// the article, so that both come into sight at once.
type Companion interface {
	// Prepare returns a function that reads what is shown of an article, at a place
	// where one was before or, where that is nil, as the pane is now. What it returns is
	// told to the pane when the article is shown.
	Prepare(id string, place any) func(context.Context) (tea.Msg, error)
}

// Noter is a pane that says something in the footer, before the keys.
type Noter interface {
	// Note returns what is said, "" for nothing.
	Note() string
}

// Refuser is a pane that may have nothing to go on to.
type Refuser interface {
	// Refuses says why there is nothing, "" where there is something.
	Refuses() string
}

// What panes are told.
type (
	// Resized gives a pane its size, without the title and the edge; the width is 0
	// where it is not shown.
	Resized struct{ Width, Height int }
	// Click is a click on a cell of the pane, counted from its left and its top. Local
	// turns a point of the screen into one of the pane, as it lies by then.
	Click struct {
		draw.Point
		Mod   tea.KeyMod // the keys that were held down
		Local func(draw.Point) draw.Point
	}
	// TitleClick is a click on the title, so many columns from the right of what has
	// Width columns.
	TitleClick struct{ Column, Width int }
	// Shortcut is the action of a key that neither a dialog nor the focused pane has
	// taken: what the pane offers whatever has the focus.
	Shortcut struct {
		Action keymap.Action
		At     int // which of the action's keys it is
	}
	// Marked tells that a change of an article is in the library: Change makes it in an
	// entry of it, and Read is true where it was marked as read or unread.
	Marked struct {
		ID     string
		Change func(*store.Entry)
		Read   bool
	}
	// Left tells that articles were deleted, or were put away or taken out again.
	Left struct {
		IDs      []string
		Removed  bool
		Archived bool
	}
	// Renewed has a pane read again what it shows, after a change of several articles.
	Renewed struct{}
	// Changed tells that others have changed the library, and how many articles came.
	Changed struct{ Arrived int }
	// Opened tells that another article takes the place of the open one, "" for none,
	// before it is shown: questions about the one that was open are of no use now.
	Opened struct{ ID string }
)

// Context is what the app and its panes share.
type Context struct {
	*draw.Canvas
	Library *store.Library
	Jobs    *jobs.Runner
	// Pending are the marks that are on their way to the library.
	Pending marks.Pending
	// KeysPressed is how many keys were pressed since the reader was opened.
	KeysPressed int
	// Display is what the terminal can show.
	Display *display.Display
	// Sentence says an error in the user's words.
	Sentence func(error) string
	// Now returns the time by which days are named; nil is that of the clock.
	Now func() time.Time
	// Opened returns the open article, with an empty ID for none.
	Opened func() store.Entry
	// Visited returns the articles that one came by in this session but one, the last
	// first.
	Visited func(without string) []string
}

// Size is the size of a pane, as it was told last.
type Size struct{ Width, Height int }

// Resize takes a size.
func (s *Size) Resize(msg Resized) { s.Width, s.Height = max(0, msg.Width), max(0, msg.Height) }
