package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// Salvaged is what [Salvage] got out of a damaged library.
type Salvaged struct {
	Articles int    // with their marks
	Old      string // where the damaged file lies now
	// Lost are how many rows each table had that could not be read, as far as the
	// file still tells.
	Lost map[string]int
	// FromCopies is how many articles were not what came in, and came back from a copy
	// that was made by itself.
	FromCopies int
	// Wrong are articles whose text, details or pictures are not what came in, and that
	// no copy has either. From then on they count as they are.
	Wrong []Entry
}

// Salvage makes a new library of what can be read of a damaged one, row by row
// around what is damaged, and puts it in its place. The damaged file stays beside
// it under another name. No other program may have the library open: its error is
// [ErrBusy].
//
// What is damaged so that SQLite does not open it at all cannot be salvaged: its
// error is [ErrDamaged], or [ErrNotLibrary] where the first bytes are gone, as it is
// of another program's database. A copy may be there; see [Library.CopyDaily]. Of
// what a newer version made not all would be kept: its error is [ErrNewer].
func Salvage(ctx context.Context, path string) (*Salvaged, error) {
	old := &Library{path: resolved(path)}
	if _, err := os.Stat(path); err != nil {
		return nil, old.unusable(err)
	}
	begun := old.path + ".repaired"
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
// goes with it. There is a library at every instant.
func (l *Library) replace(with string) (old string, err error) {
	day := l.path + ".damaged-" + time.Now().Format("2006-01-02-150405")
	old = day
	for n := 2; ; n++ {
		if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
			break
		}
		old = fmt.Sprintf("%s-%d", day, n)
	}
	if err := os.Link(l.path, old); err != nil { // not every file system has links
		if err := os.Rename(l.path, old); err != nil {
			return "", l.unusable(err)
		}
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Rename(l.path+ending, old+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", l.unusable(err)
		}
	}
	if err := settle(with, l.path); err != nil {
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
	if err := old.canSalvage(ctx, from); err != nil {
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
		sums, err := c.indexAgain(ctx, s)
		if err != nil {
			return err
		}
		if err := c.fromCopies(ctx, s, sums, copiesOf(old.path, time.Now())); err != nil {
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

// canSalvage tells whether a database is a library, as far as can be told, and one of
// which this version of Warraq knows everything.
func (l *Library) canSalvage(ctx context.Context, db *sql.DB) error {
	var application, version, known int
	const query = `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('article', 'text', 'library'))`
	if err := db.QueryRowContext(ctx, query).Scan(&application, &version, &known); err != nil {
		return fmt.Errorf("reading the version: %w", err)
	}
	newest, err := newestVersion(schema)
	switch {
	case err != nil:
		return err
	case application == applicationID && version > newest:
		return &Error{Path: l.path, Kind: ErrNewer}
	case application != applicationID && known == 0:
		return &Error{Path: l.path, Kind: ErrNotLibrary, Why: errors.New("another program's database")}
	}
	return nil
}
