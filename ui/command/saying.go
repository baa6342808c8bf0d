package command

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// say writes what went wrong on standard error, or holds it back for the reader.
func (e *env) say(err error) {
	if e.holding {
		e.held = append(e.held, e.sentence(err))
		return
	}
	e.notice("warraq: " + e.sentence(err))
}

// hold holds back what is to be said before the reader begins, which would be covered by it
// until it ends.
func (e *env) hold() { e.holding = true }

// release returns what was held back, and holds nothing back any more.
func (e *env) release() (said []string) {
	said, e.held, e.holding = e.held, nil, false
	return said
}

// notice writes a sentence on standard error, laid out where that is a terminal.
// Where even that fails there is nowhere else to say it.
func (e *env) notice(sentence string) {
	if isTerminal(e.Err) {
		how := asFound()
		how.direction = e.words.Direction
		if s, err := e.sheetOn(context.Background(), e.Err, how); err == nil {
			_ = s.paragraph([]rtl.Span{{Text: isolateFlags(text.CleanText(sentence))}})
			_ = s.flush()
			return
		}
	}
	_, _ = fmt.Fprintln(e.Err, text.CleanText(unisolate(sentence)))
}

// writeText has something written on standard output that is plain text.
func (e *env) writeText(write func(io.Writer) error) error {
	gate := terminal.NewTextGate(e.Out, isTerminal(e.Out))
	if err := errors.Join(write(gate), gate.Flush()); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// isTerminal tells whether a stream is one.
func isTerminal(f interface{ Fd() uintptr }) bool { return term.IsTerminal(f.Fd()) }
