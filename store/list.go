package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// List gives the articles that a filter chooses, in its order. By publication,
// articles of which that is not known stand where they came, and those of one
// second are in the order in which they came. Where the filter has a query they
// stand by how well they answer it instead (see search).
func (l *Library) List(ctx context.Context, f Filter) ([]Entry, error) {
	if !f.Query.IsEmpty() {
		return l.search(ctx, f)
	}
	where, args := f.where()
	if f.After != "" {
		num, err := l.resolve(ctx, f.After)
		if err != nil {
			return nil, err
		}
		where, args = where.and(f.behind()), append(args, num)
	}
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	table, err := l.table(ctx, f)
	if err != nil {
		return nil, err
	}
	return l.entries(ctx,
		"SELECT "+entryColumns+" FROM "+table+where.String()+" ORDER BY "+f.by()+" LIMIT ? OFFSET ?",
		append(args, limit, max(0, f.Offset))...)
}

// NextUnread gives the first article behind the one of an ID that is not read and
// that a filter chooses, in its order, and behind the last one goes on from the
// first; "" begins there. ok is false where there is none.
func (l *Library) NextUnread(ctx context.Context, id string, f Filter) (e Entry, ok bool, err error) {
	if !f.Query.IsEmpty() {
		return l.nextUnreadFound(ctx, id, f)
	}
	f.Unread, f.After, f.Limit, f.Offset = true, id, 1, 0
	entries, err := l.List(ctx, f)
	if err == nil && len(entries) == 0 && id != "" {
		f.After = ""
		entries, err = l.List(ctx, f)
	}
	if err != nil || len(entries) == 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}

// Count gives the number of articles that a filter chooses, whatever its limit
// and offset.
func (l *Library) Count(ctx context.Context, f Filter) (int, error) {
	if f.Query.IsEmpty() && f.Title == "" && f.Tag == "" && f.Feed == 0 && f.Archive == Unarchived && !f.Bundled && !f.Begun && (f.Section == "" || f.Source == "") && (!f.Unread || !f.Bookmarked) {
		return l.atMost(ctx, f)
	}
	if !f.Query.IsEmpty() {
		return l.countFound(ctx, f)
	}
	where, args := f.where()
	var n int
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM "+f.table()+where.String(), args...).Scan(&n); err != nil {
		return 0, l.failure(fmt.Errorf("counting articles: %w", err))
	}
	return n, nil
}

// atMost gives how many articles a filter can choose at the most, by what is
// counted; where it asks for one thing, or for one and what was read of it, that
// is how many it does choose. What someone types, and tags, are not looked at, nor what
// is put away.
func (l *Library) atMost(ctx context.Context, f Filter) (int, error) {
	column := "articles"
	switch {
	case f.Unread:
		column = "unread"
	case f.Bookmarked:
		column = "bookmarked"
	}
	var n int
	err := l.db.QueryRowContext(ctx, "SELECT min("+
		"(SELECT "+column+" FROM tally WHERE kind = 'all' AND key = ''),"+
		"CASE WHEN ?1 = '' THEN 1 << 62 ELSE coalesce((SELECT "+column+" FROM tally WHERE kind = 'section' AND key = ?1), 0) END,"+
		"CASE WHEN ?2 = '' THEN 1 << 62 ELSE coalesce((SELECT "+column+" FROM tally WHERE kind = 'source' AND key = ?2), 0) END)",
		text.WordKey(f.Section), text.WordKey(f.Source)).Scan(&n)
	if err != nil {
		return 0, l.failure(fmt.Errorf("counting articles: %w", err))
	}
	return n, nil
}

// table is where the articles of a filter are looked for. What someone types can
// be anywhere in a name, so all names are read: from the index that holds them
// alone, and not from the articles.
func (f *Filter) table() string {
	if f.Title == "" {
		return "article a "
	}
	return "article a INDEXED BY article_listed "
}

// fewArticles is how many articles are sorted sooner than those in the order are gone
// through for them.
const fewArticles = 500

// table is where the articles of a filter are looked for in its order: that order's
// index, unless so few can be meant that they are found and sorted sooner.
func (l *Library) table(ctx context.Context, f Filter) (string, error) {
	if f.Begun || f.Sort == ByPublished || f.Title != "" || f.Tag != "" || f.Feed != 0 || f.Archive == Archived {
		return f.table(), nil
	}
	most, err := l.atMost(ctx, f)
	if err != nil {
		return "", err
	}
	if most <= fewArticles {
		return "article a ", nil
	}
	return "article a INDEXED BY " + sortOrders[f.Sort].index + " ", nil
}

// conditionList are what an article has to fulfil, all of them.
type conditionList []string

func (c conditionList) and(more string) conditionList { return slices.Concat(c, conditionList{more}) }

// String writes the conditions as SQL has them, nothing where there are none.
func (c conditionList) String() string {
	if len(c) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(c, " AND ")
}

// where is the condition of a filter, and its values.
func (f *Filter) where() (where conditionList, args []any) {
	also := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	if f.Unread {
		also(query.Unread)
	}
	if f.Bookmarked {
		also(query.Bookmarked)
	}
	if f.Bundled {
		also("a.bundled = 1")
	}
	if f.Begun {
		also(query.Begun)
	}
	switch {
	case f.Archive == Archived:
		also(query.Archived)
	case f.Archive == Unarchived && f.Query.IsEmpty():
		also("a.archived = 0")
	}
	if f.Section != "" {
		also("a.section_key = ?", text.WordKey(f.Section))
	}
	if f.Source != "" {
		also("a.source_key = ?", text.WordKey(f.Source))
	}
	if f.Feed != 0 {
		also("a.num IN "+articlesFrom("?", "?"), f.Feed, f.Feed)
	}
	if f.Tag != "" {
		also(query.Tagged, text.WordKey(f.Tag))
	}
	for _, word := range text.Words(f.Title) {
		also(query.Names, word, word, word)
	}
	return where, args
}
