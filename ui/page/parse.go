package page

import (
	"bytes"

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
			util.Prioritized(capped{extension.NewDefinitionListParser(), maxNesting}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(capped{parser.NewListParser(), maxNesting}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(capped{parser.NewBlockquoteParser(), maxNesting}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(capped{extension.NewFootnoteBlockParser(), 1}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(boundedTables{extension.NewTableParagraphTransformer()}, 200))...),
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

// capped is the parser of a block that holds blocks and that may lie in fewer of
// its kind than some number. Nesting without end would take time that grows with
// its square, and a footnote defined in another would be lost with it.
type capped struct {
	parser.BlockParser
	most int
}

func (c capped) Open(parent ast.Node, reader text.Reader, context parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.Blockquote, *ast.List, *extast.DefinitionList, *extast.Footnote:
			depth++
		}
	}
	if depth >= c.most {
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, context)
}

// cellsPerByte and freeCells are how many cells a table may have that is not written
// out: a row that is shorter than the head counts for as many as that has. A table of
// more is text.
const (
	cellsPerByte = 1
	freeCells    = 10_000
)

// boundedTables transforms the paragraphs that are tables, unless they have too many
// cells.
type boundedTables struct{ parser.ParagraphTransformer }

func (b boundedTables) Transform(n *ast.Paragraph, reader text.Reader, context parser.Context) {
	size, columns := 0, 0
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if size += line.Len(); isDelimiter(line.Value(reader.Source())) {
			columns = max(columns, bytes.Count(line.Value(reader.Source()), []byte("|"))+1)
		}
	}
	if columns*n.Lines().Len() <= cellsPerByte*size+freeCells {
		b.ParagraphTransformer.Transform(n, reader, context)
	}
}

// isDelimiter tells of a line that may part the head of a table from its rows.
func isDelimiter(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|:- \t\r\n")) == 0
}
