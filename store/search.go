package store

import (
	"context"
	"strings"

	"warraq/store/arabic"
)

// Search finds the articles that hold every word of a query, the newest first,
// as many as limit allows; 0 is all.
func (l *Library) Search(ctx context.Context, query string, limit int) ([]Entry, error) {
	words := arabic.Words(query)
	if len(words) == 0 {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	entries, err := scanEntries(l.db.QueryContext(ctx, "SELECT "+entryColumns+` FROM words
		JOIN article a ON a.newness = words.rowid
		WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?`, `"`+strings.Join(words, `" "`)+`"`, limit))
	return entries, l.failure(err)
}
