package command

import (
	"context"
	"fmt"
	"iter"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/pager"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// paged is what is kept of a sheet until it is known whether it fits the screen, and
// goes to the pager where it does not: parts of text that can be laid out in any width.
type paged struct {
	parts []pager.Part
	last  *blocks // of the parts, nil where that is none
}

// pagedSheet returns a sheet on standard output whose text is paged where that is a
// terminal and the text does not fit it. [env.endSheet] ends it.
func (e *env) pagedSheet(ctx context.Context, how layoutFlags) (*outputSheet, error) {
	s, err := e.sheet(ctx, how)
	if err == nil && e.pages(s) && isTerminal(e.In) {
		s.kept = &paged{}
	}
	return s, err
}

// endSheet shows what was kept of a sheet, under a name where it is paged.
func (e *env) endSheet(ctx context.Context, s *outputSheet, name string) error {
	if s.kept == nil {
		return s.flush()
	}
	parts := s.kept.parts
	s.kept = nil
	width, height, err := term.GetSize(e.Out.Fd())
	if err != nil {
		return fmt.Errorf("asking the terminal for its size: %w", err)
	}
	if s.fits(parts, height-1) {
		return s.parts(parts)
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop()
	out, profile, options := e.program(s.screen, e.In)
	defer func() { _ = out.Close() }() // what it could still switch back is the terminal's affair
	more := make(chan pager.Piece)
	close(more)
	config := pager.Config{
		Parts: parts, More: more, Words: e.words, Terminal: s.screen, Profile: profile, Theme: s.theme,
		Options: s.options, Plain: s.plain, Width: width, Height: height, Name: text.CleanLine(name),
	}
	config.Options.Width = s.asked
	return pager.Run(ctx, config, options...)
}

// fits tells whether parts take no more than so many rows.
func (s *outputSheet) fits(parts []pager.Part, rows int) bool {
	for _, p := range parts {
		for range pager.Rows(p, s.options) {
			if rows--; rows < 0 {
				return false
			}
		}
	}
	return true
}

// parts writes parts as they are laid out.
func (s *outputSheet) parts(parts []pager.Part) error {
	for _, p := range parts {
		for line := range pager.Rows(p, s.options) {
			if err := s.row(line.Cells); err != nil {
				return err
			}
		}
	}
	return s.flush()
}

// keepArticle adds an article to what is kept.
func (p *paged) keepArticle(s *outputSheet, item store.Item, w *words.Words) {
	d := page.New(item, s.theme, w)
	d.Build()
	p.parts, p.last = append(p.parts, d), nil
}

// keep adds a block to what is kept.
func (p *paged) keep(b block) {
	if p.last == nil {
		p.last = &blocks{}
		p.parts = append(p.parts, p.last)
	}
	p.last.add(b)
}

// block is a piece of text that is laid out by itself: its text, and how it is laid
// out by options that say the width.
type block struct {
	text string
	lay  func(layout *rtl.Layouter, options rtl.Options) iter.Seq[[]rtl.Cell]
}

// blocks are a part of a text for the pager.
type blocks struct {
	list   []block
	ends   []int // where each ends in the text, in runes
	layout rtl.Layouter
}

func (b *blocks) add(one block) {
	end := utf8.RuneCountInString(one.text) + 1
	if len(b.ends) > 0 {
		end += b.ends[len(b.ends)-1]
	}
	b.list, b.ends = append(b.list, one), append(b.ends, end)
}

// Len returns the number of blocks.
func (b *blocks) Len() int { return len(b.list) }

// Position returns how many runes stand before a block.
func (b *blocks) Position(i int) int {
	if i == 0 {
		return 0
	}
	return b.ends[i-1]
}

// BlockLines lays a block out.
func (b *blocks) BlockLines(i int, options rtl.Options) iter.Seq[page.Line] {
	return func(yield func(page.Line) bool) {
		for cells := range b.list[i].lay(&b.layout, options) {
			if !yield(page.Line{Cells: cells, Position: b.Position(i), End: b.ends[i]}) {
				return
			}
		}
	}
}

// FindIn returns where a match is in a block.
func (b *blocks) FindIn(i int, match func(said string) []text.Range) []text.Range {
	return match(b.list[i].text)
}

// paragraphBlock returns styled text as a block that keeps what leads its lines and
// which way it goes.
func paragraphBlock(spans []rtl.Span, o rtl.Options) block {
	spans = slices.Clone(spans)
	var said strings.Builder
	for _, s := range spans {
		said.WriteString(s.Text)
	}
	return block{said.String(), func(layout *rtl.Layouter, options rtl.Options) iter.Seq[[]rtl.Cell] {
		options.Prefix, options.RestPrefix, options.PrefixDirection = o.Prefix, o.RestPrefix, o.PrefixDirection
		options.Direction, options.Align = o.Direction, o.Align
		return func(yield func([]rtl.Cell) bool) {
			for line := range layout.Lines(spans, options) {
				if !yield(line.Cells) {
					return
				}
			}
		}
	}}
}
