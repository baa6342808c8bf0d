package store

import (
	"bytes"
	"context"
	"slices"
)

// Sections gives the sections of the library, by the alphabet. Articles of none
// are left out.
func (l *Library) Sections(ctx context.Context) ([]Shelf, error) {
	return l.tallied(ctx, "section")
}

// Sources gives the papers and agencies of the library, by the alphabet.
func (l *Library) Sources(ctx context.Context) ([]Shelf, error) {
	return l.tallied(ctx, "source")
}

// tallied gives what is counted of one kind: the name of a column, whose newest
// spelling is shown.
func (l *Library) tallied(ctx context.Context, kind string) ([]Shelf, error) {
	return l.shelves(ctx, `SELECT (SELECT `+kind+` FROM article WHERE `+kind+`_key = t.key ORDER BY newness DESC LIMIT 1),
		t.articles, t.unread FROM tally t WHERE t.kind = ? AND t.key <> '' AND t.articles > 0`, kind)
}

func (l *Library) shelves(ctx context.Context, query string, args ...any) ([]Shelf, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (s Shelf, err error) { return s, scan(&s.Name, &s.Articles, &s.Unread) }, query, args...)
	if err != nil {
		return nil, l.failure(err)
	}
	places := map[string][]byte{}
	for _, s := range list {
		places[s.Name] = titleOrder(s.Name)
	}
	slices.SortStableFunc(list, func(a, b Shelf) int { return bytes.Compare(places[a.Name], places[b.Name]) })
	return list, nil
}
