package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// fromCopies takes articles that are not as they came in from the last copy of the
// library in which they are, by the checksums that they had. What no copy has is
// named in what was salvaged, and stays as it is from then on.
func (c *change) fromCopies(ctx context.Context, s *Salvaged, sums map[string]int64, copies []string) error {
	for id, sum := range sums {
		here, err := c.first(ctx, "a.id = ?", id, func(*record) bool { return true })
		if err != nil {
			return err
		}
		there := copied(ctx, copies, id, sum, here.sum())
		if there == nil {
			s.Wrong = append(s.Wrong, Entry{ID: id, Title: here.title, Source: here.source})
			if _, err := c.exec(ctx, "UPDATE article SET sum = ? WHERE num = ?", here.sum(), here.num); err != nil {
				return err
			}
			continue
		}
		s.FromCopies++
		whole := *here
		whole.replace(there)
		whole.key = there.key
		whole.setKeys()
		if err := c.update(ctx, here, &whole); err != nil {
			return err
		}
	}
	return c.writeIndex(ctx)
}

// copied is an article in the last copy that has it whole and with one of some
// checksums, nil where none has.
func copied(ctx context.Context, copies []string, id string, sums ...int64) *record {
	for _, path := range slices.Backward(copies) {
		if r, err := readCopied(ctx, path, id); err == nil && slices.Contains(sums, r.sum()) {
			return r
		}
	}
	return nil
}

// readCopied reads an article of a copy; what is not whole there is an error.
func readCopied(ctx context.Context, path, id string) (r *record, err error) {
	db, err := sql.Open("sqlite", dsn(path)+"&mode=ro&immutable=1")
	if err != nil {
		return nil, fmt.Errorf("opening a copy: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	rows, err := db.QueryContext(ctx, "SELECT a.sum, "+recordColumns+" WHERE a.id = ?", id)
	if err != nil {
		return nil, fmt.Errorf("reading a copy: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	if !rows.Next() {
		return nil, errors.Join(rows.Err(), ErrNotFound)
	}
	var sum int64
	if r, err = scanRecord(rows, &sum); err != nil {
		return nil, err
	}
	if sum != r.sum() {
		return nil, ErrDamaged
	}
	return r, nil
}
