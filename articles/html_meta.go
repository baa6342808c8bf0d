package articles

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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
func metadata(document *html.Node) map[string]field {
	fields := map[string]field{}
	set := func(name string, value any) {
		if text, ok := value.(string); ok && slices.Contains(nothing, strings.ToLower(strings.TrimSpace(text))) {
			return
		}
		if _, known := fields[name]; !known {
			fields[name] = field{value: value}
		}
	}
	title := pageTitle(document)
	for n := range document.Descendants() {
		if n.DataAtom == atom.Script && strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
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
			last["lang"], last["dir"] = attribute(n, "lang"), attribute(n, "dir")
		case atom.Body:
			last["dir"] += attribute(n, "dir")
		case atom.Meta:
			for name := range strings.FieldsSeq(strings.ToLower(attribute(n, "property") + " " + attribute(n, "name") + " " + attribute(n, "itemprop"))) {
				to, ok := metaNames[name]
				profile := to == "author" && webAddress(attribute(n, "content"))
				if ok && !profile {
					set(to, attribute(n, "content"))
				}
			}
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") && webAddress(attribute(n, "href")) {
				set("url", attribute(n, "href"))
			}
		default:
			if to, ok := metaNames[strings.ToLower(attribute(n, "itemprop"))]; ok {
				set(to, itemValue(n))
			}
		}
	}
	if !strings.EqualFold(last["dir"], string(RightToLeft)) {
		delete(last, "dir") // how a page is laid out; its letters say how it is read
	}
	for name, value := range last {
		if name == "lang" && value != "" {
			delete(fields, "lang") // the page's own word counts before a locale's
		}
		set(name, value)
	}
	return fields
}

// itemValue is a microdata property's value.
func itemValue(n *html.Node) string {
	for _, name := range []string{"content", "datetime"} {
		if v := attribute(n, name); v != "" {
			return v
		}
	}
	return textOf(n)
}
