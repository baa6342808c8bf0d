package page

import (
	"cmp"
	"iter"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
)

// The isolates of UAX #9 around what keeps an order of its own.
const (
	leftIsolate  = "\u2066" // LRI, around code and addresses
	firstIsolate = "\u2068" // FSI, around links
	popIsolate   = "\u2069" // PDI
	hardBreak    = "\u2028" // within a paragraph
)

// isolateText puts a text between an FSI and a PDI, so that it has an order of its own.
func isolateText(s string) string { return firstIsolate + s + popIsolate }

// maxInline is how much of a block's content is read at once, in bytes. No
// emphasis or link of a longer one reaches over a cut. For text made to that
// end, the parser's time grows with the square of the length.
const maxInline = 8 << 10

// minInline is how much is read at once of a content full of links that never end: the
// parser looks for the end of each up to that of the text.
const minInline = 1 << 10

// inlineSize is how much of a content is read at once.
func inlineSize(source string) int {
	const few = 32
	if strings.Count(source, "](")-strings.Count(source, ")") > few {
		return minInline
	}
	return maxInline
}

// line is text without Markdown, in a look.
func (b *builder) line(s string, look primitive) []rtl.Span {
	b.write(text.CleanLine(s), look, "")
	return b.trimmed(true, true)
}

// markdown is the content of a block, in a look.
func (b *builder) markdown(source string, look primitive) []rtl.Span {
	for piece, tree := range b.trees(source) {
		b.tree(tree, piece, look)
	}
	return b.trimmed(true, true)
}

// tree writes what a part of a block's content says.
func (b *builder) tree(tree ast.Node, source []byte, look primitive) {
	b.nodes(tree, source, inlinePlace{look: look})
	if tree.NextSibling() != nil || unicode.IsSpace(rune(source[len(source)-1])) {
		b.write(" ", look, "")
	}
}

// maxParagraph is about how much of a paragraph is laid out at once, in bytes.
const maxParagraph = 4 * maxInline

// paragraph adds a paragraph that is like another but for what it says. One that is
// too long is cut up, each part running in the direction of the first.
func (b *builder) paragraph(l leadingSigns, apart bool, source string, look primitive, like paragraphBlock) {
	var parts []content
	var direction rtl.Direction
	read := 0
	end := func(last bool) {
		p := like
		p.spans = b.trimmed(len(parts) == 0, last)
		p.direction = direction
		if v := newVerse(&p); v != nil {
			parts = append(parts, v)
		} else {
			parts = append(parts, &p)
		}
		if read = 0; len(parts) == 1 && !last {
			direction = p.firstDirection()
		}
	}
	for piece, tree := range b.trees(source) {
		if read >= maxParagraph {
			end(false)
		}
		b.tree(tree, piece, look)
		read += len(piece)
	}
	end(true)
	addParts(b, l, apart, parts)
}

// trees reads the content of a block: it has been through the door when it is
// parsed, and characters that references make go through it afterwards (see
// [unescape]).
func (b *builder) trees(source string) iter.Seq2[[]byte, ast.Node] {
	return func(yield func([]byte, ast.Node) bool) {
		source = text.CleanText(source)
		for piece := range cutPieces(source, inlineSize(source)) {
			s := []byte(piece)
			root := inlineParser.Parse(gmtext.NewReader(s), parser.WithContext(b.definitions))
			for n := root.FirstChild(); n != nil; n = n.NextSibling() {
				if !yield(s, n) {
					return
				}
			}
		}
	}
}

// cutPieces cuts a text in pieces of some size at the most, behind white space where
// there is any.
func cutPieces(s string, most int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > most {
			end := strings.LastIndexAny(s[:most], " \n") + 1
			if end == 0 {
				for end = most; !utf8.RuneStart(s[end]); {
					end--
				}
			}
			if !yield(s[:end]) {
				return
			}
			s = s[end:]
		}
		yield(s)
	}
}

// inlinePlace is where in a block inline content stands.
type inlinePlace struct {
	look    primitive
	address string // of the link that it is in
}

func (p inlinePlace) in(look primitive) inlinePlace {
	return inlinePlace{mergeLooks(p.look, look), p.address}
}

