package terminal

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// listener is a program that notes what keys it gets, and what is found.
type listener struct {
	keys  *[]string
	found *[]Terminal
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
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.early))
			known := e.terminal()
			if !e.answers.complete {
				known.late = &e
			}
			f, err := os.Create(filepath.Join(t.TempDir(), "tty"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			out := known.Output(f)
			var keys []string
			var found []Terminal
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
	e := evidence{getenv: environ("TERM=xterm-256color"), prefer: func(t Terminal) Terminal {
		if t.ID == "VTE" {
			return t.WithForm(Blank)
		}
		return t
	}}
	known := e.preferred(e.terminal())
	known.late = &e
	o := known.Output(nil)
	o.Filter(nil, uv.SecondaryDeviceAttributesEvent{65, 7006, 1})
	got, ok := o.Filter(nil, uv.PrimaryDeviceAttributesEvent{65}).(Found)
	if !ok || got.Terminal.Form != Blank || got.Terminal.Off != "" {
		t.Errorf("found %+v", got)
	}
}

// An answer that comes after the first frame takes effect on the screen that is
// shown.
func TestLateAnswerSwitches(t *testing.T) {
	e := evidence{getenv: environ("TERM=xterm-256color")}
	known := e.terminal()
	known.late = &e
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
