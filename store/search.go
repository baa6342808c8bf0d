package store

import (
	"context"
	"slices"
	"strings"
	"time"
)

// Search finds the articles that a query asks for, as many as limit allows; 0 is
// all. First come those with the words in their titles as they are written,
// then in other forms; then those with the words anywhere, again as they are
// written before other forms; the newest first among each. Every text is a
// query: see parseQuery for what it can say.
func (l *Library) Search(ctx context.Context, text string, limit int) ([]Entry, error) {
	q := parseQuery(text)
	if len(q.clauses) == 0 {
		if len(q.without) == 0 && q.filter.isZero() {
			return nil, nil
		}
		entries, err := l.matching(ctx, &q, "", limit)
		return entries, l.failure(err)
	}
	var found []Entry
	seen := map[string]bool{}
	for _, b := range q.breadths() {
		if limit > 0 && len(found) == limit {
			break
		}
		entries, err := l.matching(ctx, &q, q.match(b), limit)
		if err != nil {
			return nil, l.failure(err)
		}
		for _, e := range entries {
			if !seen[e.ID] && (limit <= 0 || len(found) < limit) {
				seen[e.ID] = true
				found = append(found, e)
			}
		}
	}
	return found, nil
}

// matching gives the articles that match an expression of FTS5 and the rest of a
// query, the newest first.
func (l *Library) matching(ctx context.Context, q *query, match string, limit int) ([]Entry, error) {
	from, place := "article a", "a.newness"
	var args []any
	conditions := slices.Clone(q.filter.conditions)
	args = append(args, q.filter.args...)
	if match != "" {
		from, place = "words JOIN article a ON a.newness = words.rowid", "words.rowid"
		conditions, args = append(conditions, "words MATCH ?"), append(args, match)
	}
	if exclude := q.exclude(); exclude != "" && match == "" {
		conditions = append(conditions, "a.newness NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
		args = append(args, exclude)
	}
	if !q.filter.after.IsZero() {
		conditions, args = append(conditions, place+" >= ?"), append(args, placeOf(q.filter.after))
	}
	if !q.filter.before.IsZero() {
		conditions, args = append(conditions, place+" < ?"), append(args, placeOf(q.filter.before))
	}
	if limit <= 0 {
		limit = -1
	}
	return scanEntries(l.db.QueryContext(ctx, "SELECT "+entryColumns+" FROM "+from+
		" WHERE "+strings.Join(conditions, " AND ")+" ORDER BY "+place+" DESC LIMIT ?", append(args, limit)...))
}

// placeOf is the lowest place in the order of an article from some time on.
func placeOf(t time.Time) int64 { return t.Unix() << sequenceBits }

func (f *searchFilter) isZero() bool {
	return len(f.conditions) == 0 && f.after.IsZero() && f.before.IsZero()
}
