// Package page turns an article into lines of cells: Markdown in, what a
// terminal shows out.
//
// goldmark finds the structure; Glamour, with a style made from the theme,
// gives the content of each block its looks; ui/rtl lays the result out. Only
// the last needs a width. Blocks are found when the document is made, which is
// quick; the content of each is read and styled when its lines are first asked
// for, so that the first screen of a long article does not wait for the rest.
// [Document.Build] reads all of it. From then on a block is laid out by itself, and
// at once, whichever it is (see ui/viewport): no block is longer than a few
// screens, since longer ones are cut up.
//
// A block's text is one paragraph of the bidirectional algorithm, whatever
// styles it has: nothing is resolved line by line. Inline code stands in a
// left-to-right isolate and a link in a first-strong one, table cells are
// paragraphs of their own, and code blocks run left to right.
package page

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Document is an article with its looks, to be laid out at any width. It is not
// for concurrent use.
type Document struct {
	blocks  []textBlock
	side    rtl.Direction // of markers, bars and first columns: LTR or RTL
	builder *builder      // gives the blocks that are not there yet; nil when all are
	runes   int           // of the blocks that are there
	links   *links
	// pictures says how they are shown; the blocks share it.
	pictures *Pictures
	spacing  int // free lines between paragraphs
	colors   colors
	layout   rtl.Layouter // of blocks that are laid out one by one
	read     *wording
	begin    int    // position of what follows the head
	unnamed  string // what a picture is called of which nothing is said
}

// New makes the document of an article in the looks of a theme and with the
// words of a language.
func New(item store.Item, t theme.Theme, w *words.Words) *Document {
	d := &Document{side: headSide(item), builder: newBuilder(item, w), spacing: 1, colors: newColors(t), unnamed: w.Pictures.One}
	d.links, d.pictures = d.builder.links, d.builder.how
	d.builder.head(item, w)
	d.take()
	d.begin = d.runes
	return d
}

// Begin is the position at which the text begins, below what the head says of it.
func (d *Document) Begin() int { return d.begin }

// Side is where the article starts: LTR or RTL.
func (d *Document) Side() rtl.Direction { return d.side }

// SetTheme gives the document the looks of another theme from now on.
func (d *Document) SetTheme(t theme.Theme) { d.colors = newColors(t) }

// Space puts so many free lines between paragraphs from now on. With none their
// first lines are indented instead, as in a book.
func (d *Document) Space(lines int) { d.spacing = lines }

// Lines lays the article out in lines of exactly options.Width columns. A
// direction in the options, LTR or RTL, overrules the paragraphs' own and the
// article's. A line and its cells are valid until the next one is asked for.
func (d *Document) Lines(options rtl.Options) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		s := d.sheet(options, &rtl.Layouter{}, yield)
		for i := 0; d.has(i); i++ {
			if !s.block(&d.blocks[i], d.before(i)) {
				return
			}
		}
	}
}

// Build reads and styles all of the article, which takes a time in proportion to it.
// It is for a goroutine that nothing waits for: from then on all that concerns single
// blocks is done at once.
func (d *Document) Build() { d.has(int(^uint(0) >> 1)) }

// Len is the number of blocks.
func (d *Document) Len() int {
	d.Build()
	return len(d.blocks)
}

// Position is where a block begins in the text; of the block behind the last one it
// is where the text ends.
func (d *Document) Position(block int) int {
	if !d.has(block) {
		return d.runes
	}
	return d.blocks[block].position
}

// BlockLines lays one block out, with the free lines before it, in lines as those of
// [Document.Lines].
func (d *Document) BlockLines(block int, options rtl.Options) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if d.has(block) {
			d.sheet(options, &d.layout, yield).block(&d.blocks[block], d.before(block))
		}
	}
}

// FindIn gives the parts of a block that hold what is looked for: match says where a
// text holds it, and is asked about what the article says, without what the layout
// put in. The parts are in the block's text, as those of [Line.Showing] are.
func (d *Document) FindIn(block int, match func(said string) []text.Range) []text.Range {
	if !d.has(block) {
		return nil
	}
	said, offsets := withoutLayout(d.blocks[block].text())
	found := match(said)
	if offsets == nil {
		return found
	}
	for i, r := range found {
		found[i] = text.Range{Start: offsets[r.Start], End: offsets[r.End-1] + 1}
	}
	return found
}

// before gives the block before one, nil if there is none.
func (d *Document) before(i int) *textBlock {
	if i == 0 {
		return nil
	}
	return &d.blocks[i-1]
}

// linesAtOnce is for how many lines memory is taken at a time.
const linesAtOnce = 32

// AllLines is [Document.Lines] with lines that own their cells.
func (d *Document) AllLines(options rtl.Options) []Line {
	var lines []Line
	var cells []rtl.Cell // room for those of many lines
	for line := range d.Lines(options) {
		if len(line.Cells) > cap(cells)-len(cells) {
			cells = make([]rtl.Cell, 0, linesAtOnce*len(line.Cells))
		}
		start := len(cells)
		cells = append(cells, line.Cells...)
		line.Cells = slices.Clip(cells[start:])
		lines = append(lines, line)
	}
	return lines
}

// has tells whether there is a block i, and builds as far as that one.
func (d *Document) has(i int) bool {
	for i >= len(d.blocks) && d.builder != nil {
		if !d.builder.next() {
			d.builder = nil
			break
		}
		d.take()
	}
	return i < len(d.blocks)
}

// take takes over the blocks that the builder has made.
func (d *Document) take() {
	for _, b := range d.builder.blocks {
		b.position = d.runes
		b.runes = utf8.RuneCountInString(b.text())
		d.runes += b.runes
		d.blocks = append(d.blocks, b)
	}
	d.builder.blocks = d.builder.blocks[:0]
}

// Text is the article as plain text in logical order: a block a paragraph, behind
// its marker if it has one. Rules say nothing in it.
func (d *Document) Text() string {
	var s strings.Builder
	apart := false
	for i := 0; d.has(i); i++ {
		b := d.blocks[i]
		apart = apart || b.apart
		text := withoutLayoutMarks(b.text())
		if !d.has(i+1) || !d.blocks[i+1].continues {
			text = strings.TrimRight(text, "\n")
		}
		for _, g := range slices.Backward(b.lead) {
			if g.text != "" && !g.every {
				text = g.text + " " + text
			}
		}
		switch {
		case text == "":
			continue
		case b.continues:
		case s.Len() > 0 && apart:
			s.WriteString("\n\n")
		case s.Len() > 0:
			s.WriteString("\n")
		}
		s.WriteString(text)
		apart = false
	}
	return s.String()
}
