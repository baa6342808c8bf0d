package articles

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// takeRelated takes the blocks of related articles out of a page: below a
// heading of related articles, what holds links and hardly any other text; and
// a line such as "read also: …". What says of itself that it is an advertisement
// goes with them.
func takeRelated(document *html.Node, address *url.URL) []Related {
	var related []Related
	left := maxBlocks
	for _, n := range elements(document) {
		text := shortText(n)
		title, ok := relatedHeading(text)
		switch {
		case text != "" && n.Parent != nil && slices.Contains(advertisements, fold(text)):
			n.Parent.RemoveChild(n)
			continue
		case !ok, n.Parent == nil, n.DataAtom == atom.Body, n.DataAtom == atom.Html, left == 0:
			continue
		case title != "" && find(n, atom.A) != nil:
			related = append(related, linksIn(n, address, ReadAlso)...)
			n.Parent.RemoveChild(n)
		case title == "" && !isLinked(n):
			for _, block := range relatedBlock(n) {
				related = append(related, linksIn(block, address, OnPage)...)
				block.Parent.RemoveChild(block)
			}
		}
		left--
	}
	return unite(related)
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

// linksIn gives the articles that links in an element lead to.
func linksIn(root *html.Node, address *url.URL, kind Kind) []Related {
	var related []Related
	for _, n := range append([]*html.Node{root}, elements(root)...) {
		if n.DataAtom != atom.A || textOf(n) == "" {
			continue
		}
		r := Related{Kind: kind, Title: textOf(n), Summary: besideLink(n, root)}
		if to, err := address.Parse(attribute(n, "href")); err == nil && webAddress(to.String()) {
			r.URL = to.String()
		}
		related = append(related, r)
	}
	return related
}

// besideLink is what a card says beside its link: the text of the largest
// element that holds no other link.
func besideLink(link, block *html.Node) string {
	card := link
	for card != block && !severalLinks(card.Parent) {
		card = card.Parent
	}
	beside := strings.TrimSpace(strings.Replace(textOf(card), textOf(link), "", 1))
	if _, heading := relatedHeading(beside); heading {
		return ""
	}
	return beside
}

func severalLinks(n *html.Node) bool {
	links := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			if links++; links > 1 {
				return true
			}
		}
	}
	return false
}

// markCaptions makes figcaption elements of the paragraphs that are captions by
// their class, as in pages older than that element.
func markCaptions(document *html.Node) {
	const longest = 60 // words
	for _, n := range elements(document) {
		if !strings.Contains(strings.ToLower(attribute(n, "class")), "caption") {
			continue
		}
		switch n.DataAtom {
		case atom.P, atom.Div, atom.Span, atom.Em, atom.Small:
			leaf := find(n, atom.P) == nil && find(n, atom.Div) == nil && find(n, atom.Img) == nil
			if leaf && words(textOf(n)) <= longest {
				n.DataAtom, n.Data = atom.Figcaption, "figcaption"
			}
		}
	}
}

// captionsIn gives the captions in an element.
func captionsIn(root *html.Node) []string {
	var all []string
	for n := range root.Descendants() {
		if n.DataAtom == atom.Figcaption {
			if text := textOf(n); text != "" {
				all = append(all, text)
			}
		}
	}
	return all
}

// withLost puts the captions that did not come along with the text before the
// others: they stand under the picture above it.
func withLost(captions []Caption, shown []string) []Caption {
	var lost []Caption
	for _, text := range shown {
		same := func(c Caption) bool { return c.Text == text }
		if !slices.ContainsFunc(captions, same) && !slices.ContainsFunc(lost, same) {
			lost = append(lost, Caption{Text: text})
		}
	}
	return append(lost, captions...)
}

// A picture's place is held by a paragraph of its number between two characters
// that no article has by then.
const placeStart, placeEnd = "\uFDD0", "\uFDD1"

var place = regexp.MustCompile(`\n*` + placeStart + `(\d+)` + placeEnd + `\n*`)

// toMarkdown writes an element as Markdown, without the title over it, and gives
// the captions in it with their places. Pictures that come along stay in the text
// as paragraphs of their own.
func toMarkdown(root *html.Node, title string, address *url.URL, al *album) (string, []Caption, error) {
	var captions []Caption
	for _, n := range elements(root) {
		if n.Parent == nil {
			continue // gone with the element that held it
		}
		if n.DataAtom == atom.Img && al.place(n) {
			continue
		}
		safeAddress(n, address)
		again := (n.DataAtom == atom.H1 || n.DataAtom == atom.H2) && fold(textOf(n)) == fold(title)
		if again || n.DataAtom == atom.Img && attribute(n, "alt") == "" {
			n.Parent.RemoveChild(n)
			continue
		}
		if n.DataAtom != atom.Figure && n.DataAtom != atom.Figcaption {
			continue
		}
		text := strings.Join(captionsIn(n), " ")
		if n.DataAtom == atom.Figcaption {
			text = textOf(n)
		}
		if text == "" && n.DataAtom == atom.Figure {
			continue // a table or code in a figure
		}
		al.before(n)
		captions = append(captions, Caption{Text: text})
		hold(n, len(captions)-1)
	}
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin(), strikethrough.NewStrikethroughPlugin(),
	))
	markdown, err := c.ConvertNode(root, converter.WithDomain(address.String()))
	if err != nil {
		return "", nil, fmt.Errorf("writing it as Markdown: %w", err)
	}
	body, captions := placed(string(bytes.TrimSpace(markdown)), captions)
	return body, captions, nil
}

// safeAddress takes the address off a link or picture that leads elsewhere than
// to the web or to a mailbox. Of such a picture its description stays as text.
func safeAddress(n *html.Node, address *url.URL) {
	name := "href"
	switch n.DataAtom {
	case atom.A:
	case atom.Img:
		name = "src"
	default:
		return
	}
	to, err := address.Parse(attribute(n, name))
	if err == nil && (webAddress(to.String()) || to.Scheme == "mailto" && n.DataAtom == atom.A) {
		return
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
	if description := attribute(n, "alt"); n.DataAtom == atom.Img && description != "" {
		n.Type, n.DataAtom, n.Data, n.Attr = html.TextNode, 0, description, nil
	}
}

// hold puts a place in an element's stead.
func hold(n *html.Node, number int) {
	p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
	p.AppendChild(&html.Node{Type: html.TextNode, Data: placeStart + strconv.Itoa(number) + placeEnd})
	n.Parent.InsertBefore(p, n)
	n.Parent.RemoveChild(n)
}

// placed takes the places out of Markdown and counts the blocks before each.
func placed(markdown string, captions []Caption) (string, []Caption) {
	var body strings.Builder
	var found []Caption
	before := 0
	for at := place.FindStringSubmatchIndex(markdown); at != nil; at = place.FindStringSubmatchIndex(markdown) {
		body.WriteString(markdown[:at[0]])
		before += blocks(markdown[:at[0]])
		number, _ := strconv.Atoi(markdown[at[2]:at[3]])
		if number < len(captions) {
			c := captions[number]
			c.After = before
			found = append(found, c)
		}
		if markdown = markdown[at[1]:]; body.Len() > 0 && markdown != "" {
			body.WriteString("\n\n")
		}
	}
	body.WriteString(markdown)
	return body.String(), found
}
