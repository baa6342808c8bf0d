package html

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// takeRelated takes the blocks of related articles out of a page: below a
// heading of related articles, or in an element that says by its class that it is
// for them, what holds links and hardly any other text; and a line such as "read
// also: …". What says of itself that it is an advertisement goes with them.
func takeRelated(document *html.Node, address *url.URL) []articles.Related {
	var related []articles.Related
	left := maxBlocks
	gone := map[*html.Node]bool{}
	for _, n := range Elements(document) {
		if gone[n.Parent] {
			gone[n] = true
			continue
		}
		if n.Parent == nil || left == 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
			continue
		}
		s := shortText(n)
		title, ok := press.ReadRelated(s)
		if beside, is := besideHeading(n, s); is && !ok {
			title, ok = beside, true
		}
		ok = ok || isHeadingOverLinks(s)
		switch {
		case s != "" && press.IsAdvertisement(s):
			gone[n] = true
			n.Parent.RemoveChild(n)
			continue
		case isRelated(relatedWords(n)) && n.DataAtom != atom.A && Find(n, atom.A) != nil, isInsertedCard(n), isInsertedTitle(n, address), isHeadedLinks(n):
			if holdsText(n) {
				break
			}
			related = append(related, articlesIn(n, address)...)
			gone[n] = true
			n.Parent.RemoveChild(n)
		case !ok:
			continue
		case title != "" && Find(n, atom.A) != nil:
			related = append(related, linksIn(n, address, articles.ReadAlso)...)
			gone[n] = true
			n.Parent.RemoveChild(n)
		case title == "" && !isLinked(n):
			for _, block := range relatedBlock(n) {
				related = append(related, linksIn(block, address, articles.OnPage)...)
				gone[block] = true
				block.Parent.RemoveChild(block)
			}
		}
		left--
	}
	return press.UniteRelated(related)
}

// isHeadingOverLinks tells a heading such as "more from …".
func isHeadingOverLinks(s string) bool {
	return s != "" && text.CountWords(s) <= press.MaxName && press.StartsWith(text.Key(s)+" ", press.LinkStarts())
}

// besideHeading tells a line in which a link stands behind the words of a heading
// without a colon, and gives what is behind them.
func besideHeading(n *html.Node, text string) (title string, ok bool) {
	link := Find(n, atom.A)
	if link == nil || text == "" || n.DataAtom == atom.A || severalLinks(n) {
		return "", false
	}
	linked := TextOf(link)
	before, behind, _ := strings.Cut(text, linked)
	_, ok = press.ReadRelated(strings.TrimRightFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }))
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
			beside += text.CountWords(d.Data)
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
	return Find(n, atom.A) != nil
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
	return TextOf(root)
}

// Elements gives a page's elements, outer ones first.
func Elements(document *html.Node) []*html.Node {
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
		if n != heading && holdsCopy(n) {
			return nil // what stands below the text's own element is the page's
		}
		if n != heading && Find(n, atom.A) != nil && mostlyLinks(n) {
			return []*html.Node{n}
		}
		var block []*html.Node
		for next := n.NextSibling; next != nil; next = next.NextSibling {
			if next.Type != html.ElementNode {
				continue
			}
			if isSiteEdge(next) || Find(next, atom.A) == nil && next.DataAtom != atom.A || !mostlyLinks(next) {
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

// isSiteEdge tells the foot and the menus of a site by their elements or their classes.
func isSiteEdge(n *html.Node) bool {
	return n.DataAtom == atom.Footer || n.DataAtom == atom.Nav || hasAny(classWords(n), "footer", "nav", "navbar", "navigation", "menu", "copyright", "colophon")
}

// mostlyLinks tells a list of articles from a text with links in it: the cards'
// summaries aside, no paragraph is long.
func mostlyLinks(n *html.Node) bool {
	const longest = 60 // words, beside the links
	linked, all := 0, 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			all += text.CountWords(d.Data)
		}
		if d.DataAtom == atom.A {
			linked += text.CountWords(TextOf(d))
		}
	}
	if n.DataAtom == atom.A {
		linked = all
	}
	return linked*3 >= all-linked || all <= longest
}

// linksIn gives the articles that links in an element lead to. A link of one word
// is a tag or a button.
func linksIn(root *html.Node, address *url.URL, kind articles.Kind) []articles.Related {
	var related []articles.Related
	for _, n := range append([]*html.Node{root}, Elements(root)...) {
		title := strings.TrimLeft(TextOf(n), press.Bullets)
		if n.DataAtom != atom.A || text.CountWords(title) < 2 || isTag(n) || Attribute(n, "href") == "#" || press.IsFurniture(press.Line{Text: title, Key: text.Key(title)}) || slices.Contains(press.Asides(), text.Key(title)) {
			continue
		}
		if _, stamp := press.ReadStamp(title); stamp {
			continue // when the one beside it was written
		}
		r := articles.Related{Kind: kind, Title: title}
		if to, err := address.Parse(Attribute(n, "href")); err == nil && articles.IsWebAddress(to.String()) {
			r.URL = to.String()
		}
		takeBeside(&r, n, root)
		related = append(related, r)
	}
	return related
}

// articlesIn gives the articles that links in an element lead to, which says by
// its class alone that it is for them: on the same site, with titles that are
// longer than names are.
func articlesIn(root *html.Node, address *url.URL) []articles.Related {
	return slices.DeleteFunc(linksIn(root, address, articles.OnPage), func(r articles.Related) bool {
		to, err := url.Parse(r.URL)
		return text.CountWords(r.Title) < 3 || err != nil || r.URL != "" && address.Host != "" && to.Host != address.Host
	})
}

// isTag tells a link to what has the same tag or section.
func isTag(n *html.Node) bool {
	to := Attribute(n, "href")
	return slices.ContainsFunc(strings.Fields(Attribute(n, "rel")), func(rel string) bool { return rel == "tag" || rel == "category" }) ||
		strings.Contains(to, "/tag/") || strings.Contains(to, "/tags/")
}

// takeBeside takes what a card says beside its link: the texts of the largest element
// that holds no other link.
func takeBeside(r *articles.Related, link, block *html.Node) {
	card := link
	for card != block && !severalLinks(card.Parent) {
		card = card.Parent
	}
	for _, content := range textsBeside(card, link) {
		_, heading := press.ReadRelated(content)
		_, stamp := press.ReadStamp(content)
		by, byline := press.ReadByline(content, nil)
		switch {
		case heading, stamp, press.IsFurniture(press.Line{Text: content, Key: text.Key(content)}), slices.Contains(press.Asides(), text.Key(content)), text.Same(content, r.Title),
			press.StartsWith(text.Key(content)+" ", press.LinkStarts()):
		case r.Section == "" && press.IsSection(content):
			r.Section = content
		case byline && r.Source+r.Author == "":
			r.Source, r.Author, r.Place = by.Source, by.Author, by.Place
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
		if IsBlock(n) || n.DataAtom == atom.Br {
			open = false
		}
		s := ""
		if n.Type == html.TextNode && !isCode(n.Parent) && !StandsIn(n, link) {
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

// StandsIn tells whether a node stands in another.
func StandsIn(n, outer *html.Node) bool {
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
		if to := Attribute(d, "href"); !found {
			first, found = to, true
		} else if to != first {
			return true
		}
	}
	return false
}
