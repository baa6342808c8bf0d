package list

import (
	"slices"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
)

// leave takes articles out of the list that were deleted, or that it leaves out now, with
// the selection on the one behind them, and reads the list again.
func (p *Pane) leave(msg pane.Left) dialog.Action {
	if !msg.Removed && !p.leavesOut(msg.Archived) {
		return dialog.Many{p.Reload(), p.LoadTabs()}
	}
	left := func(id string) bool { return id != "" && slices.Contains(msg.IDs, id) }
	p.picked = slices.DeleteFunc(p.picked, func(e store.Entry) bool { return left(e.ID) })
	if e, ok := p.Entry(); ok && left(e.ID) {
		p.cursor.Selected = p.behind(p.cursor.Selected, left)
	}
	before := 0 // articles above the selected one that left
	for i, it := range p.page.items {
		if left(it.ID) && p.page.first+i < p.cursor.Selected {
			before++
		}
	}
	items := len(p.page.items)
	p.page.items = slices.DeleteFunc(p.page.items, func(it shelf.Item) bool { return left(it.ID) })
	p.page.total -= items - len(p.page.items)
	p.cursor.Selected, p.cursor.Top = max(0, p.cursor.Selected-before), max(0, p.cursor.Top-before)
	p.scroll()
	return dialog.Many{p.refresh(), p.LoadTabs(), p.recount()}
}

// leavesOut tells whether the list leaves out what was put away, or taken out again.
func (p *Pane) leavesOut(archived bool) bool {
	f := p.Filter()
	switch f.Archive {
	case store.Archived:
		return !archived
	case store.Unarchived:
		return archived && !p.searches()
	default:
		return false
	}
}

// behind returns the index of the first article behind an index that stays, or of the last
// one before it.
func (p *Pane) behind(index int, left func(string) bool) int {
	for i := index + 1; ; i++ {
		it, ok := p.page.at(i)
		if !ok {
			break
		}
		if !left(it.ID) {
			return i
		}
	}
	for i := index - 1; ; i-- {
		if it, ok := p.page.at(i); !ok || !left(it.ID) {
			return max(0, i)
		}
	}
}

// Behind returns the article that stands behind one, where some leave the list: that is
// where one goes on. Where the list has it not, it is the selected one.
func (p *Pane) Behind(id string, leaving []string) (store.Entry, bool) {
	left := func(id string) bool { return slices.Contains(leaving, id) }
	index := p.cursor.Selected
	if i := slices.IndexFunc(p.page.items, func(it shelf.Item) bool { return it.ID == id }); i >= 0 {
		index = p.page.first + i
	} else if e, ok := p.Entry(); ok && !left(e.ID) {
		return e, true
	}
	it, ok := p.page.at(p.behind(index, left))
	return it.Entry, ok && it.ID != "" && !left(it.ID)
}

// SkipRemoved selects the article behind the selected one, where that is on its way out
// of the library.
func (p *Pane) SkipRemoved() dialog.Action {
	e, ok := p.Entry()
	if !ok || !p.Pending.IsRemoved(e.ID) {
		return nil
	}
	return p.selectIndex(p.behind(p.cursor.Selected, p.Pending.IsRemoved))
}
