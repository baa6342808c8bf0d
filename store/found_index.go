package store

import (
	"context"
	"fmt"

	rel "warraq/store/related"
)

// foundIndex answers what [rel.Find] asks, from the tables of found.
type foundIndex struct{ l *Library }

func (x foundIndex) Frequencies(ctx context.Context, terms []rel.Term) (in []int, articles int, err error) {
	if articles, err = x.l.countOf(ctx, "SELECT articles FROM found_library"); err != nil {
		return nil, 0, err
	}
	counts, err := collectCounts(ctx, x.l.db,
		"SELECT term, articles FROM found_term WHERE term IN (SELECT value FROM json_each(?))", encodeJSON(terms))
	if err != nil {
		return nil, 0, x.l.failure(err)
	}
	in = make([]int, len(terms))
	for i, term := range terms {
		in[i] = counts[term]
	}
	return in, articles, nil
}

// collectCounts gives in how many articles terms are, as a query selects both.
func collectCounts(ctx context.Context, q querier, query string, args ...any) (map[rel.Term]int, error) {
	type count struct {
		term rel.Term
		n    int
	}
	counts := map[rel.Term]int{}
	for one, err := range each(ctx, q, func(scan scanner) (one count, err error) { return one, scan(&one.term, &one.n) }, query, args...) {
		if err != nil {
			return nil, err
		}
		counts[one.term] = one.n
	}
	return counts, nil
}

func (x foundIndex) Having(ctx context.Context, term rel.Term, day, limit int) ([]int64, error) {
	nums, err := collect(ctx, x.l.db, column[int64], `
		SELECT num FROM (SELECT num FROM found_posting WHERE term = ?1 AND day < ?2 ORDER BY day DESC LIMIT ?3)
		UNION ALL
		SELECT num FROM (SELECT num FROM found_posting WHERE term = ?1 AND day >= ?2 ORDER BY day LIMIT ?3)`, term, day, limit)
	return nums, x.l.failure(err)
}

func (x foundIndex) Documents(ctx context.Context, ids []int64) ([]rel.Document, error) {
	documents, err := collect(ctx, x.l.db, func(scan scanner) (d rel.Document, err error) {
		var encoded []byte
		if err := scan(&d.ID, &d.Day, &d.Source, &encoded); err != nil {
			return d, err
		}
		if d.Profile, err = rel.DecodeProfile(encoded); err != nil {
			err = &Error{Path: x.l.path, Kind: ErrDamaged, Why: fmt.Errorf("article number %d: %w", d.ID, err)}
		}
		return d, err
	}, "SELECT num, day, source, profile FROM found WHERE num IN (SELECT value FROM json_each(?))", encodeJSON(ids))
	return documents, x.l.failure(err)
}
