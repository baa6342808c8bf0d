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
	nums, err := l.findNums(ctx, f, most)
	if err != nil {
		return nil, err
	}
	if f.After != "" {
		at, err := l.indexOf(ctx, nums, f.After)
		if err != nil {
			return nil, err
		}
		from += at + 1
	}
	nums = nums[min(from, len(nums)):]
	if f.Limit > 0 {
		nums = nums[:min(f.Limit, len(nums))]
	}
	return l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?) j
		JOIN article a ON a.num = j.value ORDER BY j.key`, encodeJSON(nums))
}

// indexOf gives the index of an article among the numbers of some, -1 where it is not
// there.
func (l *Library) indexOf(ctx context.Context, nums []int64, id string) (int, error) {
	num, err := l.resolve(ctx, id)
	return slices.Index(nums, num), err
}

// findNums gives the numbers of the articles that a filter with a query chooses, the one
// first that answers it best, at most so many.
func (l *Library) findNums(ctx context.Context, f Filter, most int) ([]int64, error) {
	if !f.Query.HasWords() {
		from := f.from("article a", "a.newness")
		if exclude := f.Query.Exclude(); exclude != "" {
			from.also("NOT "+query.HasWords, exclude)
		}
		nums, err := collectRows(ctx, l.db, scanColumn[int64], from.selecting("a.num"), append(from.args, most)...)
		return nums, l.failure(err)
	}
	forms, err := l.widen(ctx, f.Query)
	if err != nil {
		return nil, l.failure(err)
	}
	var nums []int64
	seen := map[int64]bool{}
	for _, b := range f.Query.Breadths(forms) {
		if most > 0 && len(nums) >= most {
			break
		}
		some, err := l.ranked(ctx, f, b, most)
		if err != nil {
			return nil, l.failure(fmt.Errorf("searching: %w", err))
		}
		for _, num := range some {
			if !seen[num] {
				seen[num] = true
				nums = append(nums, num)
			}
		}
	}
	if most > 0 {
		nums = nums[:min(most, len(nums))]
	}
	return nums, nil
}

// mostRanked is how many of the articles that a query finds in one breadth are
// ordered by how much they speak of its words: the newest ones. To weigh all that
// have a common word would take longer than one waits while typing; behind these
// they stand by their time.
const mostRanked = 1000

// scoreSQL is how well an article answers a query, less being better: a word counts
// more in the title, the section and the source than in the text.
const scoreSQL = "bm25(words, 10, 1, 3, 3)"

// ranked gives the numbers of the articles that a filter's query finds in one breadth, as
// many as limit allows, or all. They stand by BM25: by how often the
// words are in an article, for its length, and in how few others. The beginning of
// a word can be that of very many, which are not weighed.
func (l *Library) ranked(ctx context.Context, f Filter, b query.Breadth, limit int) ([]int64, error) {
	from := f.from("words", "words.rowid")
	from.also("words MATCH ?", f.Query.Match(b))
	if f.Query.HasBeginning() {
		return collectRows(ctx, l.db, scanColumn[int64], from.selecting("w.num"), append(from.args, limit)...)
	}
	type hit struct {
		place, num int64
		score      float64 // less is better
	}
	scan := func(scan scanner) (h hit, err error) { return h, scan(&h.place, &h.num, &h.score) }
	hits, err := collectRows(ctx, l.db, scan, from.selecting("words.rowid, w.num, "+scoreSQL), append(from.args, mostRanked)...)
	if err != nil {
		return nil, err
	}
	var behind []int64
	if n := len(hits); n == mostRanked && (limit < 0 || limit > n) {
		from.also("words.rowid < ?", hits[n-1].place)
		if behind, err = collectRows(ctx, l.db, scanColumn[int64], from.selecting("w.num"), append(from.args, limit)...); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.score, b.score) })
	nums := make([]int64, 0, len(hits)+len(behind))
	for _, h := range hits {
		nums = append(nums, h.num)
	}
	return append(nums, behind...), nil
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
			from.also("NOT "+query.HasWords, exclude)
		}
		return from.conditions, from.args, nil
	}
	match, err := l.widest(ctx, f.Query)
	from.also(query.HasWords, match)
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
		match, widestErr := l.widest(ctx, f.Query)
		if widestErr != nil {
			return 0, widestErr
		}
		from.also("words MATCH ?", match)
	} else {
		from.tables = "article a"
		if from.conditions, from.args, err = l.chosen(ctx, f); err != nil {
			return 0, err
		}
	}
	if from.tables == foundPlaces {
		from.tables = "words" // there is a place for each
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
	nums, err := l.findNums(ctx, f, noLimit)
	if err != nil {
		return 0, false, err
	}
	index = slices.Index(nums, num)
	return max(0, index), index >= 0, nil
}

// nextUnreadFound is [Library.NextUnread] among what a query finds.
func (l *Library) nextUnreadFound(ctx context.Context, id string, f Filter) (e Entry, ok bool, err error) {
	f.Unread = false // where a read article stands counts too
	all, err := l.findNums(ctx, f, noLimit)
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
		JOIN article a ON a.num = j.value WHERE `+query.Unread+` ORDER BY j.key LIMIT 1`, encodeJSON(around))
	if err != nil || len(entries) == 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}

// selection is the part of a query behind what it selects.
type selection struct {
	tables, place string // and the column of the place in an order of time
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
	bound := "?"
	if tables == "words" {
		bound = lowestWordPlace
		s.tables = foundPlaces
		if len(s.conditions) > 0 || f.Query.NeedsArticle() {
			s.tables += " JOIN article a ON a.num = w.num"
		}
	}
	conditions, args := f.Query.Filter(place, bound, placeOf)
	s.conditions, s.args = append(s.conditions, conditions...), append(s.args, args...)
	return s
}

// placeOf is the lowest place in the order of an article from some time on.
func placeOf(t time.Time) int64 { return t.Unix() << sequenceBits }

// foundPlaces are the places of what the index of words finds.
const foundPlaces = "words JOIN word_place w ON w.place = words.rowid"

// lowestWordPlace is the lowest place in the index of words of an article from a place in
// the order on, or one above all.
const lowestWordPlace = `coalesce((SELECT w.place FROM article a JOIN word_place w USING (num)
	WHERE a.newness >= ? ORDER BY a.newness LIMIT 1), 9223372036854775807)`
