package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/warraq/warraq/store/repair"
)

// Whether the journal (-wal) that lies beside a library is its own cannot be told by
// SQLite: where another file was put in the place of one that was open, or of one whose
// program was killed, SQLite writes the changes of the one before into it. So each
// change gives the library a new random salt, and keeps the one before as its base: the
// salt of a file is one of those of its journal, or the base of one.

// libraryTable is the shape of the table that has the salts.
var libraryTable = repair.Table{Name: "library", Columns: []repair.Column{
	{Name: "one", Type: "INTEGER", Nullable: true}, {Name: "revision", Type: "INTEGER"}, {Name: "bundled", Type: "TEXT"},
	{Name: "salt", Type: "INTEGER"}, {Name: "base", Type: "INTEGER"},
}}

// saltsOf gives the salts of a library as one writing of them has them; ok is false
// where it has none.
func saltsOf(rows []repair.Row) (salt, base int64, ok bool) {
	if len(rows) != 1 || len(rows[0].Values) != len(libraryTable.Columns) {
		return 0, 0, false
	}
	salt, ok = rows[0].Values[3].(int64)
	base, known := rows[0].Values[4].(int64)
	return salt, base, ok && known
}

// hasJournalOfAnother tells whether the journal beside a library is certainly that of
// another.
func hasJournalOfAnother(path string) bool {
	file, journal := repair.Writings(path, libraryTable)
	here, _, ok := saltsOf(file)
	if !ok || here == 0 {
		return false // it is not known
	}
	another := false
	for _, rows := range journal {
		salt, base, ok := saltsOf(rows)
		if ok && (salt == here || base == here) {
			return false
		}
		another = true
	}
	return another
}

// salted gives the library a new salt if the change changed anything since so many
// changes of its connection.
func (c *transaction) salted(ctx context.Context, before int64) error {
	after, err := changesOf(ctx, c.conn)
	if err != nil || after == before {
		return err
	}
	_, err = c.exec(ctx, "UPDATE library SET base = salt, salt = random()")
	return err
}

// changesOf gives how many rows a connection has changed.
func changesOf(ctx context.Context, conn *sql.Conn) (n int64, err error) {
	if err = conn.QueryRowContext(ctx, "SELECT total_changes()").Scan(&n); err != nil {
		err = fmt.Errorf("counting changes: %w", err)
	}
	return n, err
}

// saltAgain makes a copy of a library one of its own, which the journal of the library
// does not fit.
func saltAgain(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", sourceName(path))
	if err != nil {
		return fmt.Errorf("opening the copy: %w", err)
	}
	var there bool // not in a library of an earlier version
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM pragma_table_info('library') WHERE name = 'salt'").Scan(&there)
	if err == nil && there {
		_, err = db.ExecContext(ctx, "UPDATE library SET salt = random(), base = 0")
	}
	if err == nil {
		err = noteRoots(ctx, db)
	}
	return errors.Join(err, db.Close())
}

// Restored is what [Restore] did.
type Restored struct {
	Articles int
	Old      string // where the library lies that was there before, "" if none was
}

// Restore puts a copy of a library in the place of a library, which stays beside it
// under another name, with its journal. The copy stays as it is. A copy that is not
// whole is not put there: its error is [ErrDamaged] with the path of the copy. The
// library may not be open elsewhere: its error is [ErrBusy]. The copy may be the
// library itself, where a file was put in its place: its journal is then set aside.
func Restore(ctx context.Context, path, from string) (*Restored, error) {
	l := &Library{path: resolvePath(path)}
	copied := &Library{path: from}
	if notFile := copied.requireFile(from); notFile != nil {
		return nil, notFile
	}
	info, err := os.Stat(from)
	if err != nil {
		return nil, copied.unusable(err)
	}
	if info.Size() == 0 { // for SQLite it is a database without tables
		return nil, &Error{Path: from, Kind: ErrNotLibrary, Why: errors.New("it is empty")}
	}
	there, err := os.Stat(l.path)
	if err == nil {
		release, holdErr := l.holdAlone(ctx)
		if holdErr != nil {
			return nil, holdErr
		}
		defer release() //nolint:errcheck // nothing was written
	}
	begun, err := newBeside(l.path)
	if err != nil {
		return nil, l.unusable(err)
	}
	itself := there != nil && os.SameFile(info, there)
	r, err := restoreInto(ctx, copied, begun, itself)
	switch {
	case err != nil:
	case there == nil:
		err = settleFile(begun, l.path)
	default:
		r.Old, err = l.replace(begun, "replaced")
	}
	if err != nil {
		removeBegun(begun)
		return nil, err
	}
	return r, nil
}

// restoreInto copies a copy, and looks whether it is whole.
func restoreInto(ctx context.Context, copied *Library, begun string, itself bool) (*Restored, error) {
	options := "&mode=ro"
	if journal, err := os.Stat(copied.path + "-wal"); itself || err != nil || journal.Size() == 0 {
		options += "&immutable=1"
	}
	db, err := sql.Open("sqlite", sourceName(copied.path)+options)
	if err != nil {
		return nil, copied.failure(err)
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", begun)
	if err = errors.Join(err, db.Close()); err != nil {
		return nil, copied.failure(err)
	}
	l, err := Open(ctx, begun)
	if err != nil {
		return nil, errorOf(err, copied.path)
	}
	health, err := l.Check(ctx)
	if err == nil && !health.Whole() {
		err = &Error{Path: copied.path, Kind: ErrDamaged, Why: fmt.Errorf("%d problems, %d articles", len(health.Problems), len(health.Wrong))}
	}
	if err == nil {
		_, err = l.db.ExecContext(ctx, "PRAGMA journal_mode = wal; UPDATE library SET salt = random(), base = 0")
		l.lookAtFiles()
	}
	if err = errors.Join(err, l.Close()); err != nil {
		return nil, errorOf(err, copied.path)
	}
	return &Restored{Articles: health.Articles}, nil
}

// errorOf gives an error of a library the path that its user knows it by.
func errorOf(err error, path string) error {
	if e, ok := errors.AsType[*Error](err); ok {
		return &Error{Path: path, Kind: e.Kind, Why: e.Why}
	}
	return err
}
