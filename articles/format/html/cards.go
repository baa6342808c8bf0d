package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/text"
)

// dropCards takes the cards of other articles out of a page that has one of its own, whatever they
// stand in: there they would be taken for the text of one that is shorter than they are.
func dropCards(document *html.Node) {
	if !hasOwnArticle(document) {
		return
	}
	var cards []*html.Node
	for _, n := range Elements(document) {
		if n.DataAtom == atom.Article && isCard(n) {
			cards = append(cards, n)
		}
	}
	if len(cards) > 1 {
		for _, card := range cards {
			remove(card)
		}
	}
}

// hasOwnArticle tells a page with an article under its first heading, that says something.
func hasOwnArticle(document *html.Node) bool {
	const fewest = 3 // words
	heading := Find(document, atom.H1)
	if heading == nil {
		return false
	}
	own := closestAncestor(heading, atom.Article)
	return own != nil && text.CountWords(TextOf(own))-text.CountWords(TextOf(heading)) >= fewest
}

// isCard tells an article that is a link to another page, with its title and a few words.
func isCard(n *html.Node) bool {
	const longest = 80 // words
	if closestAncestor(n, atom.Article) != nil || Find(n, atom.H1) != nil || text.CountWords(TextOf(n)) > longest {
		return false
	}
	for heading := range n.Descendants() {
		if !isHeading(heading) {
			continue
		}
		link := closestAncestor(heading, atom.A)
		if link == nil {
			link = Find(heading, atom.A)
		}
		if link == nil || !text.Same(TextOf(heading), TextOf(link)) && closestAncestor(heading, atom.A) == nil {
			return false
		}
		to := Attribute(link, "href")
		return to != "" && !strings.HasPrefix(to, "#")
	}
	return false
}
