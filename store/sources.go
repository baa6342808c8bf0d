package store

import (
	"context"
	"slices"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

// addSources remembers where an article comes from that is here once and came in
// from elsewhere too, and what an export says of that, and tells whether that was new.
func (c *transaction) addSources(ctx context.Context, num int64, here string, in *identity.Incoming) (bool, error) {
	some := false
	sources := slices.Clone(in.Sources)
	if here != "" && in.Source != "" && text.WordKey(here) != in.SourceKey {
		sources = append(sources, here, in.Source)
	}
	for _, s := range sources {
		if s == "" {
			continue
		}
		n, err := c.exec(ctx, "INSERT OR IGNORE INTO origin (num, source) VALUES (?, ?)", num, s)
		if err != nil {
			return false, err
		}
		some = some || n > 0
	}
	return some, nil
}

// sources are those of an article that came from more than one.
func (l *Library) sources(ctx context.Context, num int64) ([]string, error) {
	all, err := collectRows(ctx, l.db, scanColumn[string], "SELECT source FROM origin WHERE num = ? ORDER BY source", num)
	return all, l.failure(err)
}
