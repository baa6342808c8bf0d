// Package office has what the formats of word processors share: an XML reader, and
// a builder of the HTML tree from which a document's Markdown is made.
package office

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Document is a text as a word processor keeps it, and what it says of itself.
type Document struct {
	Title, Author, Language, Summary string
	Published                        time.Time
	Body                             *html.Node // a body element
	// Picture returns at most so many bytes of a picture by its address in the body,
	// nil where there is none; a nil Picture has none.
	Picture func(address string, most int64) ([]byte, error)
}

// Files are the files of a document that is an archive.
type Files interface {
	// Has tells whether there is a file of that name.
	Has(name string) bool
	// Contents returns one file whole.
	Contents(name string) ([]byte, error)
	// Picture returns at most so many bytes of a file, nil where there is none.
	Picture(name string, most int64) ([]byte, error)
}

// Part returns an XML file of a document as text; one that is not there is "".
func Part(files Files, name string) (string, error) {
	if !files.Has(name) {
		return "", nil
	}
	data, err := files.Contents(name)
	return Text(data), err
}

// Element returns an element that holds others.
func Element(kind atom.Atom, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: kind, Data: kind.String()}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

// TextNode returns a text as a node.
func TextNode(text string) *html.Node { return &html.Node{Type: html.TextNode, Data: text} }

// Builder collects the blocks of a document. The zero Builder is ready.
type Builder struct {
	body  *html.Node
	title string
	lists []openList // from the outermost in
	notes []note
	last  *Paragraph // of the last block, where that is one
}

// note is a note under the text.
type note struct {
	mark    string
	content *html.Node
}

// openList is a list to which items may still be added.
type openList struct {
	node    *html.Node
	ordered bool
	next    int // the number of the next item
}

// Body returns the element that holds the blocks.
func (b *Builder) Body() *html.Node {
	if b.body == nil {
		b.body = Element(atom.Body)
	}
	return b.body
}

// Block adds a block to the body, which ends all lists.
func (b *Builder) Block(n *html.Node) {
	b.lists, b.last = nil, nil
	b.Body().AppendChild(n)
}

// Paragraph adds a paragraph that holds something.
func (b *Builder) Paragraph(p *Paragraph) {
	if p.IsEmpty() {
		b.lists = nil
		return
	}
	b.Block(Element(atom.P, p.Nodes()...))
	b.last = p
}

// Heading adds a heading of a level from 1.
func (b *Builder) Heading(level int, p *Paragraph) {
	if p.IsEmpty() {
		return
	}
	if p.OnlyPictures() {
		b.Paragraph(p)
		return
	}
	levels := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	b.Block(Element(levels[min(max(level, 1), len(levels))-1], p.Plain()...))
}

// Titled gives the document its title, of which it has one; a second is a heading.
func (b *Builder) Titled(p *Paragraph) {
	if b.title != "" || p.String() == "" {
		b.Heading(1, p)
		return
	}
	b.title = p.String()
}

// Quote adds a paragraph to the quotation before it, or begins one.
func (b *Builder) Quote(p *Paragraph) {
	b.joined(atom.Blockquote, p, func() []*html.Node { return []*html.Node{Element(atom.P, p.Nodes()...)} })
}

// Code adds a line to the code before it, or begins some.
func (b *Builder) Code(p *Paragraph) {
	p.settle()
	var text strings.Builder
	for _, s := range p.spans {
		if s.node != nil {
			text.WriteByte('\n')
		}
		text.WriteString(s.text)
	}
	last := b.Body().LastChild
	if len(b.lists) == 0 && last != nil && last.DataAtom == atom.Pre {
		last.FirstChild.AppendChild(TextNode("\n" + text.String()))
		return
	}
	if !p.IsEmpty() {
		b.Block(Element(atom.Pre, Element(atom.Code, TextNode(text.String()))))
	}
}

func (b *Builder) joined(kind atom.Atom, p *Paragraph, content func() []*html.Node) {
	if p.IsEmpty() {
		return
	}
	last := b.Body().LastChild
	if len(b.lists) > 0 || last == nil || last.DataAtom != kind {
		last = Element(kind)
		b.Block(last)
	}
	for _, n := range content() {
		last.AppendChild(n)
	}
}

// Caption adds a caption to the picture or table before it; where there is none it
// is a paragraph. Pictures that stand in the same paragraph are those before it.
func (b *Builder) Caption(p *Paragraph) {
	if pictures := p.takePictures(); !pictures.IsEmpty() {
		b.Paragraph(pictures)
	}
	last := b.Body().LastChild
	isFigure := last != nil && len(b.lists) == 0 && (last.DataAtom == atom.Table || b.last != nil && b.last.OnlyPictures())
	if !isFigure || p.IsEmpty() {
		b.Paragraph(p)
		return
	}
	b.Body().RemoveChild(last)
	b.Block(Element(atom.Figure, last, Element(atom.Figcaption, p.Nodes()...)))
}

