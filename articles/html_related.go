package articles

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/articles/text"
)

// takeRelated takes the blocks of related articles out of a page: below a
// heading of related articles, or in an element that says by its class that it is
// for them, what holds links and hardly any other text; and a line such as "read
// also: …". What says of itself that it is an advertisement goes with them.
func takeRelated(document *html.Node, address *url.URL) []Related {
	var related []Related
	left := maxBlocks
	gone := map[*html.Node]bool{}
	for _, n := range elements(document) {
		if gone[n.Parent] {
			gone[n] = true
			continue
		}
		if n.Parent == nil || left == 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
			continue
		}
		s := shortText(n)
		title, ok := relatedHeading(s)
		if beside, is := besideHeading(n, s); is && !ok {
			title, ok = beside, true
		}
		ok = ok || isHeadingOverLinks(s)
		switch {
		case s != "" && slices.Contains(advertisements, text.Key(s)):
			gone[n] = true
			n.Parent.RemoveChild(n)
			continue
		case isRelated(classWords(n)) && n.DataAtom != atom.A && find(n, atom.A) != nil:
			if holdsText(n) {
				break
			}
			related = append(related, articlesIn(n, address)...)
			gone[n] = true
			n.Parent.RemoveChild(n)
		case !ok:
			continue
		case title != "" && find(n, atom.A) != nil:
			related = append(related, linksIn(n, address, ReadAlso)...)
			gone[n] = true
			n.Parent.RemoveChild(n)
		case title == "" && !isLinked(n):
			for _, block := range relatedBlock(n) {
				related = append(related, linksIn(block, address, OnPage)...)
				gone[block] = true
				block.Parent.RemoveChild(block)
			}
		}
		left--
	}
	return unite(related)
}

// isHeadingOverLinks tells a heading such as "more from …".
func isHeadingOverLinks(s string) bool {
	return s != "" && words(s) <= maxName && startsWith(text.Key(s)+" ", linkStarts)
}

// besideHeading tells a line in which a link stands behind the words of a heading
// without a colon, and gives what is behind them.
func besideHeading(n *html.Node, text string) (title string, ok bool) {
	link := find(n, atom.A)
	if link == nil || text == "" || n.DataAtom == atom.A || severalLinks(n) {
		return "", false
	}
	linked := textOf(link)
	before, behind, _ := strings.Cut(text, linked)
	_, ok = relatedHeading(strings.TrimRightFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }))
	return linked, ok && linked != "" && !strings.ContainsFunc(behind, unicode.IsLetter)
}

// holdsText tells an element in which the text of a page stands, whatever its
// class says: it has the title, or many more words than cards would have beside
// their links.
func holdsText(n *html.Node) bool {
	const aCard = 40 // words
	links, beside := 0, 0
	for d := range n.Descendants() {
		switch {
		case d.DataAtom == atom.H1:
			return true
		case d.DataAtom == atom.A:
			links++
		case d.Type == html.TextNode && !isCode(d.Parent) && !standsAtom(d, atom.A, n):
			beside += words(d.Data)
		}
	}
	return beside > aCard*links
}

// isLinked tells a heading from a link that is called the same, such as "read
// more" at the end of a paragraph.
func isLinked(n *html.Node) bool {
	for parent := n; parent != nil; parent = parent.Parent {
		if parent.DataAtom == atom.A {
			return true
		}
	}
	return find(n, atom.A) != nil
}

// Bounds that keep the search for related articles linear.
const (
	maxBlocks  = 100 // on a page
	maxHeading = 600 // bytes of text and
	maxNodes   = 100 // nodes in the element of a heading
)

// shortText is the text in an element, "" where it is too much for a heading.
func shortText(root *html.Node) string {
	length, nodes := 0, 0
	for n := range root.Descendants() {
		if nodes++; n.Type == html.TextNode {
			length += len(n.Data)
		}
		if length > maxHeading || nodes > maxNodes {
			return ""
		}
	}
	return textOf(root)
}

// elements gives a page's elements, outer ones first.
func elements(document *html.Node) []*html.Node {
	var all []*html.Node
	for n := range document.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

// relatedBlock gives the elements that a heading of related articles stands
// over, with the heading: the smallest element around it that holds links, or,
// where that is the article itself, what follows the heading as long as it is
// links. A heading without links below it is none.
func relatedBlock(heading *html.Node) []*html.Node {
	for n := heading; n.Parent != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.Article, atom.Main, atom.Body, atom.Html:
			return nil
		}
		if n != heading && find(n, atom.A) != nil && mostlyLinks(n) {
			return []*html.Node{n}
		}
		var block []*html.Node
		for next := n.NextSibling; next != nil; next = next.NextSibling {
			if next.Type != html.ElementNode {
				continue
			}
			if find(next, atom.A) == nil && next.DataAtom != atom.A || !mostlyLinks(next) {
				break
			}
			block = append(block, next)
		}
		if len(block) > 0 {
			return append(block, n)
		}
	}
	return nil
}

