package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"modernc.org/sqlite"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

// migrationFiles are the steps from one version of a library to the next, each in a
// file of its own that begins with its number.
//
//go:embed schema/*.sql
var migrationFiles embed.FS

// newLibrary is what the migrations make of an empty file up to the version that it begins with:
// a new library takes a fifth of the time by it. TestNewLibrary holds it to them.
//
//go:embed new_library.sql
var newLibrary string

// newLibraryVersion is the version that newLibrary leads to.
var newLibraryVersion = mustValue(versionOfNew(newLibrary))

func versionOfNew(script string) (version int, err error) {
	_, err = fmt.Sscanf(script, "-- Version %d", &version)
	return version, err //nolint:wrapcheck // it is ours
}

// schemaSteps is the migrations that this version of Warraq knows.
var schemaSteps = mustValue(fs.Sub(migrationFiles, "schema"))

func mustValue[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Migrations ask for what this package alone knows.
var _ = func() bool {
	for name, of := range map[string]func(string) driver.Value{
		"warraq_title_order": func(title string) driver.Value { return titleOrder(title) },
		"warraq_key":         func(line string) driver.Value { return text.WordKey(line) },
		"warraq_body_words":  func(body string) driver.Value { return bodyWords(body) },
		"warraq_title_hash":  func(key string) driver.Value { return identity.WordsHash(key) },
		"warraq_text_key":    func(body string) driver.Value { return identity.TextKey(body) },
		"warraq_address":     func(url string) driver.Value { return identity.Address(url) },
		"warraq_words":       func(content string) driver.Value { return text.Spaced(content) },
	} {
		sqlite.MustRegisterDeterministicScalarFunction(name, 1,
			func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
				content, ok := args[0].(string)
				if !ok {
					return nil, fmt.Errorf("%s is of a text, and not of %T", name, args[0])
				}
				return of(content), nil
			})
	}
	return true
}()

// applicationID marks the file as a library of Warraq: "WRAQ".
const applicationID = 0x57524151

// migrate checks whose file it is and brings it to the version of this program.
func (l *Library) migrate(ctx context.Context, steps fs.FS) error {
	names, err := stepNames(steps)
	if err != nil {
		return err
	}
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("opening: %w", err)
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	newest, err := newestVersion(steps)
	if err != nil {
		return err
	}
	l.version = newest
	version, err := l.versionOf(ctx, conn, newest)
	if err != nil || version == newest {
		return err
	}
	if version == 0 {
		return l.moveOn(ctx, conn, steps, names, "memory")
	}
	// What a step is to be taken back by, and the file that is written anew, are nearly as large
	// as the library: they are files, unless there is no room for these.
	err = l.moveOn(ctx, conn, steps, names, "file")
	if errors.Is(l.failure(err), ErrFull) || errors.Is(l.failure(err), ErrUnreachable) || errors.Is(l.failure(err), ErrDisk) {
		err = l.moveOn(ctx, conn, steps, names, "memory")
	}
	if err == nil {
		shrink(ctx, conn)
	}
	_, _ = conn.ExecContext(ctx, "PRAGMA temp_store = memory") // as of the other connections
	return err
}

// moveOn takes the steps that a library is not past, with what is there for that time alone
// in files or in memory.
func (l *Library) moveOn(ctx context.Context, conn *sql.Conn, steps fs.FS, names []string, temporary string) error {
	// Another program may be at it, too, and SQLite does not wait by itself for the
	// journal to be chosen.
	for begun := time.Now(); ; time.Sleep(betweenAttempts) {
		_, err := conn.ExecContext(ctx, "PRAGMA temp_store = "+temporary+"; PRAGMA page_size = 16384; PRAGMA journal_mode = wal")
		if err != nil {
			err = fmt.Errorf("choosing the journal: %w", err)
		} else {
			err = l.takeSteps(ctx, conn, steps, names)
		}
		if !errors.Is(l.failure(err), ErrBusy) || time.Since(begun) > longestMigration {
			return err
		}
	}
}

// How long another program that makes the library, or brings it to a new version, is
// waited for, and how long between two looks whether it has.
const (
	longestMigration = 5 * time.Minute
	betweenAttempts  = 20 * time.Millisecond
)

