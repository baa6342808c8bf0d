package plaintext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// cell is what stands in a column of a line: from one byte up to another.
type cell struct{ start, end int }

// word is a stretch of a line without blanks, or a border.
type word struct {
	cell
	from, to int  // its columns on the screen
	tab      bool // a tab stands before it
	border   bool
}

// grid is the lines of a block by their columns.
type grid struct {
	lines [][]word
	// gutters are whether the first word of a line is a gutter, which is no column.
	gutters []bool
	tabs    []bool // whether tabs stand between the words of a line
	// starts and ends count in how many lines a word begins in a column, and ends there,
	// with two blanks or more, a tab or a border on that side.
	starts, ends counts
	bars         counts // in how many lines a bar stands in a column
	begins       counts // in how many lines a word begins in a column
	numbers      counts // in how many lines a number ends in a column
	taken        counts // in how many lines a word stands in a column
}

// findColumns finds the columns of the lines of a block.
func findColumns(lines []line) {
	if !slices.ContainsFunc(lines, func(l line) bool { return l.has&(hasTab|hasGap|hasBar) != 0 && !l.diff }) {
		return
	}
	g := readGrid(lines)
	for i := range lines {
		if lines[i].diff || startsWithBracket(lines[i].text) && lines[i].hasPair() {
			continue // of a diff, or data whose blanks are in its values
		}
		if cells := g.cells(i); len(cells) > 1 || len(cells) == 1 && g.hasBorder(i) {
			lines[i].cells, lines[i].laid, lines[i].padded = cells, true, true
			lines[i].last = g.columnOf(i, cells[len(cells)-1].start)
		}
	}
}

func readGrid(lines []line) *grid {
	g := &grid{lines: make([][]word, 0, len(lines)), tabs: make([]bool, 0, len(lines))}
	var all []word
	for i := range lines {
		start := len(all)
		all = appendWords(all, lines[i].text, lines[i].gutter)
		words := all[start:len(all):len(all)]
		if len(words) > 0 {
			lines[i].columns = words[len(words)-1].to
		}
		g.lines = append(g.lines, words)
		g.gutters = append(g.gutters, lines[i].gutter > 0 && len(words) > 0 && words[0].start == 0)
		g.tabs = append(g.tabs, len(words) > 1 && slices.ContainsFunc(words[1:], func(w word) bool { return w.tab }))
		above := i == 0 && len(lines) > 3 && isTitle(&lines[0])
		for k := range words {
			if !above {
				g.take(&words[k])
			}
			g.begins.add(words[k].from)
			if words[k].border {
				g.bars.add(words[k].from)
			}
			if isNumber(lines[i].text[words[k].start:words[k].end]) {
				g.numbers.add(words[k].to)
			}
			if k == 0 {
				continue
			}
			if before := &words[k-1]; words[k].from-before.to >= 2 || words[k].tab || words[k].border || before.border {
				g.starts.add(words[k].from)
				g.ends.add(before.to)
			}
		}
	}
	return g
}

// isTitle tells whether a line has no columns and stands in the middle above those below it.
func isTitle(l *line) bool {
	text := strings.TrimLeft(l.text, " ")
	return len(text) < len(l.text) && l.has&(hasTab|hasBar) == 0 && !strings.Contains(strings.TrimRight(text, " "), "  ")
}

// isNumber tells whether a word is nothing but digits and the signs of numbers, and no mark
// of an item of a list.
func isNumber(text string) bool {
	if strings.HasSuffix(text, ".") {
		return false
	}
	for i := range len(text) {
		if c := text[i]; !isDigitByte(c) && c != '.' && c != ',' && c != '%' {
			return false
		}
	}
	return true
}

// tabStop is how many columns a tab goes to a multiple of.
const tabStop = 8

