// Package item draws an article as the lists of the reader show it: a title, where it is
// from, signs at its right and the bar of the selected one.
package item

import (
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
)

// The signs beside an article.
const (
	UnreadSign   = '●'
	BookmarkSign = '★'
	CardSign     = '◌'
	// What is on its way to the library, and not there yet.
	UnreadPending   = '○'
	BookmarkPending = '☆'
	SelectedSign    = '▐'
	PickedSign      = '✓'
	RemovedPending  = '×'
)

// progressSigns say how far an article was read: by quarters, from percent on.
var progressSigns = []struct {
	from int
	sign rune
}{{95, 0}, {63, '◕'}, {38, '◑'}, {1, '◔'}}

// Gutter is what an item leaves at its right for signs: a space, a sign, and the bar of
// the selected one; Margin is what it leaves at its left.
const (
	Gutter = 3
	Margin = 1
)

// MaxRows is the height of the highest item.
const MaxRows = 5

// Rows returns the height of an item in a pane of so many rows, the free row below it
// included: at most as many as it needs.
func Rows(height, most int) int {
	switch {
	case height >= 18:
		return most
	case height >= 8:
		return 3
	default:
		return 2
	}
}

// Item is an entry as a pane shows it.
type Item struct {
	Entry    store.Entry
	Number   int  // of the key that opens it, 0 for none
	Selected bool // it is the selected one
	Focused  bool // its pane has the keys
	Picked   bool // it is one of several that are chosen
	// Excerpt is the passage that it was found by, nil for none; Find finds in its title
	// what was looked for.
	Excerpt *store.Excerpt
	Find    func(string) []text.Range
	Note    string // in the place of why it is related
	When    string // what is said of when it was; see [Item.Dated]
	// The rows that it takes, and how many of them say something.
	Height, Text int
}

// Dated returns an item that says its whole date.
func (it Item) Dated(c *pane.Context) Item {
	it.When = c.Words.Date(it.Entry.Published)
	return it
}

// IsElsewhere tells of an entry that it stands behind the one before it.
func IsElsewhere(e store.Entry) bool { return e.Why == store.WhyElsewhere }

// IsOpen tells whether an item is the open article.
func (it Item) IsOpen(c *pane.Context) bool { return it.Entry.ID != "" && it.Entry.ID == c.Opened().ID }

// TextColumns returns how many columns the text of an item has in a pane of some width.
func TextColumns(width int) int { return max(0, width-Gutter-Margin) }

// titleStyle returns how a title is shown: what was not read stands out by its weight,
// and what was is quiet.
func (it Item) titleStyle(c *pane.Context) rtl.Style {
	title := c.Styles.Text
	switch {
	case it.IsOpen(c):
		title = c.Styles.Accent
		title.Attributes |= rtl.Bold
	case it.Entry.Read:
		title = c.Styles.Muted
	case it.Entry.Full:
		title.Attributes |= rtl.Bold
	}
	return title
}

// Words draws what an item says in some columns, in as many rows as that needs, which are
// no more than those of its text.
func (it Item) Words(c *pane.Context, columns int) []draw.Row {
	e, s := it.Entry, c.Styles
	title := it.titleStyle(c)
	if it.Excerpt != nil {
		rows := c.Paragraph(c.Marked(e.Title, it.Find(e.Title), title), columns, max(1, it.Text-passageRows))
		return append(rows, it.passage(c, columns, min(passageRows, it.Text-len(rows)))...)
	}
	lines := max(1, min(2, it.Text-1))
	if it.Text > 1 && it.Note == "" && e.Why == store.WhyUnknown && c.MetaOn(e, it.When) == "" {
		lines = 2 // nothing else stands there
	}
	rows := c.Paragraph([]rtl.Span{{Text: e.Title, Style: title}}, columns, lines)
	why := it.Note
	if why == "" {
		why = c.Words.ReasonIn(e.Relation, func(s string) bool { return int(rtl.StringWidth(s)) <= columns })
	}
	room := it.Text - len(rows)
	if why != "" {
		room-- // why it is here comes before where it is from
	}
	if room > 0 {
		rows = append(rows, c.MetaRows(e, it.When, columns, room)...)
	}
	if why != "" && len(rows) < it.Text {
		rows = append(rows, c.Label(columns, rtl.Span{Text: why, Style: s.Muted}))
	}
	return rows
}

// passageRows is how many rows a passage has at the most.
const passageRows = 2

