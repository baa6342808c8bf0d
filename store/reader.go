package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A library that many read has what each of them did with it in a file of his own, which is
// small: [OpenReader]. Its tables are those of readerTables, made by the library's own
// statements, so that every query holds for both. The library itself is attached to each
// connection for reading alone, under the name shared; what the reader's file has no table
// of (texts, words, pictures, what is related, feeds) SQLite finds there. So nothing that a
// reader does can reach the library, and what he tries is [ErrShared].
//
// Lists are read from indexes that cover what is read of an article and its marks together,
// so the rows of table article are in the reader's file, too, with his marks in the place of
// the library's: a copy that follows the library (reader_follow.go). His marks outlive that
// copy. Whenever it is made anew, by another version of Warraq or because the articles have
// other numbers, and for each article that is gone, they are put aside as JSON by the
// article's ID, and taken back where the article is there (reader_aside.go).

// readerTables are the tables that each reader has of his own, those first that others
// refer to.
var readerTables = []string{"library", "article", "tally", "tag", "highlight", "reading", "begun", "left_at", "search", "front_looked", "first_steps"}

// readerTriggers are the triggers of these tables that a reader's file has. The others are
// of what the library does with its articles.
var readerTriggers = []string{"tally_article_goes", "tally_article_changes", "reading_article_goes"}

// readerMarks are the columns of table article that are a reader's own.
var readerMarks = []string{"read", "read_at", "bookmarked", "bookmarked_at", "archived", "position"}

// readerFileID marks the file as one of a reader: "WRAR".
const readerFileID = 0x57524152

// Of a reader, of whom there may be many in one program, fewer connections are open, and
// they keep less in memory.
const (
	readerConnections = 2
	readerCache       = "PRAGMA cache_size = -256; PRAGMA shared.cache_size = -512"
)

// sharedLibrary is the library that a reader's file belongs to.
type sharedLibrary struct {
	path string // absolute

	mu   sync.Mutex // guards what follows
	next time.Time  // it is not followed before
}

// OpenReader opens the file of one reader of a library. It makes the file where it is
// absent, and takes into it what came and went since it was open last. The library is only
// read; it has to be of this version, as [Open] leaves it.
func OpenReader(ctx context.Context, path, library string) (*Library, error) {
	l := &Library{path: path, writing: make(chan struct{}, 1)}
	l.writing <- struct{}{}
	if err := l.prepareFile(); err != nil {
		return nil, err
	}
	if hasJournalOfAnother(resolvePath(path)) {
		return nil, &Error{Path: path, Kind: ErrReplaced}
	}
	own, err := filepath.Abs(path)
	if err != nil {
		return nil, l.unusable(err)
	}
	whole, err := filepath.Abs(library)
	if err != nil {
		return nil, l.unusable(err)
	}
	if l.file, err = os.Stat(own); err != nil {
		return nil, l.unusable(err)
	}
	l.shared = &sharedLibrary{path: whole}
	if err := l.connectReader(ctx, own); err != nil {
		return nil, err
	}
	return l, nil
}

// connectReader opens the database and takes in what is new in the library.
func (l *Library) connectReader(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", "")
	if err != nil {
		return l.failure(err)
	}
	l.db = sql.OpenDB(&readerConnector{db.Driver(), sourceName(path), l.shared.path})
	_ = db.Close() // it was asked for its driver alone
	l.db.SetMaxIdleConns(readerConnections)
	l.db.SetMaxOpenConns(readerConnections)
	err = l.isReaderFile(ctx)
	if err == nil {
		_, err = l.db.ExecContext(ctx, "PRAGMA page_size = 4096; PRAGMA journal_mode = wal")
	}
	if err == nil {
		l.lookAtFiles()
		err = l.follow(ctx)
	}
	if err != nil {
		return errors.Join(l.failure(err), l.db.Close())
	}
	return nil
}

// isReaderFile refuses a file that is another program's, or a library.
func (l *Library) isReaderFile(ctx context.Context) error {
	var application, tables int
	const query = "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM main.sqlite_schema)"
	if err := l.db.QueryRowContext(ctx, query).Scan(&application, &tables); err != nil {
		return fmt.Errorf("reading whose file it is: %w", err)
	}
	if application != readerFileID && (application != 0 || tables > 0) {
		return &Error{Path: l.path, Kind: ErrNotLibrary, Why: errors.New("not the file of a reader")}
	}
	return nil
}

// readerConnector makes connections to a reader's file with the library attached.
type readerConnector struct {
	driver  driver.Driver
	source  string
	library string
}

// Driver returns the driver of SQLite.
func (r *readerConnector) Driver() driver.Driver { return r.driver }

// Connect makes a connection. A view of the library cannot ask for a reader's own rows, so
// each connection has one of its own.
func (r *readerConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := r.driver.Open(r.source)
	if err != nil {
		return nil, fmt.Errorf("opening a reader's file: %w", err)
	}
	library := "file:" + (&url.URL{Path: filepath.ToSlash(r.library)}).EscapedPath() + "?mode=ro"
	executor, ok := conn.(driver.ExecerContext)
	if !ok {
		return nil, errors.Join(errors.New("the driver executes nothing"), conn.Close())
	}
	for _, statement := range []struct {
		query string
		args  []driver.NamedValue
	}{
		{"ATTACH ? AS shared", []driver.NamedValue{{Ordinal: 1, Value: library}}},
		{readerCache, nil},
		{"CREATE TEMP VIEW filed AS SELECT num, key FROM main.tag UNION ALL SELECT num, key FROM shared.topic", nil},
	} {
		if _, err := executor.ExecContext(ctx, statement.query, statement.args); err != nil {
			return nil, errors.Join(fmt.Errorf("attaching the library: %w", err), conn.Close())
		}
	}
	return conn, nil
}

// NewReader makes the file of another reader out of this one's, who has marked nothing:
// that takes less than making it out of the library.
func (l *Library) NewReader(ctx context.Context, path string) error {
	begun, err := newBeside(path)
	if err != nil {
		return l.unusable(err)
	}
	if _, err = l.db.ExecContext(ctx, "VACUUM main INTO ?", begun); err == nil {
		err = settleFile(begun, path)
	}
	if err != nil {
		removeBegun(begun)
	}
	return l.failure(err)
}

// RemoveReader removes the file of a reader, which is open nowhere, with its journal.
func RemoveReader(path string) error {
	var wrong []error
	for _, end := range []string{"-wal", "-shm", ""} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			wrong = append(wrong, fmt.Errorf("removing a reader's file: %w", err))
		}
	}
	return errors.Join(wrong...)
}
