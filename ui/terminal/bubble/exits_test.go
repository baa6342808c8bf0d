//go:build unix

package bubble

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"github.com/warraq/warraq/ui/terminal"
)

// childVariable makes the test binary the program that the tests below end, leavingVariable has it
// sent a signal, by its number, while it leaves the screen.
const (
	childVariable   = "WARRAQ_TEST_CHILD"
	leavingVariable = "WARRAQ_TEST_LEAVING"
)

// child is a program on the whole screen that one key each ends.
type child struct{ broken bool }

func (c child) Init() tea.Cmd { return nil }

func (c child) View() tea.View {
	if c.broken {
		panic("as asked, in a view")
	}
	v := tea.NewView("ready")
	v.AltScreen = true
	return v
}

func (c child) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := m.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "q":
			return c, tea.Quit
		case "p":
			panic("as asked")
		case "c":
			return c, func() tea.Msg { panic("as asked, in a command") }
		case "b":
			return c, tea.Batch(nil, tea.Sequence(tea.Batch(func() tea.Msg { return nil }, func() tea.Msg { panic("as asked, in a list") })))
		case "v":
			return child{broken: true}, nil
		}
	}
	return c, nil
}

func TestChild(t *testing.T) {
	if os.Getenv(childVariable) == "" {
		t.Skip("it is the program that TestEveryWayOut runs")
	}
	ctx, stop := signal.NotifyContext(t.Context(), syscall.SIGHUP)
	defer stop()
	out := NewOutput(terminal.Terminal{Off: bidiOff, On: bidiOn}, os.Stdout)
	defer out.Close()
	if number, err := strconv.Atoi(os.Getenv(leavingVariable)); err == nil {
		out.to = &signalled{Writer: out.to, number: syscall.Signal(number)}
	}
	out.rest.rested = func() { _, _ = os.Stdout.WriteString("resting") }
	t.Logf("ended with %T", Run(ctx, child{}, tea.WithOutput(out), tea.WithFilter(out.Filter)))
}

// signalled sends the process a signal when the screen is left, before what is written then.
type signalled struct {
	io.Writer
	number syscall.Signal
	sent   bool
}

func (s *signalled) Write(p []byte) (int, error) {
	if !s.sent && bytes.Contains(p, []byte(leaveScreen)) {
		s.sent = true
		_ = syscall.Kill(os.Getpid(), s.number)
	}
	return s.Writer.Write(p)
}

// A signal that comes while the terminal is put back does not keep it from that.
func TestSignalWhileLeaving(t *testing.T) {
	t.Parallel()
	for _, first := range []syscall.Signal{0, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT} {
		for _, second := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT} {
			t.Run(fmt.Sprint(first, ", ", second), func(t *testing.T) {
				t.Parallel()
				p := runChild(t, "env", fmt.Sprintf("%s=%d", leavingVariable, second), os.Args[0], "-test.v", "-test.run=^TestChild$")
				p.wait("ready", 1)
				if first == 0 {
					p.press("q")
				} else {
					_ = p.command.Process.Signal(first)
				}
				p.end()
				for on, off := range modes {
					if shown := p.shown.String(); strings.LastIndex(shown, on) > strings.LastIndex(shown, off) {
						t.Errorf("left with %q on: %q", on, shown)
					}
				}
				if p.shown.count("ended with") != 1 {
					t.Errorf("it did not end in order: %q", p.shown.String())
				}
			})
		}
	}
}

// However a program ends, at work or at rest, the terminal's reordering is as it was, and
// the program knows why it ended.
func TestEveryWayOut(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, keys string
		signal     syscall.Signal
		want       string
	}{
		{"quit", "q", 0, "<nil>"},
		{"a panic", "p", 0, "*bubble.CrashError"},
		{"a panic in a view", "v", 0, "*bubble.CrashError"},
		{"a panic in a command", "c", 0, "*bubble.CrashError"},
		{"a panic in a list of commands", "b", 0, "*bubble.CrashError"},
		{"SIGTERM", "", syscall.SIGTERM, ""},
		{"SIGINT", "", syscall.SIGINT, ""},
		{"SIGHUP", "", syscall.SIGHUP, ""},
		{"SIGQUIT", "", syscall.SIGQUIT, "bubble.SignalError"},
		{"SIGABRT", "", syscall.SIGABRT, "bubble.SignalError"},
	} {
		for _, state := range []string{"ready", "resting"} {
			t.Run(tt.name+", "+state, func(t *testing.T) {
				t.Parallel()
				p := runChild(t, os.Args[0], "-test.v", "-test.run=^TestChild$")
				p.wait(state, 1)
				p.press(tt.keys)
				if tt.signal != 0 {
					_ = p.command.Process.Signal(tt.signal)
				}
				p.end()
				off, on := p.shown.count(bidiOff), p.shown.count(bidiOn)
				if off == 0 || off != on || strings.LastIndex(p.shown.String(), bidiOn) < strings.LastIndex(p.shown.String(), leaveScreen) {
					t.Errorf("switched off %d times, on %d times: %q", off, on, p.shown.String())
				}
				if tt.want != "" && p.shown.count("ended with "+tt.want) != 1 {
					t.Errorf("ended otherwise than with %s: %q", tt.want, p.shown.String())
				}
				if p.shown.count("as asked") != 0 {
					t.Errorf("what the panic was given is shown: %q", p.shown.String())
				}
			})
		}
	}
}

