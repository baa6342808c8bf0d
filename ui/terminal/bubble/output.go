package bubble

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/warraq/warraq/ui/terminal"
)

// The alternate screen, as Bubble Tea enters and leaves it.
const (
	enterScreen = "\x1b[?1049h"
	leaveScreen = "\x1b[?1049l"
	clearScreen = "\x1b[2J"
)

// Output is a terminal's output for tea.WithOutput. It switches the terminal's
// own reordering off when the program enters the alternate screen, and back on
// when the program leaves it, in whatever way: quitting, a panic, a signal,
// being suspended. Sequences may come in pieces.
type Output struct {
	file *os.File       // nil where the terminal is at the other end of a connection
	to   io.Writer      // the file or the connection
	late *terminal.Late // what is known so far, where answers are still to come

	mu        sync.Mutex
	terminal  terminal.Terminal
	seen      []byte // the start of a sequence at the end of what was written
	alternate bool   // whether the alternate screen is shown

	columns columnTracker
	rest    restingModel
	burst   burst
}

// NewOutput returns the writer for a program on a terminal.
func NewOutput(t terminal.Terminal, f *os.File) *Output {
	return &Output{file: f, to: f, terminal: t, late: t.Late()}
}

// SetWidth tells how many columns the screen has, where no message says so.
func (o *Output) SetWidth(columns int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.columns.width = columns
}

// NewStreamOutput returns the writer for a program on a terminal at the other end of a
// connection.
func NewStreamOutput(t terminal.Terminal, w io.Writer) *Output {
	return &Output{to: w, terminal: t, late: t.Late()}
}

// Fd is the file's descriptor, by which Bubble Tea knows a terminal; without a file it is
// none that there is.
func (o *Output) Fd() uintptr {
	if o.file == nil {
		return ^uintptr(0)
	}
	return o.file.Fd()
}

// Read reads from the file.
func (o *Output) Read(p []byte) (int, error) {
	if o.file == nil {
		return 0, io.EOF
	}
	n, err := o.file.Read(p)
	if err != nil {
		return n, fmt.Errorf("reading from the terminal: %w", err)
	}
	return n, nil
}

// Close switches the reordering back on, if it still is off. The file stays
// open.
func (o *Output) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.alternate {
		return nil
	}
	o.alternate = false
	return o.switchTo()
}

// WriteString is [Output.Write] of a string.
func (o *Output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

// Write writes to the file, and switches after each change of the screen. It returns when
// there is something to do, where the program rests.
func (o *Output) Write(p []byte) (int, error) {
	shown, rests := withoutMark(p)
	if o.file == nil && runtime.GOOS != "windows" {
		// Bubble Tea takes what is no terminal of this machine for one whose driver returns
		// the cursor before each line feed.
		shown = bytes.ReplaceAll(shown, []byte{'\n'}, []byte{'\r', '\n'})
	}
	o.burst.begin()
	n, err := o.write(shown)
	o.burst.end()
	if err == nil {
		n = len(p)
	}
	if rests {
		o.rest.keep()
	}
	return n, err
}

func (o *Output) write(p []byte) (written int, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for written < len(p) {
		end, changes := o.find(p[written:])
		if err := o.pass(o.columns.place(p[written : written+end])); err != nil {
			return written, err
		}
		written += end
		if changes {
			if err := o.switchTo(); err != nil {
				return written, err
			}
		}
	}
	return written, nil
}

func (o *Output) pass(p []byte) error {
	if _, err := o.to.Write(p); err != nil {
		return fmt.Errorf("writing to the terminal: %w", err)
	}
	return nil
}

// switchTo sends what the screen that is shown needs. A row keeps the mode that
// it was cleared in, so it is cleared in the new one.
func (o *Output) switchTo() error {
	sequence := o.terminal.On
	if o.alternate && o.terminal.Off != "" {
		sequence = o.terminal.Off + clearScreen
	}
	if sequence == "" {
		return nil
	}
	return o.pass([]byte(sequence))
}

// use changes to another terminal.
func (o *Output) use(t terminal.Terminal) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.alternate && o.terminal.On != t.On {
		_ = o.pass([]byte(o.terminal.On))
	}
	o.terminal = t
	if o.alternate {
		_ = o.switchTo() // what cannot be written now fails again with the next frame
	}
}

// find looks for the end of the first change of the screen, which may have begun
// in what was written before.
func (o *Output) find(p []byte) (end int, changes bool) {
	for end < len(p) {
		if len(o.seen) == 0 {
			start := bytes.IndexByte(p[end:], '\x1b')
			if start < 0 {
				break
			}
			end += start
		}
		if p[end] == '\x1b' {
			o.seen = o.seen[:0]
		}
		o.seen = append(o.seen, p[end])
		end++
		entered, left := strings.HasPrefix(enterScreen, string(o.seen)), strings.HasPrefix(leaveScreen, string(o.seen))
		switch {
		case !entered && !left:
			o.seen = o.seen[:0]
		case len(o.seen) == len(enterScreen):
			o.seen, o.alternate = o.seen[:0], entered
			return end, true
		}
	}
	return len(p), false
}
