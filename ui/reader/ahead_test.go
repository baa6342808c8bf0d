package reader

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/words"
)

// What is typed behind the key that asks for a dialog is for the dialog, before it is there
// and at once when it is, and does nothing to the articles beneath.
func TestTypedAhead(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]int{"all before it is there": 5, "some": 2, "at once when it is there": 0} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 120, 40, words.English())
			s.grace = time.Hour
			first := s.list.Entries()[0].ID
			_, asking := s.Update(tea.KeyPressMsg{Text: "#", Code: '#'})
			typed := []string{"x", "E", "b", "a", "enter"} // what deletes, archives, bookmarks, adds and opens
			s.press(typed[:before]...)
			_, rest := s.Update(firstAnswer[answeredAsk](t, asking))
			s.run(rest)
			s.press(typed[before:]...)
			if entry := s.list.Entries()[0]; entry.ID != first || !s.stack.IsEmpty() {
				t.Errorf("the first is %q now, and a dialog is open: %v", entry.Title, !s.stack.IsEmpty())
			}
			if tags, err := s.Library.TagsOf(t.Context(), first); err != nil || !slices.Equal(tags, []string{"xEba"}) {
				t.Errorf("the tags are %q, %v", tags, err)
			}
		})
	}
}

// A dialog that does not come leaves what was typed to the panes, and ctrl+c is not kept.
func TestTypedAheadInVain(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	s.grace = time.Hour
	_, asking := s.Update(tea.KeyPressMsg{Text: "#", Code: '#'})
	s.press("down")
	if _, quit := s.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}); quit == nil {
		t.Error("ctrl+c was kept")
	}
	at := s.list.Selected()
	s.run(func() tea.Msg { return awaitedTooLong{s.ahead.awaited} })
	if s.list.Selected() == at {
		t.Error("the key did nothing")
	}
	_, rest := s.Update(firstAnswer[answeredAsk](t, asking))
	s.run(rest)
	if s.stack.IsEmpty() {
		t.Error("the dialog did not come")
	}
}
