package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// What leads lines.
const (
	quoteBar    = "▎"
	captionSign = "▣ "
	codeIndent  = "  "
)

// bullets are the markers of lists, by depth.
var bullets = []string{"•", "◦", "▪"}

// maxNesting is how deep quotes and lists are followed; what lies deeper is
// shown at that depth.
const maxNesting = 12

// markdown is the dialect that articles are written in.
var markdown = goldmark.New(goldmark.WithExtensions(
	extension.GFM, extension.Footnote, extension.DefinitionList,
), goldmark.WithParserOptions(parser.WithAttribute()))

// builder turns one article into blocks.
type builder struct {
	styles  glamour.StyleConfig
	context glamour.RenderContext
	source  []byte
	blocks  []block
	quoted  int // how many quotes the present block lies in
}

func newBuilder(t theme.Theme) *builder {
	config := styles(t)
	return &builder{styles: config, context: glamour.NewRenderContext(glamour.Options{Styles: config})}
}

// lead is what stands before the lines of a block: first once, rest after.
type lead struct{ first, rest []rtl.Span }

// then adds to a lead: a marker before the first line, room below it.
func (l lead) then(marker string, look rtl.Style) lead {
	width := int(rtl.StringWidth(marker))
	return lead{
		append(slices.Clip(l.first), rtl.Span{Text: marker, Style: look}),
		append(slices.Clip(l.rest), rtl.Span{Text: strings.Repeat(" ", width)}),
	}
}

// quoted adds a bar before every line.
func (l lead) quoted(look rtl.Style) lead {
	bar := rtl.Span{Text: quoteBar + " ", Style: look}
	return lead{
		append(slices.Clip(l.first), bar),
		append(slices.Clip(l.rest), bar),
	}
}

// after is the lead of what follows the first block.
func (l lead) after() lead { return lead{l.rest, l.rest} }

// look is one of Glamour's looks as a cell's style.
func (b *builder) look(p glamour.StylePrimitive) rtl.Style {
	spans := b.styled([]glamour.ElementRenderer{&glamour.BaseElement{Token: "x"}}, p)
	if len(spans) == 0 {
		return rtl.Style{}
	}
	return spans[0].Style
}

// add adds a block with its lead.
func (b *builder) add(l lead, apart bool, k block) {
	k.first, k.rest, k.above, k.apart = l.first, l.rest, l.rest, apart
	b.blocks = append(b.blocks, k)
}

// paragraph adds plain text in one of Glamour's looks.
func (b *builder) paragraph(apart bool, look glamour.StylePrimitive, text string) {
	if text != "" {
		b.add(lead{}, apart, block{spans: b.styled([]glamour.ElementRenderer{&glamour.BaseElement{Token: b.token(text)}}, look)})
	}
}

// head adds what stands above the text: section and date, the title, where it
// comes from, and the summary, unless the text begins with it.
func (b *builder) head(item store.Item, w *words.Words) {
	muted := b.styles.ImageText
	b.paragraph(false, muted, joined(" · ", item.Section, w.Date(item.Published)))
	b.paragraph(false, b.styles.H1.StylePrimitive, item.Title)
	source := joined("، ", item.Author, item.Source)
	if item.Place != "" {
		source = strings.TrimSpace(source + " (" + isolated(item.Place) + ")")
	}
	b.paragraph(false, muted, source)
	if item.Summary != "" && !strings.HasPrefix(item.Body, item.Summary[:len(item.Summary)*9/10]) {
		b.paragraph(true, b.styles.Strong, item.Summary)
	}
	if !item.Full {
		b.paragraph(true, muted, w.CardNote)
	}
	if len(b.blocks) > 0 {
		b.add(lead{}, false, block{rule: true, style: b.look(b.styles.HorizontalRule)})
	}
}

// joined puts the parts that there are together, each with an order of its own.
func joined(separator string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, isolated(p))
		}
	}
	return strings.Join(there, separator)
}

func isolated(s string) string { return firstIsolate + s + popIsolate }

// body adds the text, with the captions where they stand.
func (b *builder) body(item store.Item) {
	b.source = []byte(item.Body)
	captions := item.Captions
	put := func(before int) {
		for len(captions) > 0 && captions[0].After <= before {
			b.paragraph(true, b.styles.ImageText, captionSign+captions[0].Text)
			captions = captions[1:]
		}
	}
	root := markdown.Parser().Parse(text.NewReader(b.source))
	n := 0
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		put(n)
		b.node(c, lead{}, len(b.blocks) > 0, 0)
		n++
	}
	put(1 << 30)
}

// children adds the blocks in a block.
func (b *builder) children(parent ast.Node, l lead, apart bool, depth int) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		before := len(b.blocks)
		b.node(c, l, apart, depth)
		if len(b.blocks) > before {
			l, apart = l.after(), true
		}
	}
}

