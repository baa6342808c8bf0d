package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/mail"
	"github.com/warraq/warraq/articles/format/office"
	"github.com/warraq/warraq/articles/format/rtf"
)

// maxIncluded is how deep documents are taken over into one another.
const maxIncluded = 3

// included adds what a document takes over from a part in another format (altChunk), as
// programs that make documents of web pages or of others do. A part that cannot be read is
// named in its place.
func (r *reader) included(out *office.Builder, n *office.Node) {
	part := r.links[n.Attribute("id")].target
	if !r.files.Has(part) {
		return
	}
	data, err := r.files.Contents(part)
	if err != nil || len(data) == 0 {
		return
	}
	extension := strings.ToLower(path.Ext(part))
	text, err := charset.Decode(data)
	if err != nil {
		text = ""
	}
	switch {
	case rtf.IsRTF(data):
		d, err := rtf.Read(data)
		r.includedBody(out, d.Body, part, err)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		d, err := r.includedDocument(data)
		r.includedBody(out, d.Body, part, err)
	case slices.Contains([]string{".html", ".htm", ".xhtml"}, extension):
		r.includedBody(out, pageBody(text), part, nil)
	case slices.Contains([]string{".mht", ".mhtml", ".eml"}, extension):
		r.includedBody(out, savedBody(data), part, nil)
	case extension == ".txt":
		for paragraph := range strings.SplitSeq(text, "\n") {
			if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
				out.Block(office.Element(atom.P, office.TextNode(paragraph)))
			}
		}
	default:
		r.includedBody(out, nil, part, nil)
	}
}

// includedDocument reads a document of Word within another.
func (r *reader) includedDocument(data []byte) (office.Document, error) {
	archive, ok := r.files.(*articles.Archive)
	if !ok || r.depth >= maxIncluded {
		return office.Document{}, errNoText
	}
	inner, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return office.Document{}, fmt.Errorf("a document within it: %w", err)
	}
	return readWithin(&articles.Archive{Reader: inner, Budget: archive.Budget}, r.depth+1)
}

// includedBody adds the blocks of a body, or the name of the part that has none.
func (r *reader) includedBody(out *office.Builder, body *dom.Node, part string, err error) {
	if body == nil || err != nil && body.FirstChild == nil {
		out.Block(office.Element(atom.P, office.TextNode("["+path.Base(part)+"]")))
		return
	}
	for n := body.FirstChild; n != nil; n = body.FirstChild {
		body.RemoveChild(n)
		if n.Type != dom.TextNode || strings.TrimSpace(n.Data) != "" {
			out.Block(n)
		}
	}
}

// pageBody returns the body of a page, nil for none.
func pageBody(page string) *dom.Node {
	document, err := html.Parse(page, articles.DefaultLimits())
	if err != nil {
		return nil
	}
	html.CleanTexts(document)
	return html.Find(document, atom.Body)
}

// savedBody returns the body of a page that was saved as a message is written, nil for none.
func savedBody(data []byte) *dom.Node {
	m, err := (&mail.Decoder{Charset: charset.DecodeAs}).Read(data)
	if err != nil {
		return nil
	}
	for _, t := range m.Texts {
		if t.HTML {
			return pageBody(t.Text)
		}
	}
	return nil
}
