package reader

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/theme"
	"warraq/ui/words"
)

// What the terminal says of its background while an article is on its way does
// not keep the article from coming, nor from having the right theme.
func TestBackgroundComesDuringAJump(t *testing.T) {
	s := open(t, library(t), 120, 40, words.Arabic()).press("enter")
	target := s.related.entries[0]
	_, jump := s.Update(tea.KeyPressMsg{Text: "1", Code: '1'})
	loaded := first[articleLoaded](t, jump) // it is read, and not here yet
	_, fit := s.Update(tea.BackgroundColorMsg{Color: color.White})
	s.run(fit)
	_, rest := s.Update(loaded)
	s.run(rest)
	if s.article.item.ID != target.ID {
		t.Errorf("%q is open, want %q", s.article.item.Title, target.Title)
	}
	if s.theme != theme.Day() {
		t.Errorf("the theme is %s", s.theme.Name)
	}
	title := s.article.lines[1].Cells
	if got, want := title[len(title)-1].Style.Foreground, s.styles.Title.Foreground; got != want {
		t.Errorf("the title is %x, want %x", got, want)
	}
}

// first is the first message of a type among those that a command gives.
func first[T tea.Msg](t *testing.T, cmd tea.Cmd) T {
	t.Helper()
	var none T
	if cmd == nil {
		return none
	}
	msg := cmd()
	if found, ok := msg.(T); ok {
		return found
	}
	batch, _ := msg.(tea.BatchMsg)
	for _, c := range batch {
		if found := first[T](t, c); any(found) != any(none) {
			return found
		}
	}
	return none
}
