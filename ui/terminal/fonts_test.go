package terminal

import (
	"slices"
	"testing"
)

// A terminal that has a place for its font is one that is known, and inside another one the
// font is that of the one outside.
func TestFontPlaces(t *testing.T) {
	t.Parallel()
	for name := range fontPlaces {
		if !slices.ContainsFunc(terminalRules, func(r rule) bool { return r.name == name }) {
			t.Errorf("no terminal is called %q", name)
		}
	}
	for _, tt := range []struct{ term, variable, name string }{
		{"xterm-kitty", "", "kitty"}, {"tmux-256color", "KITTY_WINDOW_ID", "kitty"}, {"xterm-256color", "", ""},
	} {
		found := Guess(func(name string) string {
			switch name {
			case "TERM":
				return tt.term
			case tt.variable:
				return "1"
			default:
				return ""
			}
		}, nil)
		if name, place := found.FontPlace(); name != tt.name || (place != "") != (tt.name != "") {
			t.Errorf("in %s: %q, %q", tt.term, name, place)
		}
	}
}
