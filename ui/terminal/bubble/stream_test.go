package bubble

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/terminal"
)

// shownModel shows the size of its terminal and its last key, and panics at "p".
type shownModel struct {
	size tea.WindowSizeMsg
	key  string
}

func (shownModel) Init() tea.Cmd { return nil }

func (s shownModel) View() tea.View {
	return tea.NewView(fmt.Sprintf("wide=%d", s.size.Width) + "\n" + s.key + "\nend")
}

func (s shownModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.size = msg
	case tea.KeyPressMsg:
		if s.key = msg.String(); s.key == "p" {
			panic("planted")
		}
		if s.key == "q" {
			return s, tea.Quit
		}
	}
	return s, nil
}

// lockedBuffer is a buffer that may be read while it is written.
type lockedBuffer struct {
	mu     sync.Mutex
	buffer bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buffer.Write(p)
}

func (b *lockedBuffer) text() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buffer.String()
}

// A program at the other end of a connection takes keys and sizes from there, is not
// suspended, and ends alone: by a key, by a panic, by its context, or with the connection.
func TestRunStream(t *testing.T) {
	for name, tt := range map[string]struct {
		keys string
		end  func(cancel func(), client net.Conn)
		is   func(error) bool
	}{
		"a key":          {"q", nil, func(err error) bool { return err == nil }},
		"a panic":        {"p", nil, func(err error) bool { _, ok := errors.AsType[*CrashError](err); return ok }},
		"its context":    {"", func(cancel func(), _ net.Conn) { cancel() }, func(err error) bool { return errors.Is(err, context.Canceled) }},
		"no suspension":  {"\x1aq", nil, func(err error) bool { return err == nil }},
		"the connection": {"", func(cancel func(), client net.Conn) { client.Close(); cancel() }, func(err error) bool { return err != nil }},
	} {
		t.Run(name, func(t *testing.T) {
			here, there := net.Pipe()
			defer there.Close()
			defer here.Close()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			in, screen, sizes := terminal.NewStream(here), &lockedBuffer{}, make(chan tea.WindowSizeMsg, 1)
			out := NewStreamOutput(terminal.Terminal{}, screen)
			await := func(text string) {
				for !strings.Contains(screen.text(), text) && ctx.Err() == nil {
					time.Sleep(time.Millisecond)
				}
			}
			go func() {
				await("20")
				sizes <- tea.WindowSizeMsg{Width: 30, Height: 10}
				await("30")
				_, _ = there.Write([]byte(tt.keys))
				if tt.end != nil {
					tt.end(cancel, there)
				}
			}()
			err := RunStream(ctx, shownModel{}, sizes, tea.WithInput(terminal.NewStreamInput(in)), tea.WithOutput(out),
				tea.WithFilter(out.Filter), tea.WithWindowSize(20, 10), tea.WithEnvironment([]string{"TERM=xterm"}))
			if !tt.is(err) {
				t.Errorf("it ended with %v", err)
			}
			if shown := screen.text(); runtime.GOOS != "windows" && strings.Contains(strings.ReplaceAll(shown, "\r\n", ""), "\n") {
				t.Errorf("a line feed goes down alone: %q", shown)
			}
		})
	}
}
