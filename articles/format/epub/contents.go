package epub

import (
	"net/url"
	"path"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/text"
)

// A book's table of contents says where its chapters begin: with a file, or within
// one. The files in which none begins go on with the one before.

// chapterHead is an entry of it: a file, a place in it ("" for its beginning), what it
// is called, and how deep it stands below others, from 0.
type chapterHead struct {
	file, at, title string
	depth           int
}

// mostHeads is how many entries of a table of contents are looked at.
const mostHeads = 5000

// contents reads a book's table of contents: the navigation document of EPUB 3, else
// the NCX of EPUB 2. A book may do without.
func (b *bookArchive) contents(about *publication, folder string) []chapterHead {
	for _, item := range about.Manifest {
		href, err := url.PathUnescape(item.Href)
		file := path.Join(folder, href)
		switch {
		case err != nil:
		case slices.Contains(strings.Fields(item.Properties), "nav"):
			if heads := b.navigation(file); len(heads) > 0 {
				return heads
			}
		case item.Type == "application/x-dtbncx+xml":
			var ncx struct {
				Points []navPoint `xml:"navMap>navPoint"`
			}
			if b.XML(file, &ncx) == nil {
				return flattenPoints(ncx.Points, file, 0)
			}
		}
	}
	return nil
}

// navPoint is an entry of an NCX (OPF 2.0.1, 2.4.1).
type navPoint struct {
	Title string `xml:"navLabel>text"`
	To    struct {
		Address string `xml:"src,attr"`
	} `xml:"content"`
	Below []navPoint `xml:"navPoint"`
}

// flattenPoints gives the entries of an NCX one below the other.
func flattenPoints(points []navPoint, from string, depth int) (heads []chapterHead) {
	for _, p := range points {
		if h, ok := headAt(from, p.To.Address, p.Title, depth); ok {
			heads = append(heads, h)
		}
		if depth < html.Deepest && len(heads) < mostHeads {
			heads = append(heads, flattenPoints(p.Below, from, depth+1)...)
		}
	}
	return heads
}

// navigation reads the entries of a navigation document's table of contents (EPUB
// 3.3, 7.4).
func (b *bookArchive) navigation(file string) (heads []chapterHead) {
	data, err := b.Contents(file)
	if err != nil {
		return nil
	}
	text, err := charset.Decode(data)
	if err != nil {
		return nil
	}
	document, err := dom.Parse(strings.NewReader(text))
	if err != nil {
		return nil
	}
	for nav := range document.Descendants() {
		if nav.DataAtom != atom.Nav || html.Attribute(nav, "epub:type") != "toc" && html.Attribute(nav, "role") != "doc-toc" {
			continue
		}
		for _, link := range html.Elements(nav) {
			if link.DataAtom != atom.A || len(heads) >= mostHeads {
				continue
			}
			depth := -1
			for p := link; p != nav; p = p.Parent {
				if p.DataAtom == atom.Ol {
					depth++
				}
			}
			if h, ok := headAt(file, html.Attribute(link, "href"), html.TextOf(link), max(depth, 0)); ok {
				heads = append(heads, h)
			}
		}
	}
	return heads
}

// headAt makes an entry of an address, which starts from a file.
func headAt(from, address, title string, depth int) (chapterHead, bool) {
	to, err := url.Parse(address)
	if err != nil || to.IsAbs() || to.Path == "" {
		return chapterHead{}, false
	}
	return chapterHead{file: path.Join(path.Dir(from), to.Path), at: to.Fragment, title: text.CleanLine(title), depth: depth}, true
}

// beginChapters gives the chapters that begin in a file: of the entries that lead into it
// those that stand highest, or, where that is one and the book has no other file,
// those below it.
func beginChapters(heads []chapterHead, file string, alone bool) []chapterHead {
	here := slices.DeleteFunc(slices.Clone(heads), func(h chapterHead) bool { return h.file != file })
	for len(here) > 0 {
		top := slices.MinFunc(here, func(a, b chapterHead) int { return a.depth - b.depth }).depth
		highest := slices.DeleteFunc(slices.Clone(here), func(h chapterHead) bool { return h.depth > top })
		if len(highest) > 1 || !alone || len(highest) == len(here) {
			return highest
		}
		here = slices.DeleteFunc(here, func(h chapterHead) bool { return h.depth == top })
	}
	return nil
}

// cutAt cuts a file at the places in it with which chapters begin, and gives what
// stands before the first of them, "" for its title, and each of the others.
func cutAt(body *dom.Node, heads []chapterHead) []chapterPart {
	places := map[string]*dom.Node{}
	for n := range body.Descendants() {
		if id := html.Attribute(n, "id"); n.Type == dom.ElementNode && id != "" && places[id] == nil {
			places[id] = n
		}
	}
	var parts []chapterPart
	whole := ""
	for _, h := range slices.Backward(heads) {
		place := places[h.at]
		if place == nil || !html.StandsIn(place, body) {
			whole = h.title
			continue
		}
		parts = append(parts, chapterPart{h.title, cutFrom(body, place)})
	}
	parts = append(parts, chapterPart{whole, body})
	slices.Reverse(parts)
	return parts
}

// chapterPart is a part of a file, and what the table of contents calls it.
type chapterPart struct {
	title string
	root  *dom.Node
}

// cutFrom moves what stands in a body from a place on to an element of its own.
func cutFrom(body, place *dom.Node) *dom.Node {
	for place.Parent != body && place.PrevSibling == nil || place.Parent != body && !html.IsBlock(place) {
		place = place.Parent
	}
	rest := &dom.Node{Type: dom.ElementNode, DataAtom: atom.Div, Data: "div"}
	for level, next := place.Parent, place; ; level, next = level.Parent, level.NextSibling {
		for next != nil {
			following := next.NextSibling
			next.Parent.RemoveChild(next)
			rest.AppendChild(next)
			next = following
		}
		if level == body {
			return rest
		}
	}
}
