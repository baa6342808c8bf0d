package reader

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/words"
)

func TestEveryActionIsDoneAndNamed(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	takes := func(i int, msg tea.Msg) bool { return s.columns.Tell(i, msg) != dialog.Action(dialog.Pass{}) }
	for _, b := range keymap.Defaults {
		_, done := keyActions()[b.Action]
		for i := range s.columns.Table {
			done = done || takes(i, dialog.Key{Action: b.Action}) || takes(i, pane.Shortcut{Action: b.Action})
		}
		if !done {
			t.Errorf("%q is bound to keys and does nothing", b.Action)
		}
		for _, w := range words.All() {
			if w.Actions[string(b.Action)] == "" {
				t.Errorf("%q has no words in %s", b.Action, w.Lang)
			}
		}
	}
}
