package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openWrapper leaves of an element that holds a quotation, code or a table alone what it holds: an
// element around a post that is quoted, with its links, or around a few numbers would be taken
// for a menu.
func openWrapper(n *html.Node) {
	if n.Parent == nil {
		return
	}
	for inner := n; ; {
		if isRelated(classWords(inner)) || isFurnished(classWords(inner)) || hasOwnText(inner) {
			return
		}
		switch inner = onlyChild(inner, func(child *html.Node) bool { return !isCode(child) }); {
		case inner == nil:
			return
		case inner.DataAtom == atom.Blockquote || inner.DataAtom == atom.Pre || inner.DataAtom == atom.Table:
			n.Parent.InsertBefore(detachNode(inner), n)
			remove(n)
			return
		case inner.DataAtom != atom.Div:
			return
		}
	}
}

// hasOwnText reports whether text stands in an element itself, beside what it holds.
func hasOwnText(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode && strings.TrimSpace(child.Data) != "" {
			return true
		}
	}
	return false
}

// onlyChild gives the one child of an element that is of a kind; nil for none or several.
func onlyChild(n *html.Node, is func(*html.Node) bool) (found *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode && is(child) {
			if found != nil {
				return nil
			}
			found = child
		}
	}
	return found
}

// detachNode takes a node out of its tree and gives it.
func detachNode(n *html.Node) *html.Node {
	remove(n)
	return n
}
