package terminal

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

// A terminal is asked on its tty, and its mode is put back.
func TestDetectAsks(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers string // what the terminal sends for the queries
		want    string
	}{
		{"it answers", xtermAnswers, "XTerm"},
		{"typing comes between", "j" + xtermAnswers[:9] + xtermAnswers[9:], "XTerm"},
		{"it answers a part and no more", xtermAnswers[:16], "XTerm"},
		{"it answers nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			terminal, tty, err := pty.Open()
			if err != nil {
				t.Skipf("no pseudo-terminal: %v", err)
			}
			defer terminal.Close()
			defer tty.Close()
			// Within the test nothing is in the tty's foreground: what Detect
			// would do there is done by hand.
			asked := make(chan string, 1)
			go func() {
				asked <- readUntil(terminal, askPrimary)
				io.WriteString(terminal, tt.answers)
			}()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if !strings.HasSuffix(tt.answers, "c") {
				// It is waited for until the context is done.
				time.AfterFunc(patience, cancel)
			}
			e := evidence{getenv: environ("TERM=xterm")}
			e.answers = exchange(ctx, tty, tty, queriesFor(e.getenv))
			if got := e.terminal().Name; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := <-asked; !strings.HasSuffix(got, queriesFor(e.getenv)) {
				t.Errorf("asked %q", got)
			}
		})
	}
}

func readUntil(r io.Reader, end string) string {
	var got []byte
	buffer := make([]byte, 256)
	for !strings.HasSuffix(string(got), end) {
		n, err := r.Read(buffer)
		got = append(got, buffer[:n]...)
		if err != nil {
			break
		}
	}
	return string(got)
}

// Some terminals would show the queries.
func TestQueriesAreSafe(t *testing.T) {
	for _, tt := range []struct{ environ, want string }{
		{"TERM=xterm", askVersion + askAttributes + askMode8 + askColors + askPrimary},
		{"TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", askColors + askPrimary},
		{"TERM=linux", ""},
		{"TERM=dumb", ""},
		{"", ""},
	} {
		if got := queriesFor(environ(tt.environ)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.environ, got, tt.want)
		}
	}
}

// listener is a program that notes what keys it gets.
type listener struct{ keys *[]string }

func (l listener) Init() tea.Cmd  { return nil }
func (l listener) View() tea.View { return tea.NewView("") }
func (l listener) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.KeyPressMsg:
		*l.keys = append(*l.keys, m.String())
		if m.String() == "q" {
			return l, tea.Quit
		}
	case tea.PasteMsg:
		*l.keys = append(*l.keys, m.String())
	}
	return l, nil
}

// Answers that come too late are no keys to the program that runs by then.
func TestLateAnswersAreNoKeys(t *testing.T) {
	for _, answers := range []string{
		xtermAnswers, kittyAnswers, konsoleAnswers, qterminalAnswers, mltermAnswers, ptermAnswers, xtermjsAnswers,
		vteAnswers, urxvtAnswers, alacrittyAnswers, footAnswers, stAnswers, terminologyAnswers, zuttyAnswers,
	} {
		var keys []string
		p := tea.NewProgram(listener{&keys}, tea.WithInput(strings.NewReader("j"+answers+"kq")), tea.WithOutput(io.Discard),
			tea.WithoutSignalHandler(), tea.WithContext(t.Context()))
		if _, err := p.Run(); err != nil && !errors.Is(err, os.ErrClosed) {
			t.Fatal(err)
		}
		if got := strings.Join(keys, " "); got != "j k q" {
			t.Errorf("%q: keys %q", answers, got)
		}
	}
}
