package reader

import (
	"testing"

	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
	"warraq/ui/words"
)

func TestEveryActionIsDoneAndNamed(t *testing.T) {
	for _, b := range keymap.Defaults {
		if _, ok := actions()[b.Action]; !ok && b.Action != keymap.OpenRelated && draw.Movements[b.Action] == (draw.Movement{}) {
			t.Errorf("%q is bound to keys and does nothing", b.Action)
		}
		for _, w := range []*words.Words{words.Arabic(), words.English()} {
			if w.Actions[string(b.Action)] == "" {
				t.Errorf("%q has no words in %s", b.Action, w.Lang)
			}
		}
	}
}
