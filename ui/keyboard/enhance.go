package keyboard

import tea "charm.land/bubbletea/v2"

// Enhancements are what a terminal with the kitty protocol is asked for: which key
// it was that typed a letter, for all keys, and what they type.
var Enhancements = tea.KeyboardEnhancements{
	ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: true, ReportAssociatedText: true,
}

// Pressed is a key press without the locks of the keyboard, which are on or off
// whatever is pressed; false of a key that does something with others alone, which
// terminals with these enhancements tell of as well.
func Pressed(press tea.KeyPressMsg) (tea.KeyPressMsg, bool) {
	press.Mod &^= tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock
	return press, press.Code < tea.KeyCapsLock || press.Code > tea.KeyIsoLevel5Shift
}
