package html

import (
	"strings"

	"golang.org/x/net/html"
)

// joinTexts makes one text of texts that stand beside each other in a tree, and takes the
// comments between them out. What writes Markdown joins them two by two, each time by
// copying all that came before.
func joinTexts(root *html.Node) {
	for n := root; n != nil; n = nextNode(n, root) {
		joinChildren(n)
	}
}

// nextNode returns the node behind one in the order of a tree, nil behind the last.
func nextNode(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for ; n != nil && n != root; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// joinChildren joins the texts that stand beside each other in one element.
func joinChildren(parent *html.Node) {
	for first := parent.FirstChild; first != nil; first = first.NextSibling {
		if first.Type != html.TextNode {
			continue
		}
		var joined strings.Builder
		for next := first.NextSibling; next != nil && (next.Type == html.TextNode || next.Type == html.CommentNode); next = first.NextSibling {
			if joined.Len() == 0 {
				joined.WriteString(first.Data)
			}
			if next.Type == html.TextNode {
				joined.WriteString(next.Data)
			}
			parent.RemoveChild(next)
		}
		if joined.Len() > 0 {
			first.Data = joined.String()
		}
	}
}
