package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/rtl"
)

// LoadTabs asks what tabs there are.
func (p *Pane) LoadTabs() dialog.Action {
	library := p.Library
	return dialog.Run{Cmd: p.Jobs.Ask(tabsJob, func(ctx context.Context) tea.Msg {
		found, err := shelf.Load(ctx, library)
		return dialog.ShelvesLoaded{Shelves: found, Err: err}
	})}
}

// Show shows a tab.
func (p *Pane) Show(tab shelf.Shelf) dialog.Action {
	p.tab = tab.Key()
	return dialog.Many{dialog.Focus{Pane: p}, p.fromTop(), p.LoadTabs()}
}

// nextTab shows the tab that stands so many further on.
func (p *Pane) nextTab(by int) dialog.Action {
	n := len(p.tabs)
	if n == 0 {
		return p.LoadTabs()
	}
	at := p.tabAt()
	return p.Show(p.tabs[(at+by+n)%n])
}

// toggleBookmarks narrows the list to the bookmarks, or widens it again.
func (p *Pane) toggleBookmarks() dialog.Action {
	if p.tab.Kind == shelf.Bookmarks {
		return p.Show(shelf.Shelf{})
	}
	return p.Show(shelf.Shelf{Kind: shelf.Bookmarks})
}

// openTabs shows all tabs on a screen.
func (p *Pane) openTabs() dialog.Action {
	return dialog.Many{dialog.Push{Dialog: dialog.NewShelves(p.Canvas, p.tabs, p.tab, p.Show)}, p.LoadTabs()}
}

// namedTab is the name of a tab above the list.
type namedTab struct {
	shelf shelf.Shelf
	name  draw.Row
}

// tabGap is between two tabs.
const tabGap = 2

// visibleTabs returns the tab that is shown and those behind it, from the right, as far
// as there is room. A sign says that others stand before it.
func (p *Pane) visibleTabs(width int, style rtl.Style) []namedTab {
	at := p.tabAt()
	label := p.tab.Title(p.Words)
	if p.typed.Sort != store.ByPublished || p.typed.Reverse {
		label += " · " + p.orderName()
	}
	if at > 0 {
		label = "» " + label
	}
	tabs := []namedTab{{p.tab, p.Natural(width, rtl.Span{Text: label, Style: style})}}
	free := width - int(rtl.Width(tabs[0].name))
	for _, s := range p.tabs[min(at+1, len(p.tabs)):] {
		next := p.Natural(width, rtl.Span{Text: s.Title(p.Words), Style: p.Styles.Muted})
		if free -= int(rtl.Width(next)) + tabGap; free < 0 {
			break
		}
		tabs = append(tabs, namedTab{s, next})
	}
	return tabs
}

// Title draws the tabs side by side, the first one rightmost.
func (p *Pane) Title(width int, style rtl.Style) (r draw.Row) {
	for i, t := range p.visibleTabs(width, style) {
		if i > 0 {
			r = append(draw.Blank(tabGap, style), r...)
		}
		r = slices.Concat(t.name, r)
	}
	return r
}

// clickTab shows the tab that stands so many columns from the right, or all tabs where
// that is the one that is shown, or none.
func (p *Pane) clickTab(column, width int) dialog.Action {
	for i, t := range p.visibleTabs(width, rtl.Style{}) {
		if column < int(rtl.Width(t.name)) && column >= 0 && i > 0 {
			return p.Show(t.shelf)
		}
		column -= int(rtl.Width(t.name)) + tabGap
	}
	return p.openTabs()
}
