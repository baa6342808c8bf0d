package store

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The kinds of thing that can be wrong with a library. Every error of this
// package that is about the file is an [*Error] of one of the first; those
// of the second and third group are about what was asked for.
var (
	ErrNotLibrary  = errors.New("it is not a library of Warraq")
	ErrNewer       = errors.New("it was made by a newer version of Warraq")
	ErrReadOnly    = errors.New("it cannot be written")
	ErrUnreachable = errors.New("it cannot be opened")
	ErrBusy        = errors.New("another program has held it for too long")
	ErrFull        = errors.New("there is no room left on the disk")
	ErrDisk        = errors.New("the disk did not do what was asked of it")
	ErrDamaged     = errors.New("the file is damaged")
	ErrGone        = errors.New("the file was taken away while it was open")
	ErrReplaced    = errors.New("another file lies in its place, beside the journal of the one before")
	ErrFailed      = errors.New("the database failed")

	ErrNotFound  = errors.New("there is no article of that ID")
	ErrAmbiguous = errors.New("several articles have an ID that begins so")

	ErrNoFeed    = errors.New("no such feed is followed")
	ErrFeedThere = errors.New("the feed of this address is followed already")

	ErrShared = errors.New("the library belongs to all its readers, and each changes his own marks alone")

	ErrNoHighlight    = errors.New("there is no highlight of that ID")
	ErrEmptyHighlight = errors.New("a highlight needs a passage or a note")
)

// Error says what was wrong with a library's file.
type Error struct {
	Path string
	Kind error // one of the kinds above
	Why  error // what lay behind it; may be nil
}

// Error says the file and what was wrong. What to do about it is for the program to
// say, by the kind.
func (e *Error) Error() string {
	s := e.Path + ": " + e.Kind.Error()
	if e.Why != nil {
		s += " (" + e.Why.Error() + ")"
	}
	return s
}

// Unwrap gives the kind and what lay behind it.
func (e *Error) Unwrap() []error {
	if e.Why == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Why}
}

// codeKinds says which kind of trouble each of SQLite's primary result codes is.
var codeKinds = map[int]error{
	sqlite3.SQLITE_NOTADB:   ErrNotLibrary,
	sqlite3.SQLITE_READONLY: ErrReadOnly,
	sqlite3.SQLITE_PERM:     ErrReadOnly,
	sqlite3.SQLITE_CANTOPEN: ErrUnreachable,
	sqlite3.SQLITE_BUSY:     ErrBusy,
	sqlite3.SQLITE_LOCKED:   ErrBusy,
	sqlite3.SQLITE_PROTOCOL: ErrBusy,
	sqlite3.SQLITE_FULL:     ErrFull,
	sqlite3.SQLITE_IOERR:    ErrDisk,
	sqlite3.SQLITE_CORRUPT:  ErrDamaged,
	// An index that is damaged may say that it needs more memory than there is.
	sqlite3.SQLITE_NOMEM: ErrDamaged,
}

// failure makes an [*Error] of what the database said. Errors that say enough
// by themselves stay as they are.
func (l *Library) failure(err error) error {
	var known *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known), errors.Is(err, ErrNotFound), errors.Is(err, ErrAmbiguous),
		errors.Is(err, ErrNoFeed), errors.Is(err, ErrFeedThere),
		errors.Is(err, ErrShared), errors.Is(err, ErrNoHighlight), errors.Is(err, ErrEmptyHighlight),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	kind := kindOf(err)
	if l.shared != nil && errors.Is(kind, ErrReadOnly) {
		return ErrShared
	}
	return &Error{Path: l.path, Kind: kind, Why: err}
}

// isConstraint tells the error of a row that cannot stand beside those that are there.
func isConstraint(err error) bool {
	told, ok := errors.AsType[*sqlite.Error](err)
	return ok && told.Code()&0xFF == sqlite3.SQLITE_CONSTRAINT
}

// kindOf gives the kind of trouble that the database told of.
func kindOf(err error) error {
	if told, ok := errors.AsType[*sqlite.Error](err); ok {
		if k, ok := codeKinds[told.Code()&0xFF]; ok {
			return k
		}
	}
	return ErrFailed
}
