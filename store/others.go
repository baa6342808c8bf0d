package store

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Touch is when the files of a library were last written to, and how long they are: while
// it is the same, nobody has changed the library.
type Touch [4]struct {
	at   time.Time
	size int64
}

// Touched returns when the library's files were last written to. It asks the file system
// alone, in some 3 µs, and sees what this Library writes as well as what others do.
func (l *Library) Touched() (t Touch) {
	paths := []string{l.path, l.path + "-wal"}
	if l.shared != nil {
		paths = append(paths, l.shared.path, l.shared.path+"-wal")
	}
	for i, path := range paths {
		if file, err := os.Stat(path); err == nil {
			t[i].at, t[i].size = file.ModTime(), file.Size()
		}
	}
	return t
}

// Moment is a state of a library, to be compared with a later one: what another
// program did since, and what came.
type Moment struct {
	others int64 // changes that others made and that lists show, in all
	newest int64 // the number of the last article that came
}

// Moment gives the state that the library is in. It waits for a change that this
// Library is making, and takes some 20 µs: it can be asked every second. A reader's file
// takes in before what is new in the library that it belongs to.
func (l *Library) Moment(ctx context.Context) (m Moment, err error) {
	if err = l.followAgain(ctx); err != nil {
		return m, err
	}
	select {
	case <-l.writing:
		defer func() { l.writing <- struct{}{} }()
	case <-ctx.Done():
		return m, ctx.Err() //nolint:wrapcheck // nothing to add
	}
	err = l.db.QueryRowContext(ctx, "SELECT revision, (SELECT coalesce(max(num), 0) FROM article) FROM library").
		Scan(&m.others, &m.newest)
	m.others -= l.own
	return m, l.failure(err)
}

// Differs tells whether others than this Library changed between two moments what
// lists show: articles or marks.
func (m Moment) Differs(from Moment) bool { return m.others != from.others }

// Arrived gives how many articles came since a moment, whoever brought them. Cards
// are not counted: there is nothing in them to read.
func (l *Library) Arrived(ctx context.Context, since Moment) (n int, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT count(*) FROM article WHERE num > ? AND full = 1", since.newest).Scan(&n)
	if err != nil {
		return 0, l.failure(fmt.Errorf("counting what came: %w", err))
	}
	return n, nil
}
