package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lockPatience is how long a change waits for another program's to end.
const lockPatience = 15 * time.Second

// fileMagic is what every SQLite file that is not empty begins with.
var fileMagic = []byte("SQLite format 3\x00")

// Open opens the library in a file. It makes the file and its folder where they
// are absent, and brings a library of an earlier version up to this one's. A library
// that can be read and not written, on a disk that is full or for reading alone, is
// opened for reading; what changes it fails then with [ErrFull] or [ErrReadOnly].
func Open(ctx context.Context, path string) (*Library, error) {
	l := &Library{path: path, writing: make(chan struct{}, 1)}
	l.writing <- struct{}{}
	if err := l.requireFile(path); errors.Is(err, ErrNotLibrary) {
		return nil, err
	}
	err := l.prepareFile()
	if err != nil && (!errors.Is(err, ErrReadOnly) || !isSQLite(path)) {
		return nil, err
	}
	if hasJournalOfAnother(resolvePath(path)) {
		return nil, &Error{Path: path, Kind: ErrReplaced}
	}
	absolute, absoluteErr := filepath.Abs(path) // SQLite has meanings for some relative names
	if absoluteErr != nil {
		return nil, l.unusable(absoluteErr)
	}
	var stat error
	if l.file, stat = os.Stat(absolute); stat != nil {
		return nil, l.unusable(stat)
	}
	if err == nil {
		if err = l.connect(ctx, sourceName(absolute), maxConnections); err == nil {
			l.lookAtFiles()
			return l, nil
		}
	}
	l.unwritable = l.whyUnwritable(err)
	if l.unwritable == nil || l.readOnly(ctx, absolute) != nil {
		return nil, err
	}
	return l, nil
}

// connect opens the database and sees to it that it is a library of this version.
func (l *Library) connect(ctx context.Context, dsn string, connections int) error {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return l.failure(err)
	}
	db.SetMaxIdleConns(connections)
	db.SetMaxOpenConns(connections)
	l.db = db
	if err := l.migrate(ctx, schemaSteps); err != nil {
		return errors.Join(l.failure(err), db.Close())
	}
	return nil
}

// readOnly opens the database for reading. Where its journal is empty nothing beside
// the file is needed; else what is found in the journal is kept in memory, which takes a
// connection alone.
func (l *Library) readOnly(ctx context.Context, path string) error {
	options := "&mode=ro&immutable=1"
	if journal, err := os.Stat(resolvePath(path) + "-wal"); err == nil && journal.Size() > 0 {
		options = "&_pragma=locking_mode(exclusive)"
		return l.connect(ctx, sourceName(path)+options, 1)
	}
	return l.connect(ctx, sourceName(path)+options, maxConnections)
}

// whyUnwritable gives the error of a library that may still be read though it could not
// be opened as usual, nil for one that may not.
func (l *Library) whyUnwritable(err error) error {
	switch {
	case errors.Is(err, ErrReadOnly), errors.Is(err, ErrFull):
		return err
	case errors.Is(err, ErrDisk), errors.Is(err, ErrUnreachable):
	default:
		return nil
	}
	switch probe := probeFolder(filepath.Dir(resolvePath(l.path))); {
	case errors.Is(probe, syscall.ENOSPC), errors.Is(probe, syscall.EDQUOT):
		return &Error{Path: l.path, Kind: ErrFull, Why: err}
	case probe != nil:
		return &Error{Path: l.path, Kind: ErrReadOnly, Why: err}
	}
	return nil
}

// probeFolder tells by its error whether a small file can be written into a folder.
func probeFolder(folder string) error {
	const some = 64 << 10
	f, err := os.CreateTemp(folder, ".warraq-*")
	if err != nil {
		return err //nolint:wrapcheck // the caller looks for what the system said
	}
	_, err = f.Write(make([]byte, some))
	return errors.Join(err, f.Close(), os.Remove(f.Name()))
}

// isSQLite tells a file that begins as those of SQLite do.
func isSQLite(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // nothing was written
	start := make([]byte, len(fileMagic))
	_, err = io.ReadFull(f, start)
	return err == nil && bytes.Equal(start, fileMagic)
}

// maxConnections is how many connections to the file one library opens: one that
// writes, and some that read meanwhile.
const maxConnections = 4

// Close closes the library. Where another file was copied over it, its connections stay
// as they are until the program ends: the last one that is closed would write the journal
// of the library that was there into that file.
func (l *Library) Close() error {
	if l.unwritable == nil && errors.Is(l.inPlace(), ErrReplaced) {
		return nil
	}
	return l.failure(l.db.Close())
}

// sourceName names the file and what holds for each connection.
func sourceName(path string) string {
	options := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", lockPatience.Milliseconds()),
		"foreign_keys(on)",
		"synchronous(full)",
		"temp_store(memory)", // what a statement is to be taken back by is no work for the disk
	}}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + options.Encode()
}

// prepareFile makes the file if it is absent, for its owner alone, and says
// early and clearly why SQLite could not use it. What has no permission for
// writing at all is left alone, even by those whom permissions do not stop.
func (l *Library) prepareFile() error {
	folder := filepath.Dir(l.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return l.unusable(err)
	}
	for _, p := range []string{folder, l.path} {
		info, err := os.Stat(p)
		switch {
		case p == l.path && errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return l.unusable(err)
		case info.Mode()&0o222 == 0:
			return &Error{Path: l.path, Kind: ErrReadOnly, Why: fmt.Errorf("%s is marked read-only", p)}
		}
	}
	f, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return l.unusable(err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	start := make([]byte, len(fileMagic))
	n, err := io.ReadFull(f, start)
	switch {
	case n > 0 && !bytes.Equal(start, fileMagic):
		return &Error{Path: l.path, Kind: ErrNotLibrary, Why: errors.New("not a database of SQLite")}
	case err != nil && !errors.Is(err, io.EOF):
		return l.unusable(err)
	}
	return nil
}

// resolvePath is where the file of a path lies that may be a link to it: what belongs
// to a library lies beside its file, and a link stays one.
func resolvePath(path string) string {
	if file, err := filepath.EvalSymlinks(path); err == nil {
		return file
	}
	return path
}

// unusable makes an [*Error] of what the system said about the file.
func (l *Library) unusable(err error) error {
	kind := ErrUnreachable
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		kind = ErrReadOnly
	}
	return &Error{Path: l.path, Kind: kind, Why: err}
}

// requireFile returns why a path leads to no file, nil where it does. Pipes and devices are
// none: they would be waited for, or have no end.
func (l *Library) requireFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return l.unusable(err)
	case !info.Mode().IsRegular(), info.Size() == 0 && isShownAsFile(path):
		return &Error{Path: path, Kind: ErrNotLibrary, Why: errNoFile}
	}
	return nil
}
