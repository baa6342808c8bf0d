package store

import (
	"context"
	"fmt"
	"strings"

	"warraq/articles/text"
)

// addSources remembers where an article comes from that is here once and came in
// from elsewhere too, and what an export says of that.
func (c *change) addSources(ctx context.Context, num int64, here string, in *record) error {
	sources := strings.Split(in.sources, "\n")
	if here != "" && in.source != "" && text.WordKey(here) != in.sourceKey {
		sources = append(sources, here, in.source)
	}
	for _, s := range sources {
		if s == "" {
			continue
		}
		if _, err := c.exec(ctx, "INSERT OR IGNORE INTO origin (num, source) VALUES (?, ?)", num, s); err != nil {
			return err
		}
	}
	return nil
}

// sources are those of an article that came from more than one.
func (l *Library) sources(ctx context.Context, num int64) ([]string, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT source FROM origin WHERE num = ? ORDER BY source", num)
	if err != nil {
		return nil, l.failure(fmt.Errorf("reading sources: %w", err))
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, l.failure(fmt.Errorf("reading sources: %w", err))
		}
		all = append(all, s)
	}
	return all, l.failure(rows.Err())
}
