//go:build unix

package run

import (
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"github.com/warraq/warraq/ui/terminal"
)

// outside is a terminal in which programs are run.
type outside struct {
	device, tty *os.File
	mu          sync.Mutex
	screen      *vt.Emulator
	all         strings.Builder // that was written
}

func newOutside(t *testing.T, width, height int) *outside {
	t.Helper()
	device, tty, err := pty.Open()
	if err != nil {
		t.Skip("there are no pseudo-terminals: ", err)
	}
	if err := pty.Setsize(tty, windowSize(width, height)); err != nil {
		t.Fatal(err)
	}
	o := &outside{device: device, tty: tty, screen: vt.NewEmulator(width, height)}
	go io.Copy(io.Discard, o.screen)
	go func() {
		chunk := make([]byte, 4096)
		for {
			n, err := device.Read(chunk)
			o.mu.Lock()
			_, _ = o.screen.Write(chunk[:n])
			o.all.Write(chunk[:n])
			o.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() { device.Close(); tty.Close() })
	return o
}

// waitFor waits until the screen holds a text.
func (o *outside) waitFor(t *testing.T, text string) {
	t.Helper()
	for range 9000 {
		o.mu.Lock()
		shown := o.screen.String()
		o.mu.Unlock()
		if strings.Contains(shown, text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	t.Fatalf("%q does not come; the screen is\n%s", text, o.screen.String())
}

// written waits until something was written, and gives all that was.
func (o *outside) written(t *testing.T, last string) (all string) {
	t.Helper()
	for range 9000 {
		o.mu.Lock()
		all = o.all.String()
		o.mu.Unlock()
		if strings.Contains(all, last) {
			return all
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q is not written: %q", last, all)
	return ""
}

func (o *outside) run(t *testing.T, command ...string) <-chan error {
	t.Helper()
	ended := make(chan error, 1)
	go func() {
		ended <- Run(t.Context(), Options{Command: command, In: o.tty, Out: o.tty, Terminal: terminal.Terminal{Form: terminal.Visual, KeepMarks: true}})
	}()
	return ended
}

// A program's screen is laid out, keys reach the program, the size of the terminal is its
// own, and when it ends the terminal is as it was and its status is known.
func TestRun(t *testing.T) {
	t.Parallel()
	o := newOutside(t, 20, 5)
	ended := o.run(t, "sh", "-c", `printf 'سلام\n'; stty -echo; stty size; read line; printf "$line"; read line; exit 7`)
	o.waitFor(t, "ﻡﻼﺳ")
	o.waitFor(t, "5 20")
	if _, err := o.device.WriteString("نعم\r"); err != nil {
		t.Fatal(err)
	}
	o.waitFor(t, "ﻢﻌﻧ")
	if _, err := o.device.WriteString("\r"); err != nil {
		t.Fatal(err)
	}
	status, ok := errors.AsType[StatusError](<-ended)
	if !ok || status.Status != 7 {
		t.Errorf("it ended with %v", status)
	}
	all := o.written(t, "\x1b[?1049l")
	if begin, end := strings.Index(all, "\x1b[?1049h"), strings.LastIndex(all, "\x1b[?1049l"); begin < 0 || end < begin {
		t.Errorf("the alternate screen is entered at %d and left at %d", begin, end)
	}
}

// The modes of the mouse and of pastes go through, and are taken back at the end; titles
// go through without what acts.
func TestRunModes(t *testing.T) {
	t.Parallel()
	o := newOutside(t, 20, 5)
	err := <-o.run(t, "sh", "-c", `printf '\033[?1000h\033[?1006h\033[?2004h\033]2;a\342\200\256b\007ok'`)
	if err != nil {
		t.Fatal(err)
	}
	all := o.written(t, "\x1b[?1049l")
	for _, has := range []string{"\x1b[?1000h", "\x1b[?1006h", "\x1b[?2004h", "\x1b]2;ab"} {
		if !strings.Contains(all, has) {
			t.Errorf("%q does not go through: %q", has, all)
		}
	}
	last := all[strings.LastIndex(all, "ok"):]
	if !strings.Contains(last, "1000") || !strings.Contains(last, "2004") {
		t.Errorf("the modes are not taken back: %q", last)
	}
}

// What cannot be started is said, and one that a signal ended has the status that shells
// give it.
func TestRunFailures(t *testing.T) {
	t.Parallel()
	o := newOutside(t, 20, 5)
	if _, ok := errors.AsType[StartError](<-o.run(t, "/no/such/program")); !ok {
		t.Error("a program that is not there is started")
	}
	if status, ok := errors.AsType[StatusError](<-o.run(t, "sh", "-c", "kill -9 $$")); !ok || status.Status != 137 {
		t.Errorf("the status is %v", status)
	}
}

// Programs do not take the terminal for the one outside.
func TestEnvironment(t *testing.T) {
	t.Parallel()
	got := strings.Join(programEnvironment([]string{"HOME=/h", "TERM=xterm-kitty", "KITTY_WINDOW_ID=1", "TMUX=x"}), " ")
	if want := "HOME=/h TERM=xterm-256color COLORTERM=truecolor TERM_PROGRAM=warraq"; got != want {
		t.Errorf("the variables are %s, want %s", got, want)
	}
}
