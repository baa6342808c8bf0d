package page

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/warraq/warraq/articles/pattern"
)

// Around the number of a link, so that it can be told from what the article says.
const numberMark = "\u2063" // INVISIBLE SEPARATOR

// links are the addresses that an article links to, the first being number 1.
type links struct {
	numbered bool
	base     *url.URL // of the article, which relative addresses are taken from
	list     []string
}

func newLinks(address string) *links {
	base, err := url.Parse(Address(address))
	if err != nil {
		base = &url.URL{}
	}
	return &links{base: base}
}

// target is the address of a link as a terminal may be given it, "" for one that is
// of none of the kinds that may be opened.
func (l *links) target(destination string) string {
	if a := Address(destination); a != "" {
		return a
	}
	to, err := url.Parse(destination)
	if err != nil || l.base.Host == "" || to.IsAbs() || to.Host != "" || to.Path == "" {
		return ""
	}
	return Address(l.base.ResolveReference(to).String())
}

// number is what stands behind the text of a link, "" for nothing. Links to one
// address have one number.
func (l *links) number(address string) string {
	if !l.numbered || address == "" {
		return ""
	}
	at := slices.Index(l.list, address)
	if at < 0 {
		at = len(l.list)
		l.list = append(l.list, address)
	}
	return numberMark + "[" + strconv.Itoa(at+1) + "]" + numberMark
}

// NumberLinks has the number of each link stand behind its text from now on, on
// the screen and not in [Document.Text]. It is to be asked for before anything of
// the document is laid out.
func (d *Document) NumberLinks() { d.links.numbered = true }

// Links are the addresses that the article links to, where they are numbered, by
// their numbers from 1 on.
func (d *Document) Links() []string {
	d.has(int(^uint(0) >> 1)) // to the end
	return slices.Clone(d.links.list)
}

// linkNumbers are the numbers of links in a text.
var linkNumbers = pattern.New(numberMark + `\[\d+\]` + numberMark)
