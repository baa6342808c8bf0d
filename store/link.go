package store

import (
	"context"
	"fmt"
	"slices"

	"warraq/articles"
)

// Related gives the articles that an article names as related, in its order, as
// many as limit allows; 0 is all. Those whose text is not here are cards.
func (l *Library) Related(ctx context.Context, id string, limit int) ([]Entry, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	if limit <= 0 {
		limit = -1
	}
	entries, err := scanEntries(l.db.QueryContext(ctx, "SELECT "+entryColumns+` FROM link
		JOIN article a ON a.num = link.target
		WHERE link.source = ? ORDER BY link.position LIMIT ?`, num, limit))
	for i := range entries {
		entries[i].Why = WhyLinked
	}
	return entries, l.failure(err)
}

// link makes an article point at those it names, and tells whether that changed
// anything.
func (c *change) link(ctx context.Context, from *record, related []articles.Related, now int64) (bool, error) {
	var targets []int64
	changed := false
	for i := range related {
		in := newCard(&related[i])
		in.arrive(now)
		to, outcome, err := c.putCard(ctx, in, from)
		if err != nil {
			return false, err
		}
		changed = changed || outcome != Same
		if to.num != from.num && !slices.Contains(targets, to.num) {
			targets = append(targets, to.num)
		}
	}
	before, err := c.targets(ctx, from.num)
	if err != nil || slices.Equal(before, targets) {
		return changed, err
	}
	if _, err := c.exec(ctx, "DELETE FROM link WHERE source = ?", from.num); err != nil {
		return false, err
	}
	for i, to := range targets {
		_, err := c.exec(ctx, "INSERT INTO link (source, position, target) VALUES (?, ?, ?)", from.num, i, to)
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

// putCard takes in what an article says of another. A card of no known time
// stands with the newest article that names it.
func (c *change) putCard(ctx context.Context, in record, from *record) (*record, Outcome, error) {
	here, err := c.find(ctx, &in)
	if err != nil {
		return nil, Same, err
	}
	at := timeOfNewness(from.newness)
	if here == nil {
		return &in, New, c.insert(ctx, &in, at)
	}
	merged := merge(*here, in)
	if merged == *here {
		return here, Same, nil
	}
	return &merged, Updated, c.update(ctx, here, &merged)
}

// targets gives what an article points at, in its order.
func (c *change) targets(ctx context.Context, from int64) ([]int64, error) {
	rows, err := c.query(ctx, "SELECT target FROM link WHERE source = ? ORDER BY position", from)
	if err != nil {
		return nil, fmt.Errorf("reading links: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var targets []int64
	for rows.Next() {
		var to int64
		if err := rows.Scan(&to); err != nil {
			return nil, fmt.Errorf("reading links: %w", err)
		}
		targets = append(targets, to)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading links: %w", err)
	}
	return targets, nil
}
