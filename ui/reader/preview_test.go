package reader

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/words"
)

// What the list selects is shown beside it, with its related articles, and changes nothing:
// no mark, no position, no way back. The article that was open comes back where it was.
func TestPreview(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 160, 24, words.Arabic()).press("enter", "down", "down", "down", "right")
	opened, at, before := s.article.Item.ID, s.article.Place(), s.depth()
	related := len(s.related.Entries())
	s.press("down", "down")
	third := s.list.Entries()[2]
	if s.article.Item.ID != third.ID || s.columns.Focus != listPane {
		t.Fatalf("%q is shown, %s", s.article.Item.Title, s.where())
	}
	kept, err := s.Library.Article(t.Context(), third.ID)
	if err != nil || kept.Read || kept.Position != 0 || s.depth() != before {
		t.Errorf("read %t, at %d, %d before it, %v", kept.Read, kept.Position, s.depth(), err)
	}
	if left := s.visitor.LeftAt(); left != opened {
		t.Errorf("the reader would be left at %q, not at the open one", left)
	}
	s.press("home")
	if s.article.Item.ID != opened || s.article.Place() != at || len(s.related.Entries()) != related || s.article.Preview {
		t.Errorf("it comes back as %q at %+v, before at %+v", s.article.Item.Title, s.article.Place(), at)
	}
}

// The preview is opened by whatever gives it the keys, and the way back then leads to the
// article that was open before.
func TestPreviewIsOpened(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"enter", "tab", "left"} {
		s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("enter", "right")
		first := s.article.Item.ID
		s.press("down", "down", key)
		third := s.list.Entries()[2]
		if s.article.Item.ID != third.ID || s.columns.Focus != articlePane || !third.Read || s.article.Preview {
			t.Errorf("%s: %s, read %t", key, s.where(), third.Read)
		}
		if s.press("["); s.article.Item.ID != first {
			t.Errorf("%s: the way back leads to %q", key, s.article.Item.Title)
		}
	}
}

// A preview that comes late is dropped: where another article is selected by then, where
// one was opened, and where the keys went elsewhere.
func TestLatePreviewIsDropped(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"down"}, {"up"}, {"enter"}, {"?"}, {"1"}} {
		s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("enter", "right")
		_, cmd := s.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		second := s.list.Entries()[1].ID
		late := jobs.Unwrap(answerOf(cmd)).(visits.Rested)
		show := s.perform(s.visitor.Rested(late))
		s.press(keys...)
		shown := s.article.Item.ID
		s.run(show)
		if s.article.Item.ID != shown || late.ID != second {
			t.Errorf("after %v it takes the place of what is shown: %s", keys, s.where())
		}
	}
}

// answerOf returns what the first of the commands brings that is a rest of the selection.
func answerOf(cmd tea.Cmd) tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			if found := answerOf(c); found != nil {
				return found
			}
		}
		return nil
	}
	if _, ok := jobs.Unwrap(msg).(visits.Rested); ok {
		return msg
	}
	return nil
}

// Where previews are off, nothing follows the selection.
func TestNoPreview(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("enter", "right")
	s.settings.Preview = false
	first := s.article.Item.ID
	if s.press("down"); s.article.Item.ID != first {
		t.Errorf("%q is shown", s.article.Item.Title)
	}
}
