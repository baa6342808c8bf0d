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
		"SELECT "+entryColumns+" FROM article a "+where+" ORDER BY a.newness DESC LIMIT ? OFFSET ?",
		append(args, limit, max(0, f.Offset))...))
	return entries, l.failure(err)
}

// Count gives the number of articles that a filter chooses, whatever its limit
// and offset.
func (l *Library) Count(ctx context.Context, f Filter) (int, error) {
	where, args := f.where()
	var n int
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM article a "+where, args...).Scan(&n); err != nil {
		return 0, l.failure(fmt.Errorf("counting articles: %w", err))
	}
	return n, nil
}

// where is the condition of a filter, and its values.
func (f Filter) where() (string, []any) {
	var conditions []string
	var args []any
	also := func(condition string, values ...any) {
		conditions, args = append(conditions, condition), append(args, values...)
	}
	if f.Unread {
		also("a.read = 0")
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
		also("instr(a.title_key || char(10) || a.section_key || char(10) || a.source_key, ?) > 0", word)
	}
	if len(conditions) == 0 {
		return "", nil
	}
	return "WHERE " + strings.Join(conditions, " AND "), args
}
