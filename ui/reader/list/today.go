package list

import (
	"context"
	"slices"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/shelf"
)

// StartToday has the list begin with the front page, which is the first of the tabs.
func (p *Pane) StartToday() {
	p.todayFirst, p.tab = true, shelf.Shelf{Kind: shelf.Today}
}

// inOrder returns tabs with the front page first, where it is to be.
func (p *Pane) inOrder(tabs []shelf.Shelf) []shelf.Shelf {
	at := slices.IndexFunc(tabs, shelf.Shelf{Kind: shelf.Today}.Is)
	if !p.todayFirst || at < 0 {
		return tabs
	}
	today := tabs[at]
	return slices.Insert(slices.Delete(slices.Clone(tabs), at, at+1), 0, today)
}

// toggleWeek shows the front page, of the week where that of the day is shown.
func (p *Pane) toggleWeek() dialog.Action {
	if p.tab.Kind == shelf.Today {
		return p.Show(shelf.Shelf{Kind: shelf.Week})
	}
	return p.Show(shelf.Shelf{Kind: shelf.Today})
}

// backToFront shows the front page from which a story was opened, with the story selected.
func (p *Pane) backToFront() dialog.Action {
	if !isFront(p.front.tab) {
		return p.Show(shelf.Shelf{Kind: shelf.Today})
	}
	show := p.Show(p.front.tab)
	p.cursor = p.front.Cursor
	return dialog.Many{show, p.Reload()}
}

// isFront tells the front page, of the day or of the week.
func isFront(tab shelf.Shelf) bool { return tab.Kind == shelf.Today || tab.Kind == shelf.Week }

// tabAt returns the place of the tab that is shown among all, and of the front page where
// that is the week or a story of it.
func (p *Pane) tabAt() int {
	tab := p.tab
	if tab.Kind == shelf.Week || tab.Kind == shelf.Story {
		tab = shelf.Shelf{Kind: shelf.Today}
	}
	return max(0, slices.IndexFunc(p.tabs, tab.Is))
}

// markShownRead marks as read what a tab shows that is no choice among all articles: those
// of the front page, with those of its stories.
func (p *Pane) markShownRead() dialog.Action {
	library, tab, typed := p.Library, p.tab, p.typed
	return dialog.Save{
		Said: p.Words.Undo.Marked, Counted: true,
		Do: func(ctx context.Context) (store.Undo, error) {
			items, _, err := tab.Read(ctx, library, typed)
			if err != nil {
				return store.Undo{}, err
			}
			return library.MarkRead(ctx, articlesOf(items), true)
		},
		Then: func() dialog.Action { return dialog.Renew{} },
	}
}

// articlesOf returns the IDs of the articles of items, with those of stories.
func articlesOf(items []shelf.Item) (ids []string) {
	for _, it := range items {
		if story, ok := it.Value.(shelf.ToldStory); ok {
			ids = append(ids, idsOf(story.Articles)...)
		} else if it.ID != "" {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// LookAtToday writes down that the front page is looked at, where that is what is shown.
func (p *Pane) LookAtToday() dialog.Action {
	if !isFront(p.tab) {
		return nil
	}
	library := p.Library
	return dialog.Save{ByItself: true, Do: func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.LookAtFront(ctx, time.Now())
	}}
}
