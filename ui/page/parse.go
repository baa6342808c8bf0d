package page

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markdown is read in two steps, by two parsers that share a context: the
// blocks of the whole text first, since a definition anywhere in it may count,
// and the content of each block when it is needed. The dialect is GFM with
// footnotes and definition lists.

// maxNesting is how deep quotes and lists may lie in each other. The signs of
// what lies deeper are text.
const maxNesting = 12

// The parsers of the two steps.
var (
	blockParser = parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(capped{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(capped{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(capped{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(capped{extension.NewFootnoteBlockParser()}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithAttribute(),
	)
	inlineParser = parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999))...),
	)
)

// capped is the parser of a block that holds blocks and opens none at a depth of
// maxNesting. Nesting without end would take time that grows with its square.
type capped struct{ parser.BlockParser }

func (c capped) Open(parent ast.Node, reader text.Reader, context parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.Blockquote, *ast.List, *extast.DefinitionList, *extast.Footnote:
			depth++
		}
	}
	if depth >= maxNesting {
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, context)
}

// reference is what refers to a footnote, or defines it.
var reference = regexp.MustCompile(`\[\^([^\[\]\s][^\[\]\n]*)\]:?`)

// number numbers the footnotes in the order in which the text refers to them;
// those that it does not refer to come last. It gives them in that order.
func number(root ast.Node, source []byte) []*extast.Footnote {
	var list *extast.FootnoteList
	if bytes.Contains(source, []byte("[^")) {
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if l, ok := n.(*extast.FootnoteList); ok && entering {
				list = l
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
	if list == nil {
		return nil
	}
	defined := map[string]*extast.Footnote{}
	var all, out []*extast.Footnote
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if f, ok := n.(*extast.Footnote); ok {
			all = append(all, f)
			if _, twice := defined[string(f.Ref)]; !twice {
				defined[string(f.Ref)] = f
			}
		}
	}
	take := func(f *extast.Footnote) {
		if f != nil && f.Index < 0 {
			out = append(out, f)
			f.Index = len(out)
		}
	}
	for _, m := range reference.FindAllSubmatch(source, -1) {
		if !bytes.HasSuffix(m[0], []byte(":")) {
			take(defined[string(m[1])])
		}
	}
	for _, f := range all {
		take(f)
	}
	return out
}
