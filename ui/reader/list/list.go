// Package list is the pane that lists articles, or whatever else a tab shows: one can
// search in it, order it, and open what is selected.
//
// It holds a page of its items; the rest is in the library until it comes into view. What
// it lists is a row of the table of tabs (ui/reader/shelf).
package list

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
)

// Name is what the kinds of the pane's jobs begin with.
const Name = "list"

// Pane lists what a tab holds.
type Pane struct {
	*pane.Context
	size pane.Size
	// Compact has the list show each article in one row.
	Compact bool

	tab        shelf.Shelf
	typed      store.Filter // what is searched for among that, and the order
	tabs       []shelf.Shelf
	wrong      string      // what in that was probably meant otherwise; "" while it is typed
	todayFirst bool        // the front page stands before all other tabs
	cursor     draw.Cursor // indices into the whole list
	page       listPage    // what is here of it
	heights    map[heightKey]int
	picked     []store.Entry // that are chosen together, in the order in which they were
	front      Place         // where on the front page the story was opened that is shown
}

// Place is where one is in the list. It counts as long as the list is the same.
type Place struct {
	tab    shelf.Shelf
	typed  store.Filter
	Cursor draw.Cursor
}

// New returns a list of all articles, of which none is here yet.
func New(c *pane.Context) *Pane { return &Pane{Context: c} }

// Update takes keys, the mouse, and the answers to what was asked of the library.
func (p *Pane) Update(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case pane.Resized:
		p.size.Resize(msg)
		return p.move(0)
	case dialog.Key:
		return p.handleKey(msg.Action)
	case pane.Shortcut:
		return p.handleShortcut(msg.Action)
	case dialog.Wheel:
		return p.move(msg.Steps)
	case pane.Click:
		return p.click(msg)
	case pane.TitleClick:
		return p.clickTab(msg.Column, msg.Width)
	case pane.Marked:
		p.page.change(msg)
		p.changePicked(msg)
		if msg.Read {
			return p.recount()
		}
		return nil
	case pane.Renewed:
		return dialog.Many{p.Reload(), p.LoadTabs(), p.readPicked()}
	case pane.Changed:
		return dialog.Many{p.refresh(), p.LoadTabs(), p.readPicked()}
	case pane.Left:
		return p.leave(msg)
	case pane.Opened:
		p.Jobs.Abort(placeJob)
		return nil
	default:
		return p.handleAnswer(msg)
	}
}

// CanGoBack tells whether there is something to go back from: chosen articles, or a search.
func (p *Pane) CanGoBack() bool { return len(p.picked) > 0 || p.typed.Title != "" }

// handleAnswer takes what a job brought.
func (p *Pane) handleAnswer(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case pageLoaded:
		return p.showPage(msg)
	case unreadCounted:
		if msg.err == nil {
			p.page.unread = msg.unread
		}
		return failureAction(msg.err)
	case placeFound:
		if msg.err != nil || !msg.ok {
			return failureAction(msg.err)
		}
		return p.selectIndex(msg.index)
	case entryMoved:
		return p.followMove(msg)
	case pickedRead:
		return p.showPicked(msg)
	case dialog.ShelvesLoaded:
		if msg.Err == nil {
			p.tabs = p.inOrder(msg.Shelves)
		}
		return dialog.Many{failureAction(msg.Err), dialog.Tell{Msg: msg}}
	default:
		return dialog.Pass{}
	}
}

// failureAction says what went wrong, nil for nothing.
func failureAction(err error) dialog.Action {
	if err == nil {
		return nil
	}
	return dialog.Failed{Err: err}
}

// handleKey does what a key does while the list has the focus.
func (p *Pane) handleKey(a keymap.Action) dialog.Action {
	if mv, ok := draw.Movements[a]; ok {
		return p.move(mv.In(p.visible()))
	}
	switch a {
	case keymap.Onward:
		return p.openSelected()
	case keymap.Pick:
		return p.pickSelected()
	case keymap.PickDown:
		return p.extend(1)
	case keymap.PickUp:
		return p.extend(-1)
	case keymap.Back:
		if len(p.picked) > 0 {
			p.picked = nil
			return nil
		}
		if p.typed.Title != "" {
			return p.search("")
		}
		if p.tab.Kind == shelf.Story {
			return p.backToFront()
		}
		return nil
	default:
		return dialog.Pass{}
	}
}

// handleShortcut does what a key does whatever has the focus.
func (p *Pane) handleShortcut(a keymap.Action) dialog.Action {
	switch a {
	case keymap.Onward: // nothing is open
		return p.openSelected()
	case keymap.FilterList:
		return p.askSearch()
	case keymap.Bookmarks:
		return p.toggleBookmarks()
	case keymap.KeepSearch:
		return p.keepSearch()
	case keymap.Shelves:
		return p.openTabs()
	case keymap.NextTab:
		return p.nextTab(1)
	case keymap.PreviousTab:
		return p.nextTab(-1)
	case keymap.Week:
		return p.toggleWeek()
	case keymap.Order:
		return p.nextOrder()
	case keymap.Reverse:
		return p.reverseOrder()
	case keymap.NextUnread:
		return p.openNextUnread()
	case keymap.AllRead:
		return p.markAllRead()
	default:
		return dialog.Pass{}
	}
}

