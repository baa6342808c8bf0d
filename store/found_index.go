package store

import (
	"context"
	"database/sql"
	"fmt"

	rel "warraq/store/related"
)

// foundIndex answers what [rel.Find] asks, from the tables of found.
type foundIndex struct{ l *Library }

func (x foundIndex) Frequencies(ctx context.Context, terms []rel.Term) (in []int, articles int, err error) {
	if articles, err = x.l.countOf(ctx, "SELECT articles FROM found_library"); err != nil {
		return nil, 0, err
	}
	counts, err := scanCounts(x.l.db.QueryContext(ctx,
		"SELECT term, articles FROM found_term WHERE term IN (SELECT value FROM json_each(?))", encodeJSON(terms)))
	if err != nil {
		return nil, 0, x.l.failure(err)
	}
	in = make([]int, len(terms))
	for i, term := range terms {
		in[i] = counts[term]
	}
	return in, articles, nil
}

// scanCounts reads in how many articles terms are.
func scanCounts(rows *sql.Rows, err error) (map[rel.Term]int, error) {
	if err != nil {
		return nil, fmt.Errorf("counting terms: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	counts := map[rel.Term]int{}
	for rows.Next() {
		var term rel.Term
		var n int
		if err := rows.Scan(&term, &n); err != nil {
			return nil, fmt.Errorf("counting terms: %w", err)
		}
		counts[term] = n
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("counting terms: %w", err)
	}
	return counts, nil
}

func (x foundIndex) Having(ctx context.Context, term rel.Term, day, limit int) ([]int64, error) {
	rows, err := x.l.db.QueryContext(ctx, `
		SELECT num FROM (SELECT num FROM found_posting WHERE term = ?1 AND day < ?2 ORDER BY day DESC LIMIT ?3)
		UNION ALL
		SELECT num FROM (SELECT num FROM found_posting WHERE term = ?1 AND day >= ?2 ORDER BY day LIMIT ?3)`, term, day, limit)
	nums, err := scanNums(rows, err)
	return nums, x.l.failure(err)
}

// scanNums reads numbers of articles.
func scanNums(rows *sql.Rows, err error) ([]int64, error) {
	if err != nil {
		return nil, fmt.Errorf("looking articles up: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var nums []int64
	for rows.Next() {
		var num int64
		if err := rows.Scan(&num); err != nil {
			return nil, fmt.Errorf("looking articles up: %w", err)
		}
		nums = append(nums, num)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("looking articles up: %w", err)
	}
	return nums, nil
}

func (x foundIndex) Documents(ctx context.Context, ids []int64) ([]rel.Document, error) {
	rows, err := x.l.db.QueryContext(ctx,
		"SELECT num, day, source, profile FROM found WHERE num IN (SELECT value FROM json_each(?))", encodeJSON(ids))
	if err != nil {
		return nil, x.l.failure(fmt.Errorf("reading what articles say: %w", err))
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var documents []rel.Document
	for rows.Next() {
		var d rel.Document
		var encoded []byte
		if err := rows.Scan(&d.ID, &d.Day, &d.Source, &encoded); err != nil {
			return nil, x.l.failure(fmt.Errorf("reading what articles say: %w", err))
		}
		if d.Profile, err = rel.DecodeProfile(encoded); err != nil {
			return nil, &Error{Path: x.l.path, Kind: ErrDamaged, Why: fmt.Errorf("article number %d: %w", d.ID, err)}
		}
		documents = append(documents, d)
	}
	if err := rows.Err(); err != nil {
		return nil, x.l.failure(fmt.Errorf("reading what articles say: %w", err))
	}
	return documents, nil
}
