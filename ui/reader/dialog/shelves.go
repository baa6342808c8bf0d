package dialog

import (
	"slices"
	"strconv"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Shelves shows all shelves with what is in them.
type Shelves struct {
	baseScreen
	draw.Menu[shelf.Shelf]
	show func(shelf.Shelf) Action
}

// NewShelves returns the screen of some shelves, with one of them selected; show is
// what is done with the one that is chosen.
func NewShelves(c *draw.Canvas, list []shelf.Shelf, now shelf.Shelf, show func(shelf.Shelf) Action) *Shelves {
	s := &Shelves{baseScreen: baseScreen{Canvas: c, opener: keymap.Shelves}, show: show, Menu: draw.Menu[shelf.Shelf]{Items: list}}
	s.Selected = max(0, slices.IndexFunc(list, now.Is))
	s.point = func(row int) bool { return s.PointAt(row, draw.HeadRows) }
	return s
}

// ShelvesLoaded are the shelves as they are by now.
type ShelvesLoaded struct {
	Shelves []shelf.Shelf
	Err     error
}

// Footer gives the keys of the shelves.
func (s *Shelves) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// Update chooses a shelf.
func (s *Shelves) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(ShelvesLoaded); ok {
		if loaded.Err == nil {
			s.Items = loaded.Shelves
		}
		return nil
	}
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	if a != keymap.Onward {
		s.Act(a, s.ScreenRows()-draw.HeadRows)
		return nil
	}
	chosen, ok := s.Choose()
	if !ok {
		return Close{}
	}
	return Close{s.show(chosen)}
}

// View draws the shelves.
func (s *Shelves) View(width, height int) []draw.Row {
	say, kinds, names := s.Words.Shelves, 0, shelf.KindNames(s.Words)
	for _, name := range names {
		kinds = max(kinds, int(rtl.StringWidth(name)))
	}
	return append(s.ScreenHead(say.Title, width), s.Draw(height-draw.HeadRows, func(one shelf.Shelf, selected bool) draw.Row {
		count := strconv.Itoa(one.Count.Articles)
		if one.Count.Unread > 0 {
			count += " · " + s.Words.Count(one.Count.Unread, s.Words.UnreadNoun)
		}
		kind := s.Label(min(kinds, width), rtl.Span{Text: names[one.Kind], Style: s.Styles.Muted})
		name := s.Natural(max(0, width-kinds-2*draw.InsetColumns), rtl.Span{Text: one.Title(s.Words), Style: s.Styles.Text})
		left := s.Natural(max(0, width-kinds-int(rtl.Width(name))-3*draw.InsetColumns), rtl.Span{Text: count, Style: s.Styles.Muted})
		return s.Selectable(s.Inset(width, kind, draw.Blank(2, rtl.Style{}), name, draw.Blank(2, rtl.Style{}), left), selected)
	})...)
}
