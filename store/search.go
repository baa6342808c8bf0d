package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/store/query"
)

// search gives the articles that a filter with a query chooses. First come those with
// the words in their titles as they are written, then in other forms; then those with
// the words anywhere, again as they are written before other forms. Among each they
// stand by how much they speak of the words (see ranked), the newest first where that
// is the same.
func (l *Library) search(ctx context.Context, f Filter) ([]Entry, error) {
	most, from := noLimit, max(0, f.Offset)
	if f.Limit > 0 && f.After == "" {
		most = from + f.Limit
	}
	places, err := l.findPlaces(ctx, f, most)
	if err != nil {
		return nil, err
	}
	if f.After != "" {
		at, err := l.indexOf(ctx, places, f.After)
		if err != nil {
			return nil, err
		}
		from += at + 1
	}
	places = places[min(from, len(places)):]
	if f.Limit > 0 {
		places = places[:min(f.Limit, len(places))]
	}
	return l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?) j
		JOIN article a ON a.newness = j.value ORDER BY j.key`, encodeJSON(places))
}

// indexOf gives the index of an article among places in the order, -1 where it is not
// there.
func (l *Library) indexOf(ctx context.Context, places []int64, id string) (int, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return 0, err
	}
	place, err := l.placeOfArticle(ctx, num)
	return slices.Index(places, place), err
}

// placeOfArticle gives the place of an article in the order.
func (l *Library) placeOfArticle(ctx context.Context, num int64) (place int64, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT newness FROM article WHERE num = ?", num).Scan(&place)
	return place, l.failure(err)
}

// findPlaces gives the places in the order of the articles that a filter with a query
// chooses, the one first that answers it best, at most so many.
func (l *Library) findPlaces(ctx context.Context, f Filter, most int) ([]int64, error) {
	if !f.Query.HasWords() {
		from := f.from("article a", "a.newness")
		if exclude := f.Query.Exclude(); exclude != "" {
			from.also("a.newness NOT IN (SELECT rowid FROM words WHERE words MATCH ?)", exclude)
		}
		places, err := collectRows(ctx, l.db, scanColumn[int64], from.selecting("a.newness"), append(from.args, most)...)
		return places, l.failure(err)
	}
	forms, err := l.widen(ctx, f.Query)
	if err != nil {
		return nil, l.failure(err)
	}
	var places []int64
	seen := map[int64]bool{}
	for _, b := range f.Query.Breadths(forms) {
		if most > 0 && len(places) >= most {
			break
		}
		some, err := l.ranked(ctx, f, b, most)
		if err != nil {
			return nil, l.failure(fmt.Errorf("searching: %w", err))
		}
		for _, place := range some {
			if !seen[place] {
				seen[place] = true
				places = append(places, place)
			}
		}
	}
	if most > 0 {
		places = places[:min(most, len(places))]
	}
	return places, nil
}

// mostRanked is how many of the articles that a query finds in one breadth are
// ordered by how much they speak of its words: the newest ones. To weigh all that
// have a common word would take longer than one waits while typing; behind these
// they stand by their time.
const mostRanked = 1000

// scoreSQL is how well an article answers a query, less being better: a word counts
// more in the title, the section and the source than in the text.
const scoreSQL = "bm25(words, 10, 1, 3, 3)"

// ranked gives the places in the order of the articles that a filter's query finds in
// one breadth, as many as limit allows, or all. They stand by BM25: by how often the
// words are in an article, for its length, and in how few others. The beginning of
// a word can be that of very many, which are not weighed.
func (l *Library) ranked(ctx context.Context, f Filter, b query.Breadth, limit int) ([]int64, error) {
	from := f.from("words", "words.rowid")
	from.also("words MATCH ?", f.Query.Match(b))
	if f.Query.HasBeginning() {
		return collectRows(ctx, l.db, scanColumn[int64], from.selecting("words.rowid"), append(from.args, limit)...)
	}
	type hit struct {
		place int64
		score float64 // less is better
	}
	scan := func(scan scanner) (h hit, err error) { return h, scan(&h.place, &h.score) }
	hits, err := collectRows(ctx, l.db, scan, from.selecting("words.rowid, "+scoreSQL), append(from.args, mostRanked)...)
	if err != nil {
		return nil, err
	}
	var behind []int64
	if n := len(hits); n == mostRanked && (limit < 0 || limit > n) {
		from.also("words.rowid < ?", hits[n-1].place)
		if behind, err = collectRows(ctx, l.db, scanColumn[int64], from.selecting("words.rowid"), append(from.args, limit)...); err != nil {
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

// chosen is the condition that a filter, with its query, chooses an article a, and
// its values.
func (l *Library) chosen(ctx context.Context, f Filter) (where conditionList, args []any, err error) {
	if f.Query.IsEmpty() {
		where, args = f.where()
		return where, args, nil
	}
	from := f.from("article a", "a.newness")
	if !f.Query.HasWords() {
		if exclude := f.Query.Exclude(); exclude != "" {
			from.also("a.newness NOT IN (SELECT rowid FROM words WHERE words MATCH ?)", exclude)
		}
		return from.conditions, from.args, nil
	}
	match, err := l.widest(ctx, f.Query)
	from.also("a.newness IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
	return from.conditions, from.args, err
}

// widest writes the words of a query as the index takes them, in the widest breadth.
func (l *Library) widest(ctx context.Context, q *query.Query) (string, error) {
	forms, err := l.widen(ctx, q)
	if err != nil {
		return "", l.failure(err)
	}
	breadths := q.Breadths(forms)
	return q.Match(breadths[len(breadths)-1]), nil
}

// countFound gives how many articles a filter with a query chooses.
func (l *Library) countFound(ctx context.Context, f Filter) (n int, err error) {
	from := f.from("words", "words.rowid")
	if f.Query.HasWords() {
		match, err := l.widest(ctx, f.Query)
		if err != nil {
			return 0, err
		}
		from.also("words MATCH ?", match)
	} else {
		from.tables = "article a"
		if from.conditions, from.args, err = l.chosen(ctx, f); err != nil {
			return 0, err
		}
	}
	err = l.db.QueryRowContext(ctx, "SELECT count(*) FROM "+from.tables+" "+from.conditions.String(), from.args...).Scan(&n)
	if err != nil {
		return 0, l.failure(fmt.Errorf("counting what was found: %w", err))
	}
	return n, nil
}

// placeFound gives the index of an article among those that a filter with a query
// chooses; ok is false where it is not among them.
func (l *Library) placeFound(ctx context.Context, f Filter, num int64) (index int, ok bool, err error) {
	place, err := l.placeOfArticle(ctx, num)
	if err != nil {
		return 0, false, err
	}
	places, err := l.findPlaces(ctx, f, noLimit)
	if err != nil {
		return 0, false, err
	}
	index = slices.Index(places, place)
	return max(0, index), index >= 0, nil
}

// nextUnreadFound is [Library.NextUnread] among what a query finds.
func (l *Library) nextUnreadFound(ctx context.Context, id string, f Filter) (e Entry, ok bool, err error) {
	f.Unread = false // where a read article stands counts too
	all, err := l.findPlaces(ctx, f, noLimit)
	if err != nil {
		return Entry{}, false, err
	}
	behind := -1
	if id != "" {
		if behind, err = l.indexOf(ctx, all, id); err != nil {
			return Entry{}, false, err
		}
	}
	around := slices.Concat(all[behind+1:], all[:behind+1])
	entries, err := l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?) j
		JOIN article a ON a.newness = j.value WHERE `+query.Unread+` ORDER BY j.key LIMIT 1`, encodeJSON(around))
	if err != nil || len(entries) == 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}

// selection is the part of a query behind what it selects.
type selection struct {
	tables, place string // and the column of the place in the order
	conditions    conditionList
	args          []any
}

func (s *selection) also(condition string, args ...any) {
	s.conditions, s.args = append(s.conditions, condition), append(s.args, args...)
}

// selecting writes the query for some columns, the newest first, up to a limit.
func (s *selection) selecting(columns string) string {
	return "SELECT " + columns + " FROM " + s.tables + " " + s.conditions.String() + " ORDER BY " + s.place + " DESC LIMIT ?"
}

// from selects what a filter asks of articles, and its query beside its words.
func (f *Filter) from(tables, place string) *selection {
	s := &selection{tables: tables, place: place}
	s.conditions, s.args = f.where()
	if tables == "words" && (len(s.conditions) > 0 || f.Query.NeedsArticle()) {
		s.tables = "words JOIN article a ON a.newness = words.rowid"
	}
	conditions, args := f.Query.Filter(place, placeOf)
	s.conditions, s.args = append(s.conditions, conditions...), append(s.args, args...)
	return s
}

// placeOf is the lowest place in the order of an article from some time on.
func placeOf(t time.Time) int64 { return t.Unix() << sequenceBits }
