package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// Search finds the articles that a query asks for, as many as limit allows; 0 is
// all. First come those with the words in their titles as they are written,
// then in other forms; then those with the words anywhere, again as they are
// written before other forms. Among each they stand by how much they speak of the
// words (see ranked), the newest first where that is the same. Every text is a
// query: see parseQuery for what it can say.
func (l *Library) Search(ctx context.Context, text string, limit int) ([]Entry, error) {
	q := parseQuery(text)
	if len(q.clauses) == 0 && len(q.without) == 0 && q.filter.isZero() {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	if len(q.clauses) == 0 {
		from := q.filter.from("article a", "a.newness")
		if exclude := q.exclude(); exclude != "" {
			from.also("a.newness NOT IN (SELECT rowid FROM words WHERE words MATCH ?)", exclude)
		}
		entries, err := scanEntries(l.db.QueryContext(ctx, from.selecting(entryColumns), append(from.args, limit)...))
		return entries, l.failure(err)
	}
	if err := l.widen(ctx, &q); err != nil {
		return nil, l.failure(err)
	}
	var places []int64
	seen := map[int64]bool{}
	for _, b := range q.breadths() {
		if limit > 0 && len(places) >= limit {
			break
		}
		found, err := l.ranked(ctx, &q, b, limit)
		if err != nil {
			return nil, l.failure(fmt.Errorf("searching: %w", err))
		}
		for _, place := range found {
			if !seen[place] {
				seen[place] = true
				places = append(places, place)
			}
		}
	}
	if limit > 0 {
		places = places[:min(limit, len(places))]
	}
	entries, err := scanEntries(l.db.QueryContext(ctx, "SELECT "+entryColumns+` FROM json_each(?) j
		JOIN article a ON a.newness = j.value ORDER BY j.key`, encodeJSON(places)))
	return entries, l.failure(err)
}

// mostRanked is how many of the articles that a query finds in one breadth are
// ordered by how much they speak of its words: the newest ones. To weigh all that
// have a common word would take longer than one waits while typing; behind these
// they stand by their time.
const mostRanked = 1000

// score is how well an article answers a query, less being better: a word counts
// more in the title, the section and the source than in the text.
const score = "bm25(words, 10, 1, 3, 3)"

// ranked gives the places in the order of the articles that a query finds in one
// breadth, as many as limit allows, or all. They stand by BM25: by how often the
// words are in an article, for its length, and in how few others. The beginning of
// a word can be that of very many, which are not weighed.
func (l *Library) ranked(ctx context.Context, q *query, b breadth, limit int) ([]int64, error) {
	from := q.filter.from("words", "words.rowid")
	from.also("words MATCH ?", q.match(b))
	if q.hasBeginning() {
		return scanNums(l.db.QueryContext(ctx, from.selecting("words.rowid"), append(from.args, limit)...))
	}
	rows, err := l.db.QueryContext(ctx, from.selecting("words.rowid, "+score), append(from.args, mostRanked)...)
	if err != nil {
		return nil, err //nolint:wrapcheck // Search does
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	type hit struct {
		place int64
		score float64 // less is better
	}
	var hits []hit
	for rows.Next() {
		var h hit
		if err := rows.Scan(&h.place, &h.score); err != nil {
			return nil, err //nolint:wrapcheck // Search does
		}
		hits = append(hits, h)
	}
	if err := rows.Err(); err != nil {
		return nil, err //nolint:wrapcheck // Search does
	}
	var behind []int64
	if n := len(hits); n == mostRanked && (limit < 0 || limit > n) {
		from.also("words.rowid < ?", hits[n-1].place)
		if behind, err = scanNums(l.db.QueryContext(ctx, from.selecting("words.rowid"), append(from.args, limit)...)); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.score, b.score) })
	places := make([]int64, 0, len(hits)+len(behind))
	for _, h := range hits {
		places = append(places, h.place)
	}
	return append(places, behind...), nil
}

// selection is the part of a query behind what it selects.
type selection struct {
	tables, place string // and the column of the place in the order
	conditions    conditions
	args          []any
}

func (s *selection) also(condition string, args ...any) {
	s.conditions, s.args = append(s.conditions, condition), append(s.args, args...)
}

// selecting writes the query for some columns, the newest first, up to a limit.
func (s *selection) selecting(columns string) string {
	return "SELECT " + columns + " FROM " + s.tables + " " + s.conditions.String() + " ORDER BY " + s.place + " DESC LIMIT ?"
}

// from selects what a query asks of articles beside its words.
func (f *searchFilter) from(tables, place string) *selection {
	s := &selection{tables: tables, place: place, conditions: slices.Clone(f.conditions), args: slices.Clone(f.args)}
	if len(f.conditions) > 0 && tables == "words" {
		s.tables = "words JOIN article a ON a.newness = words.rowid"
	}
	if !f.after.IsZero() {
		s.also(place+" >= ?", placeOf(f.after))
	}
	if !f.before.IsZero() {
		s.also(place+" < ?", placeOf(f.before))
	}
	return s
}

// placeOf is the lowest place in the order of an article from some time on.
func placeOf(t time.Time) int64 { return t.Unix() << sequenceBits }

func (f *searchFilter) isZero() bool {
	return len(f.conditions) == 0 && f.after.IsZero() && f.before.IsZero()
}
