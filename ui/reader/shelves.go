package reader

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/rtl"
)

// shelf is a part of the library that the list can show by itself: a tab above it.
// Its name is what a filter asks for, "" for the three that are always there.
type shelf struct {
	kind  shelfKind
	name  string
	count store.Shelf
}

type shelfKind uint8

const (
	allShelf shelfKind = iota
	unreadShelf
	bookmarkShelf
	tagShelf
	sectionShelf
	sourceShelf
	shelfKinds // their number
)

// in puts a shelf into a filter, in the place of the one there is.
func (s shelf) in(f store.Filter) store.Filter {
	f.Unread, f.Bookmarked = s.kind == unreadShelf, s.kind == bookmarkShelf
	f.Tag, f.Section, f.Source = "", "", ""
	switch s.kind {
	case tagShelf:
		f.Tag = s.name
	case sectionShelf:
		f.Section = s.name
	case sourceShelf:
		f.Source = s.name
	}
	return f
}

// shelfOf is the shelf that a filter shows.
func shelfOf(f store.Filter) shelf {
	switch {
	case f.Unread:
		return shelf{kind: unreadShelf}
	case f.Bookmarked:
		return shelf{kind: bookmarkShelf}
	case f.Tag != "":
		return shelf{kind: tagShelf, name: f.Tag}
	case f.Section != "":
		return shelf{kind: sectionShelf, name: f.Section}
	case f.Source != "":
		return shelf{kind: sourceShelf, name: f.Source}
	default:
		return shelf{}
	}
}

// is tells whether two shelves are one.
func (s shelf) is(o shelf) bool { return s.kind == o.kind && s.name == o.name }

// shelvesLoaded answers fetchShelves.
type shelvesLoaded struct {
	shelves []shelf
	err     error
}

// fetchShelves asks what shelves there are: all, the unread, the bookmarks, tags,
// sections, sources.
func (m *Model) fetchShelves() tea.Cmd {
	library := m.library
	return m.jobs.Ask(shelvesJob, func(ctx context.Context) tea.Msg {
		answer := shelvesLoaded{shelves: []shelf{{kind: allShelf}, {kind: unreadShelf}, {kind: bookmarkShelf}}}
		for i := range answer.shelves {
			s := &answer.shelves[i]
			if s.count.Articles, answer.err = library.Count(ctx, s.in(store.Filter{})); answer.err != nil {
				return answer
			}
		}
		for _, k := range []struct {
			kind shelfKind
			list func(context.Context) ([]store.Shelf, error)
		}{{tagShelf, library.Tags}, {sectionShelf, library.Sections}, {sourceShelf, library.Sources}} {
			found, err := k.list(ctx)
			if answer.err = err; err != nil {
				return answer
			}
			for _, count := range found {
				answer.shelves = append(answer.shelves, shelf{k.kind, count.Name, count})
			}
		}
		return answer
	})
}

func (m *Model) tookShelves(msg shelvesLoaded) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.shelves = msg.shelves
	if s, ok := m.screen().(*shelfScreen); ok {
		s.items = msg.shelves
	}
}

// showShelf narrows the list to a shelf.
func (m *Model) showShelf(s shelf) tea.Cmd {
	m.list.filter = s.in(m.list.filter)
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
	now := shelfOf(m.list.filter)
	at := max(0, slices.IndexFunc(m.shelves, now.is))
	return m.showShelf(m.shelves[(at+by+n)%n])
}

// toggleBookmarksOnly narrows the list to the bookmarks, or widens it again.
func (m *Model) toggleBookmarksOnly() tea.Cmd {
	if m.list.filter.Bookmarked {
		return m.showShelf(shelf{})
	}
	return m.showShelf(shelf{kind: bookmarkShelf})
}

// shelfName is what a shelf is called.
func (m *Model) shelfName(s shelf) string {
	if s.name != "" {
		return s.name
	}
	return m.words.Shelves.Names[s.kind]
}

