package keyboard

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// AfterEscape takes the Esc off a key press that has alt held down and returns the key
// behind it; ok is false where alt is not all that is held down beside shift. Terminals
// without the kitty protocol send alt as an Esc before the key, so that an Esc and a key
// pressed right after it come as one: tmux waits half a second for the second.
func AfterEscape(press tea.KeyPressMsg) (key tea.KeyPressMsg, ok bool) {
	if press.Mod&^tea.ModShift != tea.ModAlt {
		return press, false
	}
	press.Mod &^= tea.ModAlt
	typed := press.Code
	if press.ShiftedCode != 0 && press.Mod&tea.ModShift != 0 {
		typed = press.ShiftedCode
	}
	if press.Text == "" && typed <= unicode.MaxRune && unicode.IsPrint(typed) {
		press.Text = string(typed)
	}
	return press, true
}
