package bubble

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/terminal"
)

// typist is a program that shows what was typed, on a large screen.
type typist struct {
	typed  string
	frames *int
}

func (typist) Init() tea.Cmd { return nil }

func (p typist) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := m.(tea.KeyPressMsg); ok {
		if key.String() == "q" {
			return p, tea.Quit
		}
		p.typed += key.Text
	}
	return p, nil
}

func (p typist) View() tea.View {
	*p.frames++
	line := strings.Repeat(string(rune('a'+len(p.typed)%26)), 200)
	return tea.NewView(p.typed + strings.Repeat("\n"+line, 60))
}

// What is pressed while a frame is written waits until it is, and comes in order and
// together; what comes from elsewhere does not wait.
func TestKeysWaitForAFrame(t *testing.T) {
	t.Parallel()
	sent := make(chan tea.Msg, 9)
	out := NewOutput(terminal.Terminal{}, nil)
	frames := 0
	var model tea.Model = guardedModel{typist{frames: &frames}, &guard{now: time.Now}}
	deliver := func(msg tea.Msg) {
		if msg = out.Filter(model, msg); msg != nil {
			model, _ = model.Update(msg)
		}
	}
	press := func(keys string) {
		for _, r := range keys {
			deliver(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	typed := func(what, want string) {
		t.Helper()
		if got := model.(guardedModel).Model.(typist).typed; got != want {
			t.Errorf("%s: typed %q, want %q", what, got, want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	deliver(programMsg{func(msg tea.Msg) { sent <- msg }, ctx})
	press("ab")
	typed("before a frame", "ab")
	out.burst.begin()
	press("cd")
	deliver(tea.FocusMsg{})
	typed("during a frame", "ab")
	out.burst.end()
	press("e")
	typed("before what waits is asked for", "ab")
	deliver(<-sent)
	typed("behind a frame", "abcde")
	press("f")
	out.burst.begin()
	press(strings.Repeat("x", mostHeld))
	typed("more than waits", "abcdef"+strings.Repeat("x", mostHeld))
	out.burst.end()
}

// A terminal that takes frames slowly keeps no key from the program: all of a long text that
// is typed meanwhile is there, in order, and what ends the program comes behind it.
func TestSlowTerminal(t *testing.T) {
	t.Parallel()
	keys, press := io.Pipe()
	want := strings.Repeat("abcdefghij", 300)
	typing := make(chan error, 1)
	go func() {
		for piece := range slices.Chunk([]byte(want+"q"), 100) {
			if _, err := press.Write(piece); err != nil {
				typing <- err
				return
			}
			time.Sleep(time.Millisecond)
		}
		typing <- nil
	}()
	frames := 0
	out := NewStreamOutput(terminal.Terminal{}, slowTerminal{})
	p := &lastModel{Model: typist{frames: &frames}}
	ctx, giveUp := context.WithTimeout(t.Context(), 3*time.Minute)
	defer giveUp()
	err := Run(ctx, p, tea.WithInput(keys), tea.WithOutput(out), tea.WithFilter(out.Filter),
		tea.WithWindowSize(200, 60), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	if err = errors.Join(err, <-typing, press.Close()); err != nil {
		t.Fatal(err)
	}
	if got := p.Model.(typist).typed; got != want {
		t.Errorf("%d keys were typed, want %d: %q", len(got), len(want), got)
	}
}

// slowTerminal takes a frame in some hundredths of a second.
type slowTerminal struct{}

func (slowTerminal) Write(p []byte) (int, error) {
	time.Sleep(30 * time.Millisecond)
	return len(p), nil
}

// lastModel keeps what became of a model.
type lastModel struct{ tea.Model }

func (l *lastModel) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := l.Model.Update(m)
	l.Model = next
	return l, cmd
}
