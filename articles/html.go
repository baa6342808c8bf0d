package articles

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hypertext is how a web page begins, comments and a byte order mark aside.
var hypertext = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title|main|div|p|h1)[\s>]`)

// opens is how much of an input is looked at for its beginning, in bytes.
const opens = 4 << 10

// isHTML tells a web page.
func isHTML(in *source) bool {
	return hypertext.MatchString(in.text[:min(len(in.text), opens)])
}

var errDeep = errors.New("its elements are nested too deeply")

// readHTML reads a web page that was saved from a browser: what it says of
// itself in JSON-LD, microdata and meta elements, and its main text as
// Markdown. Blocks of related articles become related articles, and what stands
// under pictures captions.
func readHTML(in *source) ([]Article, error) {
	document, err := html.Parse(strings.NewReader(in.text))
	if err != nil {
		return nil, in.fail(0, ErrTooDeep, fmt.Errorf("%w: %w", errDeep, err))
	}
	a, err := articleOf(document, in.newAlbum())
	if err != nil {
		return nil, in.fail(0, ErrNoArticle, err)
	}
	return []Article{a}, nil
}

// articleOf makes an article of a page's tree, which it changes, with the pictures
// that an album finds.
func articleOf(document *html.Node, al *album) (Article, error) {
	cleanTexts(document)
	a, err := fromFields(&source{}, metadata(document))
	if err != nil {
		return a, err
	}
	address, err := url.Parse(a.URL)
	if err != nil || !address.IsAbs() {
		a.URL, address = "", &url.URL{}
	}
	a.Related = takeRelated(document, address)
	markCaptions(document)
	al.mark(document)
	shown := captionsIn(mainPart(document))
	parser := readability.NewParser()
	page, err := parser.ParseAndMutate(document, address)
	content := page.Node
	if err != nil || content == nil {
		content = mainPart(document)
	}
	fill(&a.Title, page.Title())
	fill(&a.Author, page.Byline())
	fill(&a.Source, page.SiteName())
	if webAddress(a.Author) {
		a.Author = ""
	}
	a.Title = withoutSite(a.Title, a.Source)
	a.Body, a.Captions, err = toMarkdown(content, a.Title, address, al)
	if err != nil {
		return a, err
	}
	al.give(&a)
	a.Captions = withLost(a.Captions, shown)
	a.Full = strings.TrimSpace(a.Body) != ""
	return a, nil
}

// withoutSite takes the site's name off the end of a page's title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " « "} {
		if t, ok := strings.CutSuffix(title, mark+site); ok {
			return t
		}
	}
	return title
}

// cleanTexts takes every text of a page through the door before it is written
// as Markdown, whose escapes would break control sequences into harmless but
// ugly pieces.
func cleanTexts(document *html.Node) {
	for n := range document.Descendants() {
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Script {
			n.Data = CleanText(n.Data)
		}
	}
}

// mainPart is the element that holds a page's main text: article, main or body.
func mainPart(document *html.Node) *html.Node {
	for _, a := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		if n := find(document, a); n != nil {
			return n
		}
	}
	return document
}

// find gives the first element of a kind.
func find(root *html.Node, kind atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == kind && n.Type == html.ElementNode {
			return n
		}
	}
	return nil
}

// attribute gives an attribute's value, "" where there is none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// textOf is the text in an element, on one line.
func textOf(root *html.Node) string {
	if root.Type == html.TextNode {
		return CleanLine(root.Data)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Script && n.Parent.DataAtom != atom.Style:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br, n.DataAtom == atom.P, n.DataAtom == atom.Div, n.DataAtom == atom.Li:
			b.WriteByte(' ')
		}
	}
	return CleanLine(b.String())
}