// appendWords appends the words of a line, and its borders. A gutter is one word.
func appendWords(words []word, text string, gutter int) []word {
	column := 0
	tab := false
	i := 0
	if lead := strings.TrimRight(text[:gutter], " \t\u00a0"); lead != "" {
		column, i = int(rtl.StringWidth(lead)), len(lead)
		words = append(words, word{cell: cell{0, i}, to: column})
	}
	for i < len(text) {
		switch text[i] {
		case ' ':
			column, i = column+1, i+1
			continue
		case '\t':
			column, i, tab = column+tabStop-column%tabStop, i+1, true
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		w := word{cell: cell{i, i + size}, from: column, tab: tab, border: isBorder(r)}
		if !w.border {
			w.end = wordEnd(text, w.end)
		}
		column += widthOf(text[i:w.end])
		w.to = column
		words = append(words, w)
		i, tab = w.end, false
	}
	return words
}

// widthOf returns how many columns a word takes.
func widthOf(text string) int {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return int(rtl.StringWidth(text))
		}
	}
	return len(text)
}

// wordEnd returns where the word ends that a byte at a place belongs to, or goes on from
// there.
func wordEnd(text string, at int) int {
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '|':
			return i
		case c == 0xe2 && i+2 < len(text) && (text[i+1] == 0x94 || text[i+1] == 0x95): // what isBorder knows
			return i
		}
	}
	return len(text)
}

// isBorder tells whether a character stands between columns: a bar, or one that boxes are
// drawn with.
func isBorder(r rune) bool { return r == '|' || r >= 0x2500 && r <= 0x257f }

// cells returns the columns of a line.
func (g *grid) cells(i int) (cells []cell) {
	words := g.lines[i]
	bars := g.areBorders(i)
	open := false
	for k := range words {
		w := &words[k]
		if k == 0 && g.gutters[i] {
			continue
		}
		if w.border && (bars || w.end-w.start > 1 || g.bars.at(w.from) > 1) {
			open = false
			continue
		}
		if !open || g.parts(i, k) {
			cells, open = append(cells, w.cell), true
			continue
		}
		cells[len(cells)-1].end = w.end
	}
	return cells
}

// columnOf returns the column in which the word of a line begins that begins at a byte.
func (g *grid) columnOf(i, start int) int {
	for _, w := range slices.Backward(g.lines[i]) {
		if w.start == start {
			return w.from
		}
	}
	return 0
}

// hasBorder tells whether a border stands in a line.
func (g *grid) hasBorder(i int) bool {
	return slices.ContainsFunc(g.lines[i], func(w word) bool {
		return w.border && (g.areBorders(i) || w.end-w.start > 1 || g.bars.at(w.from) > 1)
	})
}

// areBorders tells whether all bars of a line are borders, as where one begins it and
// another ends it.
func (g *grid) areBorders(i int) bool {
	words := g.lines[i]
	return len(words) > 2 && words[0].border && words[len(words)-1].border
}

// manyBlanks is how many blanks part columns, whatever stands above and below them.
const manyBlanks = 3

// parts tells whether a word begins another column than the one before it.
func (g *grid) parts(i, k int) bool {
	before, w := &g.lines[i][k-1], &g.lines[i][k]
	switch blanks := w.from - before.to; {
	case w.tab:
		return true
	case g.tabs[i]:
		return false
	case blanks >= manyBlanks:
		return true
	case blanks == 2:
		return g.starts.at(w.from) > 1 || g.ends.at(before.to) > 1 || g.begins.at(w.from) > 1 && g.isRiver(w.from-1)
	case blanks == 1:
		return (g.starts.at(w.from) > 0 || g.ends.at(before.to) > 1 || g.numbers.at(before.to) >= max(2, len(g.lines)-1)) && g.isRiver(before.to)
	}
	return false
}

// isRiver tells whether all lines that reach beyond a column have a blank there.
func (g *grid) isRiver(column int) bool { return g.taken.at(column) == 0 }

// take counts the columns of a word.
func (g *grid) take(w *word) {
	g.taken.grow(w.to)
	for column := range g.taken[w.from:w.to] {
		g.taken[w.from+column]++
	}
}

// counts are numbers of lines, by columns.
type counts []int32

func (c *counts) grow(columns int) {
	for len(*c) < columns {
		*c = append(*c, 0)
	}
}

func (c *counts) add(column int) {
	c.grow(column + 1)
	(*c)[column]++
}

func (c *counts) at(column int) int {
	if column >= len(*c) {
		return 0
	}
	return int((*c)[column])
}