// Filter returns what chooses the articles that are listed.
func (p *Pane) Filter() store.Filter { return p.tab.In(p.typed) }

// Query returns what chooses the articles that are listed, what is typed as a query.
func (p *Pane) Query() store.Filter { return asQuery(p.Filter()) }

// Tab returns the tab that is shown, Tabs all that there are.
func (p *Pane) Tab() shelf.Shelf { return p.tab }

// Tabs returns all tabs, as the library had them last.
func (p *Pane) Tabs() []shelf.Shelf { return p.tabs }

// Entries returns the articles of the page that is here.
func (p *Pane) Entries() (list []store.Entry) {
	for _, it := range p.page.items {
		if it.ID != "" {
			list = append(list, it.Entry)
		}
	}
	return list
}

// Total and Unread return how many items the list has, and how many are unread.
func (p *Pane) Total() int { return p.page.total }

// Unread returns how many of the articles are unread.
func (p *Pane) Unread() int { return p.page.unread }

// Selected returns the index of the selected item in the whole list.
func (p *Pane) Selected() int { return p.cursor.Selected }

// Meant returns what may have been meant by a search that found nothing.
func (p *Pane) Meant() string { return p.page.meant }

// Excerpt returns the passage in which a search found an article.
func (p *Pane) Excerpt(id string) (store.Excerpt, bool) {
	e, ok := p.page.excerpts[id]
	return e, ok
}

// Entry returns the article that is selected.
func (p *Pane) Entry() (store.Entry, bool) {
	it, ok := p.page.at(p.cursor.Selected)
	return it.Entry, ok && it.ID != ""
}

// Place returns where one is in the list.
func (p *Pane) Place() any { return Place{p.tab.Key(), p.typed, p.cursor} }

// Return goes back to a place, where it is one in this list.
func (p *Pane) Return(to any) dialog.Action {
	place, _ := to.(Place)
	if place.tab != p.tab.Key() || place.typed != p.typed {
		return nil
	}
	p.cursor = place.Cursor
	return p.move(0)
}

// move selects the item that lies steps further, and reads what comes into view.
func (p *Pane) move(steps int) dialog.Action {
	p.cursor.Selected = draw.Clamp(p.cursor.Selected+steps, p.page.total-1)
	p.scroll()
	top, visible, _ := p.Extent()
	if p.page.has(top) && p.page.has(min(top+visible, p.page.total)-1) {
		return nil
	}
	return p.Reload()
}

// selectIndex selects the item of an index.
func (p *Pane) selectIndex(index int) dialog.Action { return p.move(index - p.cursor.Selected) }

// openSelected opens what is selected, or searches for what may have been meant where
// nothing is.
func (p *Pane) openSelected() dialog.Action {
	it, ok := p.page.at(p.cursor.Selected)
	switch {
	case !ok:
		return p.searchMeant()
	case it.Opens != (shelf.Shelf{}):
		p.front = Place{tab: p.tab, Cursor: p.cursor}
		return p.Show(it.Opens)
	case it.ID == "" && it.Chosen == nil:
		return nil // a heading
	case it.Chosen != nil:
		return it.Chosen
	default:
		return dialog.Choose{ID: it.ID, Searched: p.page.query.Text()}
	}
}

// openNextUnread opens the next article of the list that was not read.
func (p *Pane) openNextUnread() dialog.Action {
	typed := p.typed
	typed.Title = ""
	library, filter, id, absent := p.Library, asQuery(p.tab.In(typed)), p.Opened().ID, p.Words.Shelves.AllRead
	return dialog.Ask{Kind: dialog.VisitJob, Read: func(ctx context.Context) dialog.Action {
		e, ok, err := library.NextUnread(ctx, id, filter)
		switch {
		case err != nil:
			return dialog.Failed{Err: err}
		case !ok:
			return dialog.Say{Text: absent}
		default:
			return dialog.Open{ID: e.ID, Position: dialog.WhereLeft}
		}
	}}
}

// markAllRead marks all articles of the list as read, those of it too that are not here.
func (p *Pane) markAllRead() dialog.Action {
	filter, library := asQuery(p.Filter()), p.Library
	if !p.tab.HoldsArticles() && filter.Query == nil {
		return p.markShownRead()
	}
	return dialog.Save{
		Said: p.Words.Undo.Marked, Counted: true,
		Do:   func(ctx context.Context) (store.Undo, error) { return library.MarkAllRead(ctx, filter) },
		Then: func() dialog.Action { return dialog.Renew{} },
	}
}

// asQuery gives the filter that is meant by what is typed into it: a query among what the
// rest of it chooses. A single letter is not enough of one and narrows the list by
// titles.
func asQuery(f store.Filter) store.Filter {
	if q := query.ParseTyped(f.Title); !q.IsEmpty() {
		f.Title, f.Query = "", q
	}
	return f
}

// searches tells whether the list is what a query finds.
func (p *Pane) searches() bool { return isQuery(p.Filter().Title) }

// isQuery tells whether what is typed is a query.
func isQuery(typed string) bool { return !query.ParseTyped(typed).IsEmpty() }
