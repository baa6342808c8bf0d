package keyboard

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Names are the names that a key press may be bound by: its own, as Bubble Tea
// writes it, then that of the key that a Latin layout has in its place. Terminals
// with the kitty protocol say which one that is; for the others the letter tells.
// What a key prints comes first, since a key that prints a bracket is looked for by
// that; but not where a terminal says which key it was that a letter of another
// script stands on, or its shifted form.
// It gives what is known of the keyboard after the key as well.
func Names(press tea.KeyPressMsg, b Board) (names []string, now Board) {
	names = []string{press.String()}
	typed, control := press.Text, ""
	if typed == "" && press.Mod&tea.ModCtrl != 0 {
		typed, control = string(press.Code), "ctrl+"
	}
	key, now, ok := b.Key(typed)
	switch {
	case press.BaseCode != 0 && press.Code >= utf8.RuneSelf && press.Code <= unicode.MaxRune:
		_, now, _ = now.Key(string(press.Code))
		names = []string{baseKey(press), press.String()}
	case press.BaseCode != 0:
		names = append(names, baseKey(press))
	case ok:
		names = append(names, control+string(key))
	}
	return names, now
}

// baseKey names a key by the code that it has on a US keyboard.
func baseKey(press tea.KeyPressMsg) string {
	key := press.BaseCode
	if press.Mod&tea.ModShift != 0 {
		if i := strings.IndexRune(plainKeys, key); i >= 0 {
			key = rune(shiftedKeys[i])
		}
	}
	if press.Mod&tea.ModCtrl != 0 {
		return "ctrl+" + string(press.BaseCode)
	}
	return string(key)
}

// The keys of a US keyboard, and what they type with shift held down.
const (
	plainKeys   = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
	shiftedKeys = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
)

// keyLabels are what keys without a letter have printed on them.
var keyLabels = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→",
	"enter": "⏎", "tab": "Tab", "esc": "Esc", "space": "␣", "backspace": "⌫", "delete": "Del", "insert": "Ins",
	"home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
}

// modifierNames are the keys that are held down with others, in the order in which
// Bubble Tea names them.
var modifierNames = []struct{ name, label string }{
	{"ctrl+", "^"}, {"alt+", "⌥"}, {"shift+", "⇧"}, {"meta+", "◆"}, {"hyper+", "◇"}, {"super+", "⌘"},
}

// Label is how the key of a name is printed on a keyboard whose layout is on.
func (on Layout) Label(name string) string {
	label := ""
	for _, m := range modifierNames {
		if rest, ok := strings.CutPrefix(name, m.name); ok && rest != "" {
			name, label = rest, label+m.label
		}
	}
	key := []rune(name)
	switch printed, ok := keyLabels[name]; {
	case ok:
		return label + printed
	case len(key) > 1:
		return label + strings.ToUpper(name) // a function key
	case label != "":
		return label + name // a control character, which has no letters of its own
	default:
		return on.Print(key[0])
	}
}

// Labels are the first of several keys, at the most so many, as [Layout.Label]
// gives them.
func (on Layout) Labels(names []string, most int) string {
	var labels []string
	for _, name := range names[:min(most, len(names))] {
		labels = append(labels, on.Label(name))
	}
	return strings.Join(labels, " ")
}

// Types reports whether a key of the layout prints a character.
func (on Layout) Types(character string) bool {
	letter, size := utf8.DecodeRuneInString(character)
	if size != len(character) {
		return false
	}
	_, keys := layoutCharacters()
	_, moved := keys[on][letter]
	return moved || on.Print(letter) == character
}

// Parse gives a name of a key in the form in which [Names] gives it, and false
// for what is none. A letter stands for the key that it is on.
func Parse(name string) (string, bool) {
	held := ""
	for _, m := range modifierNames {
		if len(name) > len(m.name) && strings.EqualFold(name[:len(m.name)], m.name) {
			name, held = name[len(m.name):], held+m.name
		}
	}
	if key, _, ok := (Board{}).Key(name); ok {
		return held + string(key), true
	}
	if key := []rune(name); len(key) == 1 {
		switch {
		case key[0] == ' ':
			name = "space"
		case !unicode.IsGraphic(key[0]):
			return "", false
		case held != "":
			name = strings.ToLower(name)
		}
		return held + name, true
	}
	name = strings.ToLower(name)
	if _, ok := keyLabels[name]; ok || isFunctionKey(name) {
		return held + name, true
	}
	return "", false
}

// isFunctionKey reports whether a name is that of a function key: f1 to f63, as many
// as Bubble Tea knows.
func isFunctionKey(name string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(name, "f"))
	return err == nil && strings.HasPrefix(name, "f") && 1 <= n && n <= 63 && name == "f"+strconv.Itoa(n)
}
