package store

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// mostForms is how many forms of a word of a query are looked for at the most.
const mostForms = 200

// widen finds the forms of the words of a query that there are in the library: a few
// of the many that there may be.
func (l *Library) widen(ctx context.Context, q *query.Query) (query.Forms, error) {
	forms := query.Forms{}
	for _, word := range q.Inflected() {
		there, err := l.present(ctx, word)
		if err != nil {
			return nil, err
		}
		forms[word] = there
	}
	return forms, nil
}

// present gives the forms of a folded word that the index has, other than the word
// itself. The forms and the words of the index, both in their order, are gone
// through together, each as far as the other one has come.
func (l *Library) present(ctx context.Context, word string) ([]string, error) {
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("opening: %w", err)
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	from, err := conn.PrepareContext(ctx, "SELECT term FROM vocabulary WHERE term >= ? LIMIT 1")
	if err != nil {
		return nil, fmt.Errorf("looking for the forms of a word: %w", err)
	}
	defer from.Close() //nolint:errcheck // nothing was written
	forms := text.FormsOf(word)
	var there []string
	for next, ok := forms.Next(""); ok && len(there) < mostForms; {
		var term string
		if err := from.QueryRowContext(ctx, next).Scan(&term); isNoRow(err) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("looking for the forms of a word: %w", err)
		}
		if term != word && forms.Has(term) {
			there = append(there, term)
		}
		next, ok = forms.Next(max(term, next))
	}
	return there, nil
}
