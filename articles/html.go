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

	"warraq/articles/text"
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
	a, err := articleOf(document, in.newAlbum(), savedFrom(in.text))
	if err != nil {
		return nil, in.fail(0, ErrNoArticle, err)
	}
	return []Article{a}, nil
}

// saved is the comment in which a browser, or what saves pages as one file, says
// where a page is from.
var saved = regexp.MustCompile(`<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)`)

// savedFrom gives that address, "" for none.
func savedFrom(text string) string {
	if m := saved.FindStringSubmatch(text[:min(len(text), opens)]); m != nil {
		return m[1]
	}
	return ""
}

// articleOf makes an article of a page's tree, which it changes, with the pictures
// that an album finds. The address is where the page was saved from, "" for not
// known.
func articleOf(document *html.Node, al *album, from string) (Article, error) {
	cleanTexts(document)
	fields := metadata(document)
	a, err := fromFields(&source{}, fields)
	if err != nil {
		return a, err
	}
	address, err := url.Parse(a.URL)
	if err != nil || !address.IsAbs() {
		if address, err = url.Parse(from); err != nil || !webAddress(from) {
			address = &url.URL{}
		}
		a.URL = address.String()
	}
	if base := find(document, atom.Base); base != nil {
		if to, err := address.Parse(attribute(base, "href")); err == nil {
			address = to
		}
	}
	a.Author = name(a.Author, &a)
	dropHidden(document)
	fromShown(document, &a)
	dateAbove(document, &a)
	a.Related = takeRelated(document, address)
	dropFurniture(document)
	ownPictures(document, al)
	markCaptions(document)
	al.mark(document)
	shown := captionsIn(mainPart(document))
	content := a.mainText(document, address, fields)
	trim(content, &a)
	a.Body, a.Captions, err = toMarkdown(content, a.Title, address, al)
	if err != nil {
		return a, err
	}
	al.give(&a)
	a.Captions = withLost(a.Captions, shown, a.Title)
	if text, ok := fields[linkedText].value.(string); ok && words(a.Body)*2 < words(text) {
		a.Body, a.Captions = textBody(text), nil
	}
	a.Full = strings.TrimSpace(a.Body) != ""
	return a, nil
}

// mainText finds the text of a page: of one that is written while things happen,
// all that was written; of any other what a readability library finds.
func (a *Article) mainText(document *html.Node, address *url.URL, fields map[string]field) *html.Node {
	if fields[linkedLive].value != nil {
		if n := liveText(document); n != nil {
			return n
		}
	}
	whole := pageTitle(document)
	parser := readability.NewParser()
	page, err := parser.ParseAndMutate(document, address)
	fill(&a.Title, page.Title())
	fill(&a.Author, name(page.Byline(), a))
	fill(&a.Source, page.SiteName())
	a.titled(a.Title, whole)
	if err != nil || page.Node == nil {
		return mainPart(document)
	}
	for n := range page.Node.Descendants() {
		if n.Type == html.ElementNode {
			n.DataAtom = atom.Lookup([]byte(n.Data)) // those that the library made or renamed say it no more
		}
	}
	return page.Node
}

// liveText is the element that holds the entries of a page that is written while
// things happen: its articles, where there are several.
func liveText(document *html.Node) *html.Node {
	var all *html.Node
	entries := 0
	for n := range document.Descendants() {
		if n.DataAtom != atom.Article || find(n, atom.P) == nil || all != nil && standsIn(n, all) && all.DataAtom == atom.Article {
			continue
		}
		if entries++; all == nil {
			all = n
			continue
		}
		for !standsIn(n, all) {
			all = all.Parent
		}
	}
	if entries < 2 {
		return nil
	}
	return all
}

// withoutSite takes the site's name off the end of a page's title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, mark := range separators {
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
			n.Data = text.CleanText(n.Data)
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

// isCode tells an element whose text nobody reads.
func isCode(n *html.Node) bool {
	return n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Noscript
}

// textOf is the text in an element, on one line.
func textOf(root *html.Node) string {
	if root.Type == html.TextNode {
		return text.CleanLine(root.Data)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && !isCode(n.Parent):
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br, isBlock(n), n.Type == html.ElementNode && hasAny(classWords(n), "copyright", "credit", "credits"):
			b.WriteByte(' ')
		}
	}
	return text.CleanLine(b.String())
}
