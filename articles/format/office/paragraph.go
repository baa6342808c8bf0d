package office

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Style is how a piece of text in a paragraph is set.
type Style struct {
	Bold, Italic, Strike, Raised, Lowered, Code bool
	Link                                        string // where it leads, or ""
}

// Paragraph collects the pieces of one paragraph: text, line breaks, pictures. The
// zero Paragraph is empty.
type Paragraph struct {
	spans   []span
	pending []string // texts that belong to the last span, so that many cost no more than one
}

// span is a piece of a paragraph: a text, or an element that stands in it.
type span struct {
	Style
	text string
	node *html.Node
}

// Text adds a text to the paragraph, which joins the one before where it is set the
// same way.
func (p *Paragraph) Text(text string, style Style) {
	if text == "" {
		return
	}
	if last := len(p.spans) - 1; last >= 0 && p.spans[last].node == nil {
		if p.spans[last].Style == style {
			p.pending = append(p.pending, text)
			return
		}
	}
	p.settle()
	p.spans = append(p.spans, span{Style: style, text: text})
}

// settle gives the last span the texts that belong to it.
func (p *Paragraph) settle() {
	if len(p.pending) > 0 {
		last := &p.spans[len(p.spans)-1]
		last.text += strings.Join(p.pending, "")
		p.pending = nil
	}
}

// Break adds a line break to the paragraph.
func (p *Paragraph) Break() { p.add(Element(atom.Br), "") }

// Picture adds a picture to the paragraph.
func (p *Paragraph) Picture(address, description string) {
	img := Element(atom.Img)
	img.Attr = []html.Attribute{{Key: "src", Val: address}, {Key: "alt", Val: description}}
	p.add(img, "")
}

func (p *Paragraph) add(n *html.Node, link string) {
	p.settle()
	p.spans = append(p.spans, span{node: n, Style: Style{Link: link}})
}

