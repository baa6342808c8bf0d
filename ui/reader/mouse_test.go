package reader

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/words"
)

// send sends a message and carries out what follows from it.
func (s *session) send(msg tea.Msg) {
	s.t.Helper()
	_, cmd := s.Update(msg)
	s.run(cmd)
}

func (s *session) clickOn(x, y int) {
	s.t.Helper()
	s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// On a screen of 120×40 the list stands at the right, the related pane at the left.
func TestClicks(t *testing.T) {
	t.Parallel()
	const listX, articleX, relatedX, title = 130, 70, 5, 1
	for _, tt := range []struct {
		name string
		x, y int
		want func(before, after *session) bool
	}{
		{"the first of the list", listX, 2 + 1, func(b, a *session) bool {
			return a.columns.Focus == articlePane && a.list.Selected() == 0 && a.article.Item.ID == b.list.Entries()[0].ID
		}},
		{"the third of the list", listX, 2 + 1 + 3 + 2, func(b, a *session) bool {
			return a.columns.Focus == articlePane && a.article.Item.ID == b.list.Entries()[2].ID
		}},
		{"the text", articleX, 10, func(_, a *session) bool { return a.columns.Focus == articlePane && a.article.Item.Read }},
		{"the first related one", relatedX, 2, func(b, a *session) bool {
			return a.columns.Focus == articlePane && a.article.Jumped && a.article.Item.ID == b.related.Entries()[0].ID
		}},
		{"the second related one", relatedX, 2 + 5, func(b, a *session) bool {
			return a.article.Item.ID == b.related.Entries()[1].ID
		}},
		{"below the related ones", relatedX, 37, func(b, a *session) bool {
			return a.columns.Focus == relatedPane && a.article.Item.ID == b.article.Item.ID
		}},
		{"a tab", listX - 4, title, func(_, a *session) bool { return a.list.Filter().Unread }},
		{"the tab that is shown", 139 - 3, title, func(_, a *session) bool { _, is := a.screen().(*dialog.Shelves); return is }},
		{"the title of the related pane", relatedX, title, func(_, a *session) bool { return a.related.Side() == related.Thread }},
		{"the header", listX, 0, func(_, a *session) bool { return a.columns.Focus == listPane && a.screen() == nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after := openReader(t, sampleLibrary(t), 140, 40, words.English()), openReader(t, sampleLibrary(t), 140, 40, words.English())
			after.clickOn(tt.x, tt.y)
			if !tt.want(before, after) {
				t.Errorf("%s, on the screen\n%s", after.where(), after.text())
			}
		})
	}
}

// The wheel moves what is under the pointer, whatever has the keys.
func TestWheel(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.English())
	s.send(tea.MouseWheelMsg{X: 60, Y: 10, Button: tea.MouseWheelDown})
	if s.top() != 3 || s.columns.Focus != listPane {
		t.Errorf("over the text: line %d, focus %d", s.top(), s.columns.Focus)
	}
	s.send(tea.MouseWheelMsg{X: 60, Y: 10, Button: tea.MouseWheelUp})
	s.send(tea.MouseWheelMsg{X: 110, Y: 10, Button: tea.MouseWheelDown})
	if s.top() != 0 || s.list.Selected() != 1 {
		t.Errorf("over the list: line %d, article %d", s.top(), s.list.Selected())
	}
	before := s.press("?").text()
	s.send(tea.MouseWheelMsg{X: 60, Y: 10, Button: tea.MouseWheelDown})
	if s.text() == before {
		t.Error("the help does not scroll")
	}
}

// A click on a screen chooses what stands there.
func TestClicksOnScreens(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("s")
	s.clickOn(100, 1+draw.HeadRows+2)
	if !s.list.Filter().Bookmarked {
		t.Errorf("the tabs: %+v", s.list.Filter())
	}
	s.press(":", "d", "i", "g", "i", "t", "s")
	s.clickOn(100, 1)
	if s.settings.Changed["digits"] != "arabic" || s.screen() != nil || s.asking() != nil {
		t.Errorf("the palette: %v", s.settings.Changed)
	}
	s.press(",")
	row := slices.IndexFunc(strings.Split(s.text(), "\n"), func(line string) bool {
		return strings.Contains(line, s.Words.Looks.Names["justify"])
	})
	s.clickOn(100, row)
	if s.settings.Changed["justify"] != "true" {
		t.Errorf("the settings: %v", s.settings.Changed)
	}
}
