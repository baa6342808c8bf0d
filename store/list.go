package store

import (
	"context"
	"fmt"
	"strings"

	"warraq/store/arabic"
)

// List gives the articles that a filter chooses, the newest first: by when they
// were published, and where that is not known, by when they came. Articles of
// one second are in the order in which they came.
func (l *Library) List(ctx context.Context, f Filter) ([]Entry, error) {
	where, args := f.where()
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	entries, err := scanEntries(l.db.QueryContext(ctx,
		"SELECT "+entryColumns+" FROM "+f.table()+where+" ORDER BY a.newness DESC LIMIT ? OFFSET ?",
		append(args, limit, max(0, f.Offset))...))
	return entries, l.failure(err)
}

// Count gives the number of articles that a filter chooses, whatever its limit
// and offset.
func (l *Library) Count(ctx context.Context, f Filter) (int, error) {
	where, args := f.where()
	var n int
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM "+f.table()+where, args...).Scan(&n); err != nil {
		return 0, l.failure(fmt.Errorf("counting articles: %w", err))
	}
	return n, nil
}

// table is where the articles of a filter are looked for. What someone types can
// be anywhere in a name, so all names are read: from the index that holds them
// alone, and not from the articles.
func (f Filter) table() string {
	if f.Title == "" {
		return "article a "
	}
	return "article a INDEXED BY article_listed "
}

// where is the condition of a filter, and its values.
func (f Filter) where() (string, []any) {
	var conditions []string
	var args []any
	also := func(condition string, values ...any) {
		conditions, args = append(conditions, condition), append(args, values...)
	}
	if f.Unread {
		also("a.read = 0 AND a.full = 1") // a card has no text that could be read
	}
	if f.Bookmarked {
		also("a.bookmarked = 1")
	}
	if f.Section != "" {
		also("a.section_key = ?", foldedKey(f.Section))
	}
	if f.Source != "" {
		also("a.source_key = ?", foldedKey(f.Source))
	}
	for _, word := range arabic.Words(f.Title) {
		also("instr(a.listed, ?) > 0", word)
	}
	if len(conditions) == 0 {
		return "", nil
	}
	return "WHERE " + strings.Join(conditions, " AND "), args
}
