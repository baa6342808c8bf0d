package terminal

import (
	"context"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// ask sends queries and reads the answers, until the last one or until the
// context is done. Of a terminal that does not answer it knows what came before.
// Where in is something else, the terminal that the process belongs to is read.
func ask(ctx context.Context, in, out *os.File, queries string) (a answers) {
	if queries == "" {
		return a
	}
	if !term.IsTerminal(in.Fd()) {
		tty, err := os.Open("/dev/tty")
		if err != nil {
			return a
		}
		defer tty.Close() //nolint:errcheck // it was only read
		in = tty
	}
	if !inForeground(in.Fd()) {
		return a
	}
	return exchange(ctx, in, out, queries)
}

// exchange sends queries to a terminal in whose foreground the process is, and
// reads the answers.
func exchange(ctx context.Context, in, out *os.File, queries string) (a answers) {
	reader, err := cancelreader.NewReader(in)
	if err != nil {
		return a
	}
	defer reader.Close() //nolint:errcheck // it lets go of what it polls with; the terminal stays open
	before, err := term.MakeRaw(in.Fd())
	if err != nil {
		return a
	}
	defer term.Restore(in.Fd(), before) //nolint:errcheck // there is no other way to put it back
	stop := context.AfterFunc(ctx, func() { reader.Cancel() })
	defer stop()
	if _, err := out.WriteString(queries); err != nil {
		return a
	}
	a.readFrom(reader)
	return a
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
