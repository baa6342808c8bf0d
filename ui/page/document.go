// Package page turns an article into lines of cells: Markdown in, what a
// terminal shows out.
//
// goldmark finds the structure; Glamour, with a style made from the theme,
// gives the content of each block its looks; ui/rtl lays the result out. The
// first two need no width and are done once (New), so that another width only
// lays out again (Lay).
//
// A block's text is one paragraph of the bidirectional algorithm, whatever
// styles it has: nothing is resolved line by line. Inline code stands in a
// left-to-right isolate and a link in a first-strong one, table cells are
// paragraphs of their own, and code blocks run left to right.
package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// Line is a line of an article.
type Line struct {
	Cells []rtl.Cell
	// Position is the number of runes of the article's text before the line: the
	// same text has the same position at every width.
	Position int
}

// Document is an article with its looks, to be laid out at any width. It does
// not change, and may be used by several goroutines at once.
type Document struct {
	blocks []block
	rtl    bool // the side of markers, bars and first columns
}

// New reads an article's Markdown and gives it the looks of a theme.
func New(item store.Item, t theme.Theme, w *words.Words) *Document {
	d := &Document{rtl: item.Direction != articles.LeftToRight}
	b := newBuilder(t)
	b.head(item, w)
	b.body(item)
	position := 0
	for i := range b.blocks {
		b.blocks[i].position = position
		position += utf8.RuneCountInString(b.blocks[i].text())
	}
	d.blocks = b.blocks
	return d
}

// Lay lays the article out in lines of exactly options.Width columns. A
// direction in the options overrules the paragraphs' own.
func (d *Document) Lay(options rtl.Options) []Line {
	options.Width = max(options.Width, 1)
	options.LeadDirection = rtl.LTR
	own := rtl.Auto
	if d.rtl {
		options.LeadDirection, own = rtl.RTL, rtl.AutoRTL
	}
	if options.Direction == rtl.Auto || options.Direction == rtl.AutoRTL {
		options.Direction = own
	}
	var lines []Line
	for i, b := range d.blocks {
		if i > 0 && b.apart {
			lines = append(lines, gap(b, options))
		}
		lines = b.lay(lines, options)
	}
	return lines
}

// Text is the article as plain text in logical order, a block a paragraph.
func (d *Document) Text() string {
	var s strings.Builder
	for i, b := range d.blocks {
		if i > 0 {
			s.WriteString("\n")
			if b.apart {
				s.WriteString("\n")
			}
		}
		s.WriteString(plain(b.text()))
	}
	return s.String()
}

// Paragraph is the text of the block that a position lies in.
func (d *Document) Paragraph(position int) string {
	for _, b := range slices.Backward(d.blocks) {
		if text := b.text(); b.position <= position && text != "" {
			return plain(text)
		}
	}
	return ""
}

// plain takes out the isolates that the layout put around code and links.
func plain(s string) string {
	return strings.NewReplacer(leftIsolate, "", firstIsolate, "", popIsolate, "").Replace(s)
}
