package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"warraq/articles"
)

// Salvaged is what [Salvage] got out of a damaged library.
type Salvaged struct {
	Articles int    // with their marks
	Old      string // where the damaged file lies now
	// Lost are how many rows each table had that could not be read, as far as the
	// file still tells.
	Lost map[string]int
	// Wrong are articles whose text, details or pictures are not what came in.
	Wrong []Entry
}

// made are the tables whose rows follow from those of others.
var made = []string{"found", "found_library", "found_pending", "found_posting", "found_term", "tally"}

// Salvage makes a new library of what can be read of a damaged one, row by row
// around what is damaged, and puts it in its place. The damaged file stays beside
// it under another name. No other program may have the library open: its error is
// [ErrBusy].
//
// What is damaged so that SQLite does not open it at all cannot be salvaged: its
// error is [ErrDamaged], or [ErrNotLibrary] where the first bytes are gone. A copy
// may be there; see [Library.CopyDaily].
func Salvage(ctx context.Context, path string) (*Salvaged, error) {
	old := &Library{path: path}
	if _, err := os.Stat(path); err != nil {
		return nil, old.unusable(err)
	}
	begun := path + ".repaired"
	for _, name := range []string{begun, begun + "-wal", begun + "-shm"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, old.unusable(err)
		}
	}
	s, err := salvageInto(ctx, old, begun)
	if err != nil {
		_ = os.Remove(begun) // what is whole in it is in the old file too
		return nil, err
	}
	s.Old, err = old.replace(begun)
	return s, err
}

// replace puts another file in the place of the library's, and gives the name under
// which that lies beside it from then on. What its journal holds belongs to it, and
// goes with it.
func (l *Library) replace(with string) (old string, err error) {
	old = l.path + ".damaged-" + time.Now().Format("2006-01-02-150405")
	for _, ending := range []string{"", "-wal", "-shm"} {
		err := os.Rename(l.path+ending, old+ending)
		if err != nil && (ending == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", l.unusable(err)
		}
	}
	if err := os.Rename(with, l.path); err != nil {
		return "", l.unusable(err)
	}
	return old, nil
}

