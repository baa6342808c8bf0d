// Package outside runs programs that the user named, on a text: what reads it aloud, looks it
// up or translates it.
//
// No shell has a part in it. The text goes into the program's standard input, or into an
// argument; what it writes is bounded, and so is the time that it takes. When that is up, or
// nobody waits any more, it ends with all that it has started.
package outside

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// TextPlace is the place of the text in an argument. Without one it goes into the program's
// standard input.
const TextPlace = "{text}"

// Call is a program with what it is to be run on.
type Call struct {
	Command []string
	Text    string
	Values  []string      // places in the arguments, each followed by what is put there
	Most    int           // bytes that it may write, the rest is left out
	Within  time.Duration // how long it may take
}

// ErrHangs is why a program was ended that took too long, ErrClosed why one is not begun.
var (
	ErrHangs  = errors.New("it took too long")
	ErrClosed = errors.New("programs are no longer started")
)

// Error is a program that could not be run, or failed.
type Error struct {
	Name string // of the program
	Said string // the last line of what it said of that, "" for nothing
	Why  error
}

// Error says which program failed and why.
func (e *Error) Error() string {
	if e.Said != "" {
		return e.Name + ": " + e.Said
	}
	return fmt.Sprintf("%s: %v", e.Name, e.Why)
}

func (e *Error) Unwrap() error { return e.Why }

// Runner runs programs until it is closed. The zero Runner is ready.
type Runner struct {
	mu      sync.Mutex
	closed  bool
	running sync.WaitGroup
}

// Close starts no program any more, and returns when the last one has ended: their contexts
// are to be done before.
func (r *Runner) Close() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.running.Wait()
}

// begin counts a program that is started; false where the runner is closed.
func (r *Runner) begin() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.running.Add(1)
	}
	return !r.closed
}

// endingBound is how long a program that was ended may keep what it writes to open.
const endingBound = time.Second

// Run runs a program and returns what it wrote, and whether there was more. It has ended by
// then, with what it has started.
func (r *Runner) Run(ctx context.Context, c Call) (wrote []byte, cut bool, err error) {
	if !r.begin() {
		return nil, false, ErrClosed
	}
	defer r.running.Done()
	within, stop := context.WithTimeoutCause(ctx, c.Within, ErrHangs)
	defer stop()
	whole, asInput := c.arguments()
	program := exec.CommandContext(within, whole[0], whole[1:]...) //nolint:gosec // the user names it
	if asInput {
		program.Stdin = strings.NewReader(c.Text)
	}
	out, said := &bounded{most: c.Most}, &bounded{most: mostSaid}
	program.Stdout, program.Stderr = out, said
	program.WaitDelay = endingBound
	setProcessGroup(program)
	err = program.Run()
	switch {
	case err == nil || errors.Is(err, exec.ErrWaitDelay):
		return out.kept, out.cut, nil
	case ctx.Err() != nil:
		return nil, false, ctx.Err() //nolint:wrapcheck // nobody waits for it
	case within.Err() != nil:
		err = ErrHangs
	}
	return nil, false, &Error{Name: c.Command[0], Said: said.lastLine(), Why: err}
}

// arguments returns the command with what is put into it, and whether the text goes into the
// program's standard input.
func (c *Call) arguments() (whole []string, asInput bool) {
	asInput = true
	put := strings.NewReplacer(append([]string{TextPlace, argument(c.Text)}, c.Values...)...)
	whole = []string{c.Command[0]}
	for _, arg := range c.Command[1:] {
		asInput = asInput && !strings.Contains(arg, TextPlace)
		whole = append(whole, put.Replace(arg))
	}
	return whole, asInput
}

// argument is a text as an argument has it: no program takes it for an option.
func argument(s string) string {
	s = strings.ReplaceAll(s, "\x00", "")
	if strings.HasPrefix(s, "-") {
		return " " + s
	}
	return s
}

// mostSaid is how much is kept of what a program says of its errors.
const mostSaid = 64 << 10

// bounded keeps the beginning of what is written to it. It embeds no buffer: that would be
// written to past the bound.
type bounded struct {
	kept []byte
	most int
	cut  bool
}

// Write keeps as much as there is room for.
func (b *bounded) Write(p []byte) (int, error) {
	room := min(len(p), b.most-len(b.kept))
	b.cut = b.cut || room < len(p)
	b.kept = append(b.kept, p[:room]...)
	return len(p), nil
}

// lastLine returns the last line, cleaned.
func (b *bounded) lastLine() string {
	all := bytes.TrimSpace(b.kept)
	return text.CleanLine(string(all[bytes.LastIndexByte(all, '\n')+1:]))
}
