package store

import (
	"context"
	"time"
)

// SetRead marks an article as read or unread.
func (l *Library) SetRead(ctx context.Context, id string, read bool) error {
	return l.mark(ctx, id, "read = ?1, read_at = ?2 WHERE num = ?3 AND read <> ?1", true, read, time.Now().UnixMilli())
}

// SetBookmarked sets or takes away an article's bookmark.
func (l *Library) SetBookmarked(ctx context.Context, id string, on bool) error {
	return l.mark(ctx, id, "bookmarked = ?1, bookmarked_at = ?2 WHERE num = ?3 AND bookmarked <> ?1", true, on, time.Now().UnixMilli())
}

// SetPosition keeps where the reader is in an article: a rune offset into the
// text as laid out.
func (l *Library) SetPosition(ctx context.Context, id string, position int) error {
	return l.mark(ctx, id, "position = ?1 WHERE num = ?2 AND position <> ?1", false, max(0, position))
}

// mark changes what the reader did with one article; nothing is written where it
// is so already. The number of the article comes after the values.
func (l *Library) mark(ctx context.Context, id, set string, listed bool, values ...any) error {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return err
	}
	return l.change(ctx, func(c *change) error {
		changed, err := c.exec(ctx, "UPDATE article SET "+set, append(values, num)...)
		if err != nil || changed == 0 || !listed {
			return err
		}
		return c.revise(ctx)
	})
}

// Revision is a number that grows with every change that a list can show, by
// whichever program on the same file: articles that came or changed, and marks,
// but not the position in a text.
func (l *Library) Revision(ctx context.Context) (int64, error) {
	var revision int64
	err := l.db.QueryRowContext(ctx, "SELECT revision FROM library").Scan(&revision)
	return revision, l.failure(err)
}