// passage draws the passage that an item was found by, or where that is its title where it
// is from.
func (it Item) passage(c *pane.Context, columns, most int) []draw.Row {
	if text.Same(it.Excerpt.Text, it.Entry.Title) {
		return c.MetaRows(it.Entry, it.When, columns, most)
	}
	return c.Paragraph(c.Marked(it.Excerpt.Text, it.Excerpt.Hits, c.Styles.Muted), columns, most)
}

// leastDated is the width of a row that has room for a date beside its title.
const leastDated = 24

// Row draws an item in one row: its title, and at the left edge when it was.
func (it Item) Row(c *pane.Context, columns int) []draw.Row {
	var date draw.Row
	if it.When != "" && columns >= leastDated {
		date = append(c.Natural(columns/2, rtl.Span{Text: it.When, Style: c.Styles.Muted}), draw.Blank(2, rtl.Style{})...)
	}
	room := columns - int(rtl.Width(date))
	spans := []rtl.Span{{Text: it.Entry.Title, Style: it.titleStyle(c)}}
	if it.Find != nil {
		spans = c.Marked(it.Entry.Title, it.Find(it.Entry.Title), it.titleStyle(c))
	}
	rows := draw.Fit(c.Paragraph(spans, room, 1), room, 1)
	return []draw.Row{append(date, rows[0]...)}
}

// Beside puts the signs of an item and the bar of the selected one at the right of its
// rows, and brings them to their width and the item's height.
func (it Item) Beside(c *pane.Context, rows []draw.Row, width int) []draw.Row {
	rows = draw.Fit(rows, max(0, width-Gutter), it.Height)
	signs := it.signs(c)
	for i := range rows {
		bar := ' '
		if it.Selected && i < it.Text {
			bar = SelectedSign
		}
		side := draw.Row{
			{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space},
			signs[i],
			{Glyph: bar, At: rtl.NoOffset, Width: 1, Style: c.Styles.Accent},
		}
		rows[i] = append(rows[i], side[max(0, Gutter-width):]...)
		switch {
		case it.Selected && i < it.Text:
			rows[i] = it.highlight(c, rows[i])
		case it.Picked && i < it.Text:
			rows[i] = draw.Restyle(rows[i], c.Styles.SelectedAway)
		}
	}
	return rows
}

// signs returns the marks beside the rows of an item.
func (it Item) signs(c *pane.Context) [MaxRows]rtl.Cell {
	var signs [MaxRows]rtl.Cell
	for i := range signs {
		signs[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	if it.Entry.ID == "" {
		return signs // it is no article, or not here yet
	}
	next, room := 0, min(len(signs), max(1, it.Height))
	if IsElsewhere(it.Entry) {
		room = 1
	}
	put := func(glyph rune, style rtl.Style) {
		if next < room {
			signs[next].Glyph, signs[next].Style, signs[next].Kind = glyph, style, rtl.Neutral
			next++
		}
	}
	e, becomes := it.Entry, c.Pending.Apply(it.Entry)
	switch {
	case c.Pending.IsRemoved(e.ID):
		put(RemovedPending, c.Styles.Muted)
	case it.Picked:
		put(PickedSign, c.Styles.Accent)
	}
	if it.Number > 0 && it.Number <= 9 {
		put(rune('0'+it.Number), c.Styles.Accent)
	}
	switch {
	case !e.Full:
		put(CardSign, c.Styles.Muted)
	case becomes.Read != e.Read:
		put(UnreadPending, c.Styles.Muted)
	case !e.Read && (it.Height > 1 || !becomes.Bookmarked):
		put(UnreadSign, c.Styles.Mark)
	}
	switch {
	case becomes.Bookmarked != e.Bookmarked:
		put(BookmarkPending, c.Styles.Muted)
	case e.Bookmarked:
		put(BookmarkSign, c.Styles.Mark)
	}
	if sign := progressSign(e); sign != 0 && becomes.Read == e.Read {
		put(sign, c.Styles.Muted)
	}
	return signs
}

// progressSign returns the sign of how far an article was read, 0 for one that was not
// begun, or that was read to its end.
func progressSign(e store.Entry) rune {
	if !e.Full || !e.Read {
		return 0
	}
	for _, p := range progressSigns {
		if e.Progress >= p.from {
			return p.sign
		}
	}
	return 0
}

// highlight shows that a row is of the selected item, in the pane that has the keys or in
// another.
func (it Item) highlight(c *pane.Context, r draw.Row) draw.Row {
	if it.Focused {
		return draw.Restyle(r, c.Styles.Selected)
	}
	return draw.Restyle(r, c.Styles.SelectedAway)
}
