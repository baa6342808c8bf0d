package list

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
)

// The kinds of what the list asks the library.
const (
	pageJob   jobs.Kind = Name + "/page"
	countJob  jobs.Kind = Name + "/count"
	placeJob  jobs.Kind = Name + "/place" // of an article in the list
	movedJob  jobs.Kind = Name + "/moved" // the selected article
	tabsJob   jobs.Kind = Name + "/tabs"
	pickedJob jobs.Kind = Name + "/picked"
)

// pageItems is the number of items that one request brings: a few screens.
const pageItems = 200

// listPage is a part of the list, with what was found out about the whole.
type listPage struct {
	items []shelf.Item // those from first on
	first int
	total int
	// unread is how many of all are unread.
	unread int
	// excerpts are the passages in which a search found its words, by ID.
	excerpts map[string]store.Excerpt
	query    *query.Query // what was searched for, nil if nothing was
	meant    string       // what may have been meant by what nothing was found by
}

// at returns the item of an index, if it is here.
func (g *listPage) at(index int) (shelf.Item, bool) {
	if i := index - g.first; i >= 0 && i < len(g.items) {
		return g.items[i], true
	}
	return shelf.Item{}, false
}

// has tells whether the item of an index is here, or is none.
func (g *listPage) has(index int) bool {
	_, ok := g.at(index)
	return ok || index < 0 || index >= g.total
}

// change makes a change in an article, wherever it is shown.
func (g *listPage) change(msg pane.Marked) {
	for i := range g.items {
		if g.items[i].ID == msg.ID {
			msg.Change(&g.items[i].Entry)
		}
	}
}

// pageLoaded answers load.
type pageLoaded struct {
	listPage
	tab   shelf.Shelf
	typed store.Filter
	err   error
}

// load asks for the page of the list that holds the item of an index.
func (p *Pane) load(index int) dialog.Action {
	library, tab, typed := p.Library, p.tab, p.typed
	return dialog.Run{Cmd: p.Jobs.Ask(pageJob, func(ctx context.Context) tea.Msg {
		answer := pageLoaded{tab: tab, typed: typed}
		answer.err = answer.read(ctx, library, index)
		return answer
	})}
}

// Reload asks for the page around what is selected.
func (p *Pane) Reload() dialog.Action { return p.load(p.cursor.Selected) }

// showPage shows a page that came.
func (p *Pane) showPage(msg pageLoaded) dialog.Action {
	if msg.err != nil {
		return dialog.Failed{Err: msg.err}
	}
	p.tab, p.typed, p.page, p.heights = msg.tab, msg.typed, msg.listPage, nil
	p.scroll()
	return p.LookAtToday()
}

// Start reads at once what the first frame shows: the first items of the list.
func (p *Pane) Start(ctx context.Context) error { return p.readNow(ctx, 0) }

// StartAt selects an article and reads at once what is around it, and tells whether the
// list has it.
func (p *Pane) StartAt(ctx context.Context, id string) (found bool, err error) {
	index, found, err := p.Library.PlaceOf(ctx, p.Filter(), id)
	if err != nil || !found {
		return false, err
	}
	if p.selectIndex(index) == nil {
		return true, nil
	}
	return true, p.readNow(ctx, index)
}

// readNow reads the page that holds the item of an index.
func (p *Pane) readNow(ctx context.Context, index int) error {
	answer := pageLoaded{tab: p.tab, typed: p.typed}
	if err := answer.read(ctx, p.Library, index); err != nil {
		return err
	}
	p.showPage(answer)
	return nil
}

// read reads the page around an index from the library.
func (a *pageLoaded) read(ctx context.Context, library *store.Library, index int) (err error) {
	f := asQuery(a.tab.In(a.typed))
	a.first = max(0, index-pageItems/2)
	f.Limit, f.Offset = pageItems, a.first
	if a.items, a.total, err = a.tab.Read(ctx, library, f); err != nil {
		return err
	}
	if !a.tab.HoldsArticles() {
		return nil
	}
	if f.Query != nil {
		return a.addSearch(ctx, library, f.Query, index)
	}
	a.unread, err = countUnread(ctx, library, a.tab.In(a.typed))
	return err
}

