package store

import (
	"context"
)

// SetArchived puts articles away, or takes them out again, by their IDs or the beginnings
// of some, and gives what takes that back. Lists leave out what is put away, and a query
// finds it (see [Filter]).
func (l *Library) SetArchived(ctx context.Context, ids []string, on bool) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	done := DoneUnarchive
	if on {
		done = DoneArchive
	}
	return l.marking(ctx, done, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		changed, err := collectRows(ctx, c, func(scan scanner) (id string, err error) { return id, scan(&id) },
			"SELECT id FROM article WHERE archived <> ? AND num IN (SELECT value FROM json_each(?))", on, encodeJSON(nums))
		if err != nil || len(changed) == 0 {
			return 0, nil, err
		}
		set := func(ctx context.Context, c *transaction, on bool) error {
			_, err := c.exec(ctx, "UPDATE article SET archived = ?1 WHERE archived <> ?1 AND id IN (SELECT value FROM json_each(?2))", on, encodeJSON(changed))
			return err
		}
		back := func(ctx context.Context, c *transaction) error { return set(ctx, c, !on) }
		return len(changed), back, set(ctx, c, on)
	})
}
