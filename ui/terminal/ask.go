package terminal

import (
	"context"
	"io"
	"os"
	"regexp"
	"sync"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// listener takes what a terminal answers, until the last answer or until there is nothing to
// read.
type listener interface{ readFrom(r io.Reader) }

// ask sends queries and has the answers listened to, until the last one or until the
// context is done. Of a terminal that does not answer what came before is known.
// Where in is something else, the terminal that the process belongs to is read.
func ask(ctx context.Context, in, out *os.File, queries string, to listener) {
	if queries == "" {
		return
	}
	if !term.IsTerminal(in.Fd()) {
		tty, err := os.Open("/dev/tty")
		if err != nil {
			return
		}
		defer tty.Close() //nolint:errcheck // it was only read
		in = tty
	}
	if inForeground(in.Fd()) {
		exchangeQueries(ctx, in, out, queries, to)
	}
}

// exchangeQueries sends queries to a terminal in whose foreground the process is, and
// has the answers listened to.
func exchangeQueries(ctx context.Context, in, out *os.File, queries string, to listener) {
	reader, err := cancelreader.NewReader(in)
	if err != nil {
		return
	}
	defer reader.Close() //nolint:errcheck // it lets go of what it polls with; the terminal stays open
	ctx, letGo := holdSignals(ctx)
	defer letGo() // when the terminal is as it was
	before, err := makeAsking(in.Fd())
	if err != nil {
		return
	}
	defer term.Restore(in.Fd(), before) //nolint:errcheck // there is no other way to put it back
	askThrough(ctx, reader, out, queries, to)
}

// askThrough sends queries and has the answers listened to.
func askThrough(ctx context.Context, in cancelreader.CancelReader, out io.Writer, queries string, to listener) {
	if _, err := io.WriteString(out, queries); err != nil {
		return
	}
	w := waiting{reader: in}
	defer w.until(ctx)()
	to.readFrom(&w)
}

// answerGrace is the part of the time that is left for the end of a report that has
// begun: what is cut off would be typed into the program.
const answerGrace = answerPatience / 5

// begunPattern is a report without its end.
var begunPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\x1b(\\[[ -?]*|[P\\]][^\a\x1b]*)?$")
})

// waiting reads from a terminal until the time is up.
type waiting struct {
	reader cancelreader.CancelReader
	mu     sync.Mutex
	read   []byte
	late   bool // no more is read, but the end of a report
}

// until ends the reading when the context is done, or a little earlier.
func (w *waiting) until(ctx context.Context) (stop func()) {
	early := ctx
	cancel := func() {}
	if deadline, ok := ctx.Deadline(); ok {
		early, cancel = context.WithDeadline(ctx, deadline.Add(-answerGrace))
	}
	stopEarly := context.AfterFunc(early, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.late = true; !begunPattern().Match(w.read) {
			w.reader.Cancel()
		}
	})
	stopLate := context.AfterFunc(ctx, func() { w.reader.Cancel() })
	return func() {
		stopEarly()
		stopLate()
		cancel()
	}
}

// Read reads what has come. It is cancelreader.ErrCanceled when the time is up.
func (w *waiting) Read(p []byte) (int, error) {
	n, err := w.reader.Read(p)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.read = append(w.read, p[:n]...)
	if err == nil && w.late && !begunPattern().Match(w.read) {
		err = cancelreader.ErrCanceled
	}
	return n, err
}

// readFrom reads reports until the last one, or until there is nothing to read.
func (a *answers) readFrom(r io.Reader) {
	var pending []byte
	buffer := make([]byte, 1024)
	for !a.complete {
		n, err := r.Read(buffer)
		pending = a.read(append(pending, buffer[:n]...))
		if err != nil {
			return
		}
	}
}
