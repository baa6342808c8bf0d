package store

import (
	"context"
	"strings"
	"time"
)

// begunOrder is the order of such articles: what was read last comes first.
const begunOrder = "(SELECT at FROM begun b WHERE b.num = a.num) DESC, a.newness DESC"

// SetProgress keeps where the reader is in an article, as [Library.SetPosition] does, and
// which share of it lies before the end of what is shown there, 1 being all.
func (l *Library) SetProgress(ctx context.Context, id string, position int, share float64) error {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return err
	}
	percent := max(0, min(int(100*share), 100))
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "UPDATE article SET position = ?1 WHERE num = ?2 AND position <> ?1", max(0, position), num)
		if err != nil {
			return err
		}
		_, err = c.exec(ctx, `INSERT INTO begun (num, percent, at) SELECT num, ?2, ?3 FROM article WHERE num = ?1
			ON CONFLICT DO UPDATE SET percent = excluded.percent, at = excluded.at`, num, percent, time.Now().UnixMilli())
		return err
	})
}

// placeBegun gives the index of an article among those that were begun, which are few.
func (l *Library) placeBegun(ctx context.Context, f Filter, id string) (index int, ok bool, err error) {
	f.Limit, f.Offset, f.After = 0, 0, ""
	list, err := l.List(ctx, f)
	if err != nil {
		return 0, false, err
	}
	for i, e := range list {
		if strings.HasPrefix(e.ID, id) {
			return i, true, nil
		}
	}
	return 0, false, nil
}
