package html

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// blockParser returns what reads Markdown as the reader shows it: with GitHub's
// extensions. Several texts may be read at once.
var blockParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
})

// CountBlocks counts the top-level blocks of a Markdown text. The parser's own count is
// too high where it made a table of a paragraph.
func CountBlocks(markdown string) (count int) {
	document := blockParser().Parse(text.NewReader([]byte(markdown)))
	for n := document.FirstChild(); n != nil; n = n.NextSibling() {
		count++
	}
	return count
}
