package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// metaNames are the names under which meta elements and microdata give what
// front matter calls otherwise. Of two that say the same the first in the page
// counts.
var metaNames = map[string]string{
	"og:title": "title", "twitter:title": "title", "dc.title": "title", "headline": "title", "parsely-title": "title",
	"article:section": "section", "articlesection": "section", "parsely-section": "section", "og:article:section": "section", "pagesection": "section",
	"og:site_name": "source", "publisher": "source", "dc.publisher": "source", "application-name": "source",
	"author": "author", "dc.creator": "author", "article:author": "author", "parsely-author": "author", "byl": "author",
	"article:published_time": "published", "datepublished": "published", "date": "published", "dc.date": "published",
	"pubdate": "published", "parsely-pub-date": "published", "og:published_time": "published", "og:article:published_time": "published",
	"publisheddate": "published", "publishdate": "published", "publish-date": "published", "publish_date": "published", "datecreated": "published",
	"cxenseparse:recs:publishtime": "published", "article.published": "published", "publication_date": "published", "pub_date": "published",
	"dc.date.issued": "published", "dcterms.created": "published", "dcterms.date": "published", "sailthru.date": "published",
	"og:description": "summary", "description": "summary", "twitter:description": "summary", "dc.description": "summary",
	"og:url": "url", "savepage-url": "url", "dc.language": "lang", "og:locale": "lang", "dateline": "place", "geo.placename": "place",
}

// weakNames are those under which a page names itself in a way that counts where nothing else does:
// for programs, by who owns it, at an address that may be a machine's or that at which it was saved.
var weakNames = []string{"application-name", "publisher", "dc.publisher", "og:url", "savepage-url"}

// emptyValues are the words of programs for a value that is not there.
var emptyValues = []string{"", "null", "nil", "undefined", "none", "n/a"}

// pageMetadata is what is gathered of a page's own words about itself.
type pageMetadata struct {
	known     map[string]fields.Field // by the names of front matter
	weak      map[string]string       // of those what counts where nothing else does
	title     string                  // of the page
	site      string                  // as the page names it for those who link to it
	authors   []string                // of microdata, in the order of the page
	lang, dir string                  // of the elements that every page has
}

// collectMetadata gathers what a page says of itself and returns it under the names of front
// matter: JSON-LD counts before microdata and meta elements, these before the elements
// that every page has.
func collectMetadata(document *html.Node) map[string]fields.Field {
	title := pageTitle(document)
	m := pageMetadata{known: map[string]fields.Field{}, weak: map[string]string{}, title: title}
	for n := range document.Descendants() {
		if n.DataAtom == atom.Script && strings.EqualFold(Attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
			fromLinkedData(n.FirstChild.Data, title, m.set)
		} else if n.DataAtom == atom.Script && isPageData(n) {
			m.set(scriptedData, n.FirstChild.Data)
		}
	}
	for n := range document.Descendants() {
		if n.Type == html.ElementNode {
			m.read(n)
		}
	}
	for name, value := range m.weak {
		m.set(name, value)
	}
	m.shortenSource()
	m.set("author", strings.Join(slices.Compact(slices.DeleteFunc(m.authors, func(s string) bool { return s == "" })), "، "))
	if m.lang != "" {
		delete(m.known, "lang") // the page's own word counts before a locale's
	}
	m.set("lang", m.lang)
	if strings.EqualFold(m.dir, string(articles.RightToLeft)) { // another is how a page is laid out; its letters say how it is read
		m.set("dir", m.dir)
	}
	return m.known
}

// shortenSource leaves of the name of a paper, which may have a motto and the name in other
// letters behind it, the name.
func (m *pageMetadata) shortenSource() {
	name, _ := m.known["source"].Value.(string)
	short := name
	if motto, ok := strings.CutPrefix(name, m.site); ok && m.site != "" && strings.TrimLeft(motto, " -–—|:") != motto {
		short = m.site
	}
	if first, _, ok := strings.Cut(short, " | "); ok && strings.ContainsFunc(first, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) {
		short = first
	}
	if short = strings.TrimSpace(short); short == "" || short == name {
		return
	}
	m.known["source"] = fields.Field{Value: short}
	if author, _ := m.known["author"].Value.(string); author == name {
		m.known["author"] = fields.Field{Value: short}
	}
}

// set takes a value under a name that has none yet, unless it is a program's word for
// nothing.
func (m *pageMetadata) set(name string, value any) {
	if s, ok := value.(string); ok && slices.Contains(emptyValues, strings.ToLower(strings.TrimSpace(s))) {
		return
	}
	if _, known := m.known[name]; !known {
		m.known[name] = fields.Field{Value: value}
	}
}

// read takes what an element says of its page.
func (m *pageMetadata) read(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.lang, m.dir = Attribute(n, "lang"), Attribute(n, "dir")
	case atom.Body:
		text.Fill(&m.dir, Attribute(n, "dir"))
	case atom.Main, atom.Article:
		if n.DataAtom == atom.Main || Find(n, atom.H1) != nil {
			text.Fill(&m.dir, Attribute(n, "dir"))
		}
		m.readProperty(n)
	case atom.Meta:
		m.readMeta(n)
	case atom.Link:
		if strings.EqualFold(Attribute(n, "rel"), "canonical") && articles.IsWebAddress(Attribute(n, "href")) {
			m.set("url", Attribute(n, "href"))
		}
	default:
		m.readProperty(n)
	}
}

