package keyboard

import (
	"slices"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestTablesLineUp(t *testing.T) {
	for i, l := range layoutTables {
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
		{Persian, "ظ", "z", ""}, {Arabic, "ظ", "/", ""}, {Urdu, "ظ", "V", ""}, {Urdu, "ت", "t", ""}, {Persian, "ت", "j", ""},
		{Persian, "ي", "D", ""}, {Urdu, "ي", "d", Arabic}, // which Urdu does not have
		{Arabic, "َ", "Q", ""}, {Latin, "ٌ", "R", Arabic}, {Persian, "ژ", "C", ""}, {Latin, "ۃ", "O", Urdu},
		// What Latin layouts type as well is that of another only while that is on.
		{Arabic, "]", "D", ""}, {Latin, "]", "", ""}, {Persian, "]", "O", ""}, {Hebrew, "/", "q", ""}, {Arabic, "'", "M", ""},
		{ArabicMac, "ظ", "z", ""}, {ArabicMac, "لأ", "G", ""}, {Latin, "ظ", "/", Arabic},
		{Arabic, "j", "", Latin}, {Hebrew, "z", "", Latin}, {Hebrew, "Z", "", ""},
		{Arabic, "?", "", ""}, {Arabic, "", "", ""}, {Hebrew, "تن", "", ""}, {Arabic, "漢", "", ""},
	} {
		key, now, ok := Board{On: tt.on}.Key(tt.typed)
		layout := now.On
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
			if back, now, ok := (Board{On: on}).Key(printed); !ok || back != key || now.On != on {
				t.Errorf("%s prints %q on %q, which is %q of %s", on, printed, key, back, now.On)
			}
		}
	}
}

// A keyboard that its user named is the one that letters of several are taken to
// be of, also after something in Latin.
func TestTheKeyboardAtHome(t *testing.T) {
	b := Board{On: Persian, Home: Persian}
	for _, typed := range []string{"j", "ظ"} {
		_, b, _ = b.Key(typed)
	}
	if b.On != Persian {
		t.Errorf("it is %s that is on", b.On)
	}
}

// A terminal that says which key it was is believed, whatever the key types.
func TestNamesByTheBaseKey(t *testing.T) {
	for _, tt := range []struct {
		press tea.KeyPressMsg
		want  []string
	}{
		{tea.KeyPressMsg{Text: "ت", Code: 'ت', BaseCode: 'j'}, []string{"j", "ت"}},
		{tea.KeyPressMsg{Text: "]", Code: 'ي', ShiftedCode: ']', BaseCode: 'd', Mod: tea.ModShift}, []string{"D", "]"}},
		{tea.KeyPressMsg{Text: "<", Code: 'ج', ShiftedCode: '<', BaseCode: '[', Mod: tea.ModShift}, []string{"{", "<"}},
		{tea.KeyPressMsg{Text: "؟", Code: 'ظ', BaseCode: '/', Mod: tea.ModShift}, []string{"?", "؟"}},
		// On a French keyboard a letter is what it prints.
		{tea.KeyPressMsg{Text: "a", Code: 'a', BaseCode: 'q'}, []string{"a", "q"}},
	} {
		if got, _ := Names(tt.press, Board{}); !slices.Equal(got, tt.want) {
			t.Errorf("%+v is %q, want %q", tt.press, got, tt.want)
		}
	}
}

func TestNamesOfControls(t *testing.T) {
	press := tea.KeyPressMsg{Code: 'ي', Mod: tea.ModCtrl}
	if names, _ := Names(press, Board{}); !slices.Contains(names, "ctrl+d") {
		t.Errorf("ctrl and the key of d on an Arabic layout are %q", names)
	}
}

func TestLabel(t *testing.T) {
	for _, tt := range []struct {
		on         Layout
		name, want string
	}{
		{Latin, "j", "j"}, {Arabic, "j", "ت"}, {Hebrew, "j", "ח"}, {Arabic, "b", "لا"}, {Urdu, "b", "ب"},
		{Arabic, "G", "لأ"}, {Arabic, "D", "]"}, {Hebrew, "D", "D"}, {Arabic, "/", "ظ"}, {Arabic, "enter", "⏎"}, {Arabic, "ctrl+d", "^d"},
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

// Locks are left out, and so are the keys that are held down with others.
func TestPressed(t *testing.T) {
	key, ok := (Board{}).Pressed(tea.KeyPressMsg{Code: tea.KeyLeft, Mod: tea.ModShift | tea.ModNumLock | tea.ModCapsLock})
	if !ok || key.Mod != tea.ModShift {
		t.Errorf("shift with locks is %v, %v", key.Mod, ok)
	}
	for _, code := range []rune{tea.KeyLeftShift, tea.KeyRightCtrl, tea.KeyCapsLock} {
		if _, ok := (Board{}).Pressed(tea.KeyPressMsg{Code: code}); ok {
			t.Errorf("%v is taken for a key", tea.KeyPressMsg{Code: code})
		}
	}
	for _, code := range []rune{'a', 'ت', tea.KeyF12, tea.KeyEnter, tea.KeyPgDown, tea.KeyExtended} {
		if _, ok := (Board{}).Pressed(tea.KeyPressMsg{Code: code}); !ok {
			t.Errorf("%v is taken for none", tea.KeyPressMsg{Code: code})
		}
	}
	for _, press := range []tea.KeyPressMsg{
		{Code: 'ص', Mod: tea.ModCtrl}, {Code: 'ז', BaseCode: 'w', Mod: tea.ModCtrl}, {Code: 'w', Mod: tea.ModCtrl},
	} {
		if got, _ := (Board{}).Pressed(press); got.String() != "ctrl+w" {
			t.Errorf("%v is %v", press, got)
		}
	}
}
