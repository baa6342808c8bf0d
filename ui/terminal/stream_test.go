package terminal

import (
	"context"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// A terminal at the other end of a connection is asked there. What it says after the time
// that it had comes as input, and so do keys, none of which is lost.
func TestDetectStream(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, term, answers, later, want, read string
		asked                                  bool
	}{
		{"it answers", "xterm", xtermAnswers, "jk", "XTerm", "jk", true},
		{"it answers late", "xterm", "", xtermAnswers + "q", "", xtermAnswers + "q", true},
		{"it is not asked", "dumb", "", "q", "", "q", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			here, there := net.Pipe()
			defer there.Close()
			s := NewStream(here)
			if tt.asked {
				go func() {
					readUntil(there, askPrimary)
					_, _ = io.WriteString(there, tt.answers)
				}()
			}
			patience := time.Minute
			if tt.answers == "" {
				patience = 300 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			found := DetectStream(ctx, s, here, environ("TERM="+tt.term), nil)
			if found.Name != tt.want {
				t.Errorf("it is %q, want %q", found.Name, tt.want)
			}
			if late := tt.asked && tt.answers == ""; (found.Late() != nil) != late {
				t.Errorf("late answers are awaited: %v, want %v", found.Late() != nil, late)
			}
			go func() {
				for i := range len(tt.later) { // a byte at a time
					_, _ = io.WriteString(there, tt.later[i:i+1])
				}
				there.Close()
			}()
			got, err := io.ReadAll(NewStreamInput(s))
			if string(got) != tt.read || err != nil {
				t.Errorf("read %q, %v, want %q", got, err, tt.read)
			}
		})
	}
}

// A stream that is closed ends for who reads from it, though the connection says nothing.
func TestStreamClose(t *testing.T) {
	t.Parallel()
	here, there := net.Pipe()
	defer here.Close()
	defer there.Close()
	s := NewStream(here)
	time.AfterFunc(10*time.Millisecond, func() { _ = s.Close() })
	got, err := io.ReadAll(s)
	if len(got) > 0 || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
}

// A paste from the other end is bounded as any.
func TestStreamPaste(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("س", MaxPaste)
	got, err := io.ReadAll(NewStreamInput(NewStream(strings.NewReader(string(pasteBegin) + text + string(pasteEnd) + "q"))))
	if want := string(pasteBegin) + text[:MaxPaste] + string(pasteEnd) + "q"; string(got) != want || err != nil {
		t.Errorf("read %d bytes, %v, want %d", len(got), err, len(want))
	}
}
