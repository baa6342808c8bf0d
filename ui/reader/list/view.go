package list

import (
	"cmp"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/item"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/rtl"
)

// The heights of items at the most: a title and its source; with the passage that a search
// found; of the selected item, which shows the whole of a longer title, and where there is
// less room.
const (
	usualRows    = 2
	foundRows    = 3
	selectedRows = 3
	roomyPane    = 8 // rows; in a lower one all items are of the usual height
)

// isCompact tells whether each article has one row. What a search found shows its passage.
func (p *Pane) isCompact() bool { return p.Compact && p.page.query == nil }

// mostRows returns how many rows the item of an index has at the most.
func (p *Pane) mostRows(index int) int {
	switch {
	case p.isCompact():
		return 1
	case p.size.Height < roomyPane:
		return usualRows
	case p.page.query != nil && index == p.cursor.Selected:
		return foundRows + 1
	case p.page.query != nil:
		return foundRows
	case index == p.cursor.Selected:
		return selectedRows
	default:
		return usualRows
	}
}

// Extent returns which items are in sight, as far as their titles.
func (p *Pane) Extent() (top, visible, total int) {
	return p.cursor.Top, len(p.inSight()), p.page.total
}

// View draws the items in sight.
func (p *Pane) View(focused bool) []draw.Row {
	width, height := p.size.Width, p.size.Height
	if p.page.total == 0 {
		return draw.Fit(p.Empty(p.whyEmpty(), width), width, height)
	}
	var rows []draw.Row
	for _, at := range p.inSight() {
		for n := p.headingRows(at.heading, len(rows) == 0); n > 1; n-- {
			rows = append(rows, draw.Blank(width, rtl.Style{}))
		}
		if at.heading != "" {
			rows = append(rows, p.headingRow(at.heading))
		}
		rows = append(rows, p.item(at.index, focused)...)
	}
	return draw.Fit(rows, width, height)
}

// headingRow draws what stands above the items of a day.
func (p *Pane) headingRow(name string) draw.Row {
	columns := item.TextColumns(p.size.Width)
	r := p.Label(columns, rtl.Span{Text: "── " + name, Style: p.Styles.Muted})
	return append(draw.Refit(r, int(rtl.Width(r)), columns+item.Margin), draw.Blank(item.Gutter, rtl.Style{})...)
}

// item draws the item of an index.
func (p *Pane) item(index int, focused bool) []draw.Row {
	it, rows := p.words(index)
	it.Focused = focused
	return it.Beside(p.Context, rows, p.size.Width)
}

// words lays out what the item of an index says, in as many rows as that needs.
func (p *Pane) words(index int) (it item.Item, rows []draw.Row) {
	listed, _ := p.page.at(index)
	it = item.Item{
		Entry: listed.Entry, Find: p.page.query.Find, Text: p.mostRows(index),
		Selected: index == p.cursor.Selected, Picked: p.isPicked(listed.ID), When: p.when(listed.Entry),
	}
	if found, ok := p.Excerpt(listed.ID); ok {
		it.Excerpt = &found
	}
	columns := item.TextColumns(p.size.Width)
	view := p.tab.View()
	switch {
	case view != nil && listed.Value != nil:
		rows = view(p.Canvas, listed, columns, it.Text)
	case p.isCompact():
		rows = it.Row(p.Context, columns)
	case listed.ID == "": // it is not here yet
		rows = make([]draw.Row, min(usualRows, it.Text))
	default:
		rows = it.Words(p.Context, columns)
	}
	it.Text = max(1, len(rows))
	it.Height = it.Text
	return it, rows
}

// whyEmpty says why nothing is listed.
func (p *Pane) whyEmpty() string {
	switch wrong := cmp.Or(p.wrong, p.sayErrors(p.page.query)); {
	case p.typed.Title != "" && wrong != "":
		return wrong + " " + p.Words.NoMatch
	case p.typed.Title != "" && p.page.meant != "":
		offer := p.Words.NoMatch + " " + fmt.Sprintf(p.Words.DidYouMean, "\u2068"+p.page.meant+"\u2069")
		if keys := p.Labels(*p.KeyMap.Of(keymap.Onward)); len(keys) > 0 {
			offer += " (\u2068" + keys[0] + "\u2069)"
		}
		return offer
	case p.typed.Title != "":
		return p.Words.NoMatch
	default:
		return p.WithKeys(p.tab.Empty(p.Words))
	}
}

// libraryIsEmpty reports whether the list shows that there is no article at all.
func (p *Pane) libraryIsEmpty() bool {
	return p.page.total == 0 && p.typed.Title == "" && p.tab.Kind == shelf.All
}

// Counted says how many articles the list has, and how many are unread, or behind a search
// what was searched for, of which as many words are said as fit into some columns.
func (p *Pane) Counted(most int) string {
	switch {
	case p.typed.Title != "":
		counted := strconv.Itoa(p.page.total)
		if p.searches() {
			counted = p.Words.Count(p.page.total, p.Words.ArticleNoun)
		}
		before, behind := counted+": "+p.Words.Quotes[0]+"\u2068", "\u2069"+p.Words.Quotes[1]
		return before + draw.Shorten(p.typed.Title, most-int(rtl.StringWidth(before+behind))) + behind
	case p.searches():
		return p.Words.Count(p.page.total, p.Words.ArticleNoun)
	case !p.tab.HoldsArticles():
		return strconv.Itoa(p.page.total)
	default:
		return p.Words.Counted(p.page.total, p.page.unread)
	}
}

// Footer returns the keys of the list.
func (p *Pane) Footer() []keymap.Action {
	if len(p.picked) > 0 {
		return []keymap.Action{keymap.Remove, keymap.Archive, keymap.ToggleRead, keymap.Bookmark, keymap.Back}
	}
	if p.libraryIsEmpty() {
		return []keymap.Action{keymap.AddArticles, keymap.Guide}
	}
	if isFront(p.tab) {
		return []keymap.Action{keymap.Onward, keymap.Week, keymap.FilterList, keymap.AllRead, keymap.NextTab}
	}
	return []keymap.Action{keymap.Onward, keymap.FilterList, keymap.Bookmark, keymap.Bookmarks, keymap.ToggleRead, keymap.NextPane}
}

// click opens the article of a row.
func (p *Pane) click(at pane.Click) dialog.Action {
	i, ok := p.indexAt(at.Y)
	if !ok {
		return dialog.Focus{Pane: p}
	}
	if at.Mod&(tea.ModCtrl|tea.ModShift) != 0 {
		return dialog.Many{dialog.Focus{Pane: p}, p.pickTo(i, at.Mod&tea.ModShift != 0)}
	}
	p.cursor.Selected = i
	return dialog.Many{dialog.Focus{Pane: p}, p.openSelected()}
}
