package dialog

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Removal is what can be deleted together: the articles of a filter.
type Removal struct {
	Of     string // what they are, with a place for the name
	Name   string // of their section, source or tab, "" for none
	Filter store.Filter
	Count  int
}

// RemoveAll asks which articles are to be deleted together. Its last answer is none.
type RemoveAll struct {
	baseScreen
	draw.Menu[*Removal]
	remove func(store.Filter) Action
	head   int // rows above what can be chosen, as last drawn
}

// NewRemoveAll returns the question with its answers; remove is what is done with the one
// that is chosen.
func NewRemoveAll(c *draw.Canvas, list []Removal, remove func(store.Filter) Action) *RemoveAll {
	s := &RemoveAll{baseScreen: baseScreen{Canvas: c, opener: keymap.RemoveAll}, remove: remove}
	s.point = func(row int) bool { return s.PointAt(row, s.head) }
	for i := range list {
		s.Items = append(s.Items, &list[i])
	}
	s.Items = append(s.Items, nil)
	s.Selected = len(list)
	return s
}

// Footer gives the keys of the question.
func (s *RemoveAll) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// Update chooses an answer.
func (s *RemoveAll) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	chosen, ok := s.Choose()
	switch {
	case a != keymap.Onward || !ok:
		s.Act(a, len(s.Items))
		return nil
	case chosen == nil:
		return Close{}
	default:
		return Close{s.remove(chosen.Filter)}
	}
}

// View draws the question.
func (s *RemoveAll) View(width, _ int) []draw.Row {
	say := s.Words.Several
	rows := s.ScreenHead(say.RemoveAll, width)
	rows = append(rows, s.Prose(say.CanUndo, s.Styles.Muted, width)...)
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	return append(rows, s.Draw(len(s.Items), func(r *Removal, selected bool) draw.Row {
		text := say.Nothing
		if r != nil {
			text = r.Of
			if r.Name != "" {
				text = fmt.Sprintf(r.Of, "\u2068"+r.Name+"\u2069")
			}
			text = s.Words.Count(r.Count, s.Words.ArticleNoun) + ": " + text // which is cut first
		}
		return s.Selectable(s.Inset(width, s.Natural(width-2*draw.InsetColumns, rtl.Span{Text: text, Style: s.Styles.Text})), selected)
	})...)
}
