package bubble

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/terminal"
)

// counter is a program that shows how many keys were pressed.
type counter struct{ keys int }

func (counter) Init() tea.Cmd { return nil }

func (c counter) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := m.(tea.KeyPressMsg); ok {
		if c.keys++; key.String() == "q" {
			return c, tea.Quit
		}
	}
	return c, nil
}

func (c counter) View() tea.View { return tea.NewView("keys: " + string(rune('0'+c.keys))) }

// A program that rests draws what the next message changes, and nothing that it writes is
// to be seen of its rests.
func TestRest(t *testing.T) {
	t.Parallel()
	keys, press, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer keys.Close()
	defer press.Close()
	path := filepath.Join(t.TempDir(), "shown")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := NewOutput(terminal.Terminal{}, file)
	rests := 0
	var at []string // what was shown when it began to rest
	var once sync.Mutex
	out.rest.rested = func() {
		once.Lock()
		defer once.Unlock()
		shown, reading := os.ReadFile(path)
		if reading != nil {
			t.Error(reading)
		}
		at = append(at, string(shown))
		rests++
		key := "x"
		if rests == 4 {
			key = "q"
		}
		if _, pressing := press.WriteString(key); pressing != nil {
			t.Error(pressing)
		}
	}
	err = Run(context.Background(), counter{}, tea.WithInput(keys), tea.WithOutput(out), tea.WithFilter(out.Filter),
		tea.WithWindowSize(20, 1), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	if err != nil || rests != 4 {
		t.Fatalf("it rested %d times, and ended with %v", rests, err)
	}
	for i, shown := range at {
		if want := string(rune('0' + i)); !strings.Contains(shown, want) || strings.Contains(shown, restMark) {
			t.Errorf("after %d keys it shows %q", i, shown)
		}
	}
}
