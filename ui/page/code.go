package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
)

// tabIndent is a tab in code, in which it stands for indentation.
const tabIndent = "    "

// The bounds of the code that is laid out at once. Longer blocks and lines are cut.
const (
	maxCodeLines = 128
	maxCodeSize  = 16 << 10 // bytes
	maxCodeLine  = 4 << 10  // bytes
)

// codeBlock is a code block, or a part of a long one: lines on a panel that run left to
// right, but for prose among them.
type codeBlock struct {
	lines []codeLine
	panel rtl.Color
	all   string
}

// codeLine is a line of code. Where it is broken, its rest is indented as it is.
type codeLine struct {
	indent int  // columns, and bytes
	prose  bool // it runs in the direction of its first letter
	spans  []rtl.Span
	start  int // where the line stands in the block's text
	size   int // bytes
}

// code reads a code block.
func (b *builder) code(n ast.Node, language string) []*codeBlock {
	source := strings.TrimRight(strings.ReplaceAll(text.CleanText(blockLines(n, b.source)), "\t", tabIndent), "\n ")
	spans := b.highlight(source, language)
	if spans == nil {
		spans = []rtl.Span{{Text: source, Style: rtl.Style{Foreground: purposeColor(purposeTheme.Code)}}}
	}
	c := codeCutter{panel: b.look(b.styles.CodeBlock.StylePrimitive).Background, isolate: isolateWords}
	if isProse(language) {
		c.isolate = nil
	}
	c.open()
	for _, s := range spans {
		for i, part := range strings.Split(s.Text, "\n") {
			if i > 0 {
				c.endLine()
			}
			c.add(part, s.Style)
		}
	}
	c.close()
	return c.parts
}

// codeCutter makes code blocks of some size of code that comes bit by bit.
type codeCutter struct {
	panel rtl.Color
	// isolate isolates what runs from right to left in a piece of a line that has a
	// style; nil where lines are prose.
	isolate func(text string, style rtl.Style) string
	all     strings.Builder
	lines   []codeLine
	parts   []*codeBlock
}

// open starts a line.
func (c *codeCutter) open() {
	c.lines = append(c.lines, codeLine{start: c.all.Len(), prose: c.isolate == nil})
}

// close ends a block.
func (c *codeCutter) close() {
	c.parts = append(c.parts, &codeBlock{lines: c.lines, panel: c.panel, all: c.all.String()})
	c.lines = nil
	c.all.Reset()
}

// endLine ends a line, and the block if it is full.
func (c *codeCutter) endLine() {
	c.all.WriteByte('\n')
	c.cut()
}

// cut starts another line, in another block if this one is full.
func (c *codeCutter) cut() {
	if len(c.lines) >= maxCodeLines || c.all.Len() >= maxCodeSize {
		c.close()
	}
	c.open()
}

// add adds text to the line.
func (c *codeCutter) add(text string, style rtl.Style) {
	for text != "" {
		l := &c.lines[len(c.lines)-1]
		if l.size >= maxCodeLine {
			c.cut()
			continue
		}
		part := text[:runeStart(text, maxCodeLine-l.size+utf8.UTFMax)]
		text = text[len(part):]
		c.all.WriteString(part)
		l.add(part, style, c.isolate)
	}
}

// runeStart gives the last offset in a text, at most the given one, that no
// character lies over.
func runeStart(text string, most int) int {
	if most >= len(text) {
		return len(text)
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return most
}

// add adds to the end of a line.
func (l *codeLine) add(text string, style rtl.Style, isolate func(string, rtl.Style) string) {
	l.size += len(text)
	if len(l.spans) == 0 {
		code := strings.TrimLeft(text, " ")
		l.indent += len(text) - len(code)
		text = code
	}
	if text != "" && isolate != nil {
		text = isolate(text, style)
	}
	if text != "" {
		l.spans = append(l.spans, rtl.Span{Text: text, Style: style})
	}
}

// proseLanguages are the names of languages that code blocks of prose have.
var proseLanguages = []string{"", "text", "txt", "plain", "plaintext", "markdown", "md"}

// isProse tells whether the lines of a code block of a language may be prose.
func isProse(language string) bool {
	return slices.Contains(proseLanguages, strings.ToLower(language))
}

func (c *codeBlock) text() string { return c.all }

func (c *codeBlock) lay(s *sheet, emit func(Line) bool) bool {
	margin := 1
	if s.options.Width < 8 {
		margin = 0
	}
	options := rtl.Options{
		Protocols: rtl.AllProtocols,
		Width:     s.options.Width - 2*margin,
		Shaping:   s.options.Shaping, PlainClusters: s.options.PlainClusters, HideMarks: s.options.HideMarks, KeepShadda: s.options.KeepShadda,
	}
	var row []rtl.Cell
	counter := positionCounter{text: c.all}
	for _, l := range c.lines {
		options.Direction, options.PrefixDirection, options.Align = rtl.LTR, rtl.LTR, rtl.AlignLeft
		if l.prose {
			options.Direction, options.PrefixDirection, options.Align = rtl.Auto, rtl.Auto, rtl.AlignStart
		}
		options.Prefix = []rtl.Span{{Text: strings.Repeat(" ", min(l.indent, options.Width/2))}}
		options.RestPrefix = options.Prefix
		offsets := l.offsets()
		position := counter.before(rtl.Offset(l.start))
		end := counter.before(rtl.Offset(l.start + l.size))
		for line := range s.layout.Lines(l.spans, options) {
			row = append(append(append(row[:0], s.blanks(margin)...), line.Cells...), s.blanks(margin)...)
			for i := range row {
				if row[i].Style.Background == 0 {
					row[i].Style.Background = c.panel
				}
				row[i].At = offsets.of(row[i].At)
			}
			if !emit(Line{Cells: row, Position: position, End: end, text: c.all, start: rtl.Offset(l.start)}) {
				return false
			}
		}
	}
	return true
}

// codeOffsets turns offsets in the spans of a line of code, which have isolates,
// into those in the block's text.
type codeOffsets struct {
	start    rtl.Offset
	isolates []rtl.Offset // where they stand
}

func (l *codeLine) offsets() codeOffsets {
	o := codeOffsets{start: rtl.Offset(l.start + l.indent)}
	at := 0
	for _, s := range l.spans {
		for i, r := range s.Text {
			if isOfLayout(r) {
				o.isolates = append(o.isolates, rtl.Offset(at+i))
			}
		}
		at += len(s.Text)
	}
	return o
}

// of gives the offset that one in the spans is.
func (o *codeOffsets) of(at rtl.Offset) rtl.Offset {
	if at == rtl.NoOffset {
		return at
	}
	before, _ := slices.BinarySearch(o.isolates, at)
	return o.start + at - rtl.Offset(before*len(firstIsolate))
}