// readMeta takes what a meta element says. An author that is the address of a profile
// is none.
func (m *pageMetadata) readMeta(n *html.Node) {
	for name := range strings.FieldsSeq(strings.ToLower(Attribute(n, "property") + " " + Attribute(n, "name") + " " + Attribute(n, "itemprop"))) {
		to, ok := metaNames[name]
		profile := to == "author" && articles.IsWebAddress(Attribute(n, "content"))
		value := decodedAgain(Attribute(n, "content"))
		if name == "og:site_name" {
			text.Fill(&m.site, value)
		}
		if !ok || profile || to == "author" && isNobody(value) {
			continue
		}
		if slices.Contains(weakNames, name) || to == "summary" && text.Same(value, m.title) {
			if m.weak[to] == "" {
				m.weak[to] = value
			}
			continue
		}
		m.set(to, value)
	}
}

// isNobody tells what programs put in the place of a writer: it names no writer, and no paper.
func isNobody(author string) bool {
	var a articles.Article
	return press.WriterName(author, &a) == "" && a.Source == "" && a.Place == ""
}

// readProperty takes the property of microdata or RDFa that an element is.
func (m *pageMetadata) readProperty(n *html.Node) {
	if to, ok := metaNames[strings.ToLower(Attribute(n, "itemprop"))]; ok && !standsInItem(n) {
		if value := itemValue(n); to == "author" {
			m.authors = append(m.authors, value)
		} else {
			m.set(to, value)
		}
	}
	if to, ok := metaNames[rdfaName(Attribute(n, "property"))]; ok && !standsInThing(n) {
		m.set(to, itemValue(n))
	}
}

// itemValue is a microdata property's value: of a thing its name, without the addresses
// and pictures beside it.
func itemValue(n *html.Node) string {
	for _, name := range []string{"content", "datetime"} {
		if v := Attribute(n, name); v != "" {
			return decodedAgain(v)
		}
	}
	if hasAttribute(n, "itemscope") {
		n = itemName(n)
	} else if hasAttribute(n, "typeof") {
		n = thingName(n)
	}
	if n == nil {
		return ""
	}
	if v := Attribute(n, "content"); v != "" {
		return decodedAgain(v)
	}
	return TextOf(n)
}

// itemName gives the element with the name of a thing of microdata, nil for none.
func itemName(thing *html.Node) *html.Node {
	for n := range thing.Descendants() {
		if strings.EqualFold(Attribute(n, "itemprop"), "name") && itemOf(n) == thing {
			return n
		}
	}
	return nil
}

// thingName gives the element with the name of a thing of RDFa, the thing itself for none.
func thingName(thing *html.Node) *html.Node {
	for n := range thing.Descendants() {
		if name := rdfaName(Attribute(n, "property")); (name == "name" || name == "foaf:name") && thingOf(n) == thing {
			return n
		}
	}
	return thing
}

// thingOf gives the thing of RDFa that a property is of, nil for none.
func thingOf(n *html.Node) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if hasAttribute(p, "typeof") {
			return p
		}
	}
	return nil
}

// standsInThing tells a property of a thing of RDFa that is itself a property of the article.
func standsInThing(n *html.Node) bool {
	thing := thingOf(n)
	return thing != nil && (Attribute(thing, "property") != "" || Attribute(thing, "rel") != "")
}

// itemOf gives the thing of microdata that a property is of, nil for none.
func itemOf(n *html.Node) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if hasAttribute(p, "itemscope") {
			return p
		}
	}
	return nil
}

// standsInItem tells a property of a thing that is itself a property of the article: a
// picture's date, a comment's author.
func standsInItem(n *html.Node) bool {
	thing := itemOf(n)
	return thing != nil && Attribute(thing, "itemprop") != "" && !strings.EqualFold(Attribute(thing, "itemprop"), "mainEntity")
}

// hasAttribute tells whether an element has an attribute, with or without a value.
func hasAttribute(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// rdfaName gives the property that RDFa names, as meta elements name it.
func rdfaName(property string) string {
	property = strings.ToLower(property)
	for _, prefix := range []string{"schema:", "http://schema.org/", "https://schema.org/"} {
		property = strings.TrimPrefix(property, prefix)
	}
	if rest, ok := strings.CutPrefix(property, "dc:"); ok {
		return "dc." + rest
	}
	if rest, ok := strings.CutPrefix(property, "dcterms:"); ok {
		return "dcterms." + rest
	}
	return property
}

// entitiesPattern are those that programs escape a second time in what pages say of themselves.
var entitiesPattern = pattern.New(`&(?:quot|apos|nbsp|amp|laquo|raquo|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|zwnj|zwj|rlm|lrm|shy|#\d{2,5}|#x[0-9a-fA-F]{2,5});`)

// decodedAgain gives what was escaped twice, of a page's words about itself.
func decodedAgain(s string) string {
	return entitiesPattern.ReplaceAllStringFunc(s, html.UnescapeString)
}
