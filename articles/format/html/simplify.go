package html

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// simplify rewrites the elements of a tree that Markdown has no form for as those that
// it has one for, so that what they say survives: raised and lowered letters, quotations
// in a line, notes, readings beside characters, definitions, verses, tables, players.
//
// Addresses start from the base.
func simplify(root *html.Node, base *url.URL) {
	writeListings(root)
	numberNotes(root)
	for _, n := range Elements(root) {
		if n.Parent == nil || !StandsIn(n, root) {
			continue
		}
		if isPageBreak(n) {
			remove(n)
			continue
		}
		if to := embeddedAt(n); to != "" {
			n.Parent.InsertBefore(playerOf(to, ""), n)
			remove(n)
			continue
		}
		openRoles(n)
		switch n.DataAtom {
		case atom.Math:
			openFormula(n)
		case atom.Sup, atom.Sub:
			shiftScript(n)
		case atom.Span:
			if kind := raisedBy(Attribute(n, "style")); kind != 0 {
				n.DataAtom, n.Data = kind, kind.String()
				shiftScript(n)
			}
		case atom.Q:
			markQuote(n)
		case atom.Ruby:
			openRuby(n)
		case atom.Img:
			if isEmoji(n) {
				replaceWithText(n, Attribute(n, "alt"))
				continue
			}
		case atom.Dl:
			openDefinitions(n)
		case atom.Table:
			if openCaptionTable(n) {
				continue
			}
			simplifyTable(n)
		case atom.Iframe, atom.Video, atom.Audio, atom.Embed, atom.Object:
			holdPlayer(n, base)
		case atom.A:
			switch {
			case isWayBack(n):
				remove(n)
			case isNoteReference(n):
				bracketNote(n)
			}
		case atom.Figure:
			openFigure(n)
		case atom.Ul, atom.Ol:
			openGallery(n)
			if n.DataAtom == atom.Ol {
				keepNumbers(n)
			}
		case atom.Footer, atom.Cite:
			if n.DataAtom == atom.Footer && standsAtom(n, atom.Blockquote, root) {
				n.DataAtom, n.Data = atom.P, "p" // whose words they are
			}
		case atom.Svg, atom.Canvas:
			remove(n)
		case atom.Div, atom.Section:
			joinHemistichs(n)
			openHeading(n)
			openWrapper(n)
			if n.Parent == nil {
				continue
			}
			partHemistichs(n)
		case atom.P, atom.Li, atom.Td, atom.Blockquote:
			partHemistichs(n)
		}
		showVisible(n)
	}
}

// isWayBack tells the arrow of a note that leads back to where the note is referred to.
func isWayBack(n *html.Node) bool {
	s := strings.TrimFunc(shortText(n), func(r rune) bool { return r == '\uFE0E' || r == '\uFE0F' || r == ' ' })
	return s != "" && strings.Trim(s, "↩↵⤴↑⏎⮌^") == "" && Attribute(n, "href") != ""
}

// showVisible takes the mark off a text that hides it from screen readers alone:
// everybody else sees it.
func showVisible(n *html.Node) {
	if Attribute(n, "aria-hidden") != "true" || text.CountWords(shortText(n)) < press.RunningLong && !holdsCopy(n) {
		return
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "aria-hidden" })
}

// quotationMarks are those around a quotation in a line, and those around one within it.
var quotationMarks = [2][2]string{{"“", "”"}, {"‘", "’"}}

// markQuote writes the marks of a quotation that a browser would draw around it.
func markQuote(n *html.Node) {
	s := TextOf(n)
	if s == "" || strings.ContainsAny(firstRune(s), press.Guillemets+"'‘") {
		unwrap(n)
		return
	}
	depth := 0
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Q {
			depth++
		}
	}
	marks := quotationMarks[depth%2]
	n.InsertBefore(textNode(marks[0]), n.FirstChild)
	n.AppendChild(textNode(marks[1]))
	n.DataAtom, n.Data = atom.Span, "span"
	if depth > 0 {
		return // the outer one is opened later, and counts
	}
	for _, inner := range Elements(n) {
		if inner.DataAtom == atom.Q {
			inner.InsertBefore(textNode(quotationMarks[1][0]), inner.FirstChild)
			inner.AppendChild(textNode(quotationMarks[1][1]))
			inner.DataAtom, inner.Data = atom.Span, "span"
		}
	}
}

