package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"warraq/articles"
	"warraq/ui/rtl"
)

// tab is a tab in code, in which it stands for indentation.
const tab = "    "

// code is a code block: lines that run left to right on a panel.
type code struct {
	lines [][]rtl.Span
	panel rtl.Color
	all   string
}

func (b *builder) code(n ast.Node, language string) *code {
	text := strings.TrimRight(strings.ReplaceAll(articles.CleanText(lines(n, b.source)), "\t", tab), "\n ")
	c := &code{all: text, panel: b.look(b.styles.CodeBlock.StylePrimitive).Background}
	c.lines = make([][]rtl.Span, 1, 1+strings.Count(text, "\n"))
	for _, s := range b.highlight(text, language) {
		for i, part := range strings.Split(s.Text, "\n") {
			if i > 0 {
				c.lines = append(c.lines, nil)
			}
			if part != "" {
				last := &c.lines[len(c.lines)-1]
				*last = append(*last, rtl.Span{Text: inOrder(part), Style: s.Style})
			}
		}
	}
	return c
}

// rightToLeft is a stretch of right-to-left words.
var rightToLeft = regexp.MustCompile(`[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\p{M} .,:;!?-]*[\p{Arabic}\p{Hebrew}\p{M}]|[\p{Arabic}\p{Hebrew}]`)

// inOrder isolates right-to-left words in code, so that they move nothing around
// them: what follows a string stays behind it (UAX #9, HL3).
func inOrder(s string) string {
	return rightToLeft.ReplaceAllString(s, firstIsolate+"$0"+popIsolate)
}

func (c *code) text() string { return c.all }

func (c *code) lay(s *sheet, emit func([]rtl.Cell, int) bool) bool {
	margin := 1
	if s.options.Width < 8 {
		margin = 0
	}
	options := s.options
	options.Width -= 2 * margin
	options.Direction, options.Align, options.Justify = rtl.LTR, rtl.AlignLeft, false
	var row []rtl.Cell
	runes, rest := 0, c.all
	for _, spans := range c.lines {
		for line := range s.layout.Lines(spans, options) {
			row = append(append(append(row[:0], s.blanks(margin)...), line.Cells...), s.blanks(margin)...)
			for i := range row {
				if row[i].Style.Background == 0 {
					row[i].Style.Background = c.panel
				}
			}
			if !emit(row, runes) {
				return false
			}
		}
		var source string
		source, rest, _ = strings.Cut(rest, "\n")
		runes += utf8.RuneCountInString(source) + 1
	}
	return true
}
