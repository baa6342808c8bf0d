package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// authorIn reads who wrote an article where an element shows it.
func authorIn(a *articles.Article, n *html.Node, all []string) {
	if hasAny(all, "comment", "comments") {
		return
	}
	isAuthor := hasAny(strings.Fields(Attribute(n, "rel")), "author") ||
		(hasAny(all, "author", "authors", "byline", "writer", "writeby", "writtenby") || hasAny(all, "by") && hasAny(all, "write", "written", "posted")) && !hasAny(all, "box", "bio", "about", "image", "img", "avatar", "date", "info", "details", "block")
	if !isAuthor {
		return
	}
	for p := n; p != nil; p = p.Parent {
		if p.DataAtom == atom.Figure || p.DataAtom == atom.Footer || p.DataAtom == atom.Nav {
			return
		}
	}
	if name := press.PartedWriter(textParts(n), a); name != "" {
		a.Author = name
		return
	}
	s := shortText(n)
	if text.CountWords(s) <= press.StampLong {
		a.Author = fields.JoinNames(linkedNames(n, a))
	}
	text.Fill(&a.Author, press.WriterName(handlePattern.ReplaceAllString(s, ""), a))
}

// textParts returns the texts of an element that stand in elements or lines of their own, nil where
// it holds links or more than a name and what belongs to it.
func textParts(n *html.Node) (parts []string) {
	const most = 3
	for d := range n.Descendants() {
		if d.DataAtom == atom.A || len(parts) > most {
			return nil
		}
		if s := text.CleanLine(d.Data); d.Type == html.TextNode && s != "" && !isCode(d.Parent) {
			parts = append(parts, s)
		}
	}
	return parts
}

// handlePattern finds the name by which a writer is known to a service, behind his own.
var handlePattern = pattern.New(`@[A-Za-z0-9_.]+`)

// linkedNames returns the names of writers that the links in an element have, or those beside a
// link: of all that say that they are such, otherwise of the first.
func linkedNames(n *html.Node, a *articles.Article) (names []string) {
	if n.DataAtom == atom.A {
		n = n.Parent
	}
	var links []*html.Node
	isWriter := func(link *html.Node) bool { return hasAny(strings.Fields(Attribute(link, "rel")), "author") }
	for _, link := range Elements(n) {
		if link.DataAtom == atom.A && (len(links) == 0 || isWriter(link)) {
			links = append(links, link)
		}
	}
	if len(links) > 1 && !isWriter(links[0]) {
		links = links[1:]
	}
	for _, link := range links {
		if name := press.WriterName(TextOf(link), a); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