// modes are those that a program on the whole screen switches on, and off when the
// screen is the shell's: the screen itself, reordering, a hidden cursor.
var modes = map[string]string{enterScreen: leaveScreen, bidiOff: bidiOn, "\x1b[?25l": "\x1b[?25h"}

// A program that a shell suspends leaves it a terminal as it was, and draws everything
// anew when it is brought back: suspended by the key, by the signal of the key, or by
// one that nobody can catch.
func TestSuspend(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	for _, how := range []string{"the key", "SIGTSTP", "SIGSTOP"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := runChild(t, bash, "--norc", "--noprofile", "-i")
			p.wait("$ ", 1)
			p.press("PS1='prompt''> '; " + os.Args[0] + " -test.run='^TestChild$' & echo pid=$! ; fg\r")
			p.wait("ready", 1)
			p.waitForeground(p.pid())
			stop := func(times int) {
				switch how {
				case "the key":
					p.press("\x1a")
				case "SIGTSTP":
					_ = syscall.Kill(p.pid(), syscall.SIGTSTP)
				default:
					_ = syscall.Kill(p.pid(), syscall.SIGSTOP)
				}
				p.wait("Stopped", times)
			}
			for round := 1; round <= 2; round++ {
				stop(round)
				if how != "SIGSTOP" {
					for on, off := range modes {
						if shown := p.shown.String(); strings.LastIndex(shown, on) > strings.LastIndex(shown, off) {
							t.Errorf("suspended with %q on: %q", on, shown)
						}
					}
				}
				p.press("echo ty''ped\r")
				p.wait("typed", round)
				drawn := p.shown.count("ready") // which may be twice at the start
				p.press("fg\r")
				p.wait("ready", drawn+1)
				if shown := p.shown.String(); strings.LastIndex(shown, enterScreen) < strings.LastIndex(shown, "typed") {
					t.Errorf("brought back without its screen: %q", shown)
				}
			}
			p.press("q")
			p.wait("prompt> ", 5)
			p.press("exit\r")
			p.end()
			if shown := p.shown.String(); p.shown.count(bidiOff) != p.shown.count(bidiOn) || strings.LastIndex(shown, enterScreen) > strings.LastIndex(shown, leaveScreen) {
				t.Errorf("left as %q", shown)
			}
		})
	}
}

// Where no shell could bring it back the program goes on.
func TestSuspendWithoutAShell(t *testing.T) {
	t.Parallel()
	p := runChild(t, os.Args[0], "-test.run=^TestChild$")
	p.wait("ready", 1)
	p.press("\x1a")
	p.wait("ready", 2)
	p.press("q")
	p.end()
}

// childProgram is a program in a terminal.
type childProgram struct {
	t        *testing.T
	command  *exec.Cmd
	terminal *os.File
	shown    record
	ended    chan error
	ctx      context.Context
}

func runChild(t *testing.T, name string, args ...string) *childProgram {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	p := &childProgram{t: t, command: exec.CommandContext(ctx, name, args...), ended: make(chan error, 1), ctx: ctx}
	p.command.Env = append(os.Environ(), childVariable+"=1", "TERM=xterm-256color", "PS1=$ ", "HISTFILE=")
	var err error
	if p.terminal, err = pty.StartWithSize(p.command, &pty.Winsize{Rows: 10, Cols: 40}); err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { _ = p.terminal.Close() })
	go func() {
		_, err := io.Copy(&p.shown, p.terminal)
		p.ended <- err
	}()
	return p
}

// wait waits until a text was shown so many times.
func (p *childProgram) wait(text string, times int) {
	p.t.Helper()
	for p.shown.count(text) < times {
		if p.ctx.Err() != nil {
			p.t.Fatalf("waited in vain for %q; shown %q", text, p.shown.String())
		}
		time.Sleep(time.Millisecond)
	}
}

// waitForeground waits until the shell has handed the terminal to a group of processes.
func (p *childProgram) waitForeground(group int) {
	p.t.Helper()
	terminal, err := p.terminal.SyscallConn()
	if err != nil {
		p.t.Fatal(err)
	}
	for has := 0; has != group && p.ctx.Err() == nil; time.Sleep(time.Millisecond) {
		if asked := terminal.Control(func(fd uintptr) { has, err = unix.IoctlGetInt(int(fd), unix.TIOCGPGRP) }); asked != nil || err != nil {
			p.t.Fatal(asked, err)
		}
	}
}

func (p *childProgram) press(keys string) {
	p.t.Helper()
	if _, err := io.WriteString(p.terminal, keys); err != nil {
		p.t.Fatal(err)
	}
}

// pid is the number of the job that the shell said.
func (p *childProgram) pid() (pid int) {
	p.t.Helper()
	_, rest, _ := strings.Cut(p.shown.String(), "\npid=")
	if _, err := fmt.Sscan(rest, &pid); err != nil {
		p.t.Fatalf("no number of a process in %q", p.shown.String())
	}
	return pid
}

// end waits until the program has ended.
func (p *childProgram) end() {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-p.ctx.Done():
	}
	_ = p.command.Wait() // its status is not what the tests are about
	if p.ctx.Err() != nil {
		p.t.Fatalf("it did not end; shown %q", p.shown.String())
	}
}

// record is what a program showed so far.
type record struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.bytes.Write(p)
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.bytes.String()
}

func (r *record) count(text string) int { return strings.Count(r.String(), text) }
