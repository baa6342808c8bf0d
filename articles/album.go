package articles

import (
	"encoding/base64"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/articles/text"
)

// album collects the pictures of one article while its text is made. Nothing is
// ever fetched: a picture is in the text itself (a data URI) or in the file, the
// folder or the archive that the text came in.
type album struct {
	limits Limits
	// find gives at most so many bytes of what an address in the text leads to, nil
	// where nothing came along under it. A nil find finds nothing.
	find func(address string, most int64) ([]byte, error)
	// here tells without reading whether there may be something under an address;
	// nil is to look.
	here func(address string) bool
	// embedded gives the address of a picture by its name; nil knows none.
	embedded func(name string) string

	marked   []string          // addresses by the number that stands for them in a page
	known    map[string]string // names of pictures by address, "" for none
	placed   map[*html.Node]bool
	pictures []Picture
	read     int64 // bytes, of pictures that were kept and others
	wrong    error // the first limit that was reached
}

// newAlbum makes an album for the article of an input, of the pictures in the text
// itself and, where they are known, those among the files around it.
func (in *source) newAlbum() *album {
	al := &album{limits: in.limits}
	if n := in.near; n != nil && n.files != nil {
		al.find, al.here, al.embedded = n.readPicture, n.hasPicture, n.embedded
	}
	return al
}

// maxMarked is how many pictures of a page are looked at.
const maxMarked = 1000

// keep gives the address under which the text shows a picture from now on, "" where
// there is none to be kept.
func (al *album) keep(address string) string {
	name, ok := al.known[address]
	if !ok {
		if al.known == nil {
			al.known = map[string]string{}
		}
		name = al.take(address)
		al.known[address] = name
	}
	if name == "" {
		return ""
	}
	return PictureScheme + name
}

// take reads a picture and gives its name.
func (al *album) take(address string) string {
	left := al.limits.Pictures - al.read
	if left <= 0 {
		al.fail(al.limits.over(picturesLimit))
		return ""
	}
	var data []byte
	var err error
	// One byte more than may be tells that it is too much.
	most := min(al.limits.Picture, left) + 1
	if encoded, ok := cutData(address); ok {
		data = decodeData(encoded, most)
	} else if al.find != nil {
		data, err = al.find(address, most)
	}
	al.read += int64(len(data))
	if err != nil || data == nil {
		al.fail(err)
		return ""
	}
	if int64(len(data)) > left {
		al.fail(al.limits.over(picturesLimit))
		return ""
	}
	p, err := al.limits.NewPicture(data)
	if err != nil {
		al.fail(err)
		return ""
	}
	for _, other := range al.pictures {
		if other.Name == p.Name {
			return p.Name
		}
	}
	al.pictures = append(al.pictures, p)
	return p.Name
}

// fail remembers a limit that was reached; a picture that is none is no failure.
func (al *album) fail(err error) {
	if _, ok := errors.AsType[*LimitError](err); ok && al.wrong == nil {
		al.wrong = err
	}
}

// give gives the article its pictures.
func (al *album) give(a *Article) {
	a.Pictures, a.wrong = al.pictures, al.wrong
}

// cutData gives what a data URI (RFC 2397) holds, if it is one.
func cutData(address string) (string, bool) {
	if len(address) < 5 || !strings.EqualFold(address[:5], "data:") {
		return "", false
	}
	return address[5:], true
}

// decodeData decodes what stands in a data URI, nil where it is no picture.
func decodeData(s string, most int64) []byte {
	kind, data, ok := strings.Cut(s, ",")
	if !ok || !strings.HasPrefix(strings.ToLower(kind), "image/") || !strings.HasSuffix(strings.ToLower(strings.TrimSpace(kind)), ";base64") {
		return nil
	}
	return decodeBase64(data, most)
}

// decodeBase64 decodes as much as is wanted of a text in base64 with white space in
// it, nil where that is none.
func decodeBase64(s string, most int64) []byte {
	if strings.Contains(s[:min(len(s), opens)], "%") {
		if plain, err := url.PathUnescape(s); err == nil {
			s = plain
		}
	}
	s = strings.TrimRight(strings.Join(strings.Fields(s), ""), "=")
	if s == "" {
		return nil
	}
	s = s[:min(int64(len(s)), (most+2)/3*4)]
	data, err := base64.RawStdEncoding.DecodeString(s)
	if err != nil {
		return nil
	}
	return data[:min(int64(len(data)), most)]
}

// mark puts numbers in the place of the addresses of pictures that may have come
// along with a page, before anything else changes or drops them; the addresses stay
// with the album. What a page itself calls so, is called so no more.
func (al *album) mark(document *html.Node) {
	for n := range document.Descendants() {
		if n.DataAtom != atom.Img {
			continue
		}
		address := attribute(n, "src")
		switch {
		case len(al.marked) < maxMarked && al.mayHave(address):
			setAddress(n, numbered(len(al.marked)))
			al.marked = append(al.marked, address)
		case strings.HasPrefix(strings.ToLower(address), PictureScheme):
			setAddress(n, "")
		}
	}
}

func (al *album) mayHave(address string) bool {
	if _, ok := cutData(address); ok {
		return true
	}
	return address != "" && (al.here == nil && al.find != nil || al.here != nil && al.here(address))
}

// numbered stands for an address while a page is made into Markdown.
func numbered(n int) string { return PictureScheme + "number-" + strconv.Itoa(n) }

// place gives an image its picture where there is one, else its address back, and
// tells which.
func (al *album) place(n *html.Node) bool {
	if al.placed[n] {
		return true
	}
	rest, ok := strings.CutPrefix(attribute(n, "src"), PictureScheme+"number-")
	number, err := strconv.Atoi(rest)
	if !ok || err != nil || number < 0 || number >= len(al.marked) {
		return false
	}
	local := al.keep(al.marked[number])
	if local == "" {
		setAddress(n, al.marked[number])
		return false
	}
	n.Attr = []html.Attribute{{Key: "src", Val: local}, {Key: "alt", Val: text.CleanLine(attribute(n, "alt"))}}
	if al.placed == nil {
		al.placed = map[*html.Node]bool{}
	}
	al.placed[n] = true
	if p := n.Parent; p != nil && p.DataAtom == atom.A && p.Parent != nil && textOf(p) == "" {
		p.RemoveChild(n) // a link to the same picture, larger
		p.Parent.InsertBefore(n, p)
		if find(p, atom.Img) == nil {
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
func (al *album) before(n *html.Node) {
	for _, img := range elements(n) {
		if img.DataAtom != atom.Img || !al.place(img) {
			continue
		}
		p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
		img.Parent.RemoveChild(img)
		p.AppendChild(img)
		n.Parent.InsertBefore(p, n)
	}
}
