package store

import (
	"context"

	"github.com/warraq/warraq/articles/text"
)

// addTopics remembers what an article is filed under where it comes from, beside what is
// known of that, and reports whether anything was new.
func (c *transaction) addTopics(ctx context.Context, num int64, topics []string) (bool, error) {
	changed := false
	for _, name := range topics {
		name = text.CleanLine(name)
		key := text.WordKey(name)
		if key == "" {
			continue
		}
		n, err := c.exec(ctx, "INSERT OR IGNORE INTO topic (num, key, name) VALUES (?, ?, ?)", num, key, name)
		if err != nil {
			return changed, err
		}
		changed = changed || n > 0
	}
	return changed, nil
}

// topics are what an article is filed under where it comes from.
func (l *Library) topics(ctx context.Context, num int64) ([]string, error) {
	all, err := collectRows(ctx, l.db, scanColumn[string], "SELECT name FROM topic WHERE num = ? ORDER BY name", num)
	return all, l.failure(err)
}
