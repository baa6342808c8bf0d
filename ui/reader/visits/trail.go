package visits

import (
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
)

// Earlier returns what goes back to where one was before.
func (v *Visitor) Earlier() dialog.Action {
	p, ok := v.History.Back(v.Here())
	if !ok {
		return dialog.Say{Text: v.context().Words.NoEarlier}
	}
	return v.goTo(p)
}

// Later returns what undoes [Visitor.Earlier].
func (v *Visitor) Later() dialog.Action {
	p, ok := v.History.Forward(v.Here())
	if !ok {
		return dialog.Say{Text: v.context().Words.NoLater}
	}
	return v.goTo(p)
}

// goTo goes back to a place where one was, with the list as it was then, as long
// as that is the same list.
func (v *Visitor) goTo(p history.Place) dialog.Action {
	return dialog.Many{v.panes.Article.SavePosition(), v.Show(p), v.panes.Return(p.Panes)}
}

// OpenTrail returns what shows the way. One that has no other point than here is said.
func (v *Visitor) OpenTrail() dialog.Action {
	way, at := v.History.Way(v.Here())
	titles := make([]string, len(way))
	for i, p := range way {
		titles[i] = p.Title
	}
	if len(titles) < 2 {
		return dialog.Say{Text: v.context().Words.Sides.NoTrail}
	}
	return dialog.Push{Dialog: dialog.NewTrail(v.context().Canvas, titles, at, v.along)}
}

// along goes to a point of the trail, the first being 0.
func (v *Visitor) along(to int) dialog.Action {
	p, ok := v.History.Along(to, v.Here())
	if !ok {
		return nil // one is there
	}
	return v.goTo(p)
}
