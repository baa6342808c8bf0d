package shelf

import (
	"context"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

// keptSearches lists the searches that the reader keeps, with how many articles each finds.
func keptSearches(ctx context.Context, l *store.Library) ([]store.Shelf, error) {
	kept, err := l.Searches(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]store.Shelf, len(kept))
	for i, name := range kept {
		list[i].Name = name
		if list[i].Articles, err = l.Count(ctx, store.Filter{Query: query.ParseTyped(name)}); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// narrowSearch puts a search before what is typed into a filter, unless both are a query
// of it already.
func narrowSearch(f *store.Filter, name string) {
	if f.Query == nil {
		f.Title = strings.TrimSpace(name + " " + f.Title)
	}
}

// quoteValue writes a name as the value of a condition.
func quoteValue(name string) string { return `"` + strings.ReplaceAll(name, `"`, "") + `"` }
