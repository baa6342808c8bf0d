package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// Line is a line of an article.
type Line struct {
	Cells []rtl.Cell
	// Position and End are the numbers of runes of the article's text before the
	// line and before what follows it: the same text has the same position at
	// every width. The lines of a row of a table have those of the row.
	Position, End int
	// Gap is true of a free line between blocks.
	Gap bool
	// Picture is the name of the picture that the line tells of or shows, or "".
	Picture string
	// Drawn are the columns of the line that show it, none where it is told of.
	Drawn Stretch

	// text is what the offsets of the cells count in, and start that of the line;
	// "" where a line holds several texts: in a table, or in code.
	text  string
	start rtl.Offset
}

// NewLine returns a line that another layout made of a block, whose text begins at a position
// of the article's: the line's cells count in that text.
func NewLine(cells []rtl.Cell, position, end int, text string, begin int) Line {
	counter := 0
	for i := range text {
		if counter == position-begin {
			return Line{Cells: cells, Position: position, End: end, text: text, start: rtl.Offset(i)}
		}
		counter++
	}
	return Line{Cells: cells, Position: position, End: end, text: text, start: rtl.Offset(len(text))}
}

// Stretch is some columns of a line, from the left.
type Stretch struct{ From, Columns int }

// Word is a word on a line, or as much of it as stands there; or all of a line
// that holds several texts.
type Word struct {
	First, Last int   // positions: of the whole word, and behind it
	Cells       []int // that show it, from the left
}

// Words are the words of a line in the order in which they are read. What leads
// the line is none.
func (l *Line) Words() (words []Word) {
	var shown []int
	for _, i := range readingOrder(l.Cells) {
		if l.Cells[i].At != rtl.NoOffset {
			shown = append(shown, i)
		}
	}
	if l.text == "" {
		if len(shown) > 0 {
			words = append(words, Word{l.Position, l.End, slices.Sorted(slices.Values(shown))})
		}
		return words
	}
	slices.SortFunc(shown, func(a, b int) int { return int(l.Cells[a].At - l.Cells[b].At) })
	end := rtl.Offset(-1)
	for _, i := range shown {
		at := l.Cells[i].At
		switch {
		case isSpace(l.text[at:]):
			continue
		case at >= end:
			end = at + rtl.Offset(wordLength(l.text[at:]))
			words = append(words, Word{l.position(l.wordStart(at)), l.position(end), nil})
		}
		last := &words[len(words)-1]
		last.Cells = append(last.Cells, i)
	}
	for i := range words {
		slices.Sort(words[i].Cells)
	}
	return words
}

func isSpace(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsSpace(r)
}

// wordLength is how many bytes of a text go before the first white space.
func wordLength(text string) int {
	if n := strings.IndexFunc(text, unicode.IsSpace); n >= 0 {
		return n
	}
	return len(text)
}

// wordStart is where the word begins that an offset lies in, which may be on a
// line before.
func (l *Line) wordStart(o rtl.Offset) rtl.Offset {
	inWord := func(r rune) bool { return !unicode.IsSpace(r) }
	return rtl.Offset(len(strings.TrimRightFunc(l.text[:o], inWord)))
}

// position is that of an offset into the line's text.
func (l *Line) position(o rtl.Offset) int {
	if o < l.start {
		return l.Position - utf8.RuneCountInString(l.text[o:l.start])
	}
	return l.Position + utf8.RuneCountInString(l.text[l.start:o])
}

// Start is where the line begins in the text of its block, in bytes.
func (l *Line) Start() int { return int(l.start) }

// Showing are the cells of a line that show a part of its block's text, given in
// bytes as [Document.FindIn] does.
func (l *Line) Showing(first, last int) (cells []int) {
	for i := range l.Cells {
		if start, end := l.letters(&l.Cells[i]); start < last && end > first {
			cells = append(cells, i)
		}
	}
	return cells
}

// letters gives where the letters of a cell stand in the text, without the isolates
// beside them, which may be in the text or not; of a cell that has none it is nowhere.
func (l *Line) letters(c *rtl.Cell) (start, end int) {
	const isolates = leftIsolate + firstIsolate + popIsolate
	if c.At == rtl.NoOffset {
		return 0, 0
	}
	start = int(c.At)
	text := strings.TrimLeft(c.Text, isolates)
	if before := c.Text[:len(c.Text)-len(text)]; before != "" && strings.HasPrefix(l.text[start:], before) {
		start += len(before)
	}
	return start, start + len(strings.TrimRight(text, isolates))
}

// Cover are the cells of a line that show what stands from a position to another,
// with what the layout put between them.
func (l *Line) Cover(first, last int) (cells []int) {
	if first >= l.End || last <= l.Position && l.text == "" {
		return nil
	}
	for i := range l.Cells {
		at := l.Cells[i].At
		if at == rtl.NoOffset {
			continue
		}
		if l.text != "" {
			if p := l.position(at); p < first || p >= last {
				continue
			}
		}
		if n := len(cells); n > 0 && !slices.ContainsFunc(l.Cells[cells[n-1]+1:i], func(c rtl.Cell) bool { return c.At != rtl.NoOffset }) {
			for gap := cells[n-1] + 1; gap < i; gap++ {
				cells = append(cells, gap)
			}
		}
		cells = append(cells, i)
	}
	return cells
}
