package reader

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/shelf"
	"warraq/ui/rtl"
)

// fetchShelves asks what shelves there are: all, the unread, the bookmarks, tags,
// sections, sources.
func (m *Model) fetchShelves() tea.Cmd {
	library := m.library
	return m.jobs.Ask(shelvesJob, func(ctx context.Context) tea.Msg {
		found, err := shelf.Load(ctx, library)
		return dialog.ShelvesLoaded{Shelves: found, Err: err}
	})
}

func (m *Model) tookShelves(msg dialog.ShelvesLoaded) {
	if msg.Err != nil {
		m.notice = m.sentence(msg.Err)
		return
	}
	m.shelves = msg.Shelves
	_, _ = m.tell(msg)
}

// showShelf narrows the list to a shelf.
func (m *Model) showShelf(s shelf.Shelf) tea.Cmd {
	m.list.filter = s.In(m.list.filter)
	m.focus = listPane
	list := m.listFromTop()
	return tea.Batch(m.relaid(), list, m.fetchShelves())
}

// nextShelf shows the shelf that stands so many further on.
func (m *Model) nextShelf(by int) tea.Cmd {
	n := len(m.shelves)
	if n == 0 {
		return m.fetchShelves()
	}
	now := shelf.Of(m.list.filter)
	at := max(0, slices.IndexFunc(m.shelves, now.Is))
	return m.showShelf(m.shelves[(at+by+n)%n])
}

// toggleBookmarksOnly narrows the list to the bookmarks, or widens it again.
func (m *Model) toggleBookmarksOnly() tea.Cmd {
	if m.list.filter.Bookmarked {
		return m.showShelf(shelf.Shelf{})
	}
	return m.showShelf(shelf.Shelf{Kind: shelf.Bookmarks})
}

// tab is the name of a shelf above the list.
type tab struct {
	shelf shelf.Shelf
	name  draw.Row
}

// tabs are those of the shelf that the list shows and of those behind it, from
// the right, as far as there is room. A sign says that others stand before it.
func (m *Model) tabs(width int, style rtl.Style) []tab {
	now := shelf.Of(m.list.filter)
	at := max(0, slices.IndexFunc(m.shelves, now.Is))
	label := now.Title(m.Words)
	if m.list.filter.Sort != store.ByPublished || m.list.filter.Reverse {
		label += " · " + m.orderName()
	}
	if at > 0 {
		label = "» " + label
	}
	tabs := []tab{{now, m.Natural(width, rtl.Span{Text: label, Style: style})}}
	free := width - int(rtl.Width(tabs[0].name))
	for _, s := range m.shelves[min(at+1, len(m.shelves)):] {
		next := m.Natural(width, rtl.Span{Text: s.Title(m.Words), Style: m.Styles.Muted})
		if free -= int(rtl.Width(next)) + tabGap; free < 0 {
			break
		}
		tabs = append(tabs, tab{s, next})
	}
	return tabs
}

// tabRow is the tabs side by side, the first one rightmost.
func (m *Model) tabRow(width int, style rtl.Style) (r draw.Row) {
	for i, t := range m.tabs(width, style) {
		if i > 0 {
			r = append(draw.Blank(tabGap, style), r...)
		}
		r = slices.Concat(t.name, r)
	}
	return r
}

// clickTab shows the shelf whose tab stands so many columns from the right, or all
// shelves where that is the one that is shown, or none.
func (m *Model) clickTab(column, width int) tea.Cmd {
	for i, t := range m.tabs(width, rtl.Style{}) {
		if column < int(rtl.Width(t.name)) && column >= 0 && i > 0 {
			return m.showShelf(t.shelf)
		}
		column -= int(rtl.Width(t.name)) + tabGap
	}
	return m.openShelves()
}

// tabGap is between two tabs.
const tabGap = 2

// nextOrder lists in the next order, reverse in the same one from its other end.
// The first of them is selected.
func (m *Model) nextOrder() tea.Cmd {
	m.list.filter.Sort = (m.list.filter.Sort + 1) % (store.ByLength + 1)
	m.list.filter.Reverse = false
	return m.reorder()
}

func (m *Model) reverseOrder() tea.Cmd {
	m.list.filter.Reverse = !m.list.filter.Reverse
	return m.reorder()
}

func (m *Model) reorder() tea.Cmd {
	m.notice = m.Words.Shelves.Order + " " + m.orderName()
	return m.listFromTop()
}

func (m *Model) orderName() string {
	names := m.Words.Shelves.Orders[m.list.filter.Sort]
	if m.list.filter.Reverse {
		return names[1]
	}
	return names[0]
}

// unreadFound answers openNextUnread.
type unreadFound struct {
	entry store.Entry
	ok    bool
	err   error
}

// openNextUnread opens the next article of the list that was not read.
func (m *Model) openNextUnread() tea.Cmd {
	library, filter, id := m.library, m.list.filter, m.article.Item.ID
	filter.Title = ""
	return m.jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := library.NextUnread(ctx, id, filter)
		return unreadFound{e, ok, err}
	})
}

func (m *Model) tookUnread(msg unreadFound) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case !msg.ok:
		m.notice = m.Words.Shelves.AllRead
		return nil
	}
	m.leave()
	return m.visit(place{id: msg.entry.ID, at: whereLeft, focus: articlePane})
}
