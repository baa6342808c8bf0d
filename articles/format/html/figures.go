package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// openFigure leaves of a figure that holds more than a picture (a table, code, a
// quotation, other figures) what it holds, and its caption as one behind it, so that
// the caption does not take the place of what it is about.
func openFigure(figure *html.Node) {
	playEmbedded(figure)
	if !holdsMore(figure) {
		return
	}
	var captions []*html.Node
	for child := figure.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom == atom.Figcaption {
			captions = append(captions, child)
		}
	}
	for _, c := range captions {
		remove(c)
		figure.AppendChild(c)
	}
	unwrap(figure) // an element around links alone would be taken for a menu
}

// holdsMore tells a figure in which a text, a table or other figures stand.
func holdsMore(figure *html.Node) bool {
	const shortest = 4 // words of a text
	for n := range figure.Descendants() {
		if isPlayer(n) {
			return true
		}
		switch n.DataAtom {
		case atom.Figure, atom.Table, atom.Pre, atom.Blockquote, atom.Ul, atom.Ol, atom.Dl, atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Embed, atom.Details, atom.Math:
			return true
		case atom.P: // with a caption beside it, it is none itself
			if caption := Find(figure, atom.Figcaption); caption != nil && !StandsIn(n, caption) && !isCaptioned(classWords(n)) && text.CountWords(TextOf(n)) >= shortest {
				return true
			}
		case atom.Code:
			if closestAncestor(n, atom.Figcaption) == nil {
				return true
			}
		}
	}
	return false
}

// playEmbedded puts a player in the place of an address that stands in a figure alone, as WordPress
// keeps what it embeds.
func playEmbedded(figure *html.Node) {
	for n := range figure.Descendants() {
		if n.Type != html.TextNode || n.Parent.DataAtom == atom.Figcaption {
			continue
		}
		address := strings.TrimSpace(n.Data)
		if address == "" {
			continue
		}
		if articles.IsWebAddress(address) && !strings.ContainsAny(address, " \n\t") {
			n.Parent.InsertBefore(playerOf(address, ""), n)
			remove(n)
		}
		return
	}
}
