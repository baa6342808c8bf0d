package html

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// marker marks the pictures of a page's tree while it is made into Markdown.
type marker struct {
	*articles.Album

	base   *url.URL // of the page, from which addresses on the web start; nil is not known
	marked []string // addresses by the number that stands for them in a page
	placed map[*html.Node]bool
}

// mark puts numbers in the place of the addresses of pictures that may have come
// along with a page, before anything else changes or drops them; the addresses stay
// with the album. What a page itself calls so, is called so no more.
func (al *marker) mark(document *html.Node) {
	for n := range document.Descendants() {
		if n.DataAtom != atom.Img {
			continue
		}
		address := Attribute(n, "src")
		switch {
		case len(al.marked) < maxMarked && (al.MayHave(address) || al.MayFetch(al.absolute(address))):
			setAddress(n, placeAddress(len(al.marked)))
			al.marked = append(al.marked, address)
		case strings.HasPrefix(strings.ToLower(address), articles.PictureScheme):
			setAddress(n, "")
		}
	}
}

// absolute returns an address on the page as a whole one, "" of none.
func (al *marker) absolute(address string) string {
	to, err := url.Parse(strings.TrimSpace(address))
	if err != nil || address == "" {
		return ""
	}
	if al.base != nil {
		to = al.base.ResolveReference(to)
	}
	return to.String()
}

// placeAddress stands for an address while a page is made into Markdown.
func placeAddress(n int) string { return articles.PictureScheme + "number-" + strconv.Itoa(n) }

// place gives an image its picture where there is one, else its address back, and
// tells which.
func (al *marker) place(n *html.Node) bool {
	if al.placed[n] {
		return true
	}
	rest, ok := strings.CutPrefix(Attribute(n, "src"), articles.PictureScheme+"number-")
	number, err := strconv.Atoi(rest)
	if !ok || err != nil || number < 0 || number >= len(al.marked) {
		return false
	}
	local := al.Keep(al.marked[number])
	if local == "" {
		local = al.Fetch(al.absolute(al.marked[number]))
	}
	if local == "" {
		setAddress(n, al.marked[number])
		return false
	}
	n.Attr = []html.Attribute{{Key: "src", Val: local}, {Key: "alt", Val: text.CleanLine(Attribute(n, "alt"))}}
	if al.placed == nil {
		al.placed = map[*html.Node]bool{}
	}
	al.placed[n] = true
	if p := n.Parent; p != nil && p.DataAtom == atom.A && p.Parent != nil && TextOf(p) == "" {
		p.RemoveChild(n) // a link to the same picture, larger
		p.Parent.InsertBefore(n, p)
		if Find(p, atom.Img) == nil {
			p.Parent.RemoveChild(p)
		}
	}
	return true
}

// setAddress gives an image its address.
func setAddress(n *html.Node, address string) {
	for i := range n.Attr {
		if n.Attr[i].Key == "src" {
			n.Attr[i].Val = address
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: "src", Val: address})
}

// before puts the pictures of an element before it, each in a paragraph: the
// element goes, and its caption stays.
func (al *marker) before(n *html.Node) {
	for _, img := range Elements(n) {
		if img.DataAtom != atom.Img || !al.place(img) {
			continue
		}
		p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
		img.Parent.RemoveChild(img)
		p.AppendChild(img)
		n.Parent.InsertBefore(p, n)
	}
}

// maxMarked is how many pictures of a page are looked at.
const maxMarked = 1000
