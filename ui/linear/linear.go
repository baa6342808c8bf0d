// Package linear is the reader for screen readers and braille displays, and for
// terminals that cannot show a full screen: no panes, no boxes, no colours, and
// one thing a line, in logical order.
//
// It prints, and waits for a line: the number of an article that it printed, a
// key of the full-screen reader, or words to look for. Everything before stays
// where it was printed, to be gone over again.
package linear

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// Config is what the reader needs to start.
type Config struct {
	Library *store.Library
	Words   *words.Words
	In      io.Reader
	Out     io.Writer
	// Open is the article to open at once, "" for none.
	Open string
	// Sentence says an error in the user's words.
	Sentence func(error) string
}

// Run reads and answers lines until the user leaves, the input ends, or the
// context is done. Its error is that of writing.
func Run(ctx context.Context, c Config) error {
	defer relateAll(ctx, c.Library)()
	r := &session{Config: c, ctx: ctx, at: -1, out: bufio.NewWriter(c.Out)}
	if c.Open == "" {
		r.list(store.Filter{})
	} else {
		r.visit(c.Open)
	}
	lines := linesOf(c.In)
	for !r.left {
		if err := r.ask(); err != nil {
			return err
		}
		select {
		case line, ok := <-lines:
			if !ok {
				return r.end()
			}
			r.take(line)
		case <-ctx.Done():
			return r.end()
		}
	}
	return r.end()
}

// relateAll finds out in the background how articles are related that came lately,
// until it is told to end. What keeps it from that keeps others from their work
// too, and is said there.
func relateAll(ctx context.Context, library *store.Library) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = library.Relate(ctx, nil)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// session is the state between two lines.
type session struct {
	Config
	ctx context.Context //nolint:containedctx // one run, one context
	out *bufio.Writer

	numbered []store.Entry // what a number opens
	more     func()        // prints the next part of a list, nil at its end
	visited  []string      // articles in the order in which they were opened
	at       int           // the one that is open, -1 for none
	left     bool
}

// ask prints the prompt.
func (r *session) ask() error {
	r.print(r.Words.Linear.Prompt + " ")
	if err := r.out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// end leaves the cursor at the start of a line.
func (r *session) end() error {
	if !r.left {
		r.print("\n")
	}
	if err := r.out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// print writes text. What cannot be written is said at the end.
func (r *session) print(said string) { _, _ = r.out.WriteString(text.CleanText(said)) }

// line writes a line of its own.
func (r *session) line(text string) { r.print(text + "\n") }

// failed says an error, if it is one.
func (r *session) failed(err error) bool {
	if err != nil {
		r.line(r.Sentence(err))
	}
	return err != nil
}

// linesOf reads lines as they come, however long, until there are no more.
func linesOf(in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for input := bufio.NewReader(in); ; {
			line, err := input.ReadString('\n')
			if line != "" {
				lines <- strings.TrimRight(line, "\r\n")
			}
			if err != nil {
				return
			}
		}
	}()
	return lines
}
