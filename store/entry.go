package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// entryColumns are the columns of an [Entry], as scanEntry takes them.
const entryColumns = `a.id, a.title, a.section, a.source, a.place, a.author, a.lang, a.summary,
	a.url, a.direction, a.published, a.added, a.full, a.read, a.bookmarked, a.position`

// scanEntry reads an entry from the columns entryColumns, and what comes after
// them into more.
func scanEntry(scan func(...any) error, more ...any) (Entry, error) {
	var e Entry
	var published string
	var added int64
	err := scan(append([]any{&e.ID, &e.Title, &e.Section, &e.Source, &e.Place, &e.Author, &e.Lang, &e.Summary,
		&e.URL, &e.Direction, &published, &added, &e.Full, &e.Read, &e.Bookmarked, &e.Position}, more...)...)
	if err != nil {
		return Entry{}, err
	}
	e.Published = fromTimestamp(published)
	e.Added = time.UnixMilli(added).UTC()
	return e, nil
}

// scanEntries reads all rows of a query for entryColumns.
func scanEntries(rows *sql.Rows, err error) ([]Entry, error) {
	if err != nil {
		return nil, fmt.Errorf("looking articles up: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var entries []Entry
	for rows.Next() {
		e, err := scanEntry(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("reading articles: %w", err)
		}
		entries = append(entries, e)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading articles: %w", err)
	}
	return entries, nil
}

// timestamp is how a time of publication is kept, with its zone.
func timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func fromTimestamp(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{} // "": it is not known
	}
	return t
}

// isNoRow tells the error of a query for one row that found none.
func isNoRow(err error) bool { return errors.Is(err, sql.ErrNoRows) }
