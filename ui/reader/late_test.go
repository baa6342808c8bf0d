package reader

import (
	"image/color"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// What the terminal says of its background while an article is on its way does
// not keep the article from coming, nor from having the right theme.
func TestBackgroundComesDuringAJump(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press("enter")
	target := s.related.Entries()[0]
	_, jump := s.Update(tea.KeyPressMsg{Text: "1", Code: '1'})
	loaded := firstAnswer[visits.Loaded](t, jump) // it is read, and not here yet
	_, fit := s.Update(tea.BackgroundColorMsg{Color: color.White})
	s.run(fit)
	_, rest := s.Update(loaded)
	s.run(rest)
	if s.article.Item.ID != target.ID {
		t.Errorf("%q is open, want %q", s.article.Item.Title, target.Title)
	}
	if s.Theme != theme.Day() {
		t.Errorf("the theme is %s", s.Theme.Name)
	}
	title := s.lines()[1].Cells
	if got, want := title[len(title)-1].Style.Foreground, s.Styles.Title.Foreground; got != want {
		t.Errorf("the title is %x, want %x", got, want)
	}
}

// Related ones that are found for an article while another is on its way are not
// taken for those of the other.
func TestRelatedComeDuringAJump(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press("enter")
	_, jump := s.Update(tea.KeyPressMsg{Text: "1", Code: '1'})
	loaded := firstAnswer[visits.Loaded](t, jump)
	found := s.tellPanes(pane.Renewed{}) // of the article that is left
	_, rest := s.Update(loaded)
	s.run(rest)
	want := s.related.Entries()
	s.run(found)
	if len(s.related.Entries()) != len(want) || len(want) > 0 && s.related.Entries()[0].ID != want[0].ID {
		t.Errorf("related to %q: %v, want %v", s.article.Item.Title, s.related.Entries(), want)
	}
}

// firstAnswer is the first message among those that a command gives which brings a type, as
// it is on its way.
func firstAnswer[T tea.Msg](t *testing.T, cmd tea.Cmd) tea.Msg {
	t.Helper()
	if _, msg, ok := among[T](cmd); ok {
		return msg
	}
	t.Fatalf("the command gives no %T", *new(T))
	panic("unreachable")
}

func among[T tea.Msg](cmd tea.Cmd) (found T, msg tea.Msg, ok bool) {
	if cmd == nil {
		return found, nil, false
	}
	msg = cmd()
	if found, ok = jobs.Unwrap(msg).(T); ok {
		return found, msg, true
	}
	batch, _ := msg.(tea.BatchMsg)
	for _, c := range batch {
		if found, msg, ok = among[T](c); ok {
			return found, msg, true
		}
	}
	return found, nil, false
}

// asks tells whether a command brings an answer to a pane.
func asks(cmd tea.Cmd, pane string) bool {
	if cmd == nil {
		return false
	}
	msg := cmd()
	batch, _ := msg.(tea.BatchMsg)
	return jobs.Owner(msg) == pane || slices.ContainsFunc(batch, func(c tea.Cmd) bool { return asks(c, pane) })
}
