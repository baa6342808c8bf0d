// Package dialog holds what can have the keys of the reader instead of its panes: one
// stack of prompts, screens and whatever else is in progress.
//
// A dialog holds what it is about from when it was opened on, so that nothing that
// happens meanwhile leads it to something else. It knows nothing of what lies beneath
// it: it returns an [Action], and the app does that.
package dialog

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/marks"
)

// Dialog is something that has the keys.
type Dialog interface {
	// Update takes a message and returns what the app is to do: [Pass] where the
	// message is not for this dialog, nil where nothing is left to be done.
	Update(msg tea.Msg) Action
}

// Screen is a dialog that stands in the place of the panes.
type Screen interface {
	Dialog
	// View draws the screen from its top: rows at the right, which are brought to the
	// exact width and height.
	View(width, height int) []draw.Row
	// Footer gives the actions whose keys the footer shows.
	Footer() []keymap.Action
}

// Asker is a dialog that asks for something in the footer.
type Asker interface {
	Dialog
	// Asks returns the prompt that stands in the footer.
	Asks() *Prompt
}

// Hinter is a dialog whose keys the footer shows in words of their own.
type Hinter interface {
	Dialog
	// Hints returns the keys, nil where they are those that the footer shows by itself.
	Hints() []draw.Hint
}

// These are what a dialog is told, beside what jobs bring and [tea.PasteMsg].
type (
	// Key is a pressed key with the action it is bound to, "" for none, and which of
	// the action's keys it is.
	Key struct {
		Press  tea.KeyPressMsg
		Action keymap.Action
		At     int
	}
	// Click is a click on a row of the screen.
	Click struct{ Row int }
	// Motion is a movement of the pointer while a button is pressed.
	Motion struct{ draw.Point }
	// Release is the end of that.
	Release struct{}
	// Wheel is a turn of the wheel, by so many steps.
	Wheel struct{ Steps int }
)

// Action is what a dialog or a pane asks the app to do.
type Action any

// The actions.
type (
	// Pass leaves a message to what lies beneath.
	Pass struct{}
	// Close closes the dialog, and then does something else, nil for nothing.
	Close struct{ Then Action }
	// Many are done one after the other.
	Many []Action
	// Call is a function that returns what is to be done once all before it is.
	Call func() Action
	// Run runs a command.
	Run struct{ Cmd tea.Cmd }
	// Say shows a sentence in the footer until the next key.
	Say struct{ Text string }
	// Do does what a key does among the panes.
	Do struct{ Action keymap.Action }
	// Press presses a key again, on what lies beneath by then.
	Press struct{ Key tea.KeyPressMsg }
	// Open opens an article at a position, which may be [WhereLeft]: Jumped from the one
	// that is open, or marked by what was Searched for. Missing is said where the library
	// lacks it, "" for what the library says.
	Open struct {
		ID       string
		Position int
		Jumped   bool
		Searched string
		Missing  string
	}
	// Failed says what went wrong.
	Failed struct{ Err error }
	// Copy puts a text on the clipboard.
	Copy struct{ Text string }
	// Browse opens an address outside.
	Browse struct{ Address string }
	// Push opens a dialog.
	Push struct{ Dialog Dialog }
	// Tell gives a message to the open dialogs.
	Tell struct{ Msg tea.Msg }
	// Focus gives the keys to a pane, or to the one so many further on from it.
	Focus struct {
		Pane any
		By   int
	}
	// Choose opens the article that was chosen from a list, marked by the query that it
	// was found by, or goes to it where it is open.
	Choose struct{ ID, Searched string }
	// CountRead counts the open article as read.
	CountRead struct{}
	// Save hands a change of some articles to the library, after those before it; IDs is
	// nil where it is not known of which.
	Save struct {
		IDs      []string
		Do       func(context.Context) (store.Undo, error)
		Change   func(*store.Entry) // of their entries, once it is made; nil for none
		Mark     marks.Kind         // that is on its way until then
		Said     string             // of what was done
		Counted  bool               // how many articles were changed is said behind that
		Then     func() Action      // what is to be done next; nil for nothing
		ByItself bool               // it is no change to be taken back
	}
	// TellPanes tells all panes something.
	TellPanes struct{ Msg tea.Msg }
	// Renew has all panes read again what they show.
	Renew struct{}
	// Step takes a setting so many values further.
	Step struct {
		Setting string
		By      int
	}
)

// ClickOf returns the click of a button of the mouse, as a dialog is told of it.
func ClickOf(msg tea.MouseClickMsg) Click { return Click{Row: msg.Y - draw.HeaderRows} }

// WheelOf returns a turn of the wheel, as a dialog is told of it; ok is false of a wheel that
// is turned to a side.
func WheelOf(msg tea.MouseWheelMsg) (turn Wheel, ok bool) {
	switch msg.Button {
	case tea.MouseWheelUp:
		return Wheel{draw.Movements[keymap.Up].Steps}, true
	case tea.MouseWheelDown:
		return Wheel{draw.Movements[keymap.Down].Steps}, true
	default:
		return Wheel{}, false
	}
}

// WhereLeft stands for the position that the library keeps of an article.
const WhereLeft = -1

// baseScreen is what all screens have in common.
type baseScreen struct {
	*draw.Canvas
	opener keymap.Action      // that opened it, and closes it too
	point  func(row int) bool // selects what stands in a row, nil where nothing does
}

// take returns the action that a message stands for on a screen; "" for none, with
// what is done about it.
func (s *baseScreen) take(msg tea.Msg) (keymap.Action, Action) {
	switch msg := msg.(type) {
	case Key:
		switch msg.Action {
		case keymap.Back, keymap.Quit, s.opener:
			return "", Close{}
		}
		if msg.Press.String() == "esc" { // whatever else it was chosen for
			return "", Close{}
		}
		return msg.Action, nil
	case Wheel:
		if msg.Steps < 0 {
			return keymap.Up, nil
		}
		return keymap.Down, nil
	case Click:
		if s.point != nil && s.point(msg.Row) {
			return keymap.Onward, nil
		}
		return "", nil
	default:
		return "", Pass{}
	}
}

// arrowKey returns the name of the arrow key that a message is, "" for none.
func arrowKey(msg tea.Msg) string {
	key, ok := msg.(Key)
	if !ok {
		return ""
	}
	switch name := key.Press.String(); name {
	case "up", "down", "left", "right":
		return name
	default:
		return ""
	}
}
