package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/text"
)

// openFormula writes a formula in MathML as text: exponents raised and indexes lowered, a
// fraction as (a+b)/c. What it says again in another notation goes, unless it says nothing else.
func openFormula(formula *html.Node) {
	copies := ""
	for _, n := range Elements(formula) {
		if n.Data == "annotation" || n.Data == "annotation-xml" {
			text.Fill(&copies, TextOf(n))
			remove(n)
		}
	}
	if !hasText(formula) {
		formula.AppendChild(textNode(copies))
	}
	for _, n := range Elements(formula) {
		openScripts(n)
	}
	formula.DataAtom, formula.Data, formula.Namespace, formula.Attr = atom.Span, "span", "", nil
}

// openScripts makes of an element of a formula, which has no form in a line, one that has.
func openScripts(n *html.Node) {
	var parts []*html.Node
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode {
			parts = append(parts, child)
		}
	}
	shift := func(part *html.Node, kind atom.Atom) {
		raised := newElement(kind)
		n.InsertBefore(raised, part)
		raised.AppendChild(detachNode(part))
		shiftScript(raised)
	}
	switch {
	case n.Data == "mtd":
		n.AppendChild(textNode(" "))
	case (n.Data == "msqrt" || n.Data == "mroot") && len(parts) > 0:
		n.InsertBefore(textNode("√"), n.FirstChild)
		bracketPart(parts[0])
	case len(parts) < 2:
	case n.Data == "mfrac":
		n.InsertBefore(textNode("/"), parts[1])
		bracketPart(parts[0])
		bracketPart(parts[1])
	case n.Data == "msup":
		shift(parts[1], atom.Sup)
	case n.Data == "msub":
		shift(parts[1], atom.Sub)
	case n.Data == "msubsup" && len(parts) > 2: //nolint:mnd // a base, an index and an exponent
		shift(parts[1], atom.Sub)
		shift(parts[2], atom.Sup)
	}
}

// bracketPart puts brackets around a part of a formula that is more than one sign or number.
func bracketPart(part *html.Node) {
	if part.Data == "mrow" && strings.ContainsAny(TextOf(part), "+-−±·×/ ") {
		part.InsertBefore(textNode("("), part.FirstChild)
		part.AppendChild(textNode(")"))
	}
}
