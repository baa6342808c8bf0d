package store

import (
	"context"
	"time"
)

// LastLooked gives when something was read last, by its reader or of it: what came after
// that was not seen yet. It is zero where nothing was read.
func (l *Library) LastLooked(ctx context.Context) (time.Time, error) {
	var at int64
	err := l.db.QueryRowContext(ctx, `SELECT max(
		coalesce((SELECT max(read_at) FROM article WHERE read = 1 AND read_at IS NOT NULL), 0),
		coalesce((SELECT max(at) FROM begun), 0))`).Scan(&at)
	if err != nil || at == 0 {
		return time.Time{}, l.failure(err)
	}
	return time.UnixMilli(at), nil
}

// HaveCome tells whether more than so many articles came after an instant, but for those
// that came with the program. It looks at no more than that many, since the first frame
// waits for it.
func (l *Library) HaveCome(ctx context.Context, at time.Time, many int) (more bool, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT count(*) > ?2 FROM (SELECT 1 FROM article
		WHERE added > ?1 AND bundled = 0 AND archived = 0 LIMIT ?2 + 1)`, at.UnixMilli(), many).Scan(&more)
	return more, l.failure(err)
}
