package terminal

import (
	"context"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// ask sends queries and reads the answers, until the last one or until the
// context is done. Of a terminal that does not answer it knows what came before.
func ask(ctx context.Context, in, out *os.File, queries string) (a answers) {
	if !term.IsTerminal(in.Fd()) || !inForeground(in.Fd()) {
		return a
	}
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
	var pending []byte
	buffer := make([]byte, 1024)
	for !a.complete() {
		n, err := reader.Read(buffer)
		if err != nil {
			return a
		}
		pending = a.read(append(pending, buffer[:n]...))
	}
	return a
}
