package keyboard

import (
	"iter"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// Names are the names that a key press may be bound by: its own, as Bubble Tea
// writes it, then that of the key that a Latin layout has in its place. Terminals
// with the kitty protocol say which one that is; for the others the letter tells.
func Names(press tea.KeyPressMsg) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(press.String()) {
			return
		}
		if press.BaseCode != 0 {
			yield(baseKey(press))
		} else if key, ok := Latin(press.Text); ok {
			yield(string(key))
		}
	}
}

// baseKey names a key by the code that it has on a US keyboard.
func baseKey(press tea.KeyPressMsg) string {
	key := press.BaseCode
	if press.Mod&tea.ModShift != 0 {
		if key = unicode.ToUpper(key); key == '/' {
			key = '?'
		}
	}
	if press.Mod&tea.ModCtrl != 0 {
		return "ctrl+" + string(key)
	}
	return string(key)
}
