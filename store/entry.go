package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"github.com/warraq/warraq/store/identity"
)

// entryFields are the fields of an [Entry] that stand in a row of table article as
// they are, by their columns.
var entryFields = []struct {
	column string
	of     func(*Entry) any
}{
	{"id", func(e *Entry) any { return &e.ID }},
	{"title", func(e *Entry) any { return &e.Title }},
	{"section", func(e *Entry) any { return &e.Section }},
	{"source", func(e *Entry) any { return &e.Source }},
	{"place", func(e *Entry) any { return &e.Place }},
	{"author", func(e *Entry) any { return &e.Author }},
	{"lang", func(e *Entry) any { return &e.Lang }},
	{"summary", func(e *Entry) any { return (*packedLine)(&e.Summary) }},
	{"url", func(e *Entry) any { return &e.URL }},
	{"direction", func(e *Entry) any { return &e.Direction }},
	{"full", func(e *Entry) any { return &e.Full }},
	{"read", func(e *Entry) any { return &e.Read }},
	{"bookmarked", func(e *Entry) any { return &e.Bookmarked }},
	{"archived", func(e *Entry) any { return &e.Archived }},
	{"position", func(e *Entry) any { return &e.Position }},
}

// entryColumns are the columns of an [Entry], as scanEntry takes them.
var entryColumns = func() string {
	var b strings.Builder
	for _, f := range entryFields {
		b.WriteString("a." + f.column + ", ")
	}
	return b.String() + "coalesce((SELECT percent FROM begun WHERE begun.num = a.num), 0), a.published, a.added"
}()

// scanEntry reads an entry from the columns entryColumns.
func scanEntry(scan scanner) (Entry, error) { return scanEntryAnd()(scan) }

// scanEntryAnd reads an entry from the columns entryColumns, and what comes after them
// into more places.
func scanEntryAnd(more ...any) func(scanner) (Entry, error) {
	return func(scan scanner) (e Entry, err error) {
		var published string
		var added int64
		places := make([]any, 0, len(entryFields)+len(more)+3)
		for _, f := range entryFields {
			places = append(places, f.of(&e))
		}
		err = scan(append(append(places, &e.Progress, &published, &added), more...)...)
		e.Published = identity.ParseTimestamp(published)
		e.Added = time.UnixMilli(added).UTC()
		return e, err
	}
}

// entries gives the articles that a query selects the columns entryColumns of.
func (l *Library) entries(ctx context.Context, query string, args ...any) ([]Entry, error) {
	list, err := collectRows(ctx, l.db, scanEntry, query, args...)
	return list, l.failure(err)
}

// isNoRow tells the error of a query for one row that found none.
func isNoRow(err error) bool { return errors.Is(err, sql.ErrNoRows) }
