package compare

import (
	"iter"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/related"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Text is an article with what it says and the other one does not.
type Text struct {
	Item     store.Item
	document *page.Document
	marks    []blockMarks // by block
	// unshared is what is marked in a block, by what the block says.
	unshared map[string][]text.Range
	// Sentences and Facts are how many sentences, and names and numbers, it has alone.
	Sentences, Facts int
}

// blockMarks are the parts of a block's text that the other article lacks.
type blockMarks struct{ sentences, facts []text.Range }

// Texts makes the two texts of a comparison. It takes a time in proportion to both, and
// is for a goroutine that nothing waits for.
func Texts(a, b store.Item, t theme.Theme, w *words.Words) [2]*Text {
	reports := [2]*related.Report{reportOf(a), reportOf(b)}
	texts := [2]*Text{}
	for i, item := range []store.Item{a, b} {
		texts[i] = &Text{Item: item, document: page.New(item, t, w), unshared: map[string][]text.Range{}}
		texts[i].document.Build()
		texts[i].mark(reports[i], reports[1-i])
	}
	return texts
}

// reportOf returns an article as it is compared.
func reportOf(item store.Item) *related.Report {
	return related.NewReport(related.Article{Title: item.Title, Summary: item.Summary, Body: item.Body})
}

// mark finds what the text says and the other report does not, below its head.
func (t *Text) mark(own, other *related.Report) {
	d := t.document
	t.marks = make([]blockMarks, d.Len())
	for block := range t.marks {
		if d.Position(block+1) <= d.Begin() {
			continue
		}
		var sentences, facts []text.Range
		t.marks[block].sentences = d.FindIn(block, func(said string) []text.Range {
			sentences, facts = own.Unshared(said, other)
			t.unshared[said] = merge(sentences, facts)
			return sentences
		})
		t.marks[block].facts = d.FindIn(block, func(string) []text.Range { return facts })
		t.Sentences += len(sentences)
		t.Facts += len(facts)
	}
}

// merge puts two lists of ranges in order.
func merge(a, b []text.Range) (list []text.Range) {
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Start < b[0].Start {
			list, a = append(list, a[0]), a[1:]
		} else {
			list, b = append(list, b[0]), b[1:]
		}
	}
	return list
}

// stack is two texts one after the other, as a source of a viewport.
type stack [2]*Text

// of returns the text that a block is in, and which block of it that is.
func (s stack) of(block int) (which, inside int) {
	if n := s[0].document.Len(); block >= n {
		return 1, block - n
	}
	return 0, block
}

// Len returns the number of blocks.
func (s stack) Len() int { return s[0].document.Len() + s[1].document.Len() }

// Position returns how many runes stand before a block.
func (s stack) Position(block int) int {
	which, inside := s.of(block)
	return s.before(which) + s[which].document.Position(inside)
}

// before returns how many runes stand before a text.
func (s stack) before(which int) int {
	if which == 0 {
		return 0
	}
	return s[0].document.Position(s[0].document.Len())
}

// BlockLines lays a block out, with a free line before the second text.
func (s stack) BlockLines(block int, options rtl.Options) iter.Seq[page.Line] {
	which, inside := s.of(block)
	return func(yield func(page.Line) bool) {
		if at := s.before(which); which == 1 && inside == 0 {
			free := page.Line{Cells: draw.Blank(options.Width, rtl.Style{}), Position: at, End: at, Gap: true}
			if !yield(free) {
				return
			}
		}
		for line := range s[which].document.BlockLines(inside, options) {
			line.Position += s.before(which)
			line.End += s.before(which)
			if !yield(line) {
				return
			}
		}
	}
}

// FindIn gives the parts of a block that match finds.
func (s stack) FindIn(block int, match func(string) []text.Range) []text.Range {
	which, inside := s.of(block)
	return s[which].document.FindIn(inside, match)
}
