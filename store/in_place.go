package store

import (
	"os"
	"sync"
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

// filesSeen is the states of a library's file and of its journal when they were last
// looked at. A library is closed while something is still written in the background, so
// that more than one may look at once.
type filesSeen struct {
	mutex         sync.Mutex
	file, journal fileState
}

// keep keeps the states of the file at a path and of its journal.
func (s *filesSeen) keep(path string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.file, s.journal = stateOf(path), stateOf(path+"-wal")
}

// last returns the states that were kept.
func (s *filesSeen) last() (file, journal fileState) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.file, s.journal
}

// lookAtFiles keeps the states of the library's file and of its journal.
func (l *Library) lookAtFiles() { l.seen.keep(resolvePath(l.path)) }

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
	file, emptied := l.seen.last()
	if stateOf(path) == file {
		return false
	}
	journal := stateOf(path + "-wal")
	if journal.size > 0 {
		return hasJournalOfAnother(path)
	}
	return journal == emptied
}
