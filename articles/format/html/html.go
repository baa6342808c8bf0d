// Package html reads web pages that were saved, and turns HTML of any other format into
// the text of an article: [SetText] and [Fragment] for HTML that is the article's text,
// as in feeds, books and mail; [FromDocument] for a whole page, of which the text has to
// be found; [PlainText] for a line that may hold HTML.
package html

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// hypertextPattern is how a web page begins, comments and a byte order mark aside.
var hypertextPattern = pattern.New(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title|main|div|p|h1)[\s>]`)

// documentPattern is how a whole page begins, rather than a text in Markdown that holds HTML.
var documentPattern = pattern.New(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]`)

// isHTML tells a web page. A note in Markdown may begin with an element that places it.
func isHTML(in *articles.Source) bool {
	if slices.Contains(articles.NoteExtensions, in.Extension()) {
		return documentPattern.MatchString(in.Head())
	}
	return hypertextPattern.MatchString(in.Head())
}

// ErrDeep says that the elements of a page are nested too deeply for it to be read.
var ErrDeep = errors.New("its elements are nested too deeply")

// readHTML reads a web page that was saved from a browser: what it says of
// itself in JSON-LD, microdata and meta elements, and its main text as
// Markdown. Blocks of related articles become related articles, and what stands
// under pictures captions.
func readHTML(in *articles.Source) ([]articles.Article, error) {
	document, err := Parse(in.Text(), in.Limits)
	if err != nil {
		return nil, in.Fail(0, ParseKind(err), err)
	}
	waiting := isWaiting(document)
	a, err := FromDocument(document, in.Album(), cmp.Or(in.Address, savedFrom(in.Text())))
	switch {
	case errors.Is(err, articles.ErrChallenge):
		return nil, in.Fail(0, articles.ErrChallenge, nil)
	case err != nil:
		return nil, in.Fail(0, articles.ErrNoArticle, err)
	}
	if waiting && !a.Full {
		err = in.Fail(0, articles.ErrScripted, nil)
	}
	return []articles.Article{a}, err
}

// savedPattern is how a browser, or what saves pages as one file (SingleFile, monolith,
// WebScrapBook), says where a page is from.
var savedPattern = pattern.New(`<!--\s*(?:saved from url=\(\d+\)|(?:Page saved with|Archive processed by) SingleFile\s+url:\s*|Saved from )(https?://\S+)|<html\s[^>]*data-scrapbook-source=["']?(https?://[^\s"'>]+)`)

// savedFrom gives that address, "" for none.
func savedFrom(text string) string {
	if m := savedPattern.FindStringSubmatch(articles.Head(text)); m != nil {
		return cmp.Or(m[1], html.UnescapeString(m[2]))
	}
	return ""
}

// FromDocument makes an article of a page's tree, which it changes, with the pictures
// that an album finds. The address is where the page was saved from, "" for not
// known.
func FromDocument(document *html.Node, album *articles.Album, from string) (articles.Article, error) {
	if isChallenge(document) {
		return articles.Article{}, articles.ErrChallenge
	}
	al := &marker{Album: album}
	CleanTexts(document)
	meta := collectMetadata(document)
	a, err := fields.ToArticle(&articles.Source{}, meta, nil)
	if err != nil {
		return a, err
	}
	address, err := url.Parse(a.URL)
	if err != nil || !address.IsAbs() {
		if address, err = url.Parse(from); err != nil || !articles.IsWebAddress(from) {
			address = &url.URL{}
		}
		a.URL = address.String()
	}
	if base := Find(document, atom.Base); base != nil {
		if to, parseErr := address.Parse(Attribute(base, "href")); parseErr == nil {
			address = to
		}
	}
	if a.Author = press.WriterName(a.Author, &a); isHostName(a.Author, address) {
		a.Author = ""
	}
	if escaped := escapedHeading(document, a.Title); escaped != "" {
		a.Title = escaped
	}
	dropHidden(document)
	dropKickers(document, a.Title)
	fromShown(document, &a, meta)
	dropAddresses(document, &a)
	simplify(document, address)
	a.Related = takeRelated(document, address)
	heading := titleHeading(document, &a)
	dropCardsBeside(document, heading)
	lead := shownLead(heading)
	subtitle := subtitleBelow(heading)
	dropFurniture(document)
	ownPictures(document, al)
	markCaptions(document)
	al.base = address
	al.mark(document)
	shown := captionsIn(mainPart(document))
	keepCopy(document)
	waiting := isWaiting(document)
	content := mainText(&a, document, address, meta)
	if meta[linkedLive].Value == nil { // where each entry has its own time
		wrapLoose(content)
	}
	trim(content, &a)
	lowerSubtitle(content, subtitle)
	menu := isMenu(document, content)
	a.Body, a.Captions, err = toMarkdown(content, a.Title, address, al)
	if err != nil {
		return a, err
	}
	al.Give(&a)
	a.Captions = withLost(a.Captions, shown, a.Title)
	if waiting {
		a.Body, menu = "", false
	}
	if s, ok := meta[linkedText].Value.(string); ok && text.CountWords(a.Body)*2 < text.CountWords(s) {
		a.Body, a.Captions, menu = plain.Body(s), nil, false
	}
	if s, ok := meta[scriptedData].Value.(string); ok && text.CountWords(a.Body) < press.RunningLong {
		if err := fromPageData(&a, s); err != nil {
			return a, err
		}
	}
	if menu {
		return a, errMenu
	}
	keepLead(&a, lead)
	a.Full = strings.TrimSpace(a.Body) != ""
	return a, nil
}

// errMenu says that only links were found where the text should be.
var errMenu = errors.New("its text cannot be told from its menu")

