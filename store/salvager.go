package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/store/packed"
	"github.com/warraq/warraq/store/repair"
)

// derivedTables are the tables whose rows follow from those of others.
var derivedTables = []string{"found", "found_length", "found_library", "found_measured", "found_pending", "found_story",
	"found_story_pending", "found_term", "mention", "root", "tally", "word_place"}

// salvager puts rows of damaged files into a new library.
type salvager struct {
	*transaction
	tables []repair.Table
	refers map[string][]reference
	// lacking are the tables that something may be missing of.
	lacking map[string]bool
}

// newSalvager makes a salvager and takes out what a new library begins with.
func newSalvager(ctx context.Context, c *transaction) (*salvager, error) {
	v := &salvager{transaction: c, refers: map[string][]reference{}, lacking: map[string]bool{}}
	names, err := collectRows(ctx, c, scanColumn[string], `SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name <> 'article', name <> 'picture', name`)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if slices.Contains(derivedTables, name) {
			continue
		}
		t, err := tableOf(ctx, c, name)
		if err != nil {
			return nil, err
		}
		t.Fits = tableFits[name]
		v.tables = append(v.tables, t)
		if v.refers[name], err = c.references(ctx, name); err != nil {
			return nil, err
		}
		if _, err := c.exec(ctx, "DELETE FROM "+quoteName(name)); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// tableFits tells rows apart that have the shape of several tables.
var tableFits = map[string]func(values []any) bool{
	"reading": func(v []any) bool { // other tables and indexes have three numbers too
		const firstDay, lastDay, second, wholeDay = 20_000, 60_000, 1000, 24 * 60 * 60 * 1000
		day, _ := v[0].(int64)
		read, _ := v[2].(int64)
		return day >= firstDay && day <= lastDay && read >= second && read <= wholeDay
	},
	"begun": func(v []any) bool { // as reading
		percent, _ := v[1].(int64)
		at, _ := v[2].(int64)
		const firstInstant = 1_700_000_000_000
		return percent >= 0 && percent <= 100 && at >= firstInstant
	},
	"text": func(v []any) bool {
		body, bytes := v[1].([]byte)
		_, plain := v[1].(string)
		return plain || bytes && packed.IsPacked(body)
	},
	"left_at":         func([]any) bool { return false }, // as found_term, and of little worth
	"article_picture": func(v []any) bool { return isPictureName(v[1]) },
	"origin": func(v []any) bool { // as mention, which names addresses
		source, _ := v[1].(string)
		return !isPictureName(v[1]) && !strings.ContainsAny(source, "/?")
	},
}

// isPictureName tells the name of a picture, which is made of its bytes, from others.
func isPictureName(value any) bool {
	name, _ := value.(string)
	return len(name) >= 16 && strings.Trim(name, "0123456789abcdefghijklmnopqrstuvwxyz.-") == ""
}

// tableOf gives the shape of a table.
func tableOf(ctx context.Context, q querier, name string) (repair.Table, error) {
	t := repair.Table{Name: name}
	inner, err := collectRows(ctx, q, scanColumn[bool], "SELECT wr FROM pragma_table_list WHERE name = ?", name)
	if err != nil || len(inner) == 0 {
		return t, err
	}
	t.Inner = inner[0]
	// A table without row numbers has its key first.
	t.Columns, err = collectRows(ctx, q, func(scan scanner) (c repair.Column, err error) {
		var required, key bool
		err = scan(&c.Name, &c.Type, &required, &key, &c.Derived)
		c.Nullable = !required || key && c.Type == "INTEGER" && !t.Inner
		return c, err
	}, `SELECT name, type, "notnull", pk > 0, hidden = 3 FROM pragma_table_xinfo(?1) WHERE hidden <> 2
		ORDER BY CASE WHEN ?2 AND pk > 0 THEN pk ELSE 1000 + cid END`, name, t.Inner)
	return t, err
}

// shapesIn gives the tables as a file has them, which may be one of an earlier version.
// Where it does not say, or not understandably, they are as they are today.
func (v *salvager) shapesIn(ctx context.Context, f *repair.File) []repair.Table {
	scratch, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return v.tables
	}
	defer scratch.Close() //nolint:errcheck // nothing is in it
	scratch.SetMaxOpenConns(1)
	tables := slices.Clone(v.tables)
	for i := range tables {
		t := &tables[i]
		statement := f.Schema[t.Name]
		if statement == "" {
			continue
		}
		if _, err := scratch.ExecContext(ctx, statement); err != nil {
			continue
		}
		if was, err := tableOf(ctx, scratch, t.Name); err == nil && len(was.Columns) > 0 && sameNames(t, &was) {
			was.Fits = t.Fits
			*t = was
		}
	}
	return tables
}

// sameNames tells whether an earlier shape of a table has no column that it has not
// today: a damaged name is none. A column that takes everything today may have taken
// texts alone.
func sameNames(today, earlier *repair.Table) bool {
	for _, c := range earlier.Columns {
		if !slices.ContainsFunc(today.Columns, func(other repair.Column) bool {
			return other.Name == c.Name && (other.Type == c.Type || other.Type == "ANY")
		}) {
			return false
		}
	}
	return true
}

// takeFile takes everything that can be read of the damaged file, and gives how many
// articles that were.
func (v *salvager) takeFile(ctx context.Context, f *repair.File) (articles int, err error) {
	err = f.Read(ctx, v.shapesIn(ctx, f), func(t *repair.Table, r repair.Row) error {
		took, putErr := v.put(ctx, t, r)
		if took && t.Name == "article" {
			articles++
		}
		return putErr
	})
	for name, lacks := range f.Incomplete {
		if lacks {
			v.lacking[name] = true
		}
	}
	if err != nil {
		return articles, err
	}
	_, err = v.exec(ctx, "INSERT OR IGNORE INTO library (one) VALUES (1)")
	return articles, err
}

