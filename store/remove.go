package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/store/identity"
)

// Remove takes articles out of the library, with all that hangs on them. Taking
// that back brings all of it in again: texts, marks, and what pointed at them;
// what is known of their relatedness follows as for any article that comes
// ([Library.Relate]). How long they were read stays known by the day, and what comes in
// by itself does not bring them back (see [Library.WithoutRemoved]).
func (l *Library) Remove(ctx context.Context, ids ...string) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	slices.Sort(nums)
	nums = slices.Compact(nums)
	return l.marking(ctx, DoneRemove, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		var gone removal
		for _, num := range nums {
			if err := gone.take(ctx, c, num); err != nil {
				return 0, nil, err
			}
		}
		return len(gone.articles), gone.restore, nil
	})
}

// removal is what hung on articles that were removed: all rows of all tables that
// refer to them, whatever tables there are.
type removal struct {
	articles []*identity.Record
	rows     []salvagedRow
	reading  []salvagedRow // which stays under no article meanwhile
}

// salvagedRow is a row of a table by its columns, and which of them refer to others.
type salvagedRow struct {
	table   string
	columns []string
	values  []any
	refers  []reference
}

// reference is a column that refers to a row of another table.
type reference struct{ column, table, to string }

// mentionTables are the tables whose rows follow from texts and come back by themselves.
var mentionTables = []string{"mention"}

// take removes an article and remembers what hung on it.
func (g *removal) take(ctx context.Context, c *transaction, num int64) error {
	r, err := c.first(ctx, "a.num = ?", anyRecord, num)
	if err != nil || r == nil {
		return err // it went meanwhile
	}
	pictures, err := c.readRows(ctx, "picture", "SELECT * FROM picture WHERE name IN (SELECT name FROM article_picture WHERE num = ?)", num)
	if err != nil {
		return err
	}
	g.rows = append(g.rows, pictures...) // before the rows that refer to them
	tables, err := c.readRows(ctx, "", "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = 'article'")
	if err != nil {
		return err
	}
	for _, t := range tables {
		table := fmt.Sprint(t.values[0])
		if slices.Contains(mentionTables, table) {
			continue
		}
		refers, tableErr := c.references(ctx, table)
		if tableErr != nil {
			return tableErr
		}
		var conditions []string
		var nums []any
		for _, f := range refers {
			if f.table == "article" {
				conditions, nums = append(conditions, quoteName(f.column)+" = ?"), append(nums, num)
			}
		}
		rows, tableErr := c.readRows(ctx, table, "SELECT * FROM "+quoteName(table)+" WHERE "+strings.Join(conditions, " OR "), nums...)
		if tableErr != nil {
			return tableErr
		}
		for i := range rows {
			rows[i].refers = refers
		}
		g.rows = append(g.rows, rows...)
	}
	own, err := c.readRows(ctx, "article", "SELECT num, read_at, bookmarked_at FROM article WHERE num = ?", num)
	if err != nil {
		return err
	}
	g.rows = append(g.rows, own...)
	reading, err := c.readRows(ctx, "reading", "SELECT day, num, ms, told FROM reading WHERE num = ?", num)
	if err != nil {
		return err
	}
	g.reading = append(g.reading, reading...)
	g.articles = append(g.articles, r)
	c.unindex(r)
	if err = c.keepRemoved(ctx, r); err != nil {
		return err
	}
	_, err = c.exec(ctx, "DELETE FROM article WHERE num = ?", num)
	return err
}

// references gives the columns of a table that refer to others.
func (c *transaction) references(ctx context.Context, table string) ([]reference, error) {
	rows, err := c.readRows(ctx, "", `SELECT f."from", f."table",
		coalesce(f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk = 1)) FROM pragma_foreign_key_list(?) f`, table)
	if err != nil {
		return nil, err
	}
	list := make([]reference, len(rows))
	for i, r := range rows {
		list[i] = reference{fmt.Sprint(r.values[0]), fmt.Sprint(r.values[1]), fmt.Sprint(r.values[2])}
	}
	return list, nil
}

