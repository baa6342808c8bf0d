package store

import (
	"os"
	"time"
)

// fileState is what tells that a file was written to since it was looked at.
type fileState struct {
	size  int64
	wrote time.Time
}

// stateOf returns the state of a file, the zero state where it cannot be looked at.
func stateOf(path string) fileState {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{}
	}
	return fileState{info.Size(), info.ModTime()}
}

// lookAtFiles keeps the states of the library's file and of its journal.
func (l *Library) lookAtFiles() {
	path := resolvePath(l.path)
	l.seen, l.seenJournal = stateOf(path), stateOf(path+"-wal")
}

// inPlace returns nil where the file that was opened is still where it was and holds what
// it held: what is written into one that was taken away is nowhere, and SQLite, which
// remembers pages, would write those of the one before into one that was copied over it.
func (l *Library) inPlace() error {
	now, err := os.Stat(l.path)
	if err != nil || !os.SameFile(now, l.file) {
		return &Error{Path: l.path, Kind: ErrGone, Why: err}
	}
	if l.isCopiedOver(resolvePath(l.path)) {
		return &Error{Path: l.path, Kind: ErrReplaced}
	}
	l.lookAtFiles()
	return nil
}

// isCopiedOver reports whether the library's file was written to since it was looked at by
// something that is not SQLite, which writes into a library's file nothing but what its
// journal has, and empties the journal only then.
func (l *Library) isCopiedOver(path string) bool {
	if stateOf(path) == l.seen {
		return false
	}
	journal := stateOf(path + "-wal")
	if journal.size > 0 {
		return hasJournalOfAnother(path)
	}
	return journal == l.seenJournal
}
