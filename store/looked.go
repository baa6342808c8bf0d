package store

import (
	"context"
	"time"
)

// LastLooked gives when something was read last, by its reader or of it, or when the front
// page was looked at: what came after that was not seen yet. It is zero where nothing was.
func (l *Library) LastLooked(ctx context.Context) (time.Time, error) {
	var at int64
	err := l.db.QueryRowContext(ctx, `SELECT max(
		coalesce((SELECT max(read_at) FROM article WHERE read = 1 AND read_at IS NOT NULL), 0),
		coalesce((SELECT max(at) FROM begun), 0),
		coalesce((SELECT at FROM front_looked), 0))`).Scan(&at)
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

// frontVisit is how long after a look at the front page another one is of the same visit.
const frontVisit = 30 * time.Minute

// LookAtFront writes down that the front page is looked at.
func (l *Library) LookAtFront(ctx context.Context, now time.Time) error {
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, `INSERT INTO front_looked (one, at, before) VALUES (1, ?1, 0)
			ON CONFLICT DO UPDATE SET before = CASE WHEN ?1 - at > ?2 THEN at ELSE before END, at = ?1`,
			now.UnixMilli(), frontVisit.Milliseconds())
		return err
	})
}

// FrontLooked gives when the front page was looked at last before an instant, in another
// visit than that of the instant. It is zero where it never was.
func (l *Library) FrontLooked(ctx context.Context, now time.Time) (time.Time, error) {
	var at int64
	err := l.db.QueryRowContext(ctx, `SELECT coalesce((SELECT CASE WHEN ?1 - at > ?2 THEN at ELSE before END FROM front_looked), 0)`,
		now.UnixMilli(), frontVisit.Milliseconds()).Scan(&at)
	if err != nil || at == 0 {
		return time.Time{}, l.failure(err)
	}
	return time.UnixMilli(at), nil
}
