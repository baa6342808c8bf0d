package pager

import (
	"iter"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/viewport"
)

// Part is a part of a text in blocks that are laid out by themselves: some lines of
// plain text ([NewLines]) or an article (a [page.Document] that has been built).
type Part = viewport.Source

// Line is a line of plain text, a paragraph or one that keeps its shape. The state of its
// styles is that behind the line before.
type Line struct {
	Text   string
	ANSI   rtl.ANSI
	Layout plaintext.Layout
}

// spans are the line's text and styles.
func (l Line) spans() []rtl.Span {
	if l.Layout.Text != "" {
		return []rtl.Span{{Text: l.Layout.Text}}
	}
	return l.ANSI.Parse(l.Text)
}

// plain is the line without its control sequences, in which cells have their
// places.
func (l Line) plain() string {
	if l.Layout.Text == "" && !strings.ContainsAny(l.Text, "\x1b\b\r\u009b\u009d") {
		return l.Text
	}
	var b strings.Builder
	for _, s := range l.spans() {
		b.WriteString(s.Text)
	}
	return b.String()
}

// lineBlocks are lines of plain text, each a block.
type lineBlocks struct {
	list    []Line
	ends    []int // where each ends in the text, in runes, with the line feed
	layout  rtl.Layouter
	measure plaintext.Measure // of prose
}

// NewLines makes a part of some lines, of which prose stands in a measure.
func NewLines(list []Line, measure plaintext.Measure) Part {
	l := &lineBlocks{list: list, ends: make([]int, len(list)), measure: measure}
	end := 0
	for i := range list {
		end += utf8.RuneCountInString(list[i].plain()) + 1
		l.ends[i] = end
	}
	return l
}

func (l *lineBlocks) Len() int { return len(l.list) }

func (l *lineBlocks) Position(block int) int {
	if block == 0 {
		return 0
	}
	return l.ends[block-1]
}

func (l *lineBlocks) BlockLines(block int, options rtl.Options) iter.Seq[page.Line] {
	layout := &l.list[block].Layout
	layout.Apply(&options)
	if layout.Prose && l.measure.Columns > 0 {
		return withPositions(inMeasure(l.measure, options, func(options rtl.Options) iter.Seq[page.Line] {
			return page.TextLines(&l.layout, l.list[block].spans(), options)
		}), l.Position(block))
	}
	return withPositions(page.TextLines(&l.layout, l.list[block].spans(), options), l.Position(block))
}

func (l *lineBlocks) FindIn(block int, match func(said string) []text.Range) []text.Range {
	return match(l.list[block].plain())
}

// withPositions gives lines with their positions moved by so many runes.
func withPositions(lines iter.Seq[page.Line], runes int) iter.Seq[page.Line] {
	return func(yield func(page.Line) bool) {
		for line := range lines {
			line.Position += runes
			line.End += runes
			if !yield(line) {
				return
			}
		}
	}
}

// Rows lays a part out from its beginning.
func Rows(p Part, options rtl.Options) iter.Seq[page.Line] {
	return func(yield func(page.Line) bool) {
		for i := range p.Len() {
			for line := range p.BlockLines(i, options) {
				if !yield(line) {
					return
				}
			}
		}
	}
}

// wholeBlock is a text that parts are added to.
type wholeBlock struct {
	parts          []Part
	blocks, starts []int // before each part, and of the end
}

// add adds a part at the end.
func (w *wholeBlock) add(p Part) {
	if w.parts == nil {
		w.blocks, w.starts = []int{0}, []int{0}
	}
	last := len(w.parts)
	w.parts = append(w.parts, p)
	w.blocks = append(w.blocks, w.blocks[last]+p.Len())
	w.starts = append(w.starts, w.starts[last]+p.Position(p.Len()))
}

// part finds the part that holds a block, and the number that the block has in it.
func (w *wholeBlock) part(block int) (part, within int) {
	part = sort.SearchInts(w.blocks, block+1) - 1
	return part, block - w.blocks[part]
}

func (w *wholeBlock) Len() int {
	if w.parts == nil {
		return 0
	}
	return w.blocks[len(w.parts)]
}

func (w *wholeBlock) Position(block int) int {
	switch {
	case w.parts == nil:
		return 0
	case block >= w.Len():
		return w.starts[len(w.parts)]
	}
	part, within := w.part(block)
	return w.starts[part] + w.parts[part].Position(within)
}

func (w *wholeBlock) BlockLines(block int, options rtl.Options) iter.Seq[page.Line] {
	part, within := w.part(block)
	return withPositions(w.parts[part].BlockLines(within, options), w.starts[part])
}

func (w *wholeBlock) FindIn(block int, match func(said string) []text.Range) []text.Range {
	part, within := w.part(block)
	return w.parts[part].FindIn(within, match)
}
