package page

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// html adds the text of an HTML block, a paragraph for each of its own. Tags
// carry no text; what stands between them does.
func (b *builder) html(n *ast.HTMLBlock, l leadingSigns, apart bool) {
	source := blockLines(n, b.source)
	if n.HasClosure() {
		source += string(n.ClosureLine.Value(b.source))
	}
	for _, text := range htmlParagraphs(source) {
		var parts []*paragraphBlock
		for part := range cutPieces(text, maxParagraph) {
			parts = append(parts, &paragraphBlock{spans: b.line(part, b.running()), beside: l.marks()})
		}
		addParts(b, l, apart, parts)
		l, apart = l.after(), true
	}
}

// htmlParagraphs are the paragraphs of an HTML text. What is opened and never closed, be
// it a tag, a comment or a script, is text too: it may be all that follows.
func htmlParagraphs(source string) []string {
	var out []string
	var s, hidden strings.Builder
	end := func() {
		if text := strings.Join(strings.Fields(s.String()), " "); text != "" {
			out = append(out, text)
		}
		s.Reset()
	}
	unseen := atom.Atom(0) // the element that is not shown, while in it
	for z := html.NewTokenizer(strings.NewReader(source)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken: // the end: the tokenizer takes whatever there is
			s.WriteString(hidden.String())
			s.Write(z.Raw())
			end()
			return out
		case html.CommentToken:
			if raw := z.Raw(); !bytes.HasSuffix(raw, []byte(">")) {
				s.Write(raw)
			}
		case html.TextToken:
			if unseen != 0 {
				hidden.Write(z.Raw())
			} else {
				s.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case tag == unseen && kind == html.EndTagToken:
				unseen = 0
				hidden.Reset()
			case unseen == 0 && kind == html.StartTagToken && isUnseen(tag):
				unseen = tag
			}
			if !isInline(tag) {
				end()
			}
		}
	}
}

func isUnseen(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Head:
		return true
	}
	return false
}

// isInline tells of tags that stand within a line.
func isInline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Del, atom.Em, atom.Font,
		atom.I, atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong,
		atom.Sub, atom.Sup, atom.Time, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}
