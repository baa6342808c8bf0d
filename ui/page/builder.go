package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// builder turns an article into blocks, one of the Markdown's own at a time.
type builder struct {
	painter
	highlighter
	source      []byte
	definitions parser.Context // of links and footnotes, found by the first parser
	upcoming    ast.Node       // the block to build next
	before      int            // how many are built
	captions    []articles.Caption
	words       *words.Words
	pictures    []articles.Picture // that came along
	how         *Pictures
	met         []articles.Picture // within the present text
	below       bool               // the last block is a picture: what comes is its caption
	links       *links
	notes       []*extast.Footnote
	quoted      int // how many quotes the present block lies in
	blocks      []textBlock
	follows     bool // blocks have gone before
	headed      bool // the last of them is a heading
}

func newBuilder(item store.Item, w *words.Words) *builder {
	b := &builder{
		painter: newPainter(), highlighter: highlighter{highlightBudget}, source: []byte(item.Body),
		definitions: parser.NewContext(), links: newLinks(item.URL),
		words: w, pictures: item.Pictures, how: &Pictures{},
	}
	root := blockParser.Parse(text.NewReader(b.source), parser.WithContext(b.definitions))
	b.upcoming, b.notes = root.FirstChild(), pageFootnotes(root, b.source)
	b.captions = slices.SortedStableFunc(slices.Values(item.Captions), func(a, c articles.Caption) int { return a.After - c.After })
	return b
}

// next builds some more blocks, and tells whether there were any left.
func (b *builder) next() bool {
	switch {
	case len(b.captions) > 0 && (b.upcoming == nil || b.captions[0].After <= b.before):
		b.caption(b.captions[0].Text)
		b.captions = b.captions[1:]
	case b.upcoming != nil:
		n := b.upcoming
		b.upcoming = n.NextSibling()
		if !isSilent(n) {
			b.block(n, nil, b.follows)
			b.showMet(nil)
			b.before++
		}
	case len(b.notes) > 0:
		b.footnotes()
		b.notes = nil
	default:
		return false
	}
	return true
}

// isSilent tells of definitions: those of links say nothing, footnotes stand at
// the end.
func isSilent(n ast.Node) bool {
	switch n.(type) {
	case *extast.FootnoteList, *ast.LinkReferenceDefinition:
		return true
	}
	return false
}

// add adds a block, unless it is text and says nothing. A heading stands with
// what it heads.
func (b *builder) add(l leadingSigns, apart bool, c content) {
	p, isText := c.(*paragraphBlock)
	if isText && len(p.spans) == 0 && len(l) == 0 {
		return
	}
	heading := isText && p.heading
	apart = apart && (heading || !b.headed)
	b.headed, b.below = heading, false
	b.blocks = append(b.blocks, textBlock{content: c, lead: l, apart: apart, above: l})
	b.follows = true
}

// addParts adds a block of the Markdown in the blocks that it was cut into.
func addParts[C content](b *builder, l leadingSigns, apart bool, parts []C) {
	continues := false
	for _, part := range parts {
		before := len(b.blocks)
		b.add(l, apart, part)
		if len(b.blocks) > before {
			b.blocks[before].continues = continues
			l, apart, continues = l.after(), false, true
		}
	}
}

// children adds the blocks in a block.
func (b *builder) children(parent ast.Node, l leadingSigns, apart bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		before := len(b.blocks)
		b.block(n, l, apart)
		if len(b.blocks) > before {
			l, apart = l.after(), true
		}
	}
}

// block adds one block of the Markdown.
func (b *builder) block(n ast.Node, l leadingSigns, apart bool) {
	switch n := n.(type) {
	case *ast.Heading:
		look, mark := headingLook(&b.styles, n.Level)
		if mark != "" {
			l = l.and(newSign(mark, b.look(look)))
		}
		b.paragraph(l, apart, blockLines(n, b.source), look, paragraphBlock{beside: l.marks(), ragged: true, heading: true, level: n.Level + 1})
	case *ast.Paragraph, *ast.TextBlock:
		b.text(n, l, apart)
	case *ast.Blockquote:
		b.quote(n, l, apart)
	case *ast.List:
		b.list(n, l, apart)
	case *ast.FencedCodeBlock:
		addParts(b, l, apart, b.code(n, string(n.Language(b.source))))
	case *ast.CodeBlock:
		addParts(b, l, apart, b.code(n, ""))
	case *ast.ThematicBreak:
		b.add(l, apart, ruleBlock{b.look(b.styles.HorizontalRule)})
	case *extast.Table:
		addParts(b, l, apart, b.table(n))
	case *extast.DefinitionTerm:
		b.paragraph(l, apart, blockLines(n, b.source), b.styles.Strong, paragraphBlock{ragged: true})
	case *extast.DefinitionDescription:
		b.children(n, l.and(leadingSign{width: definitionIndent}), false)
	case *ast.HTMLBlock:
		b.html(n, l, apart)
	default:
		if !isSilent(n) {
			b.children(n, l, apart)
		}
	}
}

// quote adds what is quoted behind a bar.
func (b *builder) quote(n *ast.Blockquote, l leadingSigns, apart bool) {
	bar := newSign(quoteBar, b.look(b.styles.HorizontalRule))
	bar.every = true
	before := len(b.blocks)
	b.quoted++
	b.children(n, l.and(bar), apart)
	b.quoted--
	b.headed = false
	if before < len(b.blocks) {
		b.blocks[before].above = l
	}
}

// text adds a paragraph, or the caption that one with nothing but an image is.
func (b *builder) text(n ast.Node, l leadingSigns, apart bool) {
	source := blockLines(n, b.source)
	if n, caption, ok := b.onlyImage(source); ok {
		if p, here := b.picture(n); here {
			b.showOnly(p, caption, l, apart)
			return
		}
		sign := newSign(captionSign, b.look(b.styles.ImageText))
		b.add(l.and(sign), apart, &paragraphBlock{spans: b.line(cmp.Or(caption, b.words.Pictures.One), b.styles.ImageText), beside: true, ragged: true})
		return
	}
	b.paragraph(l, apart, withItems(source), b.running(), paragraphBlock{beside: l.marks()})
	b.showMet(l.after())
}

// showOnly adds a picture that stands by itself, with what is to be said of it: the
// caption that stands behind it in the article, else what describes it.
func (b *builder) showOnly(p articles.Picture, described string, l leadingSigns, apart bool) {
	if len(l) == 0 && len(b.captions) > 0 && b.captions[0].After == b.before+1 {
		b.show(p, b.captions[0].Text, l, apart)
		return
	}
	b.show(p, described, l, apart)
	if described != "" {
		sign := newSign(captionSign, b.look(b.styles.ImageText))
		b.add(l.and(sign), false, &paragraphBlock{spans: b.line(described, b.styles.ImageText), beside: true, ragged: true})
	}
}

// caption adds the text under a picture that the article came with.
func (b *builder) caption(text string) {
	sign := newSign(captionSign, b.look(b.styles.ImageText))
	b.add(leadingSigns{sign}, b.follows && !b.below, &paragraphBlock{spans: b.line(text, b.styles.ImageText), beside: true, ragged: true})
}

// running is the look of running text.
func (b *builder) running() primitive {
	if b.quoted > 0 {
		return b.styles.BlockQuote.StylePrimitive
	}
	return b.styles.Paragraph.StylePrimitive
}

// blockLines is the source of a block.
func blockLines(n ast.Node, source []byte) string {
	var s strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		s.Write(segment.Value(source))
	}
	return s.String()
}
