package visits

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Removed returns what shows that articles are gone. Where the open one is among them, the one
// behind it in the list takes its place.
func (v *Visitor) Removed(ids []string) dialog.Action {
	a := v.panes.Article
	opened := a.Item.ID
	next, ok := v.panes.List.Behind(opened, ids)
	v.History.Forget(ids)
	v.forgetPreviewed(ids)
	if slices.Contains(ids, a.Wanted) {
		v.context().Jobs.Abort(dialog.VisitJob)
		a.Wanted = opened
	}
	told := v.panes.TellAll(pane.Left{IDs: ids, Removed: true})
	if opened == "" || !slices.Contains(ids, opened) {
		return told
	}
	return dialog.Many{told, dialog.Call(func() dialog.Action {
		switch target := (history.Place{ID: next.ID, At: history.WhereLeft, Focus: v.panes.Focus}); {
		case a.Wanted != opened: // another one is on its way
			return nil
		case !ok:
			return v.close()
		case v.has(a) && next.Full:
			target.Visited = true
			return v.Show(target)
		default:
			target.Preview = v.has(v.panes.List)
			return v.Show(target)
		}
	})}
}

// close leaves no article open, and gives the keys to the list.
func (v *Visitor) close() dialog.Action {
	v.context().Jobs.Abort(wholeJob)
	v.endPreview()
	v.panes.Article.Clear()
	return dialog.Many{v.panes.TellAll(pane.Opened{}), v.attendTo(""), dialog.Focus{Pane: v.panes.List}}
}

// Welcome returns what closes the article and gives the keys to its pane: the welcome stands
// where none is open.
func (v *Visitor) Welcome() dialog.Action {
	v.leave()
	save := v.panes.Article.SavePosition()
	v.context().Jobs.Abort(wholeJob, dialog.VisitJob)
	return dialog.Many{save, v.panes.TellAll(pane.Opened{}), dialog.Call(func() dialog.Action {
		v.endPreview()
		v.panes.Article.Clear()
		return dialog.Focus{Pane: v.panes.Article}
	})}
}
