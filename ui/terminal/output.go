package terminal

import (
	"bytes"
	"fmt"
	"os"
	"sync"
)

// The alternate screen, as Bubble Tea enters and leaves it.
const (
	enterScreen = "\x1b[?1049h"
	leaveScreen = "\x1b[?1049l"
)

// Output is a terminal's output for tea.WithOutput. It switches the terminal's
// own reordering off when the program enters the alternate screen, and back on
// when the program leaves it, in whatever way: quitting, a panic, a signal,
// being suspended. Sequences may come in pieces.
type Output struct {
	file    *os.File
	off, on string

	mu      sync.Mutex
	seen    []byte // the start of a sequence at the end of what was written
	current bool   // whether it is switched off
}

// Output is the writer for a program on the terminal.
func (t Terminal) Output(f *os.File) *Output {
	o := &Output{file: f, off: t.Off, on: t.On}
	if o.off != "" {
		// A row keeps the mode that it was cleared in.
		o.off += "\x1b[2J"
	}
	return o
}

// Fd is the file's descriptor, by which Bubble Tea knows a terminal.
func (o *Output) Fd() uintptr { return o.file.Fd() }

// Read reads from the file.
func (o *Output) Read(p []byte) (int, error) {
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
	if !o.current {
		return nil
	}
	return o.switchTo(false)
}

// WriteString is [Output.Write] of a string.
func (o *Output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

// Write writes to the file, and switches after each change of the screen.
func (o *Output) Write(p []byte) (written int, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.off == "" {
		return o.pass(p)
	}
	for written < len(p) {
		end, entered, changes := o.find(p[written:])
		n, err := o.pass(p[written : written+end])
		written += n
		if err != nil {
			return written, err
		}
		if changes {
			if err := o.switchTo(entered); err != nil {
				return written, err
			}
		}
	}
	return written, nil
}

func (o *Output) pass(p []byte) (int, error) {
	n, err := o.file.Write(p)
	if err != nil {
		return n, fmt.Errorf("writing to the terminal: %w", err)
	}
	return n, nil
}

func (o *Output) switchTo(off bool) error {
	sequence := o.on
	if off {
		sequence = o.off
	}
	o.current = off
	_, err := o.pass([]byte(sequence))
	return err
}

// find looks for the end of the first change of the screen, which may have begun
// in what was written before.
func (o *Output) find(p []byte) (end int, entered, changes bool) {
	for i, b := range p {
		o.seen = append(o.seen, b)
		switch {
		case bytes.Equal(o.seen, []byte(enterScreen)):
			o.seen = o.seen[:0]
			return i + 1, true, true
		case bytes.Equal(o.seen, []byte(leaveScreen)):
			o.seen = o.seen[:0]
			return i + 1, false, true
		case bytes.HasPrefix([]byte(enterScreen), o.seen), bytes.HasPrefix([]byte(leaveScreen), o.seen):
		case b == '\x1b':
			o.seen = append(o.seen[:0], b)
		default:
			o.seen = o.seen[:0]
		}
	}
	return len(p), false, false
}
