package keyboard

import (
	"slices"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestTablesLineUp(t *testing.T) {
	for i, l := range tables {
		if letters, keys := utf8.RuneCountInString(l.letters), utf8.RuneCountInString(l.latin); letters != keys {
			t.Errorf("table %d has %d letters over %d Latin keys", i, letters, keys)
		}
	}
}

func TestKey(t *testing.T) {
	for _, tt := range []struct {
		on     Layout
		typed  string
		key    string
		layout Layout // "" is the one that was on
	}{
		{Latin, "ت", "j", Arabic}, {Latin, "ن", "k", Arabic}, {Latin, "ض", "q", Arabic},
		{Latin, "ظ", "/", Arabic}, {Latin, "؟", "?", Arabic},
		{Latin, "ﻻ", "b", Arabic}, {Latin, "لا", "b", Arabic}, {Latin, "لآ", "B", Arabic}, // one key, however it is sent
		{Latin, "چ", "]", Persian}, {Latin, "ڑ", "R", Urdu}, {Latin, "ח", "j", Hebrew},
		{Latin, "٣", "3", ""}, {Arabic, "۴", "4", ""},
		// A letter that stands in two places is that of the layout that is on.
		{Persian, "ظ", "z", ""}, {Arabic, "ظ", "/", ""}, {Urdu, "ظ", "/", Arabic}, {Urdu, "ت", "t", ""}, {Persian, "ت", "j", ""},
		{Persian, "ي", "d", Arabic}, // which Persian does not have
		{Arabic, "j", "", Latin}, {Hebrew, "Z", "", Latin},
		{Arabic, "?", "", ""}, {Arabic, "", "", ""}, {Hebrew, "تن", "", ""}, {Arabic, "漢", "", ""},
	} {
		key, layout, ok := tt.on.Key(tt.typed)
		got := ""
		if ok {
			got = string(key)
		}
		if want := tt.layout; got != tt.key || want != "" && layout != want || want == "" && layout != tt.on {
			t.Errorf("on %s %q is %q of %s, want %q of %q", tt.on, tt.typed, got, layout, tt.key, tt.layout)
		}
	}
}

// What a key prints is what it types.
func TestPrintIsTheInverseOfKey(t *testing.T) {
	for _, on := range Layouts() {
		for key := '!'; key <= '~'; key++ {
			printed := on.Print(key)
			if printed == string(key) {
				continue
			}
			if back, layout, ok := on.Key(printed); !ok || back != key || layout != on {
				t.Errorf("%s prints %q on %q, which is %q of %s", on, printed, key, back, layout)
			}
		}
	}
}

func TestNamesOfControls(t *testing.T) {
	press := tea.KeyPressMsg{Code: 'ي', Mod: tea.ModCtrl}
	if names, _ := Names(press, Latin); !slices.Contains(names, "ctrl+d") {
		t.Errorf("ctrl and the key of d on an Arabic layout are %q", names)
	}
}

func TestLabel(t *testing.T) {
	for _, tt := range []struct {
		on         Layout
		name, want string
	}{
		{Latin, "j", "j"}, {Arabic, "j", "ت"}, {Hebrew, "j", "ח"}, {Arabic, "b", "لا"}, {Urdu, "b", "ب"},
		{Arabic, "G", "G"}, {Arabic, "/", "ظ"}, {Arabic, "enter", "⏎"}, {Arabic, "ctrl+d", "^d"},
		{Latin, "shift+tab", "⇧Tab"}, {Latin, "f5", "F5"}, {Latin, "+", "+"}, {Latin, "ctrl+alt+x", "^⌥x"},
	} {
		if got := tt.on.Label(tt.name); got != tt.want {
			t.Errorf("on %s the label of %q is %q, want %q", tt.on, tt.name, got, tt.want)
		}
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]string{
		"j": "j", "J": "J", "ت": "j", "لا": "b", "٣": "3", " ": "space", "Space": "space", "Enter": "enter",
		"ctrl+d": "ctrl+d", "Ctrl+D": "ctrl+d", "ctrl+ي": "ctrl+d", "shift+tab": "shift+tab", "F12": "f12", "+": "+", "ctrl++": "ctrl++",
		"": "", "jj": "", "ctrl+": "", "f0": "", "f99": "", "\x1b": "", "hyperspace": "",
	} {
		got, ok := Parse(name)
		if got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v; want %q", name, got, ok, want)
		}
	}
}
