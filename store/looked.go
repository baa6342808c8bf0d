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

// CameSince gives how many articles came after an instant, but for those that came with
// the program.
func (l *Library) CameSince(ctx context.Context, at time.Time) (n int, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT count(*) FROM article WHERE added > ? AND bundled = 0 AND archived = 0", at.UnixMilli()).Scan(&n)
	return n, l.failure(err)
}
