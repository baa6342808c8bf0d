//go:build unix

package run

import (
	"strings"
	"testing"
)

// Margins are on the screen, whatever the program takes for its size.
func TestWithinScreen(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, written, want string }{
		{"on it", "a\x1b[2;5rb", "a\x1b[2;5rb"},
		{"beyond its end", "\x1b[1;40r", "\x1b[1;8r"},
		{"more than a number", "\x1b[1;99999999999999999999r", "\x1b[1;8r"},
		{"without an end", "\x1b[3;r", "\x1b[3;8r"},
		{"none of it", "\x1b[20;40rx", "x"},
		{"all of it", "\x1b[r", "\x1b[r"},
		{"columns", "\x1b[2;99s", "\x1b[2;20s"},
		{"something else", "\x1b[2;99H\x1b[?1;2r", "\x1b[2;99H\x1b[?1;2r"},
	} {
		if got := string(withinScreen([]byte(tt.written), 20, 8)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A program that still takes the screen for a larger one scrolls in it, in however many pieces
// it says so.
func TestMarginsBeyondTheScreen(t *testing.T) {
	t.Parallel()
	const written = "\x1b[1;40r\x1b[2Hab\x1b[L\x1b[Mcd\x1b[3;90r\x1b[99;1H\n\n"
	for cut := range written {
		s := &session{emulator: quietEmulator(t, 20, 5)}
		s.write([]byte(written[:cut]))
		s.write([]byte(written[cut:]))
		if shown := s.emulator.String(); !strings.Contains(shown, "cd") {
			t.Errorf("cut at %d: %q", cut, shown)
		}
	}
}

// What the emulator fails at ends nothing.
func FuzzWriteTo(f *testing.F) {
	f.Add("\x1b[1;9r\x1b[L", 3, 2)
	f.Add("\x1b[?69h\x1b[1;9s\x1b[4@", 3, 2)
	f.Fuzz(func(t *testing.T, written string, width, height int) {
		e := quietEmulator(t, 1+abs(width)%20, 1+abs(height)%9)
		writeTo(e, []byte(written))
		e.Resize(5, 3)
		writeTo(e, []byte(written))
		var l Layouter
		l.Layout(e)
	})
}
