package store

import (
	"context"
	"fmt"
	"time"
)

// SetRead marks an article as read or unread.
func (l *Library) SetRead(ctx context.Context, id string, read bool) error {
	_, err := l.MarkRead(ctx, []string{id}, read)
	return err
}

// SetBookmarked sets or takes away an article's bookmark.
func (l *Library) SetBookmarked(ctx context.Context, id string, on bool) error {
	_, err := l.Bookmark(ctx, []string{id}, on)
	return err
}

// MarkRead marks articles as read or unread.
func (l *Library) MarkRead(ctx context.Context, ids []string, read bool) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	done := DoneUnread
	if read {
		done = DoneRead
	}
	return l.marking(ctx, done, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		return c.markRead(ctx, "a.num IN (SELECT value FROM json_each(?))", []any{encodeJSON(nums)}, read, time.Now().UnixMilli())
	})
}

// MarkAllRead marks all articles as read that a filter chooses, with its query and
// whatever its limit and offset; [Undo.Count] says how many there were to mark. When that was is not
// kept: nobody read them then.
func (l *Library) MarkAllRead(ctx context.Context, f Filter) (Undo, error) {
	f.Unread = true
	where, args, err := l.chosen(ctx, f)
	if err != nil {
		return Undo{}, err
	}
	return l.marking(ctx, DoneRead, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		return c.markRead(ctx, "a.num IN (SELECT a.num FROM article a "+where.String()+")", args, true, nil)
	})
}

// markedBefore is when a mark was made before a change of it.
type markedBefore struct {
	ID string `json:"id"`
	At *int64 `json:"at"`
}

// markRead marks the articles of a condition that are not marked so.
func (c *transaction) markRead(ctx context.Context, where string, args []any, read bool, at any) (int, func(context.Context, *transaction) error, error) {
	before, err := c.marked(ctx, "SELECT a.id, a.read_at FROM article a WHERE a.read <> ? AND "+where, append([]any{read}, args...)...)
	if err != nil || len(before) == 0 {
		return 0, nil, err
	}
	list := encodeJSON(before)
	const set = `UPDATE article SET read = ?1, read_at = %s
		FROM json_each(?2) j WHERE article.id = j.value ->> 'id' AND article.read <> ?1`
	if _, err := c.exec(ctx, fmt.Sprintf(set, "?3"), read, list, at); err != nil {
		return 0, nil, err
	}
	return len(before), func(ctx context.Context, c *transaction) error {
		_, err := c.exec(ctx, fmt.Sprintf(set, "j.value ->> 'at'"), !read, list)
		return err
	}, nil
}

// marked reads articles and when they were marked.
func (c *transaction) marked(ctx context.Context, query string, args ...any) ([]markedBefore, error) {
	return collectRows(ctx, c, func(scan scanner) (m markedBefore, err error) { return m, scan(&m.ID, &m.At) }, query, args...)
}

// Bookmark sets or takes away the bookmarks of articles. With a bookmark its tags
// go, and come back when that is taken back.
func (l *Library) Bookmark(ctx context.Context, ids []string, on bool) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	done := DoneUnbookmark
	if on {
		done = DoneBookmark
	}
	return l.marking(ctx, done, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		return c.bookmark(ctx, nums, on)
	})
}

const setBookmarked = `UPDATE article SET bookmarked = ?1, bookmarked_at = %s
	FROM json_each(?2) j WHERE article.id = j.value ->> 'id' AND article.bookmarked <> ?1`

func (c *transaction) bookmark(ctx context.Context, nums []int64, on bool) (int, func(context.Context, *transaction) error, error) {
	before, err := c.marked(ctx, `SELECT id, bookmarked_at FROM article
		WHERE bookmarked <> ? AND num IN (SELECT value FROM json_each(?))`, on, encodeJSON(nums))
	if err != nil || len(before) == 0 {
		return 0, nil, err
	}
	list := encodeJSON(before)
	if _, execErr := c.exec(ctx, fmt.Sprintf(setBookmarked, "?3"), on, list, time.Now().UnixMilli()); execErr != nil {
		return 0, nil, execErr
	}
	var tags []tagged
	if !on {
		if tags, err = c.untag(ctx, nums, nil); err != nil {
			return 0, nil, err
		}
	}
	return len(before), func(ctx context.Context, c *transaction) error {
		if _, err := c.exec(ctx, fmt.Sprintf(setBookmarked, "j.value ->> 'at'"), !on, list); err != nil {
			return err
		}
		if on {
			// What was tagged meanwhile goes with the bookmark.
			_, err := c.exec(ctx, "DELETE FROM tag WHERE num IN (SELECT a.num FROM json_each(?) j JOIN article a ON a.id = j.value ->> 'id')", list)
			return err
		}
		return c.tag(ctx, tags)
	}, nil
}

// SetPosition keeps where the reader is in an article: a rune offset into the
// text as laid out.
func (l *Library) SetPosition(ctx context.Context, id string, position int) error {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return err
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "UPDATE article SET position = ?1 WHERE num = ?2 AND position <> ?1", max(0, position), num)
		return err
	})
}

// resolveAll finds the articles of IDs or of the beginnings of some.
func (l *Library) resolveAll(ctx context.Context, ids []string) ([]int64, error) {
	nums := make([]int64, len(ids))
	for i, id := range ids {
		var err error
		if nums[i], err = l.resolve(ctx, id); err != nil {
			return nil, err
		}
	}
	return nums, nil
}

// Revision is a number that grows with every change that a list can show, by
// whichever program on the same file: articles that came or changed, and marks,
// but not the position in a text.
func (l *Library) Revision(ctx context.Context) (int64, error) {
	var revision int64
	err := l.db.QueryRowContext(ctx, "SELECT revision FROM library").Scan(&revision)
	return revision, l.failure(err)
}
