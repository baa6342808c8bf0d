package terminal

import (
	"slices"
	"testing"
)

// Colours are those of the terminal that draws; through tmux they get, through others not.
func TestColorDepths(t *testing.T) {
	t.Parallel()
	for name := range colorDepths {
		if !slices.ContainsFunc(terminalRules, func(r rule) bool { return r.name == name }) {
			t.Errorf("no terminal is called %q", name)
		}
	}
	for _, tt := range []struct {
		name, drawer string
		want         int
	}{{"XTerm", "XTerm", AllColors}, {"tmux in XTerm", "XTerm", AllColors}, {"screen in XTerm", "XTerm", 0}, {"", "", 0}, {"tmux", "", 0}, {"PuTTY", "PuTTY", PaletteColors}} {
		found := Terminal{Name: tt.name, drawer: tt.drawer}
		if got := found.Colors(); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.name, got, tt.want)
		}
	}
}
