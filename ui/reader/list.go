package reader

import (
	"warraq/store"
	"warraq/store/query"
	"warraq/ui/reader/draw"
)

// list is the state of the list pane. It holds a page of the entries; the rest
// is in the library until it comes into view.
type list struct {
	filter store.Filter

	entries []store.Entry // those from first on
	// excerpts are the passages in which a search found its words, by ID.
	excerpts map[string]store.Excerpt
	query    *query.Query // what was searched for, nil if nothing was
	meant    string       // what may have been meant by what nothing was found by
	first    int
	total    int
	unread   int

	draw.Cursor // indices into the whole list
}

// at is the entry of an index, if it is here.
func (l *list) at(index int) (store.Entry, bool) {
	if i := index - l.first; i >= 0 && i < len(l.entries) {
		return l.entries[i], true
	}
	return store.Entry{}, false
}

// loaded takes a page that arrived.
func (l *list) loaded(page listLoaded) {
	l.filter = page.filter
	l.entries, l.first, l.total, l.unread = page.entries, page.first, page.total, page.unread
	l.excerpts, l.query, l.meant = page.excerpts, page.query, page.meant
	l.Selected = draw.Clamp(l.Selected, l.total-1)
}

// move selects the entry that lies steps further, and says whether another
// page is needed to show what is around it.
func (l *list) move(steps, visible int) (needsPage bool) {
	l.Move(steps, visible, l.total)
	return !l.here(l.Top) || !l.here(min(l.Top+visible, l.total)-1)
}

// here tells whether the entry of an index is loaded, or is none.
func (l *list) here(index int) bool {
	_, ok := l.at(index)
	return ok || index < 0 || index >= l.total
}

// scrollTo brings the selected entry into view.
func (l *list) scrollTo(visible int) {
	l.Top = draw.Scroll(l.Top, l.Selected, visible, l.total)
}
