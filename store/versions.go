package store

import (
	"context"
	"fmt"
	"time"

	"warraq/store/identity"
)

// Version is a text that an article had before.
type Version struct {
	Title string
	Body  string    // Markdown
	Until time.Time // when it was replaced
}

// Versions gives the texts that an article had before, the last one first.
func (l *Library) Versions(ctx context.Context, id string) ([]Version, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	list, err := collect(ctx, l.db, func(scan scanner) (v Version, err error) {
		var until int64
		err = scan(&v.Title, &v.Body, &until)
		v.Until = time.UnixMilli(until).UTC()
		return v, err
	}, "SELECT title, body, until FROM version WHERE num = ? ORDER BY until DESC", num)
	return list, l.failure(err)
}

// keepVersion keeps the text that an article has, where it is about to get another one.
// A text that came back and went again is kept once.
func (c *change) keepVersion(ctx context.Context, here, next *identity.Record) error {
	if !here.Full || here.Body == next.Body {
		return nil
	}
	if _, err := c.exec(ctx, "DELETE FROM version WHERE num = ? AND body IN (?, ?)", here.Num, here.Body, next.Body); err != nil {
		return err
	}
	_, err := c.exec(ctx, `INSERT INTO version (num, until, title, body)
		SELECT ?1, max(?2, coalesce((SELECT max(until) + 1 FROM version WHERE num = ?1), 0)), ?3, ?4`,
		here.Num, time.Now().UnixMilli(), here.Title, here.Body)
	if err != nil {
		return fmt.Errorf("keeping the text of before: %w", err)
	}
	return nil
}
