package page

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"warraq/articles"
	"warraq/ui/rtl"
)

// The isolates of UAX #9 around what keeps an order of its own.
const (
	leftIsolate  = "\u2066" // LRI, around code and addresses
	firstIsolate = "\u2068" // FSI, around links
	popIsolate   = "\u2069" // PDI
	hardBreak    = "\u2028" // within a paragraph
)

// inline gives the content of a block the looks that Glamour gives it there.
func (b *builder) inline(parent ast.Node, look glamour.StylePrimitive) []rtl.Span {
	return b.styled(b.elements(parent), look)
}

// styled lets Glamour write elements and reads back what it wrote. Text has
// been through the door before (see [builder.token]), so the only sequences in
// it are Glamour's own.
func (b *builder) styled(elements []glamour.ElementRenderer, look glamour.StylePrimitive) []rtl.Span {
	var out strings.Builder
	for _, e := range elements {
		var err error
		if o, ok := e.(glamour.StyleOverriderElementRenderer); ok {
			err = o.StyleOverrideRender(&out, b.context, look)
		} else {
			err = e.Render(&out, b.context)
		}
		if err != nil {
			// A strings.Builder never fails, and none of the elements has a format
			// that could be wrong.
			panic(fmt.Sprintf("glamour: %v", err))
		}
	}
	return rtl.ParseANSI(out.String())
}

// elements turns inline nodes into Glamour's elements.
func (b *builder) elements(parent ast.Node) []glamour.ElementRenderer {
	var out []glamour.ElementRenderer
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, b.element(n)...)
	}
	return out
}

func (b *builder) element(n ast.Node) []glamour.ElementRenderer {
	text := func(s string) glamour.ElementRenderer { return &glamour.BaseElement{Token: b.token(s)} }
	switch n := n.(type) {
	case *ast.Text:
		s := html.UnescapeString(string(n.Segment.Value(b.source)))
		switch {
		case n.HardLineBreak():
			s += hardBreak
		case n.SoftLineBreak():
			s += " "
		}
		return []glamour.ElementRenderer{text(s)}
	case *ast.String:
		return []glamour.ElementRenderer{text(string(n.Value))}
	case *ast.CodeSpan:
		return []glamour.ElementRenderer{&glamour.CodeSpanElement{
			Text: leftIsolate + articles.CleanLine(b.content(n)) + popIsolate, Style: b.styles.Code.StylePrimitive,
		}}
	case *ast.Emphasis:
		return []glamour.ElementRenderer{&glamour.EmphasisElement{Level: n.Level, Children: b.elements(n)}}
	case *extension.Strikethrough:
		return []glamour.ElementRenderer{&glamour.BaseElement{Token: b.token(b.content(n)), Style: b.styles.Strikethrough}}
	case *ast.Link:
		return b.link(string(n.Destination), b.elements(n), firstIsolate)
	case *ast.AutoLink:
		return b.link(string(n.URL(b.source)), []glamour.ElementRenderer{text(string(n.Label(b.source)))}, leftIsolate)
	case *ast.Image:
		return []glamour.ElementRenderer{&glamour.BaseElement{
			Token: b.token(captionSign + b.content(n)), Style: b.styles.ImageText,
		}}
	case *ast.RawHTML:
		return nil
	case *extension.FootnoteLink:
		return []glamour.ElementRenderer{&glamour.BaseElement{Token: superscript(n.Index), Style: b.styles.Enumeration}}
	case *extension.FootnoteBacklink, *extension.TaskCheckBox:
		return nil
	default:
		return b.elements(n)
	}
}

// link is a link with its text in an isolate. An address that is none of the
// kinds that may be opened is left out.
func (b *builder) link(address string, children []glamour.ElementRenderer, isolate string) []glamour.ElementRenderer {
	address = articles.CleanLine(address)
	open, end := &glamour.BaseElement{Token: isolate}, &glamour.BaseElement{Token: popIsolate}
	out := []glamour.ElementRenderer{open}
	if openable(address) {
		out = append(out, &glamour.LinkElement{URL: address, Children: children, SkipHref: true})
	} else {
		out = append(out, children...)
	}
	return append(out, end)
}

// openable tells the addresses that a terminal may be given to open.
func openable(address string) bool {
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || rest == "" {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return !strings.ContainsAny(address, " \t\x1b\x07")
	}
	return false
}

// token makes text ready for Glamour: through the door, and with its
// backslashes doubled, since Glamour takes them for escapes.
func (b *builder) token(s string) string {
	brk := strings.HasSuffix(s, hardBreak)
	s = articles.CleanText(strings.TrimSuffix(s, hardBreak))
	if brk {
		s += hardBreak
	}
	return strings.ReplaceAll(s, `\`, `\\`)
}

// content is the plain text of a node.
func (b *builder) content(n ast.Node) string {
	var s strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			s.WriteString(html.UnescapeString(string(t.Segment.Value(b.source))))
			if t.SoftLineBreak() || t.HardLineBreak() {
				s.WriteByte(' ')
			}
		} else if t, ok := n.(*ast.String); ok && entering {
			s.Write(t.Value)
		}
		return ast.WalkContinue, nil
	})
	return s.String()
}

// superscript is a footnote's number.
func superscript(n int) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(n))
}
