package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// link makes an article point at those it names, and tells whether that changed
// anything. One that is new has named none before.
func (c *transaction) link(ctx context.Context, from *identity.Record, isNew bool, related []articles.Related, now int64) (bool, error) {
	var targets []target
	changed := false
	at := timeOfNewness(from.Newness)
	for i := range related {
		in := identity.NewCard(&related[i])
		in.Arrive(now)
		to, outcome, err := c.put(ctx, &in, at)
		if err != nil {
			return false, err
		}
		moved, err := c.stand(ctx, to, at)
		if err != nil {
			return false, err
		}
		changed = changed || moved || outcome != Same
		if to.Num != from.Num && !slices.ContainsFunc(targets, func(t target) bool { return t.num == to.Num }) {
			targets = append(targets, target{to.Num, related[i].Kind})
		}
	}
	var before []target
	if !isNew {
		var err error
		if before, err = c.targets(ctx, from.Num); err != nil {
			return false, err
		}
	}
	for i := range targets { // what is not said this time was known before
		at := slices.IndexFunc(before, func(t target) bool { return t.num == targets[i].num })
		if at >= 0 && targets[i].kind == articles.Named {
			targets[i].kind = before[at].kind
		}
	}
	if slices.Equal(before, targets) {
		return changed, nil
	}
	if len(before) > 0 {
		if _, err := c.exec(ctx, "DELETE FROM link WHERE source = ?", from.Num); err != nil {
			return false, err
		}
	}
	for i, to := range targets {
		_, err := c.exec(ctx, "INSERT INTO link (source, position, target, kind) VALUES (?, ?, ?, ?)", from.Num, i, to.num, to.kind)
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

// stand lets a card of no known time stand in lists with the newest article that
// names it, one of a given time being about to; it tells whether it moved.
func (c *transaction) stand(ctx context.Context, card *identity.Record, at time.Time) (bool, error) {
	if card.Full || card.Published != "" {
		return false, nil
	}
	s, err := c.statement(ctx, `SELECT coalesce(max(a.newness), ?1) FROM link
		JOIN article a ON a.num = link.source WHERE link.target = ?2`)
	if err != nil {
		return false, err
	}
	var newest int64
	if err = s.QueryRowContext(ctx, placeOf(at), card.Num).Scan(&newest); err != nil {
		return false, fmt.Errorf("reading links: %w", err)
	}
	if t := timeOfNewness(newest); t.After(at) {
		at = t
	}
	if timeOfNewness(card.Newness).Equal(at) {
		return false, nil
	}
	c.unindex(card)
	if card.Newness, err = c.newness(ctx, at); err != nil {
		return false, err
	}
	if _, err := c.exec(ctx, "UPDATE article SET newness = ? WHERE num = ?", card.Newness, card.Num); err != nil {
		return false, err
	}
	c.index(card)
	return true, nil
}

// target is an article that another names, and where it does.
type target struct {
	num  int64
	kind articles.Kind
}

// targets gives what an article names, in its order.
func (c *transaction) targets(ctx context.Context, from int64) ([]target, error) {
	return collectRows(ctx, c, func(scan scanner) (to target, err error) { return to, scan(&to.num, &to.kind) },
		"SELECT target, kind FROM link WHERE source = ? ORDER BY position", from)
}
