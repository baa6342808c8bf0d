package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/articles"
	"warraq/articles/fields"
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
	"dc.date.issued": "published", "dcterms.created": "published", "dcterms.date": "published", "sailthru.date": "published",
	"og:description": "summary", "description": "summary", "twitter:description": "summary", "dc.description": "summary",
	"og:url": "url", "dc.language": "lang", "og:locale": "lang", "dateline": "place", "geo.placename": "place",
}

// nothing are the words of programs for a value that is not there.
var nothing = []string{"", "null", "nil", "undefined", "none", "n/a"}

// metadata gathers what a page says of itself under the names of front matter:
// JSON-LD counts before microdata and meta elements, these before the elements
// that every page has.
func metadata(document *html.Node) map[string]fields.Field {
	meta := map[string]fields.Field{}
	set := func(name string, value any) {
		if text, ok := value.(string); ok && slices.Contains(nothing, strings.ToLower(strings.TrimSpace(text))) {
			return
		}
		if _, known := meta[name]; !known {
			meta[name] = fields.Field{Value: value}
		}
	}
	title := pageTitle(document)
	for n := range document.Descendants() {
		if n.DataAtom == atom.Script && strings.EqualFold(Attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
			fromLinkedData(n.FirstChild.Data, title, set)
		}
	}
	var last = map[string]string{}
	for n := range document.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			last["lang"], last["dir"] = Attribute(n, "lang"), Attribute(n, "dir")
		case atom.Body:
			last["dir"] += Attribute(n, "dir")
		case atom.Meta:
			for name := range strings.FieldsSeq(strings.ToLower(Attribute(n, "property") + " " + Attribute(n, "name") + " " + Attribute(n, "itemprop"))) {
				to, ok := metaNames[name]
				profile := to == "author" && articles.IsWebAddress(Attribute(n, "content"))
				if ok && !profile {
					set(to, Attribute(n, "content"))
				}
			}
		case atom.Link:
			if strings.EqualFold(Attribute(n, "rel"), "canonical") && articles.IsWebAddress(Attribute(n, "href")) {
				set("url", Attribute(n, "href"))
			}
		default:
			if to, ok := metaNames[strings.ToLower(Attribute(n, "itemprop"))]; ok {
				set(to, itemValue(n))
			}
		}
	}
	if !strings.EqualFold(last["dir"], string(articles.RightToLeft)) {
		delete(last, "dir") // how a page is laid out; its letters say how it is read
	}
	for name, value := range last {
		if name == "lang" && value != "" {
			delete(meta, "lang") // the page's own word counts before a locale's
		}
		set(name, value)
	}
	return meta
}

// itemValue is a microdata property's value.
func itemValue(n *html.Node) string {
	for _, name := range []string{"content", "datetime"} {
		if v := Attribute(n, name); v != "" {
			return v
		}
	}
	return TextOf(n)
}