// readRows reads rows as they are.
func (c *transaction) readRows(ctx context.Context, table, query string, args ...any) ([]salvagedRow, error) {
	rows, err := c.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading what hangs on an article: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	columns, err := rows.Columns()
	if err != nil {
		return nil, fmt.Errorf("reading what hangs on an article: %w", err)
	}
	var list []salvagedRow
	for rows.Next() {
		r := salvagedRow{table: table, columns: columns, values: make([]any, len(columns))}
		into := make([]any, len(columns))
		for i := range into {
			into[i] = &r.values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, fmt.Errorf("reading what hangs on an article: %w", err)
		}
		list = append(list, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading what hangs on an article: %w", err)
	}
	return list, nil
}

// restore brings all back. An article that has come again meanwhile keeps what it
// has and gets the rest.
func (g *removal) restore(ctx context.Context, c *transaction) error {
	now := map[int64]int64{} // the numbers of the articles by those that they had
	came := map[int64]bool{} // those that were not here
	for _, was := range g.articles {
		in := identity.Incoming{Record: *was, Kept: true}
		there, err := c.find(ctx, &in)
		if err != nil {
			return err
		}
		if there != nil && there.Full {
			in.Full, in.Body = false, "" // its text is the newer one
		}
		here, outcome, err := c.put(ctx, &in, timeOfNewness(was.Newness))
		if err != nil {
			return err
		}
		now[was.Num], came[here.Num] = here.Num, outcome == New
	}
	if err := c.forgetRemoved(ctx, g.articles); err != nil {
		return err
	}
	for i := range g.rows {
		r := g.rows[i].moved(now)
		if r.table == "article" {
			_, err := c.exec(ctx, `UPDATE article SET read_at = coalesce(read_at, ?2), bookmarked_at = coalesce(bookmarked_at, ?3)
				WHERE num = ?1`, r.values...)
			if err != nil {
				return err
			}
			continue
		}
		if err := c.putRow(ctx, &r); err != nil {
			return err
		}
	}
	for i := range g.reading {
		r := g.reading[i].moved(now)
		if num, ok := r.values[1].(int64); !ok || !came[num] {
			continue
		}
		for _, statement := range []string{
			"UPDATE reading SET ms = ms - ?3, told = told - ?4 WHERE day = ?1 AND num = 0 AND ?2 = ?2",
			"INSERT INTO reading (day, num, ms, told) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told",
		} {
			if _, err := c.exec(ctx, statement, r.values...); err != nil {
				return err
			}
		}
	}
	_, err := c.exec(ctx, "DELETE FROM reading WHERE ms <= 0 AND told = 0")
	return err
}

// moved is a row with the numbers that its articles have now.
func (r salvagedRow) moved(now map[int64]int64) salvagedRow {
	r.values = slices.Clone(r.values)
	for i, column := range r.columns {
		refers := (r.table == "article" || r.table == "reading") && column == "num" ||
			slices.ContainsFunc(r.refers, func(f reference) bool { return f.column == column && f.table == "article" })
		if was, ok := r.values[i].(int64); ok && refers {
			if num, ok := now[was]; ok {
				r.values[i] = num
			}
		}
	}
	return r
}

// putRow writes a row where it is not there and all that it refers to is.
func (c *transaction) putRow(ctx context.Context, r *salvagedRow) error {
	names, marks := make([]string, len(r.columns)), make([]string, len(r.columns))
	for i, column := range r.columns {
		names[i], marks[i] = quoteName(column), fmt.Sprintf("?%d", i+1)
	}
	conditions := []string{"true"}
	for _, f := range r.refers {
		conditions = append(conditions, fmt.Sprintf("(%[1]s IS NULL OR EXISTS (SELECT 1 FROM %[2]s WHERE %[3]s = %[1]s))",
			marks[slices.Index(r.columns, f.column)], quoteName(f.table), quoteName(f.to)))
	}
	_, err := c.exec(ctx, fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) SELECT %s WHERE %s", quoteName(r.table),
		strings.Join(names, ", "), strings.Join(marks, ", "), strings.Join(conditions, " AND ")), r.values...)
	return err
}

// quoteName is the name of a table or column in SQL.
func quoteName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
