package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// typedAhead keeps what is typed while a dialog that was asked for is on its way: the first
// letters of a tag are for the question, and do not do to the article in the list what they
// are bound to there.
type typedAhead struct {
	asked   int // how many dialogs were asked for until now
	awaited int // which of them is on its way, 0 for none
	typed   []tea.Msg
}

// awaitedTooLong is that a dialog did not come in a time in which one can wait for it.
type awaitedTooLong struct{ awaited int }

// await notes that a dialog was asked for, if one was, and returns its number, and the
// command that ends waiting for it after a time; a bound of 0 waits for none.
func (t *typedAhead) await(opens bool, bound time.Duration) (awaited int, wait tea.Cmd) {
	if !opens || bound == 0 {
		return 0, nil
	}
	t.asked++
	awaited = t.asked
	t.awaited = awaited
	return awaited, tea.Tick(bound, func(time.Time) tea.Msg { return awaitedTooLong{awaited} })
}

// waits tells whether a dialog is on its way.
func (t *typedAhead) waits() bool { return t.awaited != 0 }

// keep keeps what is typed or pasted while a dialog is on its way, and tells whether it did.
func (t *typedAhead) keep(msg tea.Msg) bool {
	if !t.waits() {
		return false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.String() == keymap.AlwaysQuits {
			return false
		}
	case tea.PasteMsg:
	default:
		return false
	}
	t.typed = append(t.typed, msg)
	return true
}

// takeTyped takes what was typed while a dialog was on its way, as if it were typed now:
// that has come, or is not waited for any longer. What comes after another dialog, which is
// not awaited, changes nothing.
func (app *App) takeTyped(awaited int) tea.Cmd {
	if !app.ahead.waits() || awaited != app.ahead.awaited {
		return nil
	}
	typed := app.ahead.typed
	app.ahead.awaited, app.ahead.typed = 0, nil
	var cmds []tea.Cmd
	for _, msg := range typed { // one of them may ask for another dialog, which gets the others
		cmds = append(cmds, app.take(msg))
	}
	return tea.Batch(cmds...)
}
