//go:build unix

package terminal

import (
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// silent listens to answers as long as there are any to come.
type silent struct{}

func (silent) readFrom(r io.Reader) { _, _ = io.Copy(io.Discard, r) }

// A signal that comes while a terminal is asked ends the process when the terminal is as it was.
func TestSignalWhileAsking(t *testing.T) {
	caught := make(chan os.Signal, 8) // in the place of the end of this process
	signal.Notify(caught, syscall.SIGTERM)
	defer signal.Stop(caught)
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = master.Close(), tty.Close() }()
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan struct{})
	go func() {
		defer close(asked)
		exchangeQueries(t.Context(), tty, tty, "query", silent{})
	}()
	query := make([]byte, len("query"))
	if _, err := io.ReadFull(master, query); err != nil || !strings.Contains(string(query), "query") {
		t.Fatalf("%q, %v", query, err)
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-caught // that one
	<-asked
	if after, err := term.GetState(tty.Fd()); err != nil || *after != *before {
		t.Errorf("the terminal's mode is %v, and was %v (%v)", after, before, err)
	}
	if got := <-caught; got != syscall.SIGTERM { // and what ends the process
		t.Errorf("%v was raised", got)
	}
}
