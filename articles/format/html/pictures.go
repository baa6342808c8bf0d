package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// lazyAttributes are the attributes in which pages keep the address of a picture that is to
// be fetched when it is scrolled to.
var lazyAttributes = []string{"data-src", "data-lazy-src", "data-original", "data-lazy", "data-url", "data-img-url", "data-srcset", "data-lazy-srcset", "srcset"}

// standIn is what stands in a picture's place until it is fetched.
var standIn = pattern.New(`(?i)^data:image/(?:gif|png|svg\+xml)|(?:blank|spacer|placeholder|transparent|lazy|1x1|pixel|loading)[^/]*\.(?:gif|png|svg|jpe?g)`)

// ownPictures gives images their own addresses for those of what stands in for
// them, and makes images of what is one by another name.
func ownPictures(document *html.Node, al *marker) {
	const smallest = 400 // bytes of an address that holds a picture worth showing
	for _, n := range Elements(document) {
		if n.Data == "amp-img" || n.Data == "amp-anim" {
			n.DataAtom, n.Data = atom.Img, "img"
		}
		if n.DataAtom != atom.Img {
			continue
		}
		address := Attribute(n, "src")
		isStandIn := address == "" || len(address) < smallest && standIn.MatchString(address) && (al.Here == nil || !al.Here(address))
		if !isStandIn {
			continue
		}
		for _, name := range lazyAttributes {
			if to := largestImage(Attribute(n, name)); to != "" && !standIn.MatchString(to) {
				setAddress(n, to)
				isStandIn = false
				break
			}
		}
		if isStandIn && len(address) < smallest && strings.HasPrefix(strings.ToLower(address), "data:image/gif") {
			remove(n)
		}
	}
}

// largestImage is the last of a list of addresses with sizes, which go from small to
// large.
func largestImage(set string) string {
	all := strings.Split(strings.TrimSpace(set), ", ")
	address, _, _ := strings.Cut(strings.TrimSpace(all[len(all)-1]), " ")
	return address
}

// describe puts in the place of a picture that cannot be shown what it shows: a
// sign such as an emoji as text, anything longer as a caption.
func describe(n *html.Node, title string) {
	const sign = 3 // letters
	s := text.CleanLine(Attribute(n, "alt"))
	switch {
	case s == "" || text.Same(s, title):
		remove(n)
	case utf8.RuneCountInString(s) <= sign || standsAtom(n, atom.A, nil):
		n.Type, n.DataAtom, n.Data, n.Attr = html.TextNode, 0, s, nil
	default:
		n.DataAtom, n.Data, n.Attr = atom.Figcaption, "figcaption", nil
		n.AppendChild(&html.Node{Type: html.TextNode, Data: s})
	}
}

// isEmoji tells the picture of a sign that a program put in the place of the sign itself.
func isEmoji(img *html.Node) bool {
	const longest = 8 // of the characters that make up one
	alt := Attribute(img, "alt")
	return hasAny(strings.Fields(Attribute(img, "class")), "emoji", "wp-smiley", "emojione", "twemoji") && alt != "" && utf8.RuneCountInString(alt) <= longest
}

// isButtonPicture tells the picture of a button, which says what the button does.
func isButtonPicture(img *html.Node) bool {
	alt := text.CleanLine(Attribute(img, "alt"))
	return alt != "" && standsAtom(img, atom.A, nil) && press.IsFurniture(press.Line{Text: alt, Key: text.Key(alt)})
}

// removePicture takes a picture out of its page, with the link around it if that holds nothing
// else.
func removePicture(img *html.Node) {
	link := closestAncestor(img, atom.A)
	remove(img)
	if link != nil && !hasText(link) && Find(link, atom.Img) == nil {
		remove(link)
	}
}

// openGallery leaves of a list whose items are figures alone the figures: a list would be of
// nothing where their captions are taken out.
func openGallery(list *html.Node) {
	var items []*html.Node
	for child := list.FirstChild; child != nil; child = child.NextSibling {
		if child.Type != html.ElementNode {
			continue
		}
		figure := onlyChild(child, func(*html.Node) bool { return true })
		if child.DataAtom != atom.Li || figure == nil || figure.DataAtom != atom.Figure || hasOwnText(child) {
			return
		}
		items = append(items, child)
	}
	for _, item := range items {
		unwrap(item)
	}
	if len(items) > 0 {
		list.DataAtom, list.Data = atom.Div, "div"
	}
}
