package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
)

// querier is what asks a library, in a change or beside one.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanner reads the columns of a row into places.
type scanner func(places ...any) error

// eachRow goes through the rows of a query, each as scan reads it. An error is the last
// that comes. The rows are closed when the loop is left, however it is.
func eachRow[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := q.QueryContext(ctx, query, args...)
		if err != nil {
			yield(none, fmt.Errorf("asking the library: %w", err))
			return
		}
		defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
		for rows.Next() {
			value, err := scan(rows.Scan)
			if err != nil {
				yield(none, fmt.Errorf("reading the library: %w", err))
				return
			}
			if !yield(value, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, fmt.Errorf("reading the library: %w", err))
		}
	}
}

// collectRows gives all rows of a query, each as scan reads it.
func collectRows[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	var list []T
	for value, err := range eachRow(ctx, q, scan, query, args...) {
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
	return list, nil
}

// scanColumn reads a row of one column.
func scanColumn[T any](scan scanner) (value T, err error) {
	err = scan(&value)
	return value, err
}
