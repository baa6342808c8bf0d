package related

import (
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/item"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// The heights of an entry at the most: with why it is related; of a story its day, its title
// and a free line.
const (
	mostRows   = item.MaxRows
	threadRows = 4
)

// behindSign leads what stands behind the entry above it.
const behindSign = "┘ "

// Title draws what the pane is called.
func (p *Pane) Title(width int, style rtl.Style) draw.Row {
	return p.Natural(width, rtl.Span{Text: p.name(), Style: style})
}

// name returns what the pane is called, and how far relating is.
func (p *Pane) name() string {
	name := p.Words.Sides.Names[p.side]
	if p.side == History {
		return name
	}
	return name + p.relating.progress(p.Words)
}

// whyEmpty says why there is nothing in the pane.
func (p *Pane) whyEmpty() string {
	switch {
	case p.Opened().ID == "":
		return p.Words.NothingOpen
	case p.side != History && p.relating.progress(p.Words) != "":
		return p.Words.Sides.Relating
	}
	return p.Words.Sides.None[p.side]
}

// Footer returns the keys of the pane.
func (p *Pane) Footer() []keymap.Action {
	return []keymap.Action{keymap.Onward, keymap.OpenRelated, keymap.NextSide, keymap.Back, keymap.Compare, keymap.Bookmark, keymap.Earlier, keymap.Later}
}

// rowsOf returns the height of an entry: as many rows as it needs and a free one. What
// stands behind another has one row, and follows it at once.
func (p *Pane) rowsOf(i int) int {
	it, _ := p.words(i)
	return it.Height
}

// visible returns how many entries are in sight.
func (p *Pane) visible() int {
	n, rows := 0, p.size.Height
	for i := p.cursor.Top; i < len(p.entries); i++ {
		if rows -= p.rowsOf(i); rows < 0 {
			break
		}
		n++
	}
	return max(1, n)
}

// Extent returns which entries are in sight.
func (p *Pane) Extent() (top, visible, total int) { return p.cursor.Top, p.visible(), len(p.entries) }

// move selects the entry so many steps further, and brings it into view.
func (p *Pane) move(steps int) {
	c := &p.cursor
	c.Selected = draw.Clamp(c.Selected+steps, len(p.entries)-1)
	c.Top = draw.Clamp(min(c.Top, c.Selected), len(p.entries)-1)
	rows := p.size.Height
	used := 0
	for i := c.Top; i <= c.Selected && i < len(p.entries); i++ {
		used += p.rowsOf(i)
	}
	for used > rows && c.Top < c.Selected {
		used -= p.rowsOf(c.Top)
		c.Top++
	}
	for i := c.Selected + 1; i < len(p.entries); i++ {
		used += p.rowsOf(i)
	}
	for c.Top > 0 && used+p.rowsOf(c.Top-1) <= rows { // no room is left empty
		c.Top--
		used += p.rowsOf(c.Top)
	}
}

// click opens the article of a row.
func (p *Pane) click(row int) dialog.Action {
	for i := p.cursor.Top; i < len(p.entries); i++ {
		if row -= p.rowsOf(i); row < 0 {
			return p.jump(i)
		}
	}
	return dialog.Focus{Pane: p}
}

// View draws the entries in sight.
func (p *Pane) View(focused bool) []draw.Row {
	width, height := p.size.Width, p.size.Height
	if len(p.entries) == 0 {
		return draw.Fit(p.Empty(p.whyEmpty(), width), width, height)
	}
	var rows []draw.Row
	for i := p.cursor.Top; i < len(p.entries) && len(rows) < height; i++ {
		rows = append(rows, p.entry(i, focused)...)
	}
	return draw.Fit(rows, width, height)
}

// entry draws an entry.
func (p *Pane) entry(i int, focused bool) []draw.Row {
	it, rows := p.words(i)
	it.Selected = i == p.cursor.Selected && focused
	return it.Beside(p.Context, rows, p.size.Width)
}

// words lays out what an entry says.
func (p *Pane) words(i int) (it item.Item, rows []draw.Row) {
	most := item.Rows(p.size.Height, mostRows)
	if p.side == Thread {
		most = min(most, threadRows)
	}
	it = item.Item{Entry: p.entries[i], Number: i + 1, Focused: true, Text: max(1, most-1)}.Dated(p.Context)
	columns := item.TextColumns(p.size.Width)
	switch {
	case item.IsElsewhere(it.Entry):
		rows = []draw.Row{p.behind(it.Entry, columns)}
	case p.side == Thread:
		rows = p.dated(it, columns)
	default:
		if p.side == History && i < p.session {
			it.Note = p.Words.Sides.Session
		}
		rows = it.Words(p.Context, columns)
	}
	it.Text = max(1, len(rows))
	it.Height = it.Text
	if i+1 == len(p.entries) || !item.IsElsewhere(p.entries[i+1]) {
		it.Height++ // a free row
	}
	return it, rows
}

// behind draws an entry that stands behind another.
func (p *Pane) behind(e store.Entry, columns int) draw.Row {
	return p.Label(columns, rtl.Span{Text: behindSign, Style: p.Styles.Border},
		rtl.Span{Text: p.Words.Paper(e), Style: p.Styles.Text},
		rtl.Span{Text: " · \u2068" + e.Title + "\u2069", Style: p.Styles.Muted})
}

// dated draws an entry of a story: first the day, then what happened.
func (p *Pane) dated(it item.Item, columns int) []draw.Row {
	style, when := p.Styles.Text, p.Words.Date(it.Entry.Published)
	if when == "" {
		when = p.Words.Sides.NoDay
	}
	spans := []rtl.Span{{Text: when, Style: p.Styles.Mark}}
	if source := it.Entry.Source; source != "" {
		spans = append(spans, rtl.Span{Text: " · \u2068" + source + "\u2069", Style: p.Styles.Muted})
	}
	if it.IsOpen(p.Context) {
		style = p.Styles.Accent
		spans = append([]rtl.Span{{Text: p.Words.Sides.Here + " ", Style: p.Styles.Accent}}, spans...)
	}
	rows := []draw.Row{p.Label(columns, spans...)}
	return append(rows, p.Paragraph([]rtl.Span{{Text: it.Entry.Title, Style: style}}, columns, it.Text-1)...)
}