// salvageInto copies what can be read into a new library.
func salvageInto(ctx context.Context, old *Library, begun string) (s *Salvaged, err error) {
	from, err := sql.Open("sqlite", dsn(old.path))
	if err != nil {
		return nil, old.failure(err)
	}
	defer from.Close() //nolint:errcheck // nothing was written
	from.SetMaxOpenConns(1)
	// Whoever has it open meanwhile would go on with the old file.
	_, err = from.ExecContext(ctx, "PRAGMA busy_timeout = 2000; PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE; COMMIT")
	if err = old.failure(err); errors.Is(err, ErrBusy) {
		return nil, err
	}
	var tables int
	if err := from.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return nil, old.failure(err)
	}
	l, err := Open(ctx, begun)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	// All of it is one transaction, and comes into one file without a journal.
	err = l.change(ctx, func(c *change) error {
		if _, err := c.conn.ExecContext(ctx, "PRAGMA defer_foreign_keys = on"); err != nil {
			return fmt.Errorf("salvaging: %w", err)
		}
		tables, err := c.tables(ctx)
		if err != nil {
			return err
		}
		s = &Salvaged{Lost: map[string]int{}}
		for _, t := range tables {
			lost, err := c.salvageTable(ctx, from, t)
			if err != nil {
				return err
			}
			if lost > 0 {
				s.Lost[t] = lost
			}
		}
		if err := c.dropOrphans(ctx); err != nil {
			return err
		}
		if err := c.indexAgain(ctx, s); err != nil {
			return err
		}
		wrong, err := wrongPictures(ctx, c.conn)
		s.Wrong = addWrong(s.Wrong, wrong)
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, err := l.db.ExecContext(ctx, "PRAGMA wal_checkpoint(truncate)"); err != nil {
		return nil, l.failure(err)
	}
	return s, nil
}

// tables are those of a library whose rows follow from no others, those first that
// others point at.
func (c *change) tables(ctx context.Context) (names []string, err error) {
	rows, err := c.query(ctx, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
	if err != nil {
		return nil, fmt.Errorf("looking for tables: %w", err)
	}
	err = scanStrings(rows, func(name string) {
		if !slices.Contains(made, name) {
			names = append(names, name)
		}
	})
	slices.SortFunc(names, func(a, b string) int { return boolInt(b == "article") - boolInt(a == "article") })
	return names, err
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// salvageTable copies a table's rows, and gives how many could not be read.
func (c *change) salvageTable(ctx context.Context, from *sql.DB, table string) (lost int, err error) {
	columns, err := c.columns(ctx, from, table)
	if err != nil || len(columns) == 0 {
		return 0, err
	}
	if _, err := c.exec(ctx, "DELETE FROM "+table); err != nil { // what a new library begins with
		return 0, err
	}
	list := strings.Join(columns, ", ")
	insert := fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) VALUES (?%s)", table, list, strings.Repeat(", ?", len(columns)-1))
	read := map[int64]bool{}
	take := func(rows *sql.Rows) error {
		values := make([]any, len(columns)+1)
		places := make([]any, len(values))
		for i := range values {
			places[i] = &values[i]
		}
		if err := rows.Scan(places...); err != nil {
			return fmt.Errorf("reading a row: %w", err)
		}
		row, _ := values[0].(int64)
		if read[row] && row != 0 {
			return nil
		}
		// What breaks a rule of the table is no row of it.
		if n, err := c.exec(ctx, insert, values[1:]...); err == nil && n > 0 {
			read[row] = true
		}
		return nil
	}
	each := func(query string, args ...any) error {
		rows, err := from.QueryContext(ctx, query, args...)
		if err != nil {
			return fmt.Errorf("reading a table: %w", err)
		}
		defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
		for rows.Next() {
			if err := take(rows); err != nil {
				return err
			}
		}
		if err := rows.Err(); err != nil {
			return fmt.Errorf("reading a table: %w", err)
		}
		return nil
	}
	keys, err := c.keyOf(ctx, table)
	if err != nil {
		return 0, err
	}
	if keys[0] != rowNumber { // its rows have none
		for _, order := range []string{"", " DESC"} {
			query := fmt.Sprintf("SELECT 0, %s FROM %s ORDER BY %s", list, table, strings.Join(keys, order+", ")+order)
			if err = each(query); err == nil {
				return 0, nil
			}
		}
		return 1, ctx.Err() //nolint:wrapcheck // nothing to add
	}
	key := keys[0]
	forward := fmt.Sprintf("SELECT %s, %s FROM %s ORDER BY %s", key, list, table, key)
	if err = each(forward); err == nil {
		return 0, nil
	}
	if ctx.Err() != nil {
		return 0, ctx.Err() //nolint:wrapcheck // nothing to add
	}
	// From the other end, and then every row by its number: the path to it may be
	// whole where that to its neighbour is not.
	_ = each(forward + " DESC")
	most := highest(ctx, from, table, key, read)
	one := fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s = ?", key, list, table, key)
	for row := int64(1); row <= most; row++ {
		if read[row] {
			continue
		}
		if err := each(one, row); err != nil {
			lost++
		}
		if ctx.Err() != nil {
			return lost, ctx.Err() //nolint:wrapcheck // nothing to add
		}
	}
	return lost, nil
}

// columns are those that a table has in the new library and in the old one.
func (c *change) columns(ctx context.Context, from *sql.DB, table string) ([]string, error) {
	const query = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"
	there := map[string]bool{}
	rows, err := from.QueryContext(ctx, query, table)
	if err != nil {
		return nil, fmt.Errorf("reading the columns of a table: %w", err)
	}
	if err := scanStrings(rows, func(name string) { there[name] = true }); err != nil {
		return nil, err
	}
	var both []string
	rows, err = c.query(ctx, query, table)
	if err != nil {
		return nil, fmt.Errorf("reading the columns of a table: %w", err)
	}
	err = scanStrings(rows, func(name string) {
		if there[name] {
			both = append(both, name)
		}
	})
	return both, err
}

// keyOf are the columns of a table's primary key, or its row numbers where it has
// those.
func (c *change) keyOf(ctx context.Context, table string) (keys []string, err error) {
	rows, err := c.query(ctx, `SELECT k.name FROM pragma_table_list t JOIN pragma_table_info(t.name) k
		WHERE t.schema = 'main' AND t.name = ? AND t.wr = 1 AND k.pk > 0 ORDER BY k.pk`, table)
	if err != nil {
		return nil, fmt.Errorf("reading the key of a table: %w", err)
	}
	err = scanStrings(rows, func(name string) { keys = append(keys, name) })
	if err == nil && len(keys) == 0 {
		keys = []string{rowNumber}
	}
	return keys, err
}

// rowNumber is SQLite's name for the number of a row.
const rowNumber = "rowid"

// scanStrings reads rows of one column, and closes them.
func scanStrings(rows *sql.Rows, take func(string)) error {
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return fmt.Errorf("reading a row: %w", err)
		}
		take(s)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading rows: %w", err)
	}
	return nil
}

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

