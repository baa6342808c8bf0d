//go:build unix

package run

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/terminal"
)

// enterScreen shows the alternate screen, on which the program is shown whatever it asks
// for: the rows that it wrote are not those that are seen.
const enterScreen = "\x1b[?1049h"

// forwardedModes are the modes of the keyboard and the mouse that the program's terminal and
// the one outside have alike.
var forwardedModes = []ansi.Mode{
	ansi.ModeCursorKeys, ansi.ModeNumericKeypad, ansi.ModeMouseX10, ansi.ModeMouseNormal, ansi.ModeMouseButtonEvent, ansi.ModeMouseAnyEvent,
	ansi.ModeMouseExtSgr, ansi.ModeFocusEvent, ansi.ModeBracketedPaste,
}

// session is a program that is shown.
type session struct {
	emulator *vt.Emulator
	device   *os.File // the program's terminal, from this side
	layouter Layouter
	painter  painter

	pending bytes.Buffer // what goes to the terminal before the next frame
	held    []byte       // the start of a character at the end of what came

	mu   sync.Mutex
	rows []Row // of the last frame
}

func newSession(o Options, out io.Writer, device *os.File, width, height int) *session {
	s := &session{
		emulator: vt.NewEmulator(width, height), device: device,
		layouter: Layouter{Options: o.Layout}, painter: painter{out: out, row: o.Terminal.Append},
	}
	s.emulator.SetScrollbackSize(1)
	s.emulator.SetCallbacks(vt.Callbacks{
		Bell:        func() { s.pending.WriteByte('\a') },
		Title:       func(title string) { s.pending.WriteString(ansi.SetWindowTitle(o.Terminal.Title(title))) },
		EnableMode:  func(m ansi.Mode) { s.forward(m, ansi.SetMode) },
		DisableMode: func(m ansi.Mode) { s.forward(m, ansi.ResetMode) },
		CursorStyle: func(style vt.CursorStyle, blink bool) {
			n := 2*int(style) + 1
			if !blink {
				n++
			}
			s.pending.WriteString(ansi.SetCursorStyle(n))
		},
	})
	return s
}

// forward sets or resets a mode outside, too.
func (s *session) forward(m ansi.Mode, set func(...ansi.Mode) string) {
	if slices.Contains(forwardedModes, m) {
		s.pending.WriteString(set(m))
	}
}

// leaving gives the sequences that take back what the program may have set.
func (s *session) leaving() string {
	return ansi.ResetMode(forwardedModes...) + "\x1b[m\x1b[0 q\x1b[?25h\x1b[?1049l"
}

// How long a frame waits for more of what the program is writing: for the next piece, and
// in all.
const (
	frameGap  = 2 * time.Millisecond
	frameWait = 12 * time.Millisecond
)

// take gives a piece of what the program wrote to the emulator, with those that come
// right behind it, and draws.
func (s *session) take(chunk []byte, more <-chan []byte) error {
	begun := time.Now()
	for open := true; open; {
		s.write(chunk)
		if time.Since(begun) > frameWait {
			break
		}
		select {
		case chunk, open = <-more:
		case <-time.After(frameGap):
			open = false
		}
	}
	return s.draw()
}

// write gives the emulator what came but for the start of a character or of a sequence that
// is not whole.
func (s *session) write(chunk []byte) {
	all := slices.Concat(s.held, chunk)
	end := len(all)
	for n := 1; n < utf8.UTFMax && n <= len(all); n++ {
		if b := all[len(all)-n]; utf8.RuneStart(b) {
			if !utf8.FullRune(all[len(all)-n:]) {
				end = len(all) - n
			}
			break
		}
	}
	if begun := begunSequence().FindIndex(all); begun != nil && end == len(all) {
		end = begun[0]
	}
	writeTo(s.emulator, all[:end])
	s.held = all[end:]
}

// draw lays the screen out and shows it.
func (s *session) draw() error {
	if s.pending.Len() > 0 {
		if _, err := s.pending.WriteTo(s.painter.out); err != nil {
			return err //nolint:wrapcheck // it says what it is
		}
	}
	rows := s.layouter.Layout(s.emulator)
	s.mu.Lock()
	s.rows = rows
	s.mu.Unlock()
	at := s.emulator.CursorPosition()
	return s.painter.paint(rows, cursor{rows[at.Y].Column(at.X), at.Y, s.emulator.CursorHidden()})
}

// typed passes keys on, with the mouse where the program has what is seen there.
func (s *session) typed(in io.Reader) {
	keys := make([]byte, chunkSize)
	for {
		n, err := in.Read(keys)
		if n > 0 {
			s.mu.Lock()
			turned := turnMouse(keys[:n], s.rows)
			s.mu.Unlock()
			if _, writing := s.device.Write(turned); writing != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// otherVariables are the variables by which programs know terminals: of one that is not there.
var otherVariables = []string{
	"TERM=", "COLORTERM=", "TERM_PROGRAM=", "TERM_PROGRAM_VERSION=", "VTE_VERSION=", "KITTY_", "KONSOLE_", "WT_SESSION=", "WEZTERM_", "GHOSTTY_",
	"ITERM_SESSION_ID=", "LC_TERMINAL", "TMUX=", "TMUX_PANE=", "STY=", "LINES=", "COLUMNS=", "WINDOWID=", "ALACRITTY_", "XTERM_VERSION=",
}

// programEnvironment gives the variables of the program: those there are, but for the terminal,
// which is the emulator.
func programEnvironment(of []string) (list []string) {
	for _, variable := range of {
		if !slices.ContainsFunc(otherVariables, func(name string) bool { return strings.HasPrefix(variable, name) }) {
			list = append(list, variable)
		}
	}
	return append(list, "TERM=xterm-256color", "COLORTERM=truecolor", "TERM_PROGRAM="+terminal.Inside)
}
