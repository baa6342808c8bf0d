package reader

import (
	"fmt"
	"strconv"

	"warraq/store"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/shelf"
	"warraq/ui/rtl"
)

// The signs beside an article.
const (
	unreadSign   = '●'
	bookmarkSign = '★'
	cardSign     = '◌'
	// What is on its way to the library, and not there yet.
	unreadPending   = '○'
	bookmarkPending = '☆'
	selectedSign    = '▐'
)

// gutter is what an item leaves at its right for signs: a space, a sign, and
// the bar of the selected one; margin is what it leaves at its left.
const (
	gutter = 3
	margin = 1
)

// itemRows is the height of an item of a pane, the room below it included.
func (m *Model) itemRows(p pane) int {
	switch rows := bodyRows(m.Height); {
	case rows >= 18 && p == relatedPane:
		return maxItemRows // also why it is related
	case rows >= 18:
		return 4 // a title of two lines, its source, a free line
	case rows >= 8:
		return 3
	default:
		return 2
	}
}

// visibleItems is the number of items that a pane shows.
func (m *Model) visibleItems(p pane) int {
	if p == relatedPane {
		return m.sideVisible()
	}
	return max(1, bodyRows(m.Height)/m.itemRows(p))
}

// item is an entry as a pane shows it.
type item struct {
	entry    store.Entry
	pane     pane
	number   int // of the key that opens it, 0 for none
	selected bool
	focused  bool // its pane is
	here     bool // the article is the one shown
	// excerpt is the passage that it was found by, nil for none.
	excerpt *store.Excerpt
	note    string // in the place of why it is related
	// The rows that it takes, and how many of them say something.
	height, text int
}

// item lays an entry out.
func (m *Model) item(it item, width int) []draw.Row {
	it.height = m.itemRows(it.pane)
	it.text = it.height - 1
	return m.beside(it, m.itemText(it, max(0, width-gutter-margin)), width)
}

// itemText is what an item says.
func (m *Model) itemText(it item, columns int) []draw.Row {
	e, s := it.entry, m.Styles

	title := s.Text
	if it.here {
		title = s.Accent
		title.Attributes |= rtl.Bold
	}
	var rows []draw.Row
	if it.excerpt != nil {
		rows = m.Paragraph(m.Marked(e.Title, m.list.query.Find(e.Title), title), columns, 1)
		rows = append(rows, m.Paragraph(m.Marked(it.excerpt.Text, it.excerpt.Hits, s.Muted), columns, it.text-1)...)
	} else {
		rows = m.Paragraph([]rtl.Span{{Text: e.Title, Style: title}}, columns, max(1, min(2, it.text-1)))
		note := it.note
		if note == "" {
			note = m.Words.ReasonIn(e.Relation, func(s string) bool { return int(rtl.StringWidth(s)) <= columns })
		}
		room := it.text - len(rows)
		if note != "" {
			room-- // why it is here comes before where it is from
		}
		if room > 0 {
			rows = append(rows, m.MetaRows(e, columns, room)...)
		}
		if note != "" && len(rows) < it.text {
			rows = append(rows, m.Label(columns, rtl.Span{Text: note, Style: s.Muted}))
		}
	}
	return rows
}

// beside puts the signs of an item and the bar of the selected one at its right.
func (m *Model) beside(it item, rows []draw.Row, width int) []draw.Row {
	rows = draw.Fit(rows, max(0, width-gutter), it.height)

	signs := m.signs(it)
	for i := range rows {
		bar := ' '
		if it.selected && i < it.text {
			bar = selectedSign
		}
		side := draw.Row{
			{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space},
			signs[i],
			{Glyph: bar, At: rtl.NoOffset, Width: 1, Style: m.Styles.Accent},
		}
		rows[i] = append(rows[i], side[max(0, gutter-width):]...)
		if it.selected && i < it.text {
			rows[i] = m.highlight(rows[i], it.focused)
		}
	}
	return rows
}

// maxItemRows is the height of the highest item.
const maxItemRows = 5

// signs are the marks beside the rows of an item.
func (m *Model) signs(it item) [maxItemRows]rtl.Cell {
	var signs [maxItemRows]rtl.Cell
	for i := range signs {
		signs[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	next, room := 0, len(signs)
	if elsewhere(it.entry) {
		room = 1
	}
	put := func(glyph rune, style rtl.Style) {
		if next < room {
			signs[next].Glyph, signs[next].Style, signs[next].Kind = glyph, style, rtl.Neutral
			next++
		}
	}
	e, becomes := it.entry, m.becomes(it.entry)
	if it.number > 0 && it.number <= 9 {
		put(rune('0'+it.number), m.Styles.Accent)
	}
	switch {
	case !e.Full:
		put(cardSign, m.Styles.Muted)
	case becomes.Read != e.Read:
		put(unreadPending, m.Styles.Muted)
	case !e.Read:
		put(unreadSign, m.Styles.Mark)
	}
	switch {
	case becomes.Bookmarked != e.Bookmarked:
		put(bookmarkPending, m.Styles.Muted)
	case e.Bookmarked:
		put(bookmarkSign, m.Styles.Mark)
	}
	return signs
}

// highlight shows that a row is the selected one, in the pane that has the keys
// or in another.
func (m *Model) highlight(r draw.Row, focused bool) draw.Row {
	if focused {
		return draw.Restyle(r, m.Styles.Selected)
	}
	return draw.Restyle(r, m.Styles.SelectedAway)
}

// listRows is the body of the list pane.
func (m *Model) listRows(width, height int) []draw.Row {
	l := &m.list
	if l.total == 0 {
		return draw.Fit(m.Empty(m.emptyList(), width), width, height)
	}
	var rows []draw.Row
	for i := l.Top; i < min(l.Top+m.visibleItems(listPane), l.total); i++ {
		e, _ := l.at(i)
		var excerpt *store.Excerpt
		if found, ok := l.excerpts[e.ID]; ok {
			excerpt = &found
		}
		rows = append(rows, m.item(item{
			excerpt: excerpt,
			entry:   e, pane: listPane, selected: i == l.Selected, focused: m.focus == listPane,
			here: e.ID != "" && e.ID == m.article.Item.ID,
		}, width)...)
	}
	return draw.Fit(rows, width, height)
}

func (m *Model) emptyList() string {
	switch f := m.list.filter; {
	case f.Title != "" && m.list.meant != "":
		offer := m.Words.NoMatch + " " + fmt.Sprintf(m.Words.DidYouMean, "\u2068"+m.list.meant+"\u2069")
		if keys := m.Labels(*m.KeyMap.Of(keymap.Onward)); len(keys) > 0 {
			offer += " (\u2068" + keys[0] + "\u2069)"
		}
		return offer
	case f.Title != "":
		return m.Words.NoMatch
	case f.Bookmarked:
		return m.Words.NoBookmarks
	case f.Unread:
		return m.Words.Shelves.AllRead
	default:
		return m.Words.NoArticles
	}
}

// emptyLibrary reports whether the list shows that there is no article at all.
func (m *Model) emptyLibrary() bool {
	return m.list.total == 0 && m.list.filter.Title == "" && shelf.Of(m.list.filter).Kind == shelf.All
}

// counted says how many articles the list has, and how many are unread.
func (m *Model) counted() string {
	if m.list.filter.Title != "" {
		return strconv.Itoa(m.list.total)
	}
	return m.Words.Counted(m.list.total, m.list.unread)
}
