package html

import (
	"slices"
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
		captionFigure(figure)
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

// captionFigure makes a caption of what stands beside the picture of a figure that names none,
// whose picture it is behind what it shows.
func captionFigure(figure *html.Node) {
	const longest = 60 // words
	pictures := 0
	for n := range figure.Descendants() {
		switch n.DataAtom {
		case atom.Img:
			pictures++
		case atom.Figcaption:
			return
		}
	}
	if words := text.CountWords(shortText(figure)); pictures != 1 || words == 0 || words > longest {
		return
	}
	holder := figure
	for holder.FirstChild != nil && holder.FirstChild.NextSibling == nil && holder.FirstChild.DataAtom != atom.Img {
		holder = holder.FirstChild
	}
	caption, credits := newElement(atom.Figcaption), []*html.Node(nil)
	for child := holder.FirstChild; child != nil; {
		next := child.NextSibling
		isPicture := child.DataAtom == atom.Img || child.DataAtom == atom.Noscript || Find(child, atom.Img) != nil
		switch {
		case isPicture || TextOf(child) == "":
		case hasAny(classWords(child), "credit", "credits", "copyright", "source"):
			credits = append(credits, detachNode(child))
		default:
			caption.AppendChild(detachNode(child))
			caption.AppendChild(textNode(" "))
		}
		child = next
	}
	for _, credit := range credits {
		if caption.FirstChild != nil {
			caption.AppendChild(textNode(" — "))
		}
		caption.AppendChild(credit)
	}
	holder.AppendChild(caption)
}

// openCaptionTable makes a figure of the table in which Blogger keeps a picture and its caption.
func openCaptionTable(table *html.Node) bool {
	if !slices.Contains(strings.Fields(Attribute(table, "class")), "tr-caption-container") || Find(table, atom.Img) == nil {
		return false
	}
	figure, caption := newElement(atom.Figure), newElement(atom.Figcaption)
	for _, n := range Elements(table) {
		switch {
		case n.DataAtom != atom.Td:
		case Find(n, atom.Img) != nil:
			moveChildren(n, figure)
		default:
			moveChildren(n, caption)
		}
	}
	figure.AppendChild(caption)
	table.Parent.InsertBefore(figure, table)
	remove(table)
	return true
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