// node adds one block of the Markdown.
func (b *builder) node(n ast.Node, l lead, apart bool, depth int) {
	if depth > maxNesting {
		l = lead{}
	}
	switch n := n.(type) {
	case *ast.Heading:
		b.add(l, apart, block{spans: b.inline(n, b.heading(n.Level))})
	case *ast.Paragraph:
		b.add(l, apart, block{spans: b.inline(n, b.running())})
	case *ast.TextBlock:
		b.add(l, apart, block{spans: b.inline(n, b.running())})
	case *ast.Blockquote:
		before := len(b.blocks)
		b.quoted++
		b.children(n, l.quoted(b.look(b.styles.HorizontalRule)), apart, depth+1)
		b.quoted--
		if before < len(b.blocks) {
			b.blocks[before].above = l.rest
		}
	case *ast.List:
		b.list(n, l, apart, depth)
	case *ast.FencedCodeBlock:
		b.code(n, string(n.Language(b.source)), l, apart)
	case *ast.CodeBlock:
		b.code(n, "", l, apart)
	case *ast.ThematicBreak:
		b.add(l, apart, block{rule: true, style: b.look(b.styles.HorizontalRule)})
	case *extast.Table:
		b.add(l, apart, block{table: b.table(n)})
	case *extast.FootnoteList:
		b.add(l, apart, block{rule: true, style: b.look(b.styles.HorizontalRule)})
		for f := n.FirstChild(); f != nil; f = f.NextSibling() {
			if note, ok := f.(*extast.Footnote); ok {
				b.children(note, l.then(superscript(note.Index)+" ", b.look(b.styles.Enumeration)), false, depth+1)
			}
		}
	case *extast.DefinitionTerm:
		b.add(l, apart, block{spans: b.inline(n, b.styles.Strong)})
	case *extast.DefinitionDescription:
		b.children(n, l.then("  ", rtl.Style{}), false, depth+1)
	case *ast.HTMLBlock:
		// Tags carry no text of their own; what stands between them does.
		if t := withoutTags(lines(n, b.source)); t != "" {
			b.add(l, apart, block{spans: b.styled([]glamour.ElementRenderer{&glamour.BaseElement{Token: b.token(t)}}, b.running())})
		}
	default:
		b.children(n, l, apart, depth+1)
	}
}

// running is the look of running text.
func (b *builder) running() glamour.StylePrimitive {
	if b.quoted > 0 {
		return b.styles.BlockQuote.StylePrimitive
	}
	return b.styles.Paragraph.StylePrimitive
}

func (b *builder) heading(level int) glamour.StylePrimitive {
	s := b.styles
	return [...]glamour.StyleBlock{s.H1, s.H2, s.H3, s.H4, s.H5, s.H6}[level-1].StylePrimitive
}

// list adds the items of a list, each behind its marker.
func (b *builder) list(n *ast.List, l lead, apart bool, depth int) {
	number, look := n.Start, b.look(b.styles.Enumeration)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := bullets[min(depth/2, len(bullets)-1)] + " "
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + ". "
			number++
		}
		if box, ok := task(item); ok {
			marker = map[bool]string{true: "☑ ", false: "☐ "}[box.IsChecked]
		}
		before := len(b.blocks)
		tight := n.IsTight && item != n.FirstChild()
		b.children(item, l.then(marker, look), apart && !tight, depth+2)
		if n.IsTight {
			for i := before + 1; i < len(b.blocks); i++ {
				b.blocks[i].apart = b.blocks[i].apart && b.blocks[i].table != nil
			}
		}
		l, apart = l.after(), true
	}
}

// task finds the box of a task list's item.
func task(item ast.Node) (*extast.TaskCheckBox, bool) {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return nil, false
	}
	box, ok := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	return box, ok
}

// rightToLeft is a stretch of right-to-left words. In code each is isolated, so
// that it moves nothing around it: what follows a string stays behind it.
var rightToLeft = regexp.MustCompile(`[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\p{M} ]*[\p{Arabic}\p{Hebrew}\p{M}]|[\p{Arabic}\p{Hebrew}]`)

// code adds a code block, a line of it a block, so that each runs left to right
// by itself.
func (b *builder) code(n ast.Node, language string, l lead, apart bool) {
	spans := b.styled([]glamour.ElementRenderer{&glamour.CodeBlockElement{
		Code: b.codeText(n), Language: language,
	}}, glamour.StylePrimitive{})
	var line []rtl.Span
	flush := func() {
		if len(line) == 0 {
			line = []rtl.Span{{Text: " "}}
		}
		b.add(l, apart, block{spans: append([]rtl.Span{{Text: codeIndent}}, line...), code: true})
		l, apart, line = l.after(), false, nil
	}
	for i, s := range spans {
		parts := strings.Split(s.Text, "\n")
		for j, p := range parts {
			if j > 0 {
				flush()
			}
			if p != "" {
				line = append(line, rtl.Span{Text: rightToLeft.ReplaceAllString(p, firstIsolate+"$0"+popIsolate), Style: s.Style})
			}
		}
		if i == len(spans)-1 && len(line) > 0 {
			flush()
		}
	}
}

// codeText is the code through the door, its tabs as spaces and without the
// line end that closes it.
func (b *builder) codeText(n ast.Node) string {
	clean := strings.ReplaceAll(lines(n, b.source), "\t", "    ")
	return strings.Map(func(r rune) rune {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) {
			return -1
		}
		return r
	}, strings.TrimRight(clean, "\n"))
}

// lines is the source of a block.
func lines(n ast.Node, source []byte) string {
	var s strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		s.Write(segment.Value(source))
	}
	return s.String()
}

// withoutTags is the text of an HTML block.
func withoutTags(s string) string {
	var out strings.Builder
	inTag := false
	for _, r := range s {
		switch {
		case r == '<':
			inTag = true
		case r == '>' && inTag:
			inTag = false
			out.WriteByte(' ')
		case !inTag:
			out.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
