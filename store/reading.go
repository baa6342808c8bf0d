package store

import (
	"context"
	"time"

	"github.com/warraq/warraq/articles"
)

// dayOf is the number since 1970 of the day that a time is in, by the calendar of
// its zone.
func dayOf(t time.Time) int64 {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60)
}

// dateOf is a day as a time: its midnight in UTC.
func dateOf(day int64) time.Time { return time.Unix(day*24*60*60, 0).UTC() }

// AddReadingTime adds to the time for which an article was read on the day of a
// time, by that time's zone. It is kept to the millisecond.
func (l *Library) AddReadingTime(ctx context.Context, id string, day time.Time, read time.Duration) error {
	num, err := l.resolve(ctx, id)
	if err != nil || read < time.Millisecond {
		return err
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, `INSERT INTO reading (day, num, ms) SELECT ?1, num, ?3 FROM article WHERE num = ?2
			ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms`, dayOf(day), num, read.Milliseconds())
		return err
	})
}

// keepReading takes over how long an article was read on a day, where that is
// more than is known, and gives the number of days that changed.
func (c *transaction) keepReading(ctx context.Context, num int64, r articles.Reading) (int64, error) {
	day, err := time.Parse(time.DateOnly, r.Day)
	if err != nil {
		return 0, nil //nolint:nilerr // it was checked where it was read
	}
	return c.exec(ctx, `INSERT INTO reading (day, num, ms) VALUES (?, ?, ?)
		ON CONFLICT (day, num) DO UPDATE SET ms = excluded.ms WHERE ms < excluded.ms`, dayOf(day), num, r.Milliseconds)
}

// readingOf gives how long an article was read, by days.
func (l *Library) readingOf(ctx context.Context, num int64) ([]articles.Reading, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (r articles.Reading, err error) {
		var day int64
		err = scan(&day, &r.Milliseconds)
		r.Day = dateOf(day).Format(time.DateOnly)
		return r, err
	}, "SELECT day, ms FROM reading WHERE num = ? ORDER BY day", num)
	return list, l.failure(err)
}
