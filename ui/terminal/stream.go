package terminal

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/muesli/cancelreader"
)

// Stream is what comes from a terminal at the other end of a connection. One may stop
// reading from it and begin anew later, and nothing that came is lost: so the terminal can be
// asked first, and a program read its keys from it then.
type Stream struct {
	pieces  chan []byte
	pending []byte
	closed  chan struct{}
	once    sync.Once
}

// streamPiece is how much is read at once.
const streamPiece = 4096

// NewStream reads from a connection until that ends, or until the stream is closed and
// something more comes.
func NewStream(r io.Reader) *Stream {
	s := &Stream{pieces: make(chan []byte), closed: make(chan struct{})}
	go s.readFrom(r)
	return s
}

func (s *Stream) readFrom(r io.Reader) {
	defer close(s.pieces)
	for {
		piece := make([]byte, streamPiece)
		n, err := r.Read(piece)
		if n > 0 {
			select {
			case s.pieces <- piece[:n]:
			case <-s.closed:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// Read reads what came. It is io.EOF when nothing more comes.
func (s *Stream) Read(p []byte) (int, error) { return s.readUnless(nil, p) }

// readUnless is [Stream.Read] until something is closed.
func (s *Stream) readUnless(canceled <-chan struct{}, p []byte) (int, error) {
	if len(s.pending) == 0 {
		select {
		case piece, ok := <-s.pieces:
			if !ok {
				return 0, io.EOF // however a connection ends, the terminal is gone
			}
			s.pending = piece
		case <-canceled:
			return 0, cancelreader.ErrCanceled
		case <-s.closed:
			return 0, io.EOF
		}
	}
	n := copy(p, s.pending)
	s.pending = s.pending[n:]
	return n, nil
}

// Close ends the stream for those who read from it. The connection stays open.
func (s *Stream) Close() error {
	s.once.Do(func() { close(s.closed) })
	return nil
}

// streamTurn is a reader of a stream who can be stopped.
type streamTurn struct {
	*Stream
	canceled chan struct{}
	once     sync.Once
}

// Read reads what came, until [streamTurn.Cancel].
func (t *streamTurn) Read(p []byte) (int, error) { return t.readUnless(t.canceled, p) }

// Cancel stops reading.
func (t *streamTurn) Cancel() bool {
	t.once.Do(func() { close(t.canceled) })
	return true
}

// Close leaves the stream to others.
func (t *streamTurn) Close() error { return nil }

// DetectStream is [Detect] of a terminal at the other end of a connection. It has an
// environment of its own, and whatever multiplexer it runs in is not asked.
func DetectStream(ctx context.Context, in *Stream, out io.Writer, getenv func(string) string, prefer func(Terminal) Terminal) Terminal {
	return detect(ctx, getenv, prefer, func(ctx context.Context, queries string) (a answers) {
		if queries != "" {
			askThrough(ctx, &streamTurn{Stream: in, canceled: make(chan struct{})}, out, queries, &a)
		}
		return a
	})
}

// NewStreamInput returns the input of a terminal at the other end of a connection; see
// [Input].
func NewStreamInput(s *Stream) io.Reader {
	in := &Input{source: s, now: time.Now}
	return readerFunc(in.Read)
}

// readerFunc is a reader that is nothing else: what has a descriptor is taken for a terminal
// of this machine.
type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
