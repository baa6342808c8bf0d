package command

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/pager"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// pipedWidth is the width of lines that go to no terminal.
const pipedWidth = 80

// pen lays paragraphs out and writes their lines. It is not for concurrent use;
// a copy is a pen of its own.
type pen struct {
	layout  rtl.Layouter
	term    terminal.Terminal
	options rtl.Options
	plain   bool // no colours and no links
	spans   []rtl.Span
	list    []string // lines at hand
	planner plaintext.Planner
	// unlimited is that what has a shape is as wide as it is: no width was asked for,
	// and there is no screen.
	unlimited bool
	// measure is the column of a screen that prose stands in.
	measure plaintext.Measure
	left    int // free columns before a row
	moved   []rtl.Cell
}

// outputSheet is a stream as a page that lines are laid out on.
type outputSheet struct {
	pen
	out    *bufio.Writer
	piped  bool
	screen terminal.Terminal // where it is one: as full-screen programs use it
	asked  int               // the width that the flags ask for, 0 for none
	theme  theme.Theme       // of articles
	buffer []byte
	kept   *paged // what is not written yet, since it may have to be paged
}

// sheet makes one of standard output by the flags.
func (e *env) sheet(ctx context.Context, how layoutFlags) (*outputSheet, error) {
	return e.sheetOn(ctx, e.Out, how)
}

// sheetOn makes one of a stream. Where the flags leave it open, a terminal is
// sent the form that it needs in its own width; a pipe is sent text in logical
// order and plain letters.
func (e *env) sheetOn(ctx context.Context, out *os.File, how layoutFlags) (*outputSheet, error) {
	options, err := how.options()
	if err != nil {
		return nil, err
	}
	s := &outputSheet{out: bufio.NewWriterSize(out, 64<<10), piped: !isTerminal(out)}
	s.options = options
	s.term = terminal.Terminal{Form: terminal.Logical, KeepMarks: true, Shaping: rtl.ShapeNone}
	s.theme = theme.Palette()
	if !s.piped {
		if s.screen = e.found; !e.isFound {
			s.screen = terminal.Detect(ctx, e.In, out, e.Getenv, e.preferred(how))
		}
		s.term = s.screen.Unswitched()
		// Nothing takes the nearest of few colours here, as a full-screen program's
		// renderer does: then those of the terminal are the ones that can be read.
		if profile := display.ProfileOf(colorprofile.Detect(out, os.Environ()), &s.screen); profile == colorprofile.TrueColor {
			s.theme = theme.For(display.BackgroundOf(s.screen), profile)
		}
	}
	how.word().overrule(&s.term)
	s.term.Apply(&s.options)
	s.options.PlainClusters = s.options.PlainClusters && !s.piped
	s.asked = s.options.Width
	if s.options.Width == 0 {
		s.options.Width = pipedWidth
		if !s.piped {
			if width, _, err := term.GetSize(out.Fd()); err == nil && width > 0 {
				s.options.Width = width
			}
		}
	}
	s.unlimited = s.piped && s.asked == 0
	s.plain = how.color == "never" || how.color == "auto" && (s.piped || e.Getenv("NO_COLOR") != "")
	return s, nil
}

// article writes an article.
func (s *outputSheet) article(item store.Item, w *words.Words) error {
	if s.kept != nil {
		s.kept.keepArticle(s, item, w)
		return nil
	}
	d := page.New(item, s.theme, w)
	if s.measure.Columns > 0 {
		d.Build()
		return s.parts([]pager.Part{pager.Within(d, s.measure)})
	}
	for line := range d.Lines(s.options) {
		if err := s.row(line.Cells); err != nil {
			return err
		}
	}
	return nil
}

// paragraph appends the lines of styled text.
func (p *pen) paragraph(dst []byte, spans []rtl.Span) []byte {
	styled := len(p.options.Prefix)+len(p.options.RestPrefix) > 0 ||
		slices.ContainsFunc(spans, func(s rtl.Span) bool { return !s.Style.IsZero() })
	for line := range p.layout.Lines(spans, p.options) {
		dst = p.cells(dst, line.Cells, styled)
	}
	return dst
}

// row appends a line of cells that may have styles.
func (p *pen) row(dst []byte, cells []rtl.Cell) []byte { return p.cells(dst, cells, true) }

// cells appends a line of cells, which have styles or none. The spaces that fill it up at
// the right are left out.
func (p *pen) cells(dst []byte, cells []rtl.Cell, styled bool) []byte {
	end := len(cells)
	for end > 0 && cells[end-1].At == rtl.NoOffset && cells[end-1].Kind == rtl.Space && cells[end-1].Style.IsZero() {
		end--
	}
	cells = cells[:end]
	if p.plain && styled {
		for i := range cells {
			if style := &cells[i].Style; !style.IsZero() { // to look is less than to write
				*style = rtl.Style{}
			}
		}
	}
	if p.left > 0 {
		p.moved = append(plaintext.AppendBlank(p.moved[:0], p.left), cells...)
		cells = p.moved
	}
	start := len(dst)
	dst = p.term.Append(dst, cells)
	if p.term.Form == terminal.Logical {
		dst = dst[:start+len(bytes.TrimRight(dst[start:], " "))]
	}
	return append(dst, '\n')
}

// paragraph writes the lines of styled text.
func (s *outputSheet) paragraph(spans []rtl.Span) error {
	if s.kept != nil {
		s.kept.keep(paragraphBlock(spans, s.options))
		return nil
	}
	s.buffer = s.pen.paragraph(s.buffer[:0], spans)
	return s.write(s.buffer)
}

// block writes a block as it is laid out.
func (s *outputSheet) block(b block) error {
	if s.kept != nil {
		s.kept.keep(b)
		return nil
	}
	for cells := range b.lay(&s.layout, s.options) {
		if err := s.row(cells); err != nil {
			return err
		}
	}
	return nil
}

// row writes a line of cells.
func (s *outputSheet) row(cells []rtl.Cell) error {
	s.buffer = s.pen.row(s.buffer[:0], cells)
	return s.write(s.buffer)
}

// text writes text as it is.
func (s *outputSheet) text(text string) error { return s.write([]byte(text)) }

// write writes whole rows.
func (s *outputSheet) write(rows []byte) error {
	if _, err := (terminal.RowGate{Out: s.out}).Write(rows); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// flush writes what is still held back.
func (s *outputSheet) flush() error {
	if err := s.out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}
