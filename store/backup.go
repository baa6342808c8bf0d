package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Backup copies the library into a file while it is in use, as it is at one
// instant. The copy is whole or not there at all; a file of that name must not be
// there yet: its error is fs.ErrExist.
func (l *Library) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("copying the library to %s: %w", path, fs.ErrExist)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("copying the library: %w", err)
	}
	if err := l.copyTo(ctx, path); err != nil {
		return l.failure(fmt.Errorf("copying the library to %s: %w", path, err))
	}
	return nil
}

// copyTo copies the library into a file, which takes the place of another one.
func (l *Library) copyTo(ctx context.Context, path string) error {
	begun, err := newBeside(path)
	if err != nil {
		return err
	}
	if _, err = l.db.ExecContext(ctx, "VACUUM INTO ?", begun); err == nil {
		err = saltAgain(ctx, begun)
	}
	if err == nil {
		err = settleFile(begun, path)
	}
	if err != nil {
		removeBegun(begun)
	}
	return err
}

// DailyCopies is how many of the copies that are made by themselves are kept.
const DailyCopies = 3

// CopyDaily makes the copy of a day beside the library, in the folder “backups”,
// where there is none of that day and the library has changed since the last one.
// Only the last [DailyCopies] are kept. A library in which something is wrong, a word
// of an article even, is not copied, so that none takes the place of a good one; the
// error is [ErrDamaged]. It gives the name of the new copy, "" for none.
func (l *Library) CopyDaily(ctx context.Context, day time.Time) (string, error) {
	folder, stem := placeOfCopies(l.path)
	path := filepath.Join(folder, stem+"-"+day.Format(time.DateOnly)+".db")
	there := copiesOf(l.path, day)
	if slices.Contains(there, path) || len(there) > 0 && !l.changedSince(there[len(there)-1], day) {
		return "", nil
	}
	if err := l.quickCheck(ctx); err != nil {
		return "", err
	}
	var h Health
	if _, err := l.compareSums(ctx, &h); err != nil {
		return "", l.failure(err)
	}
	if len(h.Wrong) > 0 {
		return "", &Error{Path: l.path, Kind: ErrDamaged, Why: fmt.Errorf("%d articles are not as they came in", len(h.Wrong))}
	}
	if err := l.Backup(ctx, path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return "", nil // another program was quicker
		}
		return "", err
	}
	there = append(there, path)
	for _, old := range there[:max(0, len(there)-DailyCopies)] {
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return path, fmt.Errorf("removing an old copy: %w", err)
		}
	}
	return path, nil
}

// placeOfCopies is the folder of a library's copies, and how their names begin.
func placeOfCopies(library string) (folder, stem string) {
	name := filepath.Base(library)
	return filepath.Join(filepath.Dir(library), "backups"), strings.TrimSuffix(name, filepath.Ext(name))
}

// copiesOf are the copies of a library that were made by themselves, the last one
// last. Copies of days to come are of a clock that was wrong: they count as the
// first.
func copiesOf(library string, today time.Time) (paths []string) {
	folder, stem := placeOfCopies(library)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // there are none
	}
	for _, e := range entries {
		day, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), ".db"), stem+"-")
		if _, err := time.Parse(time.DateOnly, day); ok && err == nil {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	last := filepath.Join(folder, stem+"-"+today.Format(time.DateOnly)+".db")
	slices.SortStableFunc(paths, func(a, b string) int { return boolInt(b > last) - boolInt(a > last) })
	return paths
}

// boolInt gives 1 for true.
func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// changedSince tells whether the library has been written since a file was. A file
// of a time to come tells nothing.
func (l *Library) changedSince(path string, now time.Time) bool {
	last, err := os.Stat(path)
	if err != nil || last.ModTime().After(now) {
		return true
	}
	file := resolvePath(l.path)
	for _, p := range []string{file, file + "-wal"} {
		if info, err := os.Stat(p); err == nil && info.Size() > 0 && info.ModTime().After(last.ModTime()) {
			return true
		}
	}
	return false
}

// quickCheck looks for what is wrong with the file but for its indexes.
func (l *Library) quickCheck(ctx context.Context) error {
	var said string
	err := l.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return l.failure(err)
	}
	if said != "ok" {
		return &Error{Path: l.path, Kind: ErrDamaged, Why: errors.New(said)}
	}
	return nil
}
