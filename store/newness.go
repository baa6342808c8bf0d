package store

import (
	"context"
	"fmt"
	"time"
)

// sequenceBits are the bits of an article's newness below its seconds.
const sequenceBits = 20

// newness finds a free place in the order of lists for an article of some time:
// below all that are there from the same second, so that what comes in together
// stays in its order when lists go from the newest down. A second that is full
// goes over into the one before.
func (c *transaction) newness(ctx context.Context, at time.Time) (int64, error) {
	for second := at.Unix(); ; second-- {
		first := second << sequenceBits
		next := first + 1<<sequenceBits
		s, err := c.statement(ctx, "SELECT coalesce(min(newness), ?2) - 1 FROM article WHERE newness >= ?1 AND newness < ?2")
		if err != nil {
			return 0, err
		}
		var free int64
		if err := s.QueryRowContext(ctx, first, next).Scan(&free); err != nil {
			return 0, fmt.Errorf("finding a place in the list: %w", err)
		}
		if free >= first {
			return free, nil
		}
	}
}

// place is a place in the order of lists that an article had, where it is free
// still, else a new one.
func (c *transaction) place(ctx context.Context, had int64, at time.Time) (int64, error) {
	if had != 0 {
		there, err := c.first(ctx, "a.newness = ?", anyRecord, had)
		if err != nil {
			return 0, err
		}
		if there == nil {
			return had, nil
		}
	}
	return c.newness(ctx, at)
}

// timeOfNewness is the second that a place in the order belongs to.
func timeOfNewness(newness int64) time.Time { return time.Unix(newness>>sequenceBits, 0) }
