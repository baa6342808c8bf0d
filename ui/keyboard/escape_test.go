package keyboard

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The key behind an Esc is the one that would have come by itself.
func TestAfterEscape(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		press tea.KeyPressMsg
		want  string // "" for a press that is no Esc and a key
		text  string
	}{
		"an Esc":              {tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt}, "esc", ""},
		"a letter":            {tea.KeyPressMsg{Code: 'j', Mod: tea.ModAlt}, "j", "j"},
		"a capital":           {tea.KeyPressMsg{Code: 'g', ShiftedCode: 'G', Mod: tea.ModAlt | tea.ModShift}, "G", "G"},
		"a sign":              {tea.KeyPressMsg{Code: '/', Mod: tea.ModAlt}, "/", "/"},
		"an Arabic letter":    {tea.KeyPressMsg{Code: 'ش', Mod: tea.ModAlt}, "ش", "ش"},
		"an arrow":            {tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModAlt}, "down", ""},
		"an arrow with shift": {tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModAlt | tea.ModShift}, "shift+down", ""},
		"a key alone":         {tea.KeyPressMsg{Code: 'j', Text: "j"}, "", ""},
		"control and alt":     {tea.KeyPressMsg{Code: 'q', Mod: tea.ModCtrl | tea.ModAlt}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			key, ok := AfterEscape(test.press)
			if ok != (test.want != "") {
				t.Fatalf("the key behind it is %q, %v", key, ok)
			}
			if ok && (key.String() != test.want || key.Text != test.text) {
				t.Errorf("the key behind it is %q and types %q, want %q and %q", key, key.Text, test.want, test.text)
			}
		})
	}
}
