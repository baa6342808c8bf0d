//go:build unix

package terminal

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

// childVariable makes the test binary the program that the tests below end.
const childVariable = "WARRAQ_TEST_CHILD"

// child is a program on the whole screen that one key each ends.
type child struct{}

func (c child) Init() tea.Cmd { return nil }

func (c child) View() tea.View {
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
		case "z":
			return c, tea.Suspend
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
	out := Terminal{Off: bidiOff, On: bidiOn}.Output(os.Stdout)
	defer out.Close()
	_, err := tea.NewProgram(child{}, tea.WithContext(ctx), tea.WithOutput(out)).Run()
	t.Log(err)
}

// However a program ends, the terminal's reordering is as it was.
func TestEveryWayOut(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		signal     syscall.Signal
	}{
		{"quit", "q", 0},
		{"a panic", "p", 0},
		{"a panic in a command", "c", 0},
		{"suspended, back, and quit", "z", syscall.SIGCONT},
		{"SIGTERM", "", syscall.SIGTERM},
		{"SIGINT", "", syscall.SIGINT},
		{"SIGHUP", "", syscall.SIGHUP},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			program := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestChild$")
			program.Env = append(os.Environ(), childVariable+"=1", "TERM=xterm-256color")
			terminal, err := pty.StartWithSize(program, &pty.Winsize{Rows: 10, Cols: 40})
			if err != nil {
				t.Skipf("no pseudo-terminal: %v", err)
			}
			defer terminal.Close()
			var shown record
			ended := make(chan error, 1)
			go func() {
				_, err := io.Copy(&shown, terminal)
				ended <- err
			}()
			wait := func(text string, times int) {
				for shown.count(text) < times && ctx.Err() == nil {
					time.Sleep(time.Millisecond)
				}
			}
			wait("ready", 1)
			io.WriteString(terminal, tt.keys)
			if tt.keys == "z" {
				wait(bidiOn, 1)
				// It may not listen yet.
				for shown.count(bidiOff) < 2 && ctx.Err() == nil {
					program.Process.Signal(tt.signal)
					time.Sleep(time.Millisecond)
				}
				io.WriteString(terminal, "q")
			} else if tt.signal != 0 {
				program.Process.Signal(tt.signal)
			}
			<-ended
			program.Wait()
			if ctx.Err() != nil {
				t.Fatalf("it did not end; shown %q", shown.String())
			}
			off, on := shown.count(bidiOff), shown.count(bidiOn)
			if off == 0 || off != on || strings.LastIndex(shown.String(), bidiOn) < strings.LastIndex(shown.String(), leaveScreen) {
				t.Errorf("switched off %d times, on %d times: %q", off, on, shown.String())
			}
		})
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