// mostlyLinks tells a list of articles from a text with links in it: the cards'
// summaries aside, no paragraph is long.
func mostlyLinks(n *html.Node) bool {
	const longest = 60 // words, beside the links
	linked, all := 0, 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			all += words(d.Data)
		}
		if d.DataAtom == atom.A {
			linked += words(textOf(d))
		}
	}
	if n.DataAtom == atom.A {
		linked = all
	}
	return linked*3 >= all-linked || all <= longest
}

// linksIn gives the articles that links in an element lead to. A link of one word
// is a tag or a button.
func linksIn(root *html.Node, address *url.URL, kind Kind) []Related {
	var related []Related
	for _, n := range append([]*html.Node{root}, elements(root)...) {
		title := strings.TrimLeft(textOf(n), bullets)
		if n.DataAtom != atom.A || words(title) < 2 || isTag(n) || isFurniture(line{text: title, key: text.Key(title)}) {
			continue
		}
		r := Related{Kind: kind, Title: title}
		if to, err := address.Parse(attribute(n, "href")); err == nil && webAddress(to.String()) {
			r.URL = to.String()
		}
		r.beside(n, root)
		related = append(related, r)
	}
	return related
}

// articlesIn gives the articles that links in an element lead to, which says by
// its class alone that it is for them: on the same site, with titles that are
// longer than names are.
func articlesIn(root *html.Node, address *url.URL) []Related {
	return slices.DeleteFunc(linksIn(root, address, OnPage), func(r Related) bool {
		to, err := url.Parse(r.URL)
		return words(r.Title) < 3 || err != nil || r.URL != "" && address.Host != "" && to.Host != address.Host
	})
}

// isTag tells a link to what has the same tag or section.
func isTag(n *html.Node) bool {
	to := attribute(n, "href")
	return slices.ContainsFunc(strings.Fields(attribute(n, "rel")), func(rel string) bool { return rel == "tag" || rel == "category" }) ||
		strings.Contains(to, "/tag/") || strings.Contains(to, "/tags/")
}

// beside takes what a card says beside its link: the texts of the largest element
// that holds no other link.
func (r *Related) beside(link, block *html.Node) {
	card := link
	for card != block && !severalLinks(card.Parent) {
		card = card.Parent
	}
	s := sections{}
	for _, content := range textsBeside(card, link) {
		_, heading := relatedHeading(content)
		_, stamp := stampOf(content)
		by, byline := readByline(content, nil)
		switch {
		case heading, stamp, isFurniture(line{text: content, key: text.Key(content)}), slices.Contains(asides, text.Key(content)), same(content, r.Title),
			beginsWith(text.Key(content), linkStarts):
		case r.Section == "" && s.exact(content):
			r.Section = content
		case byline && r.Source+r.Author == "":
			r.Source, r.Author, r.Place = by.source, by.author, by.place
		case r.Summary == "":
			r.Summary = content
		default:
			r.Summary += " " + content
		}
	}
}

// textsBeside gives the texts in a card but that of its link, each block's alone.
func textsBeside(card, link *html.Node) []string {
	var texts []string
	open := false
	for n := range card.Descendants() {
		if isBlock(n) || n.DataAtom == atom.Br {
			open = false
		}
		s := ""
		if n.Type == html.TextNode && !isCode(n.Parent) && !standsIn(n, link) {
			s = text.CleanLine(n.Data)
		}
		switch {
		case s == "":
		case open:
			texts[len(texts)-1] = text.CleanLine(texts[len(texts)-1] + n.Data)
		default:
			texts, open = append(texts, s), true
		}
	}
	return texts
}

// standsIn tells whether a node stands in another.
func standsIn(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// severalLinks tells whether links in an element lead to several places, or the
// element is too large for a card.
func severalLinks(n *html.Node) bool {
	first, found, nodes := "", false, 0
	for d := range n.Descendants() {
		if nodes++; nodes > maxNodes {
			return true
		}
		if d.DataAtom != atom.A {
			continue
		}
		if to := attribute(d, "href"); !found {
			first, found = to, true
		} else if to != first {
			return true
		}
	}
	return false
}