// firstRune is the first character of a text, "" for none.
func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// textNode is a piece of text for a tree.
func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// newElement is an element of a kind for a tree.
func newElement(kind atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: kind, Data: kind.String()}
}

// replaceWithText puts a text in an element's stead.
func replaceWithText(n *html.Node, s string) {
	n.Parent.InsertBefore(textNode(s), n)
	remove(n)
}

// openRuby writes the reading beside a character in brackets behind it.
func openRuby(ruby *html.Node) {
	for _, n := range Elements(ruby) {
		switch n.DataAtom {
		case atom.Rp:
			remove(n)
		case atom.Rt:
			if s := TextOf(n); s != "" && n.Parent != nil {
				replaceWithText(n, "("+s+")")
			}
		}
	}
}

// openDefinitions writes a list of definitions as its terms, each over a list of what
// it means.
func openDefinitions(list *html.Node) {
	var meanings *html.Node
	for _, n := range Elements(list) {
		switch {
		case n.Parent == nil || closestAncestor(n, atom.Dl) != list:
		case n.DataAtom == atom.Dt:
			meanings = nil
			strong := newElement(atom.Strong)
			moveChildren(n, strong)
			n.AppendChild(strong)
			n.DataAtom, n.Data = atom.P, "p"
		case n.DataAtom == atom.Dd:
			if meanings == nil || meanings.Parent != n.Parent {
				meanings = newElement(atom.Ul)
				n.Parent.InsertBefore(meanings, n)
			}
			remove(n)
			n.DataAtom, n.Data = atom.Li, "li"
			meanings.AppendChild(n)
		}
	}
	list.DataAtom, list.Data = atom.Div, "div"
}

// closestAncestor gives the closest element of a kind around a node, nil for none.
func closestAncestor(n *html.Node, kind atom.Atom) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == kind {
			return p
		}
	}
	return nil
}

// moveChildren puts what an element holds at the end of another.
func moveChildren(from, to *html.Node) {
	for from.FirstChild != nil {
		child := from.FirstChild
		from.RemoveChild(child)
		to.AppendChild(child)
	}
}

// openHeading leaves of an element that holds one heading and a link or two to change
// it, as encyclopedias have it, the heading alone.
func openHeading(n *html.Node) {
	const links = 4 // words beside the heading
	heading := onlyChild(n, isHeading)
	if heading == nil {
		return
	}
	if all := shortText(n); all == "" || text.CountWords(all)-text.CountWords(TextOf(heading)) > links {
		return
	}
	beside := false
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		beside = beside || child != heading && TextOf(child) != ""
		if child != heading && TextOf(child) != "" && (child.Type == html.TextNode || IsBlock(child) || child.DataAtom != atom.A && Find(child, atom.A) == nil) {
			return
		}
	}
	if beside {
		n.Parent.InsertBefore(detachNode(heading), n)
		remove(n)
	}
}

// hemistichGap parts the halves of a verse, as in plain text.
const hemistichGap = "\u2003\u2003\u2003"

// partHemistichs parts the halves of a verse that stand in two elements of a line with
// nothing between them, which a style sheet sets apart.
func partHemistichs(line *html.Node) {
	const longest = 12 // words of a half
	var halves []*html.Node
	for child := line.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type == html.TextNode && strings.TrimSpace(child.Data) == "", child.Type == html.CommentNode:
		case child.DataAtom == atom.Span || child.DataAtom == atom.B || child.DataAtom == atom.I || child.DataAtom == atom.Em:
			halves = append(halves, child)
		default:
			return
		}
	}
	if len(halves) != 2 {
		return
	}
	for _, half := range halves {
		if words := text.CountWords(shortText(half)); words < 2 || words > longest || text.EndsSentence(TextOf(halves[0])) {
			return
		}
	}
	glued := halves[0].NextSibling == halves[1]
	if !glued && !hasAny(append(classWords(line), append(classWords(line.Parent), classWords(halves[0])...)...), verseWords...) {
		return
	}
	for halves[0].NextSibling != halves[1] {
		remove(halves[0].NextSibling)
	}
	line.InsertBefore(textNode(hemistichGap), halves[1])
}

// verseWords are in the classes of verses and their halves.
var verseWords = []string{
	"verse", "verses", "poem", "poems", "poetry", "bayt", "beit", "bait", "bet", "hemistich", "hemistichs", "shatr", "misra", "mesra", "sadr", "ajz",
	"qasida", "qaseeda", "ghazal", "beyt", "stanza", "couplet", "sher", "shir",
}
