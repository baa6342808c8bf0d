package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Picked returns the articles that are chosen together, in the order in which they were.
func (p *Pane) Picked() []store.Entry { return p.picked }

// Note says how many articles are chosen.
func (p *Pane) Note() string {
	if len(p.picked) == 0 {
		return ""
	}
	return p.Words.Count(len(p.picked), p.Words.Several.Picked)
}

func (p *Pane) isPicked(id string) bool { return p.pickedAt(id) >= 0 }

func (p *Pane) pickedAt(id string) int {
	return slices.IndexFunc(p.picked, func(e store.Entry) bool { return e.ID == id })
}

// pick chooses the article of an index, or lets it go. One that is not here, and what is
// no article, is left out.
func (p *Pane) pick(index int, on bool) {
	it, ok := p.page.at(index)
	if !ok || it.ID == "" || p.isPicked(it.ID) == on {
		return
	}
	if on {
		p.picked = append(p.picked, it.Entry)
	} else {
		p.picked = slices.Delete(p.picked, p.pickedAt(it.ID), p.pickedAt(it.ID)+1)
	}
}

// pickSelected chooses the selected article or lets it go, and moves on.
func (p *Pane) pickSelected() dialog.Action {
	e, _ := p.Entry()
	p.pick(p.cursor.Selected, !p.isPicked(e.ID))
	return p.move(1)
}

// extend chooses from the selected article to the one beside it, or lets the selected one
// go where one comes back to what is chosen.
func (p *Pane) extend(by int) dialog.Action {
	to := p.cursor.Selected + by
	if to < 0 || to >= p.page.total {
		p.pick(p.cursor.Selected, true)
		return nil
	}
	next, _ := p.page.at(to)
	back := next.ID != "" && p.isPicked(next.ID)
	p.pick(p.cursor.Selected, !back)
	p.pick(to, true)
	return p.move(by)
}

// pickTo chooses the article of an index or lets it go; all from the selected one to it
// are chosen where the choice extends.
func (p *Pane) pickTo(index int, extends bool) dialog.Action {
	it, _ := p.page.at(index)
	if !extends {
		p.pick(index, !p.isPicked(it.ID))
		return p.selectIndex(index)
	}
	for i := min(index, p.cursor.Selected); i <= max(index, p.cursor.Selected); i++ {
		p.pick(i, true)
	}
	return p.selectIndex(index)
}

// changePicked makes a change in an article that is chosen.
func (p *Pane) changePicked(msg pane.Marked) {
	if i := p.pickedAt(msg.ID); i >= 0 {
		msg.Change(&p.picked[i])
	}
}

// pickedRead are the chosen articles as the library has them by now.
type pickedRead struct {
	entries []store.Entry
	err     error
}

// readPicked reads the chosen articles again: some may be gone or have other marks.
func (p *Pane) readPicked() dialog.Action {
	if len(p.picked) == 0 {
		return nil
	}
	library, ids := p.Library, idsOf(p.picked)
	return dialog.Run{Cmd: p.Jobs.Ask(pickedJob, func(ctx context.Context) tea.Msg {
		entries, err := library.Entries(ctx, ids)
		return pickedRead{entries, err}
	})}
}

// showPicked takes over what was read, but for what was let go since.
func (p *Pane) showPicked(msg pickedRead) dialog.Action {
	if msg.err != nil {
		return failureAction(msg.err)
	}
	p.picked = slices.DeleteFunc(msg.entries, func(e store.Entry) bool { return !p.isPicked(e.ID) })
	return nil
}

// idsOf returns the IDs of articles.
func idsOf(list []store.Entry) []string {
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = e.ID
	}
	return ids
}
