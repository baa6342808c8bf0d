package docx

import (
	"path"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/office"
)

// included adds what a document takes over from a part in another format (altChunk), as
// programs that make documents of web pages do: HTML and plain text. A part that cannot
// be read is named in its place.
func (r *reader) included(out *office.Builder, n *office.Node) {
	part := r.links[n.Attribute("id")].target
	text, err := office.Part(r.files, part)
	if err != nil || text == "" {
		return
	}
	if decoded, err := charset.Decode([]byte(text)); err == nil {
		text = decoded
	}
	extension := strings.ToLower(path.Ext(part))
	switch {
	case slices.Contains([]string{".html", ".htm", ".xhtml"}, extension):
		r.includedPage(out, text)
	case extension == ".txt":
		for paragraph := range strings.SplitSeq(text, "\n") {
			if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
				out.Block(office.Element(atom.P, office.TextNode(paragraph)))
			}
		}
	default:
		out.Block(office.Element(atom.P, office.TextNode("["+path.Base(part)+"]")))
	}
}

// includedPage adds the blocks of a page.
func (r *reader) includedPage(out *office.Builder, page string) {
	document, err := html.Parse(page, articles.DefaultLimits())
	if err != nil {
		return
	}
	html.CleanTexts(document)
	body := html.Find(document, atom.Body)
	if body == nil {
		return
	}
	for n := body.FirstChild; n != nil; n = body.FirstChild {
		body.RemoveChild(n)
		if n.Type != dom.TextNode || strings.TrimSpace(n.Data) != "" {
			out.Block(n)
		}
	}
}