// nodes writes the inline content of a node.
func (b *builder) nodes(parent ast.Node, source []byte, at inlinePlace) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.node(n, source, at)
	}
}

func (b *builder) node(n ast.Node, source []byte, at inlinePlace) {
	s := &b.styles
	switch n := n.(type) {
	case *ast.Text:
		b.write(textOf(n, source), at.look, at.address)
	case *ast.String:
		b.write(string(n.Value), at.look, at.address)
	case *ast.CodeSpan:
		b.write(leftIsolate+textIn(n, source)+popIsolate, mergeLooks(at.look, s.Code.StylePrimitive), at.address)
	case *ast.Emphasis:
		look := s.Emph
		if n.Level > 1 {
			look = s.Strong
		}
		b.nodes(n, source, at.in(look))
	case *extast.Strikethrough:
		b.nodes(n, source, at.in(s.Strikethrough))
	case *ast.Link:
		to := b.links.target(unescape(string(n.Destination)))
		b.write(firstIsolate, at.look, "")
		b.nodes(n, source, inlinePlace{at.look, to})
		b.write(b.links.number(to), mergeLooks(at.look, s.ImageText), "")
		b.write(popIsolate, at.look, "")
	case *ast.AutoLink:
		to := string(n.URL(source))
		if n.AutoLinkType == ast.AutoLinkEmail {
			to = "mailto:" + strings.TrimPrefix(to, "mailto:")
		}
		b.write(leftIsolate, at.look, "")
		to = Address(to)
		b.write(string(n.Label(source)), at.look, to)
		b.write(b.links.number(to), mergeLooks(at.look, s.ImageText), "")
		b.write(popIsolate, at.look, "")
	case *ast.Image:
		if p, ok := b.picture(n); ok {
			b.met = append(b.met, p)
		}
		b.write(captionSign+" "+isolateText(cmp.Or(imageDescription(n, source), b.words.Pictures.One)), mergeLooks(at.look, s.ImageText), at.address)
	case *ast.RawHTML:
		if lineBreak.MatchString(string(n.Segments.Value(source))) {
			b.write(hardBreak, at.look, "")
		}
	case *extast.FootnoteLink:
		b.write(superscriptNumber(n.Index), mergeLooks(at.look, s.Enumeration), "")
	default:
		b.nodes(n, source, at)
	}
}

// lineBreak is the tag that ends a line. Others say nothing that a terminal
// could show; the text between them stays.
var lineBreak = pattern.New(`(?i)^<br\s*/?>$`)

// textOf is the text of a node, with the break that ends it.
func textOf(n *ast.Text, source []byte) string {
	s := string(n.Segment.Value(source))
	if !n.IsRaw() {
		s = unescape(s)
	}
	switch {
	case n.HardLineBreak():
		s += hardBreak
	case n.SoftLineBreak():
		s += " "
	}
	return s
}

// textIn is the text in a node, on one line.
func textIn(n ast.Node, source []byte) string {
	var s strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				s.WriteString(textOf(n, source))
			}
		case *ast.String:
			if entering {
				s.Write(n.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return onOneLine.Replace(s.String())
}

var onOneLine = strings.NewReplacer("\n", " ", hardBreak, " ")

// imageDescription is what there is to say of an image: what is written in its place,
// else its title, else its name, unless that says nothing to a reader.
func imageDescription(n *ast.Image, source []byte) string {
	if s := textIn(n, source); strings.TrimSpace(s) != "" {
		return s
	}
	if s := text.CleanLine(unescape(string(n.Title))); s != "" {
		return s
	}
	if strings.HasPrefix(string(n.Destination), articles.PictureScheme) {
		return ""
	}
	return text.CleanLine(path.Base(string(n.Destination)))
}

// onlyImage gives the image that a text consists of, and what there is to say of it.
func (b *builder) onlyImage(source string) (image *ast.Image, caption string, ok bool) {
	if !strings.HasPrefix(source, "![") {
		return nil, "", false
	}
	for piece, tree := range b.trees(source) {
		n, isImage := tree.FirstChild().(*ast.Image)
		if ok || !isImage || tree.ChildCount() > 1 {
			return nil, "", false
		}
		image, caption, ok = n, imageDescription(n, piece), true
	}
	return image, caption, ok
}
