package terminal

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// pseudoTerminal opens a pseudo-terminal for a test: its own side, and that of a program.
func pseudoTerminal(t *testing.T) (terminal, tty *os.File) {
	t.Helper()
	terminal, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = terminal.Close(), tty.Close() })
	return terminal, tty
}

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
			terminal, tty := pseudoTerminal(t)
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
				time.AfterFunc(answerPatience, cancel)
			}
			e := evidence{getenv: environ("TERM=xterm")}
			exchangeQueries(ctx, tty, tty, queriesFor(e.getenv), &e.answers)
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
		{"TERM=xterm", askVersion + askAttributes + askMode8 + askClusters + askColors + askPrimary},
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

// pieces is a terminal that sends one piece a read.
type pieces struct{ left []string }

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.left) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.left[0])
	p.left = p.left[1:]
	return n, nil
}

func (p *pieces) Cancel() bool { return true }
func (p *pieces) Close() error { return nil }

// When the time is nearly up, a report that has begun is read to its end, and
// nothing after it.
func TestReportsAreReadToTheirEnd(t *testing.T) {
	for _, tt := range []struct {
		name   string
		pieces []string
		left   int
	}{
		{"a whole report", []string{"\x1b[>1;115;0c", "\x1b[?62c"}, 1},
		{"the end of one", []string{"\x1b[>1;1", "15", ";0c", "\x1b[?62c"}, 1},
		{"the end of a name", []string{"\x1bP>|Kon", "sole 22\x1b", "\\", "\x1b[?62c"}, 1},
		{"the end of a colour", []string{"\x1b]11;rgb:ff", "ff/ffff/ffff\a", "\x1b[?62c"}, 1},
		{"a key", []string{"\x1b[A", "\x1b[?62c"}, 1},
		{"typing", []string{"j", "\x1b[?62c"}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := &pieces{tt.pieces}
			var a answers
			a.readFrom(&waiting{reader: r, late: true})
			if len(r.left) != tt.left {
				t.Errorf("left unread: %q", r.left)
			}
		})
	}
}