// versionOf reads the version of the file, 0 for an empty one. It refuses what is
// another program's, and what is newer.
func (l *Library) versionOf(ctx context.Context, conn *sql.Conn, newest int) (int, error) {
	var application, version, tables int
	const query = `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`
	if err := conn.QueryRowContext(ctx, query).Scan(&application, &version, &tables); err != nil {
		return 0, fmt.Errorf("reading the version: %w", err)
	}
	switch {
	case application == applicationID && version > newest:
		return 0, &Error{Path: l.path, Kind: ErrNewer}
	case application == applicationID:
		return version, nil
	case application == 0 && version == 0 && tables == 0:
		return 0, nil
	}
	return 0, &Error{Path: l.path, Kind: ErrNotLibrary, Why: errors.New("another program's database")}
}

// stepNames are the migrations in their order.
func stepNames(steps fs.FS) ([]string, error) {
	names, err := fs.Glob(steps, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("finding the migrations: %w", err)
	}
	return names, nil
}

// newestVersion is the version that the last step leads to.
func newestVersion(steps fs.FS) (int, error) {
	names, err := stepNames(steps)
	if err != nil {
		return 0, err
	}
	return stepNumber(names[len(names)-1])
}

// stepNumber is the version that a step leads to.
func stepNumber(name string) (int, error) {
	var n int
	if _, err := fmt.Sscanf(name, "%d_", &n); err != nil {
		return 0, fmt.Errorf("the number of %s: %w", name, err)
	}
	return n, nil
}

// takeSteps takes the steps that a library is not past, all in one transaction: no
// other program ever meets a library between two of them, and those that another
// has taken meanwhile are left out. A copy of the library is made first, while no
// other program can write, and goes when the steps are taken.
func (l *Library) takeSteps(ctx context.Context, conn *sql.Conn, steps fs.FS, names []string) error {
	var copied string
	err := transact(ctx, conn, func() error {
		var version int
		if err := conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
			return fmt.Errorf("reading the version: %w", err)
		}
		isNew := version == 0
		if newest, err := newestVersion(steps); err != nil {
			return err
		} else if isNew && newest >= newLibraryVersion {
			if _, err := conn.ExecContext(ctx, newLibrary+versionPragmas(newLibraryVersion)); err != nil {
				return fmt.Errorf("making a library: %w", err)
			}
			version = newLibraryVersion
		}
		for _, name := range names {
			to, err := stepNumber(name)
			if err != nil {
				return err
			}
			if version >= to {
				continue
			}
			if !isNew && copied == "" {
				copied = fmt.Sprintf("%s.version-%d", l.path, version)
				if err = l.copyTo(ctx, copied); err != nil {
					return fmt.Errorf("copying the library before changing its version: %w", err)
				}
			}
			script, err := fs.ReadFile(steps, name)
			if err != nil {
				return fmt.Errorf("reading a migration: %w", err)
			}
			if _, err := conn.ExecContext(ctx, string(script)+versionPragmas(to)); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return noteRoots(ctx, conn)
	})
	if kind := kindOf(err); errors.Is(kind, ErrFull) || errors.Is(kind, ErrReadOnly) {
		_ = os.Remove(copied) // the library is as it was, and the room is needed
	}
	if err != nil || copied == "" {
		return err
	}
	if err := os.Remove(copied); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing the copy made before the change of version: %w", err)
	}
	return nil
}

// versionPragmas say behind a script whose the file is and of which version.
func versionPragmas(version int) string {
	return fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, version)
}

// stillKnown returns [ErrNewer] where a newer program has brought the library to its version
// since it was opened: what this one would write was not as that one expects it.
func (l *Library) stillKnown(ctx context.Context, conn *sql.Conn) error {
	var version int
	if err := conn.QueryRowContext(ctx, "PRAGMA main.user_version").Scan(&version); err != nil {
		return fmt.Errorf("reading the version: %w", err)
	}
	if l.version > 0 && version > l.version {
		return &Error{Path: l.path, Kind: ErrNewer}
	}
	return nil
}
