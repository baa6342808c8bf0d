package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// made are the tables whose rows follow from those of others.
var made = []string{"found", "found_library", "found_pending", "found_posting", "found_term", "tally"}

// tables are those of a library whose rows follow from no others, those first that
// others point at.
func (c *change) tables(ctx context.Context) (names []string, err error) {
	names, err = collect(ctx, c, column[string], `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
	names = slices.DeleteFunc(names, func(name string) bool { return slices.Contains(made, name) })
	slices.SortFunc(names, func(a, b string) int { return boolInt(b == "article") - boolInt(a == "article") })
	return names, err
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rescue is the copying of a damaged table.
type rescue struct {
	from      *sql.DB
	to        *change
	key, list string // of its columns: the one that numbers its rows, and all
	columns   int
	insert    string
	read      map[int64]bool // the rows that are copied, by number
}

// salvageTable copies a table's rows, and gives how many could not be read.
func (c *change) salvageTable(ctx context.Context, from *sql.DB, table string) (lost int, err error) {
	columns, err := c.columns(ctx, from, table)
	if err != nil || len(columns) == 0 {
		return 0, err
	}
	keys, err := c.keyOf(ctx, table)
	if err != nil {
		return 0, err
	}
	if _, err := c.exec(ctx, "DELETE FROM "+table); err != nil { // what a new library begins with
		return 0, err
	}
	list := strings.Join(columns, ", ")
	r := rescue{
		from: from, to: c, key: keys[0], list: list, columns: len(columns), read: map[int64]bool{},
		insert: fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) VALUES (?%s)", table, list, strings.Repeat(", ?", len(columns)-1)),
	}
	if r.key != rowNumber { // its rows have no numbers
		for _, order := range []string{"", " DESC"} {
			query := fmt.Sprintf("SELECT 0, %s FROM %s ORDER BY %s", list, table, strings.Join(keys, order+", ")+order)
			if err = r.copy(ctx, query); err == nil {
				return 0, nil
			}
		}
		return 1, ctx.Err() //nolint:wrapcheck // nothing to add
	}
	return r.numbered(ctx, table)
}

// numbered copies the rows of a table that have numbers.
func (r *rescue) numbered(ctx context.Context, table string) (lost int, err error) {
	forward := fmt.Sprintf("SELECT %s, %s FROM %s ORDER BY %s", r.key, r.list, table, r.key)
	if err = r.copy(ctx, forward); err == nil {
		return 0, nil
	}
	if ctx.Err() != nil {
		return 0, ctx.Err() //nolint:wrapcheck // nothing to add
	}
	// From the other end, and then every row by its number: the path to it may be
	// whole where that to its neighbour is not.
	_ = r.copy(ctx, forward+" DESC")
	one := fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s = ?", r.key, r.list, table, r.key)
	most := highest(ctx, r.from, table, r.key, r.read)
	for row := int64(1); row <= most; row++ {
		if r.read[row] {
			continue
		}
		if err := r.copy(ctx, one, row); err != nil {
			lost++
		}
		if ctx.Err() != nil {
			return lost, ctx.Err() //nolint:wrapcheck // nothing to add
		}
	}
	return lost, nil
}

// copy copies the rows of a query that are not there yet.
func (r *rescue) copy(ctx context.Context, query string, args ...any) error {
	rows, err := r.from.QueryContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("reading a table: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	values := make([]any, r.columns+1)
	places := make([]any, len(values))
	for i := range values {
		places[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(places...); err != nil {
			return fmt.Errorf("reading a row: %w", err)
		}
		number, _ := values[0].(int64)
		if r.read[number] && number != 0 {
			continue
		}
		// What breaks a rule of the table is no row of it.
		if n, err := r.to.exec(ctx, r.insert, values[1:]...); err == nil && n > 0 {
			r.read[number] = true
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading a table: %w", err)
	}
	return nil
}

// columns are those that a table has in the new library and in the old one.
func (c *change) columns(ctx context.Context, from *sql.DB, table string) ([]string, error) {
	const query = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"
	there, err := collect(ctx, from, column[string], query, table)
	if err != nil {
		return nil, err
	}
	here, err := collect(ctx, c, column[string], query, table)
	return slices.DeleteFunc(here, func(name string) bool { return !slices.Contains(there, name) }), err
}

// keyOf are the columns of a table's primary key, or its row numbers where it has
// those.
func (c *change) keyOf(ctx context.Context, table string) (keys []string, err error) {
	keys, err = collect(ctx, c, column[string], `SELECT k.name FROM pragma_table_list t JOIN pragma_table_info(t.name) k
		WHERE t.schema = 'main' AND t.name = ? AND t.wr = 1 AND k.pk > 0 ORDER BY k.pk`, table)
	if err == nil && len(keys) == 0 {
		keys = []string{rowNumber}
	}
	return keys, err
}

// rowNumber is SQLite's name for the number of a row.
const rowNumber = "rowid"

// beyond is how many numbers are tried above the highest one that was read, where
// nothing tells which the highest is.
const beyond = 1000

// highest is the highest number that a row of a table may have.
func highest(ctx context.Context, from *sql.DB, table, key string, read map[int64]bool) int64 {
	var most int64
	for row := range read {
		most = max(most, row)
	}
	known := false
	for _, query := range []string{
		fmt.Sprintf("SELECT max(%s) FROM %s", key, table),
		"SELECT max(num) FROM article", "SELECT max(num) FROM text",
	} {
		var n sql.NullInt64
		if err := from.QueryRowContext(ctx, query).Scan(&n); err == nil {
			most, known = max(most, n.Int64), true
		}
	}
	if !known {
		most += beyond
	}
	return most
}
