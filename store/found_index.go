package store

import (
	"context"
	"fmt"

	rel "github.com/warraq/warraq/store/related"
)

// foundIndex answers what [rel.Find] asks, from the tables of found, in a change or
// beside one.
type foundIndex struct {
	l *Library
	q querier
}

func (l *Library) foundIndex() foundIndex { return foundIndex{l, l.db} }

func (x foundIndex) Frequencies(ctx context.Context, terms []rel.Term) (in []int, articles int, err error) {
	for n, err := range eachRow(ctx, x.q, scanColumn[int], "SELECT articles FROM found_library") {
		if articles = n; err != nil {
			return nil, 0, x.l.failure(err)
		}
	}
	counts := make(map[rel.Term]int, len(terms))
	for row, err := range eachRow(ctx, x.q, func(scan scanner) (r [2]int64, err error) { return r, scan(&r[0], &r[1]) },
		"SELECT term, sum(articles) FROM found_term WHERE term IN (SELECT value FROM json_each(?)) GROUP BY term", encodeTerms(terms)) {
		if err != nil {
			return nil, 0, x.l.failure(err)
		}
		counts[termOfStored(row[0])] = int(row[1])
	}
	in = make([]int, len(terms))
	for i, term := range terms {
		in[i] = counts[term]
	}
	return in, articles, nil
}

func (x foundIndex) Having(ctx context.Context, terms []rel.Term, tell func(place int, num int64)) error {
	places := make(map[rel.Term]int, len(terms))
	for i, term := range terms {
		places[term] = i
	}
	return x.l.failure(eachTermRow(ctx, x.q, terms, func(key termPart, _ int, nums []byte) error {
		place := places[key.term]
		return decodeNums(nums, func(num int64) { tell(place, key.part<<partBits|num) })
	}))
}

func (x foundIndex) Documents(ctx context.Context, ids []int64) ([]rel.Document, error) {
	documents, err := collectRows(ctx, x.q, x.document, `SELECT f.num, f.hour, f.source, f.profile, n.lengths
		FROM found f JOIN found_length n USING (num) WHERE f.num IN (SELECT value FROM json_each(?))`, encodeJSON(ids))
	return documents, x.l.failure(err)
}

// document reads what is known of an article.
func (x foundIndex) document(scan scanner) (d rel.Document, err error) {
	var encoded []byte
	var lengths int64
	if scanErr := scan(&d.ID, &d.Hour, &d.Source, &encoded, &lengths); scanErr != nil {
		return d, scanErr
	}
	d.Lengths = unpackLengths(lengths)
	if d.Profile, err = rel.DecodeProfile(encoded); err != nil {
		err = &Error{Path: x.l.path, Kind: ErrDamaged, Why: fmt.Errorf("article number %d: %w", d.ID, err)}
	}
	return d, err
}
