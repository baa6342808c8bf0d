package store

import (
	"context"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// Searches gives the searches that the reader keeps, those first that were kept first.
func (l *Library) Searches(ctx context.Context) ([]string, error) {
	list, err := collectRows(ctx, l.db, scanColumn[string], "SELECT query FROM search ORDER BY added, query")
	return list, l.failure(err)
}

// KeepSearch keeps a search, or lets a kept one go, and gives what takes that back.
func (l *Library) KeepSearch(ctx context.Context, query string, on bool) (Undo, error) {
	query = text.CleanLine(query)
	done := DoneDropSearch
	if on {
		done = DoneKeepSearch
	}
	return l.marking(ctx, done, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		added := time.Now().UnixMilli()
		if !on {
			kept, err := collectRows(ctx, c, scanColumn[int64], "SELECT added FROM search WHERE query = ?", query)
			if err != nil || len(kept) == 0 {
				return 0, nil, err
			}
			added = kept[0]
		}
		set := func(ctx context.Context, c *transaction, on bool) (int, error) {
			statement, args := "DELETE FROM search WHERE query = ?", []any{query}
			if on {
				statement, args = "INSERT OR IGNORE INTO search (query, added) VALUES (?, ?)", []any{query, added}
			}
			n, err := c.exec(ctx, statement, args...)
			return int(n), err
		}
		n, err := set(ctx, c, on)
		return n, func(ctx context.Context, c *transaction) error {
			_, setErr := set(ctx, c, !on)
			return setErr
		}, err
	})
}
