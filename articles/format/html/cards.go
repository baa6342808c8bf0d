package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
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

// dropCardsBeside takes the lists of cards out of a page that stand beside the article, where that
// is a few sentences under the heading with its title: they say more than it does, and would be
// taken for it.
func dropCardsBeside(document, heading *html.Node) {
	const several = 2 // sentences, which are more than what stands over a list of links
	own, sentences := shortArticle(heading)
	if own == nil {
		return
	}
	for _, n := range Elements(document) {
		if n.Parent == nil || StandsIn(own, n) {
			continue
		}
		if over, ok := isCardList(n); ok && (isOverOthers(over) || sentences >= several && !StandsIn(n, own)) {
			remove(n)
		}
	}
}

// shortArticle returns the element that holds the heading with a page's title and the sentences
// under it, with how many paragraphs of them there are; nil where they are more than cards could be
// taken for.
func shortArticle(heading *html.Node) (own *html.Node, sentences int) {
	if heading == nil {
		return nil, 0
	}
	for n := heading.Parent; n != nil && n.DataAtom != atom.Body && isShort(n); n = n.Parent {
		for _, leaf := range contentLeaves(n) {
			if leaf != heading && text.EndsSentence(TextOf(leaf)) && !isPromo(leaf, TextOf(leaf)) {
				sentences++
			}
		}
		if sentences > 0 {
			return n, sentences
		}
	}
	return nil, 0
}

// titleHeading returns the heading with an article's title, which the page's title has too; nil for
// none.
func titleHeading(document *html.Node, a *articles.Article) *html.Node {
	title, whole := topHeading(document, a), pageTitle(document)
	if title == "" || !text.Same(title, a.Title) && !text.Same(title, whole) && !press.IsPart(title, whole, a.Source) {
		return nil
	}
	for n := range document.Descendants() {
		if isHeading(n) && TextOf(n) == title {
			return n
		}
	}
	return nil
}

// isCardList reports whether an element holds cards of other articles and nothing else, and
// returns the heading over them, "" for none.
func isCardList(n *html.Node) (heading string, ok bool) {
	const fewest = 3
	cards := 0
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode && strings.TrimSpace(child.Data) == "", child.Type == html.CommentNode:
		case child.Type == html.ElementNode && isLinkCard(child):
			cards++
		case cards == 0 && heading == "" && text.CountWords(TextOf(child)) <= press.MaxName:
			heading = TextOf(child)
		case child.Type != html.ElementNode || hasText(child):
			return "", false
		}
	}
	return heading, cards >= fewest
}

// isLinkCard tells an element that links to one other page, by its title, with a few words
// beside the link.
func isLinkCard(n *html.Node) bool {
	const longest, title = 60, 3 // words
	if severalLinks(n) || text.CountWords(TextOf(n)) > longest {
		return false
	}
	link := n
	if n.DataAtom != atom.A {
		link = Find(n, atom.A)
	}
	if link == nil || strings.HasPrefix(Attribute(link, "href"), "#") {
		return false
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && text.CountWords(TextOf(d)) >= title {
			return true
		}
	}
	return n.DataAtom == atom.A && text.CountWords(TextOf(n)) >= title
}

// isInsertedCard tells a card of another article that stands between two paragraphs of a text: a
// picture and a title that link to the same page, and hardly a word beside them.
func isInsertedCard(n *html.Node) bool {
	const longest = 8 // words beside the title: whose the picture is
	if n.DataAtom != atom.Div || !isBesideProse(n) || !isLinkCard(n) {
		return false
	}
	pictured, titled := false, 0
	for d := range n.Descendants() {
		if d.DataAtom != atom.A {
			continue
		}
		pictured = pictured || Find(d, atom.Img) != nil
		titled = max(titled, text.CountWords(TextOf(d)))
	}
	return pictured && text.CountWords(TextOf(n))-titled <= longest
}

// isInsertedTitle tells a paragraph between two of a text that is the title of another article of the
// same site, as a link, and nothing else.
func isInsertedTitle(n *html.Node, address *url.URL) bool {
	const shortest, longest = 4, 30 // words
	link := Find(n, atom.A)
	if n.DataAtom != atom.P || link == nil || severalLinks(n) {
		return false
	}
	title := TextOf(link)
	if title != TextOf(n) || text.CountWords(title) < shortest || text.CountWords(title) > longest || text.EndsSentence(title) && !strings.HasSuffix(title, "؟") {
		return false
	}
	to, err := address.Parse(Attribute(link, "href"))
	if err != nil || to.Host != address.Host || to.Path == "" || to.Path == address.Path || Find(n, atom.Img) != nil {
		return false
	}
	return isProseParagraph(elementBeside(n.PrevSibling, false)) && isProseParagraph(elementBeside(n.NextSibling, true))
}

// isProseParagraph tells a paragraph of running text that is not mostly links.
func isProseParagraph(n *html.Node) bool {
	if n == nil || n.DataAtom != atom.P {
		return false
	}
	words := text.CountWords(TextOf(n))
	return words >= press.SentenceLong && !mostlyLinked(n, words)
}

// isHeadedLinks tells a paragraph of lines of which the first stands over other articles and the rest
// are links.
func isHeadedLinks(n *html.Node) bool {
	if n.DataAtom != atom.P || Find(n, atom.Br) == nil || Find(n, atom.A) == nil {
		return false
	}
	head, beside, linked := "", 0, false
	for d := range n.Descendants() {
		switch {
		case d.DataAtom == atom.A:
			linked = true
		case d.Type != html.TextNode || standsAtom(d, atom.A, n):
		case !linked && len(head) < maxHeading:
			head += d.Data
		case !linked:
			return false
		default:
			beside += text.CountWords(d.Data)
		}
	}
	_, related := press.ReadRelated(text.CleanLine(head))
	return beside == 0 && (related || isHeadingOverLinks(text.CleanLine(head)))
}

// isBesideProse tells an element before or behind a paragraph of a text.
func isBesideProse(n *html.Node) bool {
	for _, beside := range []*html.Node{elementBeside(n.PrevSibling, false), elementBeside(n.NextSibling, true)} {
		if beside != nil && beside.DataAtom == atom.P && text.CountWords(TextOf(beside)) >= press.SentenceLong {
			return true
		}
	}
	return false
}

// elementBeside returns the first element of a node and those before or behind it.
func elementBeside(n *html.Node, behind bool) *html.Node {
	for n != nil && n.Type != html.ElementNode {
		if behind {
			n = n.NextSibling
		} else {
			n = n.PrevSibling
		}
	}
	return n
}

// isOverOthers tells a heading over lists of other articles, of whatever kind.
func isOverOthers(heading string) bool {
	if heading == "" {
		return false
	}
	switch press.KindOf(press.Line{Text: heading, Key: text.Key(heading)}, 1) {
	case press.LinksHead, press.AsideHead:
		return true
	}
	return false
}
