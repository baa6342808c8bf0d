package articles

import (
	"io"
	"iter"
)

// Stream is a format of files that hold many articles and may be larger than memory.
type Stream struct {
	// Name says which it is.
	Name string
	// Extensions are those of its files, as those of a [Format].
	Extensions []string
	// Is recognises a file by its beginning.
	Is func(head []byte) bool
	// Each gives what a file holds one by one, in order. With an error, which is an
	// [*InputError], there is nothing to read, and the rest follows. Of what is given
	// nothing is held longer than until it was read.
	Each func(src *Source, r io.Reader) iter.Seq2[Part, error]
}

// Part reads one part of a stream. It may be done in another goroutine while the
// stream is read on.
type Part func() ([]Article, error)
