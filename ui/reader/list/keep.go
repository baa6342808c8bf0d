package list

import (
	"context"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/shelf"
)

// keepSearch keeps what is searched for as a tab, or lets the kept search go whose tab is
// shown.
func (p *Pane) keepSearch() dialog.Action {
	search, library := shelf.Shelf{Kind: shelf.Search, Name: p.tab.Name}, p.Library
	if p.tab.Kind == shelf.Search && p.typed.Title == "" {
		return dialog.Save{
			Said: p.Words.Shelves.Dropped,
			Do:   func(ctx context.Context) (store.Undo, error) { return library.KeepSearch(ctx, search.Name, false) },
			Then: func() dialog.Action { return p.Show(shelf.Shelf{}) },
		}
	}
	if !isQuery(p.typed.Title) {
		return dialog.Say{Text: p.WithKeys(p.Words.Shelves.NoSearch)}
	}
	search.Name = strings.TrimSpace(p.tab.Condition() + " " + p.typed.Title)
	return dialog.Save{
		Said: p.Words.Shelves.Kept,
		Do:   func(ctx context.Context) (store.Undo, error) { return library.KeepSearch(ctx, search.Name, true) },
		Then: func() dialog.Action {
			p.typed.Title = ""
			return p.Show(search)
		},
	}
}