// isMenu tells a page of which nothing but links was found, and no heading over them
// in an element that is for an article.
func isMenu(document, content *html.Node) bool {
	words := text.CountWords(TextOf(content))
	if words == 0 || !mostlyLinked(content, words) || runningWords(content) > 0 || Find(content, atom.Img) != nil || Find(content, atom.Table) != nil {
		return false
	}
	for _, n := range append(Elements(document), Elements(content)...) {
		if n.DataAtom == atom.Article || n.DataAtom == atom.H1 || n.DataAtom == atom.Main {
			return false
		}
	}
	return true
}

// mainText finds the text of a page: of one that is written while things happen,
// all that was written; of any other what a readability library finds.
func mainText(a *articles.Article, document *html.Node, address *url.URL, fields map[string]fields.Field) *html.Node {
	if fields[linkedLive].Value != nil {
		if n := liveText(document); n != nil {
			return n
		}
	}
	whole, heading := pageTitle(document), topHeading(document, a)
	parser := readability.NewParser()
	parser.ClassesToPreserve = append(parser.ClassesToPreserve, codeClasses(document)...)
	page, err := parser.ParseAndMutate(document, address)
	if press.IsWithin(heading, whole) {
		text.Fill(&a.Title, heading)
	}
	text.Fill(&a.Title, page.Title())
	if by := page.Byline(); a.Source == "" || !strings.HasPrefix(by, a.Source) { // with its motto, which names nobody
		if by = press.WriterName(by, a); !isHostName(by, address) {
			text.Fill(&a.Author, by)
		}
	}
	text.Fill(&a.Source, page.SiteName())
	press.SetTitle(a, cmp.Or(heading, a.Title), whole)
	text.Fill(&a.Title, heading)
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
		if n.DataAtom != atom.Article || Find(n, atom.P) == nil || all != nil && StandsIn(n, all) && all.DataAtom == atom.Article {
			continue
		}
		if entries++; all == nil {
			all = n
			continue
		}
		for !StandsIn(n, all) {
			all = all.Parent
		}
	}
	if entries < 2 {
		return nil
	}
	return all
}

// CleanTexts takes every text of a page through the gate before it is written
// as Markdown, whose escapes would break control sequences into harmless but
// ugly pieces.
func CleanTexts(document *html.Node) {
	for n := range document.Descendants() {
		if n.DataAtom == atom.Img {
			for i := range n.Attr {
				if a := &n.Attr[i]; a.Key == "alt" || a.Key == "title" {
					a.Val = decodedAgain(a.Val)
				}
			}
		}
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Script {
			n.Data = text.CleanText(n.Data)
			if strings.TrimSpace(n.Data) == "-->" && !standsAtom(n, atom.Pre, nil) && !standsAtom(n, atom.Code, nil) {
				n.Data = "" // the end of a comment whose beginning another one ended
			}
		}
	}
}

// mainPart is the element that holds a page's main text: of its articles the one with
// the most running text, else main, else body.
func mainPart(document *html.Node) *html.Node {
	for _, kind := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		var best *html.Node
		most := 0
		for _, n := range Elements(document) {
			if n.DataAtom != kind {
				continue
			}
			if words := runningWords(n); best == nil || words > most {
				best, most = n, words
			}
		}
		if best != nil && (most > 0 || kind == atom.Body) {
			return best
		}
	}
	return document
}

// runningWords counts the words of an element's paragraphs that are sentences and no
// links.
func runningWords(root *html.Node) int {
	words := 0
	for _, leaf := range contentLeaves(root) {
		s := TextOf(leaf)
		n := text.CountWords(s)
		if (n >= press.RunningLong || n >= press.SentenceLong && text.EndsSentence(s)) && !isHeading(leaf) && !mostlyLinked(leaf, n) {
			words += n
		}
	}
	return words
}

// mostlyLinked tells whether most of so many words of an element stand in links.
func mostlyLinked(n *html.Node, words int) bool {
	linked := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			linked += text.CountWords(TextOf(d))
		}
	}
	return linked*2 > words
}

// Find gives the first element of a kind.
func Find(root *html.Node, kind atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == kind && n.Type == html.ElementNode {
			return n
		}
	}
	return nil
}

// Attribute gives an attribute's value, "" where there is none.
func Attribute(n *html.Node, name string) string {
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

// TextOf is the text in an element, on one line.
func TextOf(root *html.Node) string {
	if root.Type == html.TextNode {
		return text.CleanLine(root.Data)
	}
	if only := root.FirstChild; only != nil && only.NextSibling == nil && only.Type == html.TextNode && !isCode(root) {
		return text.CleanLine(only.Data)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && !isCode(n.Parent):
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br, IsBlock(n), n.Type == html.ElementNode && hasAny(classWords(n), "copyright", "credit", "credits"):
			b.WriteByte(' ')
		}
	}
	return text.CleanLine(b.String())
}

// hasText reports whether there is text in an element, as [TextOf] gives it. The first
// character that is no white space tells, mostly.
func hasText(root *html.Node) bool {
	for n := range root.Descendants() {
		if n.Type != html.TextNode || isCode(n.Parent) {
			continue
		}
		rest := strings.TrimLeft(n.Data, " \t\n\r")
		if rest == "" {
			continue
		}
		if c := rest[0]; c > ' ' && c < 0x7F || c >= 0xD8 && c <= 0xDB { // ASCII, or the block of the Arabic script
			return true
		}
		return TextOf(root) != ""
	}
	return false
}

// Format is a saved web page.
var Format = articles.Format{Name: "HTML", Extensions: []string{".html", ".htm", ".xhtml"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !isHTML(src) {
		return nil, false, nil
	}
	list, err := readHTML(src)
	return list, true, err
}
