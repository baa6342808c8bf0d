package page

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	chromastyles "github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"

	"warraq/articles"
	"warraq/ui/rtl"
	"warraq/ui/theme"
)

// maxHighlighted is how much code is highlighted. The lexers' expressions may
// take a time that is not linear.
const maxHighlighted = 64 << 10

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
			row = append(append(append(row[:0], blanks(margin)...), line.Cells...), blanks(margin)...)
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

// highlight has Glamour highlight code. Code in a language that is not known is
// in one colour.
func (p *painter) highlight(text, language string) []rtl.Span {
	if len(text) > maxHighlighted || lexers.Get(language) == nil || !registerStyle(p.theme) {
		p.write(text, p.styles.CodeBlock.StylePrimitive, "")
		return p.take()
	}
	highlighting.Lock()
	defer highlighting.Unlock()
	e := &glamour.CodeBlockElement{Code: text, Language: language}
	if err := e.Render(&p.out, p.context); err != nil {
		p.out.Reset()
		p.write(text, p.styles.CodeBlock.StylePrimitive, "")
	}
	return p.take()
}

// highlighting guards chroma's registry of styles, the only way by which Glamour
// is told one. It would register the style that it is given itself, but under
// one name, once for all themes.
var highlighting sync.Mutex

// registerStyle makes a theme known to chroma.
func registerStyle(t theme.Theme) bool {
	highlighting.Lock()
	defer highlighting.Unlock()
	name := chromaName(t)
	if _, known := chromastyles.Registry[name]; known {
		return true
	}
	style, err := chroma.NewStyle(name, chroma.StyleEntries{
		chroma.Text: chromaColor(t.Text), chroma.Comment: chromaColor(t.Muted),
		chroma.Keyword: chromaColor(t.Accent), chroma.NameFunction: chromaColor(t.Link),
		chroma.LiteralString: chromaColor(t.Code), chroma.LiteralNumber: chromaColor(t.Mark),
		chroma.Operator: chromaColor(t.Quote), chroma.Punctuation: chromaColor(t.Quote),
	})
	if err != nil {
		return false
	}
	chromastyles.Register(style)
	return true
}

func chromaName(t theme.Theme) string { return fmt.Sprintf("warraq %v", t) }

// chromaFormatter is the kind of colours that a theme has.
func chromaFormatter(t theme.Theme) string {
	if strings.HasPrefix(t.Text+t.Mark, "#") {
		return "terminal16m"
	}
	return "terminal16"
}

// chromaPalette are chroma's names for the terminal's sixteen colours.
var chromaPalette = []string{
	"#ansiblack", "#ansidarkred", "#ansidarkgreen", "#ansibrown", "#ansidarkblue", "#ansipurple", "#ansiteal", "#ansilightgray",
	"#ansidarkgray", "#ansired", "#ansigreen", "#ansiyellow", "#ansiblue", "#ansifuchsia", "#ansiturquoise", "#ansiwhite",
}

// chromaColor is a colour of a theme as chroma takes it, "" for none.
func chromaColor(c string) string {
	if n, err := strconv.Atoi(c); err == nil && n >= 0 && n < len(chromaPalette) {
		return chromaPalette[n]
	}
	return c
}