// GoOn is the number of the item after the one before, or of the first.
const GoOn = -1

// Item adds an item to the list of a level, from 0, and begins lists where none is
// open there. The number is that of the item in an ordered list, or GoOn.
func (b *Builder) Item(level int, ordered bool, number int, p *Paragraph) {
	if p.IsEmpty() {
		return
	}
	const deepest = 8
	level = min(max(level, 0), deepest)
	if number == GoOn {
		number = 1
		if level < len(b.lists) && b.lists[level].ordered {
			number = b.lists[level].next
		}
	}
	b.lists = b.lists[:min(len(b.lists), level+1)]
	if len(b.lists) == level+1 {
		if top := b.lists[level]; top.ordered != ordered || ordered && top.next != number {
			b.lists = b.lists[:level]
		}
	}
	for len(b.lists) < level+1 {
		b.openList(ordered, number)
	}
	top := &b.lists[level]
	top.node.AppendChild(Element(atom.Li, p.Nodes()...))
	top.next++
	b.last = nil
}

// openList begins a list in the last item of the one around it, or in the body.
func (b *Builder) openList(ordered bool, number int) {
	list := Element(atom.Ul)
	if ordered {
		list = Element(atom.Ol)
		list.Attr = []html.Attribute{{Key: "start", Val: strconv.Itoa(number)}}
	}
	parent := b.Body()
	if len(b.lists) > 0 {
		parent = b.lists[len(b.lists)-1].node
		if parent.LastChild != nil {
			parent = parent.LastChild
		}
	}
	parent.AppendChild(list)
	b.lists = append(b.lists, openList{list, ordered, number})
}

// Continue adds a paragraph to the last item of the open list; without one it
// stands by itself.
func (b *Builder) Continue(p *Paragraph) {
	if len(b.lists) == 0 || p.IsEmpty() {
		b.Paragraph(p)
		return
	}
	item := b.lists[len(b.lists)-1].node.LastChild
	if item == nil {
		b.Paragraph(p)
		return
	}
	item.AppendChild(Element(atom.P, p.Nodes()...))
}

// Note adds a note, which stands under the text, and returns the mark that refers to
// it: its label in brackets, or its number where it has none.
func (b *Builder) Note(content *html.Node, label string) string {
	if label = strings.Trim(label, "[](){}. \u00A0"); label == "" {
		label = strconv.Itoa(len(b.notes) + 1)
	}
	mark := "[" + label + "]"
	b.notes = append(b.notes, note{mark, content})
	return mark
}

// Finish puts the notes under the text and gives the document its body and the
// title that stands in it.
func (b *Builder) Finish(d *Document) {
	if len(b.notes) > 0 {
		b.Block(Element(atom.Hr))
	}
	for _, n := range b.notes {
		b.note(n.mark, n.content)
	}
	d.Body = b.Body()
	if b.title != "" {
		d.Title = b.title
	}
	if isUntitled(d.Title) {
		d.Title = ""
	}
}

// note adds a note with its mark before its first paragraph.
func (b *Builder) note(label string, content *html.Node) {
	mark := TextNode(label + " ")
	first := content.FirstChild
	if first == nil || first.DataAtom != atom.P {
		content.InsertBefore(Element(atom.P, mark), first)
	} else {
		if text := first.FirstChild; text != nil && text.Type == html.TextNode {
			text.Data = strings.TrimLeft(text.Data, " \t\u00A0")
		}
		first.InsertBefore(mark, first.FirstChild)
	}
	for content.FirstChild != nil {
		child := content.FirstChild
		content.RemoveChild(child)
		b.Block(child)
	}
}

// placeholderTitles are the titles that programs give to what has none.
var placeholderTitles = []string{"untitled", "document", "microsoft word -", "بدون عنوان", "غير معنون", "بلا عنوان"}

// isUntitled tells a title that a program made up.
func isUntitled(title string) bool {
	title = strings.ToLower(strings.TrimSpace(title))
	for _, prefix := range placeholderTitles {
		if rest, ok := strings.CutPrefix(title, prefix); ok && (strings.HasSuffix(prefix, "-") || strings.Trim(rest, " 0123456789()") == "") {
			return true
		}
	}
	return false
}

// Move puts what one element holds at the end of another.
func Move(from, to *html.Node) {
	for from.FirstChild != nil {
		child := from.FirstChild
		from.RemoveChild(child)
		to.AppendChild(child)
	}
}