// tab is the name of a shelf above the list.
type tab struct {
	shelf shelf
	name  row
}

// tabs are those of the shelf that the list shows and of those behind it, from
// the right, as far as there is room. A sign says that others stand before it.
func (m *Model) tabs(width int, style rtl.Style) []tab {
	now := shelfOf(m.list.filter)
	at := max(0, slices.IndexFunc(m.shelves, now.is))
	label := m.shelfName(now)
	if m.list.filter.Sort != store.ByPublished || m.list.filter.Reverse {
		label += " · " + m.orderName()
	}
	if at > 0 {
		label = "» " + label
	}
	tabs := []tab{{now, m.natural(width, rtl.Span{Text: label, Style: style})}}
	free := width - int(rtl.Width(tabs[0].name))
	for _, s := range m.shelves[min(at+1, len(m.shelves)):] {
		next := m.natural(width, rtl.Span{Text: m.shelfName(s), Style: m.styles.Muted})
		if free -= int(rtl.Width(next)) + tabGap; free < 0 {
			break
		}
		tabs = append(tabs, tab{s, next})
	}
	return tabs
}

// tabRow is the tabs side by side, the first one rightmost.
func (m *Model) tabRow(width int, style rtl.Style) (r row) {
	for i, t := range m.tabs(width, style) {
		if i > 0 {
			r = append(blank(tabGap, style), r...)
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

// shelfScreen shows all shelves with what is in them.
type shelfScreen struct{ menu[shelf] }

func (m *Model) openShelves() tea.Cmd {
	s := &shelfScreen{menu[shelf]{items: m.shelves}}
	s.selected = max(0, slices.IndexFunc(m.shelves, shelfOf(m.list.filter).is))
	return tea.Batch(m.openScreen(s), m.fetchShelves())
}

func (s *shelfScreen) opener() action   { return shelves }
func (s *shelfScreen) footer() []action { return []action{down, up, onward, back} }

func (s *shelfScreen) act(m *Model, a action, _ int) tea.Cmd {
	if a != onward {
		s.menu.act(a, m.screenRows()-headRows)
		return nil
	}
	chosen, ok := s.choose()
	closed := m.closeScreen()
	if !ok {
		return closed
	}
	return tea.Batch(closed, m.showShelf(chosen))
}

func (s *shelfScreen) rows(m *Model, width, height int) []row {
	say, kinds := m.words.Shelves, 0
	for k := range shelfKinds {
		kinds = max(kinds, int(rtl.StringWidth(say.Kinds[k])))
	}
	return append(m.screenHead(say.Title, width), s.draw(height-headRows, func(one shelf, selected bool) row {
		count := strconv.Itoa(one.count.Articles)
		if one.count.Unread > 0 {
			count += " · " + m.words.Count(one.count.Unread, m.words.UnreadNoun)
		}
		kind := m.label(min(kinds, width), rtl.Span{Text: say.Kinds[one.kind], Style: m.styles.Muted})
		name := m.natural(max(0, width-kinds-2*insetColumns), rtl.Span{Text: m.shelfName(one), Style: m.styles.Text})
		left := m.natural(max(0, width-kinds-int(rtl.Width(name))-3*insetColumns), rtl.Span{Text: count, Style: m.styles.Muted})
		return m.selectable(m.inset(width, kind, blank(2, rtl.Style{}), name, blank(2, rtl.Style{}), left), selected)
	})...)
}

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
	m.notice = m.words.Shelves.Order + " " + m.orderName()
	return m.listFromTop()
}

func (m *Model) orderName() string {
	names := m.words.Shelves.Orders[m.list.filter.Sort]
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
	library, filter, id := m.library, m.list.filter, m.article.item.ID
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
		m.notice = m.words.Shelves.AllRead
		return nil
	}
	m.leave()
	return m.visit(place{id: msg.entry.ID, position: whereLeft, focus: articlePane})
}