// dropOrphans takes out what belongs to articles that are lost. A text among them
// becomes an article of its own, titled by how it begins.
func (c *change) dropOrphans(ctx context.Context) error {
	rows, err := c.query(ctx, "SELECT body FROM text WHERE num NOT IN (SELECT num FROM article)")
	if err != nil {
		return fmt.Errorf("looking for texts without an article: %w", err)
	}
	var bodies []string
	if err := scanStrings(rows, func(body string) { bodies = append(bodies, body) }); err != nil {
		return err
	}
	rows, err = c.query(ctx, `SELECT format('DELETE FROM %s WHERE "%s" NOT IN (SELECT "%s" FROM %s)', t.name, f."from", coalesce(f."to", 'num'), f."table")
		FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'`)
	if err != nil {
		return fmt.Errorf("looking for rows without an article: %w", err)
	}
	var deletes []string
	if err := scanStrings(rows, func(d string) { deletes = append(deletes, d) }); err != nil {
		return err
	}
	for _, d := range deletes {
		if _, err := c.exec(ctx, d); err != nil {
			return err
		}
	}
	for _, body := range bodies {
		in := newRecord(&articles.Article{Title: beginning(body), Body: body})
		in.arrive(time.Now().UnixMilli())
		if _, _, err := c.put(ctx, &in, in.time()); err != nil {
			return err
		}
	}
	if _, err := c.exec(ctx, "DELETE FROM picture WHERE name NOT IN (SELECT name FROM article_picture)"); err != nil {
		return err
	}
	_, err = c.exec(ctx, "UPDATE article SET full = 0 WHERE full = 1 AND num NOT IN (SELECT num FROM text)")
	return err
}

// beginning is how a text begins, as a title.
func beginning(body string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(body, "# \n"), "\n")
	if letters := []rune(line); len(letters) > titleLetters {
		line = string(letters[:titleLetters]) + "…"
	}
	return line
}

// titleLetters is how much of a text is taken for its title.
const titleLetters = 80

// atOnce is how many articles are indexed in one go.
const atOnce = 500

// indexAgain makes the index of words, and compares the articles with their
// checksums.
func (c *change) indexAgain(ctx context.Context, s *Salvaged) error {
	c.indexing.in = map[int64]*record{}
	for last := int64(0); ; {
		rows, err := c.query(ctx, "SELECT a.sum, "+recordColumns+" WHERE a.num > ? ORDER BY a.num LIMIT ?", last, atOnce)
		if err != nil {
			return fmt.Errorf("reading what was salvaged: %w", err)
		}
		before := s.Articles
		for rows.Next() {
			var sum int64
			r, err := scanRecord(rows, &sum)
			if err != nil {
				return errors.Join(err, rows.Close())
			}
			if sum != 0 && sum != r.sum() {
				s.Wrong = append(s.Wrong, Entry{ID: r.id, Title: r.title, Source: r.source})
			}
			c.index(r)
			last = r.num
			s.Articles++
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return fmt.Errorf("reading what was salvaged: %w", err)
		}
		if err := c.writeIndex(ctx); err != nil {
			return err
		}
		c.indexing = indexing{in: map[int64]*record{}}
		if s.Articles == before {
			return nil
		}
	}
}
