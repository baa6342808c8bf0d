package bubble

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/terminal"
)

// listener is a program that notes what keys it gets, and what is found.
type listener struct {
	keys  *[]string
	found *[]terminal.Terminal
}

func (l listener) Init() tea.Cmd { return nil }

func (l listener) View() tea.View {
	v := tea.NewView("ready")
	v.AltScreen = true
	return v
}

func (l listener) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case Found:
		*l.found = append(*l.found, m.Terminal)
	case tea.KeyPressMsg:
		*l.keys = append(*l.keys, m.String())
		if m.String() == "q" {
			return l, tea.Quit
		}
	}
	return l, nil
}

// Answers that come while the program runs are no keys to it, and tell it what
// it did not know.
func TestLateAnswers(t *testing.T) {
	for _, tt := range []struct {
		name, environ, early, late string
		want                       string // what is found, and its form; "" for nothing
	}{
		{"konsole", "TERM=xterm-256color", "", konsoleAnswers, "konsole marked"},
		{"a part had come", "TERM=xterm-256color", konsoleAnswers[:21], konsoleAnswers[21:], "konsole marked"},
		{"VTE", "TERM=xterm-256color", "", vteAnswers, "VTE visual"},
		{"PuTTY", "TERM=xterm", "", ptermAnswers, "PuTTY blank"},
		{"xterm.js", "TERM=xterm-256color", "", xtermjsAnswers, "xterm.js alternate"},
		{"kitty, as was thought", "TERM=xterm-kitty", "", kittyAnswers, ""},
		{"one that says nothing new", "TERM=xterm-256color", "", "\x1b[?1;2c", ""},
		{"one that answered all", "TERM=xterm-256color", konsoleAnswers, konsoleAnswers, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			known := terminal.Guess(environ(tt.environ), nil)
			known.Late().Read([]byte(tt.early))
			if known.Late().IsComplete() {
				known = known.Late().Terminal()
			}
			f, err := os.Create(filepath.Join(t.TempDir(), "tty"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			out := NewOutput(known, f)
			var keys []string
			var found []terminal.Terminal
			p := tea.NewProgram(listener{&keys, &found},
				tea.WithInput(strings.NewReader("j"+tt.late+"kq")), tea.WithOutput(out), tea.WithFilter(out.Filter),
				tea.WithoutSignalHandler(), tea.WithContext(t.Context()))
			if _, err = p.Run(); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(keys, " "); got != "j k q" {
				t.Errorf("keys %q", got)
			}
			var got []string
			for _, f := range found {
				got = append(got, f.Name+" "+f.Form.String())
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
			shown, err := os.ReadFile(f.Name())
			if err != nil {
				t.Fatal(err)
			}
			if off, on := strings.Count(string(shown), bidiOff), strings.Count(string(shown), bidiOn); off != on {
				t.Errorf("switched off %d times, on %d times: %q", off, on, shown)
			}
		})
	}
}

// The user's word goes before late answers too.
func TestLateAnswersAndTheUsersWord(t *testing.T) {
	known := terminal.Guess(environ("TERM=xterm-256color"), func(t terminal.Terminal) terminal.Terminal {
		if t.ID == "VTE" {
			return t.WithForm(terminal.Blank)
		}
		return t
	})
	o := NewOutput(known, nil)
	o.Filter(nil, uv.SecondaryDeviceAttributesEvent{65, 7006, 1})
	got, ok := o.Filter(nil, uv.PrimaryDeviceAttributesEvent{65}).(Found)
	if !ok || got.Terminal.Form != terminal.Blank || got.Terminal.Off != "" {
		t.Errorf("found %+v", got)
	}
}

// An answer that comes after the first frame takes effect on the screen that is
// shown.
func TestLateAnswerSwitches(t *testing.T) {
	known := terminal.Guess(environ("TERM=xterm-256color"), nil)
	got := writtenOutput(t, known, func(o *Output) {
		io.WriteString(o, enterScreen)
		o.Filter(nil, tea.ModeReportMsg{Mode: ansi.ANSIMode(8), Value: 1})
		o.Filter(nil, uv.PrimaryDeviceAttributesEvent{65})
		io.WriteString(o, leaveScreen)
	})
	if want := enterScreen + bidiOff + clearScreen + leaveScreen + bidiOn; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