// takeCopy takes from a copy what may be missing still, and gives how many articles that
// were. A copy that cannot be read at all gives nothing.
func (v *salvager) takeCopy(ctx context.Context, path string) (came int, err error) {
	p := copiedRows{salvager: v, nums: map[int64]int64{}, came: map[int64]bool{}}
	for _, articles := range []bool{true, false} { // first, so that others can refer to them
		f, err := repair.Open(path, true)
		if err != nil {
			return 0, nil //nolint:nilerr // the one before it may be there
		}
		tables := slices.DeleteFunc(slices.Clone(v.shapesIn(ctx, f)), func(t repair.Table) bool { return (t.Name == "article") != articles })
		err = f.Read(ctx, tables, func(t *repair.Table, r repair.Row) error {
			if articles {
				return p.takeArticle(ctx, t, r)
			}
			return p.takeRow(ctx, t, r)
		})
		f.Close()
		if err != nil {
			return len(p.came), err
		}
	}
	return len(p.came), nil
}

// copiedRows is what is taken of one copy: the numbers that its articles have here, and
// those that were not here.
type copiedRows struct {
	*salvager
	nums map[int64]int64
	came map[int64]bool
}

// takeArticle takes an article of a copy if it may be missing.
func (p *copiedRows) takeArticle(ctx context.Context, t *repair.Table, r repair.Row) error {
	id, ok := valueOf(t, r, "id").(string)
	if !ok {
		return nil
	}
	here, err := collectRows(ctx, p, scanColumn[int64], "SELECT num FROM article WHERE id = ?", id)
	if err != nil {
		return err
	}
	if len(here) > 0 || !p.lacking["article"] {
		for _, num := range here {
			p.nums[r.Number] = num
		}
		return nil
	}
	was := r.Number
	taken, err := collectRows(ctx, p, scanColumn[int64], "SELECT coalesce(max(num), 0) FROM article HAVING sum(num = ?)", was)
	if err != nil {
		return err
	}
	for _, last := range taken {
		r.Number = last + 1
	}
	if newness, ok := valueOf(t, r, "newness").(int64); ok {
		at, placeErr := p.place(ctx, newness, timeOfNewness(newness))
		if placeErr != nil {
			return placeErr
		}
		r.Values = slices.Clone(r.Values)
		r.Values[columnIndex(t, "newness")] = at
	}
	took, err := p.put(ctx, t, r)
	if took {
		p.nums[was], p.came[r.Number] = r.Number, true
	}
	return err
}

// takeRow takes what hangs on articles, if it or they were missing.
func (p *copiedRows) takeRow(ctx context.Context, t *repair.Table, r repair.Row) error {
	wanted := p.lacking[t.Name] || t.Name == "picture" && (p.lacking["article"] || p.lacking["article_picture"])
	r.Values = slices.Clone(r.Values)
	for i, c := range t.Columns[:len(r.Values)] {
		if !p.refersToArticle(t.Name, c.Name) {
			continue
		}
		was, ok := r.Values[i].(int64)
		if r.Values[i] == nil {
			was, ok = r.Number, true
		}
		if was == 0 && t.Name == "reading" { // what was read of articles that are gone
			continue
		}
		num, known := p.nums[was]
		if !ok || !known {
			return nil
		}
		r.Values[i], wanted = num, wanted || p.came[num]
	}
	if !wanted {
		return nil
	}
	_, err := p.put(ctx, t, r)
	return err
}

// refersToArticle tells whether a column has numbers of articles.
func (v *salvager) refersToArticle(table, column string) bool {
	return table == "reading" && column == "num" ||
		slices.ContainsFunc(v.refers[table], func(f reference) bool { return f.table == "article" && f.column == column })
}

// columnIndex gives the place of a column in the rows of a table, -1 where there is none.
func columnIndex(t *repair.Table, name string) int {
	return slices.IndexFunc(t.Columns, func(c repair.Column) bool { return c.Name == name })
}

// valueOf gives the value that a row has in a column, nil where it has none.
func valueOf(t *repair.Table, r repair.Row, name string) any {
	if i := columnIndex(t, name); i >= 0 && i < len(r.Values) {
		return r.Values[i]
	}
	return nil
}

// put writes a row where nothing of its key is there, and tells whether it did. What
// breaks a rule of the table is no row of it.
func (v *salvager) put(ctx context.Context, t *repair.Table, r repair.Row) (bool, error) {
	today := v.tables[slices.IndexFunc(v.tables, func(o repair.Table) bool { return o.Name == t.Name })]
	var names, marks []string
	var values []any
	for i, value := range r.Values {
		c := t.Columns[i]
		if c.Derived || columnIndex(&today, c.Name) < 0 {
			continue
		}
		if value == nil && i == 0 && !t.Inner && c.Type == "INTEGER" {
			value = r.Number
		}
		names, marks, values = append(names, quoteName(c.Name)), append(marks, "?"), append(values, value)
	}
	n, err := v.exec(ctx, fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", quoteName(t.Name),
		strings.Join(names, ", "), strings.Join(marks, ", ")), values...)
	if kind := kindOf(err); errors.Is(kind, ErrFull) || errors.Is(kind, ErrDisk) || ctx.Err() != nil {
		return false, err
	}
	return err == nil && n > 0, nil
}
