package page

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/store"
)

// wording is what an article says, rune by rune, without what the layout put in,
// and with a line feed behind each block.
type wording struct {
	text  string
	bytes []int // of each rune, and of the end
	at    []int // the positions of the runes, and of the end
}

// wording reads the article, once.
func (d *Document) wording() *wording {
	if d.read != nil {
		return d.read
	}
	d.has(int(^uint(0) >> 1)) // to the end
	w := &wording{}
	var text []byte
	add := func(r rune, position int) {
		w.bytes, w.at = append(w.bytes, len(text)), append(w.at, position)
		text = utf8.AppendRune(text, r)
	}
	for i := range d.blocks {
		block := d.blocks[i].text()
		numbers := linkNumbers.FindAllStringIndex(block, -1)
		position := d.blocks[i].position
		for offset, r := range block {
			switch {
			case len(numbers) > 0 && offset >= numbers[0][0]:
				if offset+utf8.RuneLen(r) >= numbers[0][1] {
					numbers = numbers[1:]
				}
			case string(r) == hardBreak:
				add('\n', position)
			case isOfLayout(r):
			default:
				add(r, position)
			}
			position++
		}
		if block != "" && (i+1 == len(d.blocks) || !d.blocks[i+1].continues) {
			add('\n', position)
		}
	}
	w.bytes, w.at = append(w.bytes, len(text)), append(w.at, d.runes)
	w.text = string(text)
	d.read = w
	return w
}

// withoutLayout gives what a block says, without what the layout put in, and where
// each byte of that stands in the block's text; nil where it is the same.
func withoutLayout(text string) (said string, offsets []int) {
	if !strings.ContainsAny(text, leftIsolate+firstIsolate+popIsolate+numberMark+hardBreak) {
		return text, nil
	}
	numbers := linkNumbers.FindAllStringIndex(text, -1)
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case len(numbers) > 0 && i == numbers[0][0]:
			size = numbers[0][1] - i
			numbers = numbers[1:]
		case string(r) == hardBreak:
			b.WriteByte('\n')
			offsets = append(offsets, i)
		case !isOfLayout(r):
			b.WriteString(text[i : i+size])
			for j := range size {
				offsets = append(offsets, i+j)
			}
		}
		i += size
	}
	return b.String(), offsets
}

// isOfLayout tells of a rune that the layout put in.
func isOfLayout(r rune) bool {
	switch string(r) {
	case leftIsolate, firstIsolate, popIsolate:
		return true
	}
	return false
}

// before is how many runes stand before a position: those that end there.
func (w *wording) before(position int) int {
	return min(sort.SearchInts(w.at, position), len(w.at)-1)
}

// from is the number of the rune that begins at a position, behind the line feed
// that stands there too.
func (w *wording) from(position int) int {
	i := w.before(position)
	for i+1 < len(w.at) && w.at[i+1] == w.at[i] {
		i++
	}
	return i
}

// Between is what the article says from a position to another, each block on
// lines of its own.
func (d *Document) Between(first, last int) string {
	w := d.wording()
	from, to := w.from(first), w.before(last)
	return w.text[w.bytes[from]:w.bytes[max(from, to)]]
}

// Paragraph is what the block says that a position lies in.
func (d *Document) Paragraph(position int) string { return d.Between(d.Block(position)) }

// Block is from where to where the block stands that a position lies in, or the
// last one before it that says anything.
func (d *Document) Block(position int) (first, last int) {
	for i := 0; d.has(i) && d.blocks[i].position <= position; i++ {
		if n := utf8.RuneCountInString(d.blocks[i].text()); n > 0 {
			first, last = d.blocks[i].position, d.blocks[i].position+n
		}
	}
	return first, last
}

// Highlight is the passage from a position to another, with what stands around
// it.
func (d *Document) Highlight(first, last int) articles.Highlight {
	w := d.wording()
	h := store.Passage(w.text, w.from(first), w.before(last))
	h.Start, h.End = first, last
	return h
}

// Locate finds where a highlight stands now; ok is false where it does not, and of
// a note on the whole article.
func (d *Document) Locate(h articles.Highlight) (first, last int, ok bool) {
	if h.Quote == "" {
		return 0, 0, false
	}
	if d.Between(h.Start, h.End) == h.Quote {
		return h.Start, h.End, true
	}
	w := d.wording()
	from, to := w.from(h.Start), w.before(h.End)
	h.Start, h.End = from, to
	if from, to, ok = store.Locate(w.text, h); !ok {
		came := h
		for _, s := range []*string{&came.Quote, &came.Before, &came.After} {
			*s = d.withoutFileNames(*s)
		}
		if came == h {
			return 0, 0, false
		}
		if from, to, ok = store.Locate(w.text, came); !ok {
			return 0, 0, false
		}
	}
	return w.at[from], w.at[to-1] + 1, true
}

// Pictures from the web of which nothing is said are shown by the names of their files: on a
// line of its own, and in a line.
var (
	fileOnLine = pattern.New(`(?mi)^\S+\.(?:png|jpe?g|gif|webp|avif|bmp|svg)(?:\?\S*)?(?:\n|$)`)
	fileInLine = pattern.New(`(?i)` + captionSign + ` \S+\.(?:png|jpe?g|gif|webp|avif|bmp|svg)(?:\?\S*)?`)
)

// withoutFileNames gives what was said as it is once such pictures have come.
func (d *Document) withoutFileNames(said string) string {
	return fileInLine.ReplaceAllString(fileOnLine.ReplaceAllString(said, ""), captionSign+" "+d.unnamed)
}
