package store

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// WithoutRemoved gives those of a list of articles that the reader did not remove from
// the library. It is for what comes in by itself, from a feed or with the program: what
// someone adds comes in, whether it was here before or not.
func (l *Library) WithoutRemoved(ctx context.Context, list []articles.Article) ([]articles.Article, error) {
	kept, err := withoutRemoved(ctx, l.db, list)
	return kept, l.failure(err)
}

func withoutRemoved(ctx context.Context, db querier, list []articles.Article) ([]articles.Article, error) {
	removed, err := removedAmong(ctx, db, list)
	return without(list, removed), err
}

// removedAmong gives the places in a list of the articles that the reader removed.
func removedAmong(ctx context.Context, db querier, list []articles.Article) ([]int, error) {
	known := make([][]string, len(list))
	for i := range list {
		in := identity.NewIncoming(&list[i])
		known[i] = knownBy(&in.Record)
	}
	removed, err := collectRows(ctx, db, func(scan scanner) (i int, err error) { return i, scan(&i) },
		`SELECT DISTINCT a.key FROM json_each(?) a, json_each(a.value) k JOIN removed r ON r.known = k.value ORDER BY 1`, encodeJSON(known))
	if err != nil {
		return nil, fmt.Errorf("looking for what was removed: %w", err)
	}
	return removed, nil
}

// without gives a list but what stands at some places of it, which are in their order.
func without[T any](list []T, places []int) []T {
	if len(places) == 0 {
		return list
	}
	var kept []T
	for i := range list {
		if len(places) > 0 && places[0] == i {
			places = places[1:]
			continue
		}
		kept = append(kept, list[i])
	}
	return kept
}

// knownBy gives what an article is known by when it comes again, whatever it says then.
// What comes every day under one address or GUID is not what came on another day.
func knownBy(r *identity.Record) []string {
	known := []string{}
	if r.Key != "" {
		known = append(known, "key "+r.Key)
	}
	day := r.Published[:min(len(r.Published), len(time.DateOnly))]
	if r.GUID != "" {
		known = append(known, "guid "+r.GUID+" "+r.SourceKey+" "+day)
	}
	if r.Address != "" {
		known = append(known, "address "+r.Address+" "+cmp.Or(day, r.GUID))
	}
	return known
}

// keepRemoved keeps that an article was removed.
func (c *transaction) keepRemoved(ctx context.Context, r *identity.Record) error {
	_, err := c.exec(ctx, "INSERT OR IGNORE INTO removed SELECT value FROM json_each(?)", encodeJSON(knownBy(r)))
	return err
}

// forgetRemoved forgets that articles were removed, since they are here again.
func (c *transaction) forgetRemoved(ctx context.Context, records []*identity.Record) error {
	some, err := collectRows(ctx, c, scanColumn[bool], "SELECT EXISTS (SELECT 1 FROM removed)")
	if err != nil || !some[0] {
		return err
	}
	known := []string{}
	for _, r := range records {
		known = append(known, knownBy(r)...)
	}
	_, err = c.exec(ctx, "DELETE FROM removed WHERE known IN (SELECT value FROM json_each(?))", encodeJSON(known))
	return err
}