// countUnread counts the articles that a filter chooses and that are not read.
func countUnread(ctx context.Context, library *store.Library, f store.Filter) (int, error) {
	f.Unread = true
	return library.Count(ctx, f)
}

// Of how many items that a search found, around the selected one, the passage is looked
// up, of so many characters.
const (
	maxExcerpts    = 60
	excerptLetters = 80
)

// addSearch adds what belongs to items that a query found: passages, or where there are
// none, what may have been meant.
func (a *pageLoaded) addSearch(ctx context.Context, library *store.Library, q *query.Query, index int) (err error) {
	a.query = q
	if a.total == 0 {
		a.meant, err = library.Correct(ctx, q)
		return err
	}
	ids := make([]string, 0, maxExcerpts)
	from := max(0, min(index-a.first-maxExcerpts/2, len(a.items)-maxExcerpts))
	for _, it := range a.items[from:min(from+maxExcerpts, len(a.items))] {
		ids = append(ids, it.ID)
	}
	excerpts, err := library.Excerpts(ctx, q, ids, excerptLetters)
	if err != nil {
		return err
	}
	a.excerpts = make(map[string]store.Excerpt, len(ids))
	for i, id := range ids {
		a.excerpts[id] = excerpts[i]
	}
	return nil
}

// unreadCounted answers recount.
type unreadCounted struct {
	unread int
	err    error
}

// recount counts the unread articles of the list, one of which was marked.
func (p *Pane) recount() dialog.Action {
	if p.typed.Title != "" || p.searches() {
		return nil // nothing is counted while one types
	}
	library, filter := p.Library, p.Filter()
	return dialog.Run{Cmd: p.Jobs.Ask(countJob, func(ctx context.Context) tea.Msg {
		unread, err := countUnread(ctx, library, filter)
		return unreadCounted{unread, err}
	})}
}

// placeFound answers Follow.
type placeFound struct {
	index int
	ok    bool
	err   error
}

// Follow selects an article, where the list has it.
func (p *Pane) Follow(id string) dialog.Action {
	if e, ok := p.Entry(); id == "" || ok && e.ID == id {
		return nil
	}
	for i, it := range p.page.items { // what a search found is all here
		if it.ID == id {
			return p.selectIndex(p.page.first + i)
		}
	}
	if p.searches() || !p.tab.HoldsArticles() {
		return nil
	}
	library, filter := p.Library, p.Filter()
	return dialog.Run{Cmd: p.Jobs.Ask(placeJob, func(ctx context.Context) tea.Msg {
		index, ok, err := library.PlaceOf(ctx, filter, id)
		return placeFound{index, ok, err}
	})}
}

// entryMoved answers refresh: where the selected article stands now.
type entryMoved struct {
	id    string
	index int
	err   error
}

// refresh has the list read again, in which articles came or went above what is shown.
func (p *Pane) refresh() dialog.Action {
	e, ok := p.Entry()
	if !ok || p.searches() || !p.tab.HoldsArticles() { // what a search found is read from its top
		return p.Reload()
	}
	library, filter := p.Library, p.Filter()
	return dialog.Run{Cmd: p.Jobs.Ask(movedJob, func(ctx context.Context) tea.Msg {
		index, _, err := library.PlaceOf(ctx, filter, e.ID)
		return entryMoved{e.ID, index, err}
	})}
}

// followMove has the selection stay on its article, and that on its row of the screen,
// while the page around it is on its way.
func (p *Pane) followMove(msg entryMoved) dialog.Action {
	for i, it := range p.page.items {
		if msg.err == nil && it.ID == msg.id {
			p.shift(msg.index - p.page.first - i)
			break
		}
	}
	return p.Reload()
}

// shift moves all that is here to places so much further down the list.
func (p *Pane) shift(by int) {
	p.page.first += by
	p.cursor.Top = max(0, p.cursor.Top+by)
	p.cursor.Selected += by
	p.page.total = max(p.page.total+by, p.cursor.Selected+1)
}
