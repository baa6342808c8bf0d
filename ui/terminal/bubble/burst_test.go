package bubble

import (
	"context"
	"errors"
	"io"
	"os"
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
// is typed at once is there, after few frames.
func TestSlowTerminal(t *testing.T) {
	t.Parallel()
	keys, press, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	shown, screen, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = keys.Close(), press.Close() }()
	const many = 3000
	typedAll := make(chan error, 1)
	go func() {
		var typing error
		for range many / 100 {
			_, failed := io.WriteString(press, strings.Repeat("k", 100))
			typing = errors.Join(typing, failed)
			time.Sleep(2 * time.Millisecond)
		}
		_, failed := io.WriteString(press, "q")
		typedAll <- errors.Join(typing, failed)
	}()
	go func() { // takes a frame in some hundredths of a second
		piece := make([]byte, 1<<10)
		for {
			if _, reading := shown.Read(piece); reading != nil {
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	frames := 0
	out := NewOutput(terminal.Terminal{}, screen)
	p := &lastModel{Model: typist{frames: &frames}}
	err = Run(t.Context(), p, tea.WithInput(keys), tea.WithOutput(out), tea.WithFilter(out.Filter),
		tea.WithWindowSize(200, 60), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	if err = errors.Join(err, <-typedAll, screen.Close()); err != nil {
		t.Fatal(err)
	}
	if got := len(p.Model.(typist).typed); got != many || frames > many/40 {
		t.Errorf("%d of %d keys were typed, by %d frames", got, many, frames)
	}
}

// lastModel keeps what became of a model.
type lastModel struct{ tea.Model }

func (l *lastModel) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := l.Model.Update(m)
	l.Model = next
	return l, cmd
}
