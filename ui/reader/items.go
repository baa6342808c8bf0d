package reader

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"warraq/articles/text"
	"warraq/store"
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
	switch rows := bodyRows(m.height); {
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
	return max(1, bodyRows(m.height)/m.itemRows(p))
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

// marked is a text with the parts that were looked for in another style.
func (m *Model) marked(text string, hits []text.Range, style rtl.Style) (spans []rtl.Span) {
	at := 0
	for _, h := range hits {
		spans = append(spans, rtl.Span{Text: text[at:h.Start], Style: style}, rtl.Span{Text: text[h.Start:h.End], Style: m.styles.Hit})
		at = h.End
	}
	return append(spans, rtl.Span{Text: text[at:], Style: style})
}

// item lays an entry out.
func (m *Model) item(it item, width int) []row {
	it.height = m.itemRows(it.pane)
	it.text = it.height - 1
	return m.beside(it, m.itemText(it, max(0, width-gutter-margin)), width)
}

// itemText is what an item says.
func (m *Model) itemText(it item, columns int) []row {
	e, s := it.entry, m.styles

	title := s.Text
	if it.here {
		title = s.Accent
		title.Attributes |= rtl.Bold
	}
	var rows []row
	if it.excerpt != nil {
		rows = m.paragraph(m.marked(e.Title, m.list.query.Find(e.Title), title), columns, 1)
		rows = append(rows, m.paragraph(m.marked(it.excerpt.Text, it.excerpt.Hits, s.Muted), columns, it.text-1)...)
	} else {
		rows = m.paragraph([]rtl.Span{{Text: e.Title, Style: title}}, columns, max(1, min(2, it.text-1)))
		note := it.note
		if note == "" {
			note = m.words.ReasonIn(e.Relation, func(s string) bool { return int(rtl.StringWidth(s)) <= columns })
		}
		room := it.text - len(rows)
		if note != "" {
			room-- // why it is here comes before where it is from
		}
		if room > 0 {
			rows = append(rows, m.metaRows(e, columns, room)...)
		}
		if note != "" && len(rows) < it.text {
			rows = append(rows, m.label(columns, rtl.Span{Text: note, Style: s.Muted}))
		}
	}
	return rows
}

// beside puts the signs of an item and the bar of the selected one at its right.
func (m *Model) beside(it item, rows []row, width int) []row {
	rows = fit(rows, max(0, width-gutter), it.height)

	signs := m.signs(it)
	for i := range rows {
		bar := ' '
		if it.selected && i < it.text {
			bar = selectedSign
		}
		side := row{
			{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space},
			signs[i],
			{Glyph: bar, At: rtl.NoOffset, Width: 1, Style: m.styles.Accent},
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
		put(rune('0'+it.number), m.styles.Accent)
	}
	switch {
	case !e.Full:
		put(cardSign, m.styles.Muted)
	case becomes.Read != e.Read:
		put(unreadPending, m.styles.Muted)
	case !e.Read:
		put(unreadSign, m.styles.Mark)
	}
	switch {
	case becomes.Bookmarked != e.Bookmarked:
		put(bookmarkPending, m.styles.Muted)
	case e.Bookmarked:
		put(bookmarkSign, m.styles.Mark)
	}
	return signs
}

// highlight shows that a row is the selected one, in the pane that has the keys
// or in another.
func (m *Model) highlight(r row, focused bool) row {
	if focused {
		return restyle(r, m.styles.Selected)
	}
	return restyle(r, m.styles.SelectedAway)
}

// metaRows is what stands under a title. Where there is no room for all of it, the
// section gives way: the list has tabs for it, and half a date says nothing.
func (m *Model) metaRows(e store.Entry, columns, most int) []row {
	text := m.meta(e)
	if int(rtl.StringWidth(text)) > columns*most {
		e.Section = ""
		text = m.meta(e)
	}
	return m.paragraph([]rtl.Span{{Text: text, Style: m.styles.Muted}}, columns, most)
}

// meta says what kind of thing an entry is, where it comes from, and when.
func (m *Model) meta(e store.Entry) string {
	card := ""
	if !e.Full {
		card = m.words.Card
	}
	day := strings.ReplaceAll(m.words.Date(e.Published), " ", "\u00a0") // a date is not broken
	return inOrder(card, e.Section, cmp.Or(e.Source, e.Author), day)
}

// inOrder joins the parts that are there, each an isolate, so that they keep their
// order whatever each begins and ends with.
func inOrder(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, "\u2068"+p+"\u2069")
		}
	}
	return strings.Join(there, " · ")
}

// listRows is the body of the list pane.
func (m *Model) listRows(width, height int) []row {
	l := &m.list
	if l.total == 0 {
		return fit(m.empty(m.emptyList(), width), width, height)
	}
	var rows []row
	for i := l.top; i < min(l.top+m.visibleItems(listPane), l.total); i++ {
		e, _ := l.at(i)
		var excerpt *store.Excerpt
		if found, ok := l.excerpts[e.ID]; ok {
			excerpt = &found
		}
		rows = append(rows, m.item(item{
			excerpt: excerpt,
			entry:   e, pane: listPane, selected: i == l.selected, focused: m.focus == listPane,
			here: e.ID != "" && e.ID == m.article.item.ID,
		}, width)...)
	}
	return fit(rows, width, height)
}

func (m *Model) emptyList() string {
	switch f := m.list.filter; {
	case f.Title != "" && m.list.meant != "":
		offer := m.words.NoMatch + " " + fmt.Sprintf(m.words.DidYouMean, "\u2068"+m.list.meant+"\u2069")
		if keys := m.labels(*m.keyMap.of(onward)); len(keys) > 0 {
			offer += " (\u2068" + keys[0] + "\u2069)"
		}
		return offer
	case f.Title != "":
		return m.words.NoMatch
	case f.Bookmarked:
		return m.words.NoBookmarks
	case f.Unread:
		return m.words.Shelves.AllRead
	default:
		return m.words.NoArticles
	}
}

// emptyLibrary reports whether the list shows that there is no article at all.
func (m *Model) emptyLibrary() bool {
	return m.list.total == 0 && m.list.filter.Title == "" && shelfOf(m.list.filter).kind == allShelf
}

// empty is what a pane says when it has nothing to show.
func (m *Model) empty(text string, width int) []row {
	rows := []row{blank(width, rtl.Style{})}
	for _, r := range m.paragraph([]rtl.Span{{Text: text, Style: m.styles.Muted}}, width-2, 6) {
		rows = append(rows, append(r, blank(min(2, width), rtl.Style{})...))
	}
	return rows
}

// counted says how many articles the list has, and how many are unread.
func (m *Model) counted() string {
	if m.list.filter.Title != "" {
		return strconv.Itoa(m.list.total)
	}
	return m.words.Count(m.list.total, m.words.ArticleNoun) + m.words.Comma +
		m.words.Count(m.list.unread, m.words.UnreadNoun)
}
