package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"warraq/articles/text"
	"warraq/ui/rtl"
)

// tab is a tab in code, in which it stands for indentation.
const tab = "    "

// code is a code block: lines that run left to right on a panel.
type code struct {
	lines []codeLine
	panel rtl.Color
	all   string
}

// codeLine is a line of code. Where it is broken, its rest is indented as it is.
type codeLine struct {
	indent int // columns
	spans  []rtl.Span
	runes  int
}

func (b *builder) code(n ast.Node, language string) *code {
	text := strings.TrimRight(strings.ReplaceAll(text.CleanText(lines(n, b.source)), "\t", tab), "\n ")
	c := &code{all: text, panel: b.look(b.styles.CodeBlock.StylePrimitive).Background}
	c.lines = make([]codeLine, 1, 1+strings.Count(text, "\n"))
	for _, s := range b.highlight(text, language) {
		for i, part := range strings.Split(s.Text, "\n") {
			if i > 0 {
				c.lines = append(c.lines, codeLine{})
			}
			c.lines[len(c.lines)-1].add(part, s.Style)
		}
	}
	return c
}

// add adds to the end of a line.
func (l *codeLine) add(text string, style rtl.Style) {
	l.runes += utf8.RuneCountInString(text)
	if len(l.spans) == 0 {
		code := strings.TrimLeft(text, " ")
		l.indent += len(text) - len(code)
		text = code
	}
	if text != "" {
		l.spans = append(l.spans, rtl.Span{Text: inOrder(text), Style: style})
	}
}

// rightToLeft is a stretch of right-to-left words.
var rightToLeft = regexp.MustCompile(`[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\p{M} .,:;!?-]*[\p{Arabic}\p{Hebrew}\p{M}]|[\p{Arabic}\p{Hebrew}]`)

// inOrder isolates right-to-left words in code, so that they move nothing around
// them: what follows a string stays behind it (UAX #9, HL3).
func inOrder(s string) string {
	return rightToLeft.ReplaceAllString(s, firstIsolate+"$0"+popIsolate)
}

func (c *code) text() string { return c.all }

func (c *code) lay(s *sheet, emit func(Line) bool) bool {
	margin := 1
	if s.options.Width < 8 {
		margin = 0
	}
	options := rtl.Options{
		Width: s.options.Width - 2*margin, Direction: rtl.LTR, LeadDirection: rtl.LTR, Align: rtl.AlignLeft,
		Shaping: s.options.Shaping, HideMarks: s.options.HideMarks,
	}
	var row []rtl.Cell
	runes := 0
	for _, l := range c.lines {
		options.First = []rtl.Span{{Text: strings.Repeat(" ", min(l.indent, options.Width/2))}}
		options.Rest = options.First
		for line := range s.layout.Lines(l.spans, options) {
			row = append(append(append(row[:0], s.blanks(margin)...), line.Cells...), s.blanks(margin)...)
			for i := range row {
				if row[i].Style.Background == 0 {
					row[i].Style.Background = c.panel
				}
			}
			if !emit(Line{Cells: row, Position: runes, End: runes + l.runes}) {
				return false
			}
		}
		runes += l.runes + 1
	}
	return true
}