// IsEmpty tells whether there is nothing to see in the paragraph.
func (p *Paragraph) IsEmpty() bool {
	for _, text := range p.pending {
		if strings.TrimSpace(text) != "" {
			return false
		}
	}
	for _, s := range p.spans {
		if s.node != nil && s.node.DataAtom != atom.Br || strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// OnlyPictures tells whether the paragraph holds pictures and nothing else.
func (p *Paragraph) OnlyPictures() bool {
	p.settle()
	pictures := 0
	for _, s := range p.spans {
		switch {
		case s.node != nil && s.node.DataAtom == atom.Img:
			pictures++
		case s.node == nil && strings.TrimSpace(s.text) != "":
			return false
		}
	}
	return pictures > 0
}

// takePictures moves the pictures of the paragraph to one of their own.
func (p *Paragraph) takePictures() *Paragraph {
	p.settle()
	pictures := &Paragraph{}
	text := p.spans[:0:0]
	for _, s := range p.spans {
		if s.node != nil && s.node.DataAtom == atom.Img {
			pictures.spans = append(pictures.spans, s)
			continue
		}
		text = append(text, s)
	}
	p.spans = text
	return pictures
}

// String returns the text of the paragraph on one line.
func (p *Paragraph) String() string {
	p.settle()
	var b strings.Builder
	for _, s := range p.spans {
		if s.node != nil {
			b.WriteByte(' ')
		}
		b.WriteString(s.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Nodes returns the paragraph as a tree: each way to set text is an element, as
// wide as it reaches.
func (p *Paragraph) Nodes() []*html.Node {
	p.unite()
	return nestSpans(p.spans, 0, "", "")
}

// Plain returns the paragraph as a tree in which nothing is bold, as a heading is
// by itself.
func (p *Paragraph) Plain() []*html.Node {
	p.settle()
	for i := range p.spans {
		p.spans[i].Bold = false
	}
	return p.Nodes()
}

// unite gives spaces between two texts the way both are set, and makes one of texts
// that are set alike.
func (p *Paragraph) unite() {
	p.settle()
	all := &Paragraph{}
	for i, s := range p.spans {
		if s.node != nil {
			all.add(s.node, s.Link)
			continue
		}
		switch isBlank := strings.TrimSpace(s.text) == ""; {
		case isBlank && i > 0 && i+1 < len(p.spans):
			s.Style = commonStyle(p.spans[i-1].Style, p.spans[i+1].Style)
		case isBlank:
			s.Style = Style{}
		}
		all.Text(s.text, s.Style)
	}
	all.settle()
	p.spans = all.spans
}

// commonStyle is what two ways to set text share.
func commonStyle(a, b Style) Style {
	c := Style{
		Bold: a.Bold && b.Bold, Italic: a.Italic && b.Italic, Strike: a.Strike && b.Strike,
		Raised: a.Raised && b.Raised, Lowered: a.Lowered && b.Lowered, Code: a.Code && b.Code,
	}
	if a.Link == b.Link {
		c.Link = a.Link
	}
	return c
}

// styleLayers are the elements of a paragraph from the outermost in.
var styleLayers = []struct {
	kind atom.Atom
	is   func(Style) string // "" for not, else what all of one element share
}{
	{atom.A, func(s Style) string { return s.Link }},
	{atom.Strong, func(s Style) string { return boolValue(s.Bold) }},
	{atom.Em, func(s Style) string { return boolValue(s.Italic) }},
	{atom.Del, func(s Style) string { return boolValue(s.Strike) }},
	{atom.Sup, func(s Style) string { return boolValue(s.Raised) }},
	{atom.Sub, func(s Style) string { return boolValue(s.Lowered) }},
	{atom.Code, func(s Style) string { return boolValue(s.Code) }},
}

func boolValue(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// nestSpans makes elements of the spans, layer by layer. The texts around them are
// given for [loosen].
func nestSpans(spans []span, layer int, before, after string) (nodes []*html.Node) {
	if layer == len(styleLayers) {
		for _, s := range spans {
			if s.node == nil {
				s.node = TextNode(s.text)
			}
			nodes = append(nodes, s.node)
		}
		return nodes
	}
	l := styleLayers[layer]
	for start := 0; start < len(spans); {
		value := l.is(spans[start].Style)
		end := start + 1
		for end < len(spans) && l.is(spans[end].Style) == value {
			end++
		}
		left, right := before, after
		if start > 0 {
			left = spans[start-1].text
		}
		if end < len(spans) {
			right = spans[end].text
		}
		if value == "" {
			nodes = append(nodes, nestSpans(spans[start:end], layer+1, left, right)...)
		} else {
			nodes = append(nodes, wrapSpans(l.kind, value, spans[start:end], layer, left, right)...)
		}
		start = end
	}
	return nodes
}

// wrapSpans makes one element of spans, with what must not stand at its edges before
// and after it.
func wrapSpans(kind atom.Atom, value string, spans []span, layer int, left, right string) []*html.Node {
	spans = append([]span(nil), spans...)
	isMark := kind == atom.Strong || kind == atom.Em || kind == atom.Del
	first, last := &spans[0], &spans[len(spans)-1]
	lead := edgeText(first.text, isMark && isLetterLast(left), strings.TrimLeftFunc)
	first.text = first.text[len(lead):]
	tail := edgeText(last.text, isMark && isLetterFirst(right), strings.TrimRightFunc)
	last.text = last.text[:len(last.text)-len(tail)]
	var nodes []*html.Node
	if lead != "" {
		nodes = append(nodes, TextNode(lead))
	}
	if inner := nestSpans(spans, layer+1, "", ""); len(inner) > 0 && !areBlank(inner) {
		n := Element(kind, inner...)
		if kind == atom.A {
			n.Attr = []html.Attribute{{Key: "href", Val: value}}
		}
		nodes = append(nodes, n)
	}
	if tail != "" {
		nodes = append(nodes, TextNode(tail))
	}
	return nodes
}

// edgeText returns what stands at one edge of a text and belongs outside of the element
// around it: spaces, and, beside a letter, signs: "**«x»**y" is no bold in Markdown.
func edgeText(text string, besideLetter bool, trim func(string, func(rune) bool) string) string {
	rest := trim(text, func(r rune) bool {
		return unicode.IsSpace(r) || besideLetter && (unicode.IsPunct(r) || unicode.IsSymbol(r))
	})
	if strings.HasSuffix(text, rest) {
		return text[:len(text)-len(rest)]
	}
	return text[len(rest):]
}

func isLetterLast(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
}

func isLetterFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
}

func areBlank(nodes []*html.Node) bool {
	for _, n := range nodes {
		if n.Type != html.TextNode || n.Data != "" {
			return false
		}
	}
	return true
}

// Lead puts a text before all others.
func (p *Paragraph) Lead(text string) {
	p.settle()
	p.spans = append([]span{{text: text}}, p.spans...)
}

// CutLabel takes the label off the paragraph that stands before a tab at its beginning,
// as "•" does, and returns it; it is "" where there is none.
func (p *Paragraph) CutLabel() string {
	p.settle()
	const longest = 8 // characters
	if len(p.spans) == 0 || p.spans[0].node != nil {
		return ""
	}
	label, rest, ok := strings.Cut(p.spans[0].text, "\t")
	if !ok || strings.TrimSpace(label) == "" || utf8.RuneCountInString(label) > longest {
		return ""
	}
	p.spans[0].text = rest
	return strings.TrimSpace(label)
}
