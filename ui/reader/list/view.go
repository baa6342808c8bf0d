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
)

// The heights of items: a title and its source; with the passage that a search found; of the
// selected item, which shows the whole of a longer title, and where there is less room.
const (
	usualRows    = 2
	foundRows    = 3
	selectedRows = 3
	roomyPane    = 8 // rows; in a lower one all items are of the usual height
)

// itemRows returns the height of an item, and that of the selected one.
func (p *Pane) itemRows() (rows, selected int) {
	switch {
	case p.size.Height < roomyPane:
		return usualRows, usualRows
	case p.page.query != nil:
		return foundRows, foundRows
	default:
		return usualRows, selectedRows
	}
}

// visible returns the number of items in sight, of which one is the selected one.
func (p *Pane) visible() int {
	rows, selected := p.itemRows()
	return max(1, (p.size.Height-selected)/rows+1)
}

// rowsOf returns the height of the item of an index.
func (p *Pane) rowsOf(index int) int {
	rows, selected := p.itemRows()
	if index == p.cursor.Selected {
		return selected
	}
	return rows
}

// indexAt returns the index of the item in a row of the pane.
func (p *Pane) indexAt(row int) int {
	i := p.cursor.Top
	for row >= p.rowsOf(i) {
		row -= p.rowsOf(i)
		i++
	}
	return i
}

// Extent returns which items are in sight.
func (p *Pane) Extent() (top, visible, total int) {
	return p.cursor.Top, p.visible(), p.page.total
}

// View draws the items in sight.
func (p *Pane) View(focused bool) []draw.Row {
	width, height := p.size.Width, p.size.Height
	if p.page.total == 0 {
		return draw.Fit(p.Empty(p.whyEmpty(), width), width, height)
	}
	var rows []draw.Row
	for i := p.cursor.Top; i < min(p.cursor.Top+p.visible(), p.page.total); i++ {
		rows = append(rows, p.item(i, focused)...)
	}
	return draw.Fit(rows, width, height)
}

// item draws the item of an index.
func (p *Pane) item(index int, focused bool) []draw.Row {
	listed, _ := p.page.at(index)
	it := item.Item{
		Entry: listed.Entry, Find: p.page.query.Find,
		Selected: index == p.cursor.Selected, Focused: focused, Picked: p.isPicked(listed.ID),
		Height: p.rowsOf(index), Text: p.rowsOf(index),
	}
	if found, ok := p.Excerpt(listed.ID); ok {
		it.Excerpt = &found
	}
	columns := item.TextColumns(p.size.Width)
	if view := p.tab.View(); view != nil && listed.Value != nil {
		return it.Beside(p.Context, view(p.Canvas, listed, columns, it.Text), p.size.Width)
	}
	return it.Beside(p.Context, it.Words(p.Context, columns), p.size.Width)
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
		return p.tab.Empty(p.Words)
	}
}

// libraryIsEmpty reports whether the list shows that there is no article at all.
func (p *Pane) libraryIsEmpty() bool {
	return p.page.total == 0 && p.typed.Title == "" && p.tab.Kind == shelf.All
}

// Counted says how many articles the list has, and how many are unread.
func (p *Pane) Counted() string {
	if p.typed.Title != "" || p.searches() || !p.tab.HoldsArticles() {
		return strconv.Itoa(p.page.total)
	}
	return p.Words.Counted(p.page.total, p.page.unread)
}

// Footer returns the keys of the list.
func (p *Pane) Footer() []keymap.Action {
	if len(p.picked) > 0 {
		return []keymap.Action{keymap.Remove, keymap.Archive, keymap.ToggleRead, keymap.Bookmark, keymap.Back}
	}
	if p.libraryIsEmpty() {
		return []keymap.Action{keymap.AddArticles, keymap.Guide}
	}
	return []keymap.Action{keymap.Onward, keymap.FilterList, keymap.Bookmark, keymap.Bookmarks, keymap.ToggleRead, keymap.NextPane}
}

// click opens the article of a row.
func (p *Pane) click(at pane.Click) dialog.Action {
	i := p.indexAt(at.Y)
	if i >= p.page.total || i >= p.cursor.Top+p.visible() {
		return dialog.Focus{Pane: p}
	}
	if at.Mod&(tea.ModCtrl|tea.ModShift) != 0 {
		return dialog.Many{dialog.Focus{Pane: p}, p.pickTo(i, at.Mod&tea.ModShift != 0)}
	}
	p.cursor.Selected = i
	return dialog.Many{dialog.Focus{Pane: p}, p.openSelected()}
}
