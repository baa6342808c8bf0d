package command

import (
	"testing"

	"github.com/warraq/warraq/ui/terminal"
)

// Widths that were measured in another version of a terminal do not hold.
func TestWidthsOfAnotherVersion(t *testing.T) {
	for _, tt := range []struct {
		name, version string
		lacks         bool
	}{{"this one", "0.47.4", false}, {"another", "0.46.0", true}} {
		word := preference{widths: "joined 2, toned 2, flag 2, selected 2, keycap 2", version: tt.version}
		known := terminal.Terminal{Name: "kitty", Version: "0.47.4"}
		word.overrule(&known)
		if known.WidthsHere == tt.lacks || known.Clusters == tt.lacks {
			t.Errorf("%s: here %v, clusters %v", tt.name, known.WidthsHere, known.Clusters)
		}
	}
}
