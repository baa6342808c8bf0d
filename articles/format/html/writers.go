package html

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
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
	if !hasAny(all, "byline") && strings.Contains(strings.ToLower(Attribute(n, "aria-labelledby")), "byline") {
		all = append(slices.Clone(all), "byline")
	}
	isAuthor := hasAny(strings.Fields(Attribute(n, "rel")), "author") || leadsToWriter(n) && standsByTitle(n) ||
		(hasAny(all, "author", "authors", "byline", "writer", "writeby", "writtenby") || hasAny(all, "by") && hasAny(all, "write", "written", "posted")) && !hasAny(all, "box", "bio", "about", "image", "img", "avatar", "date", "info", "details", "block")
	if !isAuthor && (!hasAny(all, "meta", "info") || !isLabelledWriter(n)) {
		if next := nextElement(n); next != nil && hasAny(classWords(n.Parent), "meta", "byline") && standsInHead(n) {
			a.Author, _ = press.ReadNameAbove(shortText(n), shortText(next))
		}
		return
	}
	for p := n; p != nil; p = p.Parent {
		if p.DataAtom == atom.Figure || p.DataAtom == atom.Footer || p.DataAtom == atom.Nav {
			return
		}
	}
	if name := press.PartedWriter(plainParts(n), a); name != "" {
		a.Author = name
		return
	}
	s := shortText(n)
	if town, _, ok := strings.Cut(s, ":"); ok && press.IsTown(town) {
		text.Fill(&a.Place, strings.TrimSpace(town))
	}
	if text.CountWords(s) <= press.StampLong {
		a.Author = fields.JoinNames(linkedNames(n, a))
	}
	if a.Author == "" {
		a.Author = press.WriterName(handlePattern.ReplaceAllString(s, ""), a)
	}
}

// standsInHead tells an element of the article whose heading is the page's, and not of another
// one or of what stands beside it.
func standsInHead(n *html.Node) bool {
	return !inMargin(n) && !standsInRelated(n) && isBelowTitle(n.Parent)
}

// isLabelledWriter tells a line below the heading of a page that says who wrote it, and nothing else.
func isLabelledWriter(n *html.Node) bool {
	s := shortText(n)
	w, ok := press.ReadWriter(s)
	return ok && w.Author != "" && strings.Contains(s, ":") && isBelowTitle(n)
}

// dropAddresses takes out of a page the elements for who wrote it that say nothing but that and when.
func dropAddresses(document *html.Node, a *articles.Article) {
	for _, n := range Elements(document) {
		if n.DataAtom != atom.Address || a.Author == "" || text.CountWords(shortText(n)) > press.StampLong {
			continue
		}
		others := slices.ContainsFunc(textParts(n), func(s string) bool {
			_, stamp := press.ReadStamp(s)
			return !stamp && !text.Same(s, a.Author)
		})
		if !others && hasText(n) && shortText(n) != "" {
			remove(n)
		}
	}
}

// isHostName tells the name of the site itself, as its address has it: "almanara" at
// www.almanara.example. A person's begins with a capital letter.
func isHostName(author string, address *url.URL) bool {
	const shortest = 4 // letters
	return len(author) >= shortest && slices.Contains(strings.Split(strings.ToLower(address.Hostname()), "."), author)
}

// plainParts returns the texts of an element that stand in elements or lines of their own, nil where
// it holds links or more than a name and what belongs to it.
func plainParts(n *html.Node) []string {
	const most = 3
	if parts := textParts(n); len(parts) <= most+1 && Find(n, atom.A) == nil {
		return parts
	}
	return nil
}

// textParts returns the texts of an element that stand in elements or lines of their own.
func textParts(n *html.Node) (parts []string) {
	for d := range n.Descendants() {
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
	isWriter := func(link *html.Node) bool {
		return hasAny(strings.Fields(Attribute(link, "rel")), "author") || leadsToWriter(link)
	}
	paper := func(link *html.Node) bool { return text.Same(TextOf(link), a.Source) }
	for _, link := range Elements(n) {
		if link.DataAtom == atom.A && !paper(link) && (len(links) == 0 || isWriter(link)) {
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

// writerPattern is how the address of a page of one writer says that it is one.
var writerPattern = pattern.New(`(?i)(?:/(?:authors?|writers?|columnists?|journalists?|reporters?|كاتب|الكاتب|نویسنده|مصنف)/[^/?#]|[?&]author(?:_?id)?=[^&#])`)

// leadsToWriter tells a link to the page of a writer by its address.
func leadsToWriter(n *html.Node) bool {
	if n.DataAtom != atom.A {
		return false
	}
	to, err := url.Parse(Attribute(n, "href"))
	return err == nil && writerPattern.MatchString(to.Path+"?"+to.RawQuery)
}

// standsByTitle tells a link that stands beside a date and belongs to the article whose heading is the
// page's: on the way up to what holds both there is no other title, and little more than the two.
func standsByTitle(n *html.Node) bool {
	const longest, titleLong = 25, 4 // words
	name := shortText(n)
	for n.Parent != nil && shortText(n.Parent) == name {
		n = n.Parent
	}
	if name == "" || !showsDate(n.Parent) && !showsDate(nextElement(n)) {
		return false
	}
	within := n
	for n = n.Parent; n != nil && Find(n, atom.H1) == nil; n = n.Parent {
		s := shortText(n)
		isTitle := func(e *html.Node) bool {
			return isHeading(e) || e.DataAtom == atom.A && !leadsToWriter(e) && text.CountWords(shortText(e)) >= titleLong
		}
		if s == "" || text.CountWords(s) > longest || slices.ContainsFunc(Elements(n), isTitle) {
			return false
		}
		within = n
	}
	return isBelowTitle(within)
}

// isBelowTitle tells a node before which the heading of the page stands, in the same article and
// with no more than a lead between.
func isBelowTitle(n *html.Node) bool {
	const longest = 60 // words of both
	article, words := closestAncestor(n, atom.Article), 0
	for n = n.PrevSibling; n != nil && words <= longest; n = n.PrevSibling {
		words += text.CountWords(TextOf(n))
		if n.DataAtom == atom.H1 {
			return words <= longest
		}
		if h1 := Find(n, atom.H1); h1 != nil {
			return words <= longest && closestAncestor(h1, atom.Article) == article
		}
	}
	return false
}

// nextElement returns the element behind a node, nil for none or where text stands between.
func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
		if strings.ContainsFunc(n.Data, unicode.IsLetter) {
			return nil
		}
	}
	return n
}

// showsDate tells an element of a few words of which some are a date.
func showsDate(n *html.Node) bool {
	const longest = 25 // words
	if n == nil || shortText(n) == "" || text.CountWords(shortText(n)) > longest {
		return false
	}
	if _, ok := stampWithin(n); ok {
		return true
	}
	_, ok := dates.Parse(press.PublishedPart(shortText(n)))
	return ok
}
