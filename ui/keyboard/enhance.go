package keyboard

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Enhancements are what a terminal with the kitty protocol is asked for: which key
// it was that typed a letter, for all keys, and what they type.
var Enhancements = tea.KeyboardEnhancements{
	ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: true, ReportAssociatedText: true,
}

// Pressed is a key press without the locks of the keyboard, which are on or off
// whatever is pressed, and with the Latin letter of a control character; false of a
// key that does something with others alone, which terminals with these
// enhancements tell of as well.
func (b Board) Pressed(press tea.KeyPressMsg) (tea.KeyPressMsg, bool) {
	press.Mod &^= tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock
	if press.Mod&tea.ModCtrl != 0 && press.Text == "" && press.Code >= utf8.RuneSelf && press.Code <= unicode.MaxRune {
		key, _, ok := b.Key(string(press.Code))
		switch {
		case press.BaseCode != 0:
			press.Code, press.BaseCode = press.BaseCode, 0
		case ok:
			press.Code = key
		}
	}
	return press, press.Code < tea.KeyCapsLock || press.Code > tea.KeyIsoLevel5Shift
}
