package command

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"

	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// chunkSize is how much text is laid out at a time, and at least how much is
// read: enough to keep a processor busy, little enough to keep memory flat.
const chunkSize = 128 << 10

// chunk is a piece of text, of whole lines, and what becomes of it. The styles
// are those that the text before it has left on, the plan is of the lines before it.
type chunk struct {
	text string
	ansi rtl.ANSI
	plan plaintext.State
	laid chan []byte
}

// layText lays text out as it comes, a line of it a paragraph. Chunks are laid
// out side by side and written in their order; one that came through a pipe is
// laid out as soon as it is there.
func layText(s *outputSheet, name string, in io.Reader) error {
	workers := runtime.GOMAXPROCS(0)
	var rows sync.Pool // of buffers that were written
	work, order := make(chan chunk), make(chan chunk, workers)
	for range workers {
		p := s.pen
		go func() {
			for c := range work {
				written, ok := rows.Get().(*[]byte)
				if !ok {
					written = new([]byte)
				}
				c.laid <- p.lines((*written)[:0], c)
			}
		}()
	}
	stop := make(chan struct{})
	failed := make(chan error, 1)
	go func() {
		defer close(order)
		defer close(work)
		var ansi rtl.ANSI
		var plan plaintext.State
		failed <- readChunks(in, func(text []byte) bool {
			c := chunk{string(text), ansi, plan, make(chan []byte, 1)}
			ansi = styleAfter(ansi, text)
			plan.Skip(text)
			select {
			case order <- c:
				work <- c
				return true
			case <-stop:
				return false
			}
		})
	}()
	var err error
	for c := range order {
		laid := <-c.laid
		if err != nil {
			continue // the reader still has to be let go
		}
		if err = s.write(laid); err == nil && len(order) == 0 {
			err = s.flush()
		}
		rows.Put(&laid)
		if err != nil {
			close(stop)
		}
	}
	if err != nil {
		return err
	}
	if err := <-failed; err != nil {
		return unreadableError(name, err)
	}
	return nil
}

// readChunks gives text in pieces of whole lines and as UTF-8, until there is no more
// or the pieces are not wanted. A piece is valid until the next one is given.
func readChunks(in io.Reader, give func([]byte) bool) error {
	in, err := charset.FromUTF16(in)
	if err != nil {
		return err
	}
	var charset charset.Decoder
	var buffer, rest []byte
	for {
		if size := len(rest) + max(chunkSize, len(rest)); size > len(buffer) { // a line may be longer than a chunk
			buffer = append(make([]byte, 0, size), rest...)[:size]
		} else {
			copy(buffer, rest)
		}
		n, err := in.Read(buffer[len(rest):])
		text := buffer[:len(rest)+n]
		end := len(text)
		if err == nil {
			end = pieceEnd(text, len(rest), n)
		}
		rest = text[end:]
		if end > 0 && !give(charset.Decode(text[:end])) {
			return nil
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err //nolint:wrapcheck // the caller says of what
		}
	}
}

// fullRead is how much a read returns at least where more is there already: what a pipe
// holds.
const fullRead = 64 << 10

// pieceEnd returns where the piece ends that is laid out of a text whose last n bytes were
// read now, 0 where no line of it is whole: behind its last line, and where more is there
// already and that takes not much off, behind an empty line, so that lines which have one
// shape stay together.
func pieceEnd(text []byte, before, n int) int {
	end := bytes.LastIndexByte(text[before:], '\n') + 1
	if end == 0 {
		return 0
	}
	end += before
	if n >= fullRead {
		half := min(len(text)/2, end)
		if shape := bytes.LastIndex(text[half:end], []byte("\n\n")); shape >= 0 {
			return half + shape + len("\n\n")
		}
	}
	return end
}

// lines appends the layout of every line of a text. Where no direction was asked for, a
// line has that of its neighbours, and keeps its shape if it has one.
func (p *pen) lines(dst []byte, c chunk) []byte {
	p.list = p.list[:0]
	for line := range strings.Lines(c.text) {
		p.list = append(p.list, trimEnd(line))
	}
	if !p.guesses() {
		for _, line := range p.list {
			p.spans = c.ansi.AppendSpans(p.spans[:0], line)
			dst = p.paragraph(dst, p.spans)
		}
		return dst
	}
	options := p.options
	p.planner.State = c.plan
	layouts := p.planner.Plan(p.list)
	for i := range layouts {
		p.spans = c.ansi.AppendSpans(p.spans[:0], p.list[i])
		if layouts[i].Prose && p.measure.Columns > 0 {
			p.left, p.options.Width, _ = p.measure.Room(options.Width)
			layouts[i].Apply(&p.options)
			dst = p.paragraph(dst, p.spans)
			p.left, p.options = 0, options
			continue
		}
		if layouts[i].Direction == rtl.Auto {
			dst = p.paragraph(dst, p.spans)
			continue
		}
		p.spans = p.asPlanned(&layouts[i], p.spans)
		dst = p.paragraph(dst, p.spans)
		p.options = options
	}
	return dst
}

// guesses tells whether the direction of lines is to be found, and with it their shape.
func (p *pen) guesses() bool { return p.options.Direction == rtl.AutoRTL }

// asPlanned sets the options of a line's layout, and returns its text.
func (p *pen) asPlanned(layout *plaintext.Layout, spans []rtl.Span) []rtl.Span {
	if p.unlimited {
		p.options.Width = max(p.options.Width, layout.Columns)
	}
	layout.Apply(&p.options)
	if layout.Text != "" && p.term.Form != terminal.Logical {
		return append(spans[:0], rtl.Span{Text: layout.Text})
	}
	return spans
}

// trimEnd is a line without its end, and without what it has written over itself.
func trimEnd(line string) string {
	return plaintext.Overwritten(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
}

// styleAfter is the state of the styles behind a text.
func styleAfter(ansi rtl.ANSI, text []byte) rtl.ANSI {
	if !mayStyle(text) {
		return ansi
	}
	for line := range strings.Lines(string(text)) {
		ansi.Parse(trimEnd(line))
	}
	return ansi
}

// mayStyle tells whether a text may change styles: whether ESC, CSI or OSC is in
// it.
func mayStyle(text []byte) bool {
	return bytes.IndexByte(text, '\x1b') >= 0 || bytes.Contains(text, []byte("\u009b")) || bytes.Contains(text, []byte("\u009d"))
}
