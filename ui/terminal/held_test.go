//go:build unix

package terminal

import (
	"context"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
)

// A key that ends a program leaves what has come before it to be read: what polls a terminal
// and finds something there would else wait for it for ever.
func TestEndingKeyLeavesAnswers(t *testing.T) {
	t.Parallel()
	for name, key := range map[string]string{"ctrl+c": "\x03", "ctrl+\\": "\x1c", "ctrl+z": "\x1a"} {
		master, tty := pseudoTerminal(t)
		if _, err := makeAsking(tty.Fd()); err != nil {
			t.Fatal(err)
		}
		if _, err := master.WriteString("answer" + key + "end"); err != nil {
			t.Fatal(err)
		}
		if got := readUntil(tty, "end"); got != "answerend" {
			t.Errorf("behind %s, %q is read", name, got)
		}
	}
}

// silent listens to answers as long as there are any to come.
type silent struct{}

func (silent) readFrom(r io.Reader) { _, _ = io.Copy(io.Discard, r) }

// asksInChild has the test's own program ask the terminal that it is started in.
const asksInChild = "WARRAQ_TEST_ASKS"

// What would end a program while it asks its terminal ends it when the terminal is as it was: a
// signal, and the keys that raise one.
func TestEndedWhileAsking(t *testing.T) {
	if os.Getenv(asksInChild) != "" {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		exchangeQueries(ctx, os.Stdin, os.Stdout, "query", silent{})
		<-ctx.Done() // a signal comes before
		cancel()
		os.Exit(0)
	}
	typed := func(keys string) func(*os.File, *os.Process) error {
		return func(master *os.File, _ *os.Process) error { _, err := master.WriteString(keys); return err }
	}
	for name, tt := range map[string]struct {
		signal syscall.Signal
		end    func(*os.File, *os.Process) error
	}{
		"SIGTERM":                              {syscall.SIGTERM, func(_ *os.File, p *os.Process) error { return p.Signal(syscall.SIGTERM) }},
		"ctrl+c":                               {syscall.SIGINT, typed("\x03")},
		"a key that does nothing, and ctrl+\\": {syscall.SIGQUIT, typed("j\x1c")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			master, tty := pseudoTerminal(t)
			before, err := term.GetState(tty.Fd())
			if err != nil {
				t.Fatal(err)
			}
			c := exec.Command(os.Args[0], "-test.run=^TestEndedWhileAsking$")
			c.Env = append(os.Environ(), asksInChild+"=1")
			c.Stdin, c.Stdout = tty, tty // what it says of its goroutines at the end may be more than a terminal holds
			c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			if got := readUntil(master, "query"); !strings.HasSuffix(got, "query") {
				t.Fatalf("it writes %q", got)
			}
			if err := tt.end(master, c.Process); err != nil {
				t.Fatal(err)
			}
			_ = c.Wait() // its state tells
			if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() && status.ExitStatus() == 0 || status.Signaled() && status.Signal() != tt.signal {
				t.Errorf("it ended by %v, want %v", c.ProcessState, tt.signal)
			}
			if after, err := term.GetState(tty.Fd()); err != nil || *after != *before {
				t.Errorf("the terminal's mode is %v, and was %v (%v)", after, before, err)
			}
		})
	}
}
