package store

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// Statistics say how much was read.
type Statistics struct {
	Time     time.Duration
	Articles int // that were read, those that are gone left out

	Days      []ReadingDay // on which anything was read, the first first
	BySource  []ReadingShare
	BySection []ReadingShare

	// Streak is how many days in a row something was read up to today, or up to
	// yesterday where nothing was yet today; Longest is the most there ever were.
	// Both count all days, whatever the time that is asked about.
	Streak, Longest int
}

// ReadingDay is what was read on a day.
type ReadingDay struct {
	Day      time.Time // its midnight in UTC
	Time     time.Duration
	Articles int
}

// ReadingShare is what was read of a source or a section; "" are the articles of
// none, and those that are gone.
type ReadingShare struct {
	Name     string
	Time     time.Duration
	Articles int
}

// Statistics gives what was read from the day of a time on, the zero time being
// from ever. Today is the day of now, by its zone.
func (l *Library) Statistics(ctx context.Context, since, now time.Time) (s Statistics, err error) {
	from := int64(-1 << 40)
	if !since.IsZero() {
		from = dayOf(since)
	}
	if daysErr := l.readingDays(ctx, &s, from, dayOf(now)); daysErr != nil {
		return s, daysErr
	}
	err = l.db.QueryRowContext(ctx, "SELECT count(DISTINCT num) FROM reading WHERE day >= ? AND num <> 0", from).Scan(&s.Articles)
	if err != nil {
		return s, l.failure(fmt.Errorf("counting what was read: %w", err))
	}
	if s.BySource, err = l.readingShares(ctx, "source", from); err != nil {
		return s, err
	}
	s.BySection, err = l.readingShares(ctx, "section", from)
	return s, err
}

// readingDays adds the days from one on, and the streaks of all until today.
func (l *Library) readingDays(ctx context.Context, s *Statistics, from, today int64) error {
	type readDay struct {
		day, ms int64
		n       int
	}
	days, err := collectRows(ctx, l.db, func(scan scanner) (d readDay, err error) { return d, scan(&d.day, &d.ms, &d.n) },
		"SELECT day, sum(ms), sum(num <> 0) FROM reading GROUP BY day HAVING sum(ms) > 0 ORDER BY day")
	last, run := int64(0), 0
	for _, d := range days {
		if run > 0 && d.day == last+1 {
			run++
		} else {
			run = 1
		}
		last = d.day
		s.Longest = max(s.Longest, run)
		if d.day >= from {
			read := time.Duration(d.ms) * time.Millisecond
			s.Time += read
			s.Days = append(s.Days, ReadingDay{dateOf(d.day), read, d.n})
		}
	}
	if run > 0 && last >= today-1 {
		s.Streak = run
	}
	return l.failure(err)
}

// readingShares gives what was read by a column of articles, the most first.
func (l *Library) readingShares(ctx context.Context, column string, from int64) ([]ReadingShare, error) {
	shares, err := collectRows(ctx, l.db, func(scan scanner) (s ReadingShare, err error) {
		var ms int64
		err = scan(&s.Name, &ms, &s.Articles)
		s.Time = time.Duration(ms) * time.Millisecond
		return s, err
	}, fmt.Sprintf(`SELECT coalesce(max(a.%[1]s), ''), sum(r.ms), count(DISTINCT a.num)
		FROM reading r LEFT JOIN article a USING (num) WHERE r.day >= ?
		GROUP BY coalesce(a.%[1]s_key, '')`, column), from)
	slices.SortFunc(shares, func(a, b ReadingShare) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), bytes.Compare(titleOrder(a.Name), titleOrder(b.Name)))
	})
	return shares, l.failure(err)
}
