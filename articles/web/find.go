package web

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/text"
)

// Feed is a feed that a page names, or that a site may have.
type Feed struct {
	Address string
	Title   string // what the page calls it, cleaned, or ""
	Type    string // application/rss+xml, application/atom+xml, application/feed+json, or ""
}

// mostFeeds is how many feeds of a page are taken.
const mostFeeds = 100

// FindFeeds finds the feeds that a page names in its head or body (link elements with
// rel="alternate", RSS, Atom and JSON Feed, links that look like one behind them, feeds of
// comments last) and returns them in that order, each once. The character set is the one
// that the page's server names, "" for none, and the base is the page's address.
func FindFeeds(page []byte, set, base string) []Feed {
	s, err := charset.DecodeAs(page, set)
	at, wrong := url.Parse(base)
	if err != nil || wrong != nil {
		return nil
	}
	p := finder{base: at}
	p.read(s)
	all := slices.Concat(p.named, p.linked)
	slices.SortStableFunc(all, func(a, b Feed) int { return ofComments(a) - ofComments(b) })
	seen := map[string]bool{}
	all = slices.DeleteFunc(all, func(f Feed) bool {
		again := seen[f.Address]
		seen[f.Address] = true
		return again
	})
	return all[:min(len(all), mostFeeds)]
}

// ofComments is 1 of a feed of comments, by its address, else 0.
func ofComments(f Feed) int {
	if strings.Contains(strings.ToLower(f.Address), "comments") {
		return 1
	}
	return 0
}

// finder looks through a page for feeds.
type finder struct {
	base          *url.URL
	based         bool
	named, linked []Feed

	link *Feed // the link whose words are being read, nil for none
}

// read goes through a page from its begin to its end.
func (p *finder) read(page string) {
	z := html.NewTokenizer(strings.NewReader(page))
	for len(p.named)+len(p.linked) < 2*mostFeeds {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			p.element(z.Token())
		case html.TextToken:
			if p.link != nil {
				p.link.Title += string(z.Text())
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); p.link != nil && string(name) == "a" {
				p.endLink()
			}
		}
	}
}

// element looks at what one element names.
func (p *finder) element(t html.Token) {
	attribute := map[string]string{}
	for _, a := range t.Attr {
		if _, there := attribute[a.Key]; !there {
			attribute[a.Key] = a.Val
		}
	}
	switch t.DataAtom {
	case atom.Base:
		if to, err := p.base.Parse(strings.TrimSpace(attribute["href"])); err == nil && !p.based {
			p.base, p.based = to, true
		}
	case atom.Link:
		if address, ok := p.whole(attribute["href"]); ok && isAlternate(attribute, address) {
			p.named = append(p.named, Feed{address, text.CleanLine(attribute["title"]), mediaOf(attribute["type"])})
		}
	case atom.A:
		p.endLink()
		if address, ok := p.whole(attribute["href"]); ok && (isAlternate(attribute, address) || looksLikeFeed(address)) {
			p.link = &Feed{Address: address, Title: "", Type: mediaOf(attribute["type"])}
		}
	}
}

// endLink takes the link whose words have been read.
func (p *finder) endLink() {
	if p.link == nil {
		return
	}
	p.link.Title = text.CleanLine(p.link.Title)
	p.linked = append(p.linked, *p.link)
	p.link = nil
}

// whole returns an address on the page as one on the web.
func (p *finder) whole(address string) (string, bool) {
	address = strings.TrimSpace(address)
	if rest, ok := strings.CutPrefix(address, "feed:"); ok { // as some sites have it
		address = strings.TrimPrefix(rest, "//")
		if !articles.IsWebAddress(address) {
			address = "https://" + address
		}
	}
	to, err := p.base.Parse(address)
	if err != nil || address == "" || !articles.IsWebAddress(to.String()) || to.Host == "" {
		return "", false
	}
	to.Fragment, to.RawFragment = "", ""
	return to.String(), true
}

// isAlternate reports whether an element names a feed of the page.
func isAlternate(attribute map[string]string, address string) bool {
	relations := strings.Fields(strings.ToLower(attribute["rel"]))
	kind := mediaOf(attribute["type"])
	switch {
	case slices.Contains(relations, "feed"):
		return true
	case !slices.Contains(relations, "alternate") || slices.Contains(relations, "stylesheet"):
		return false
	}
	switch kind {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml", "application/x-atom+xml":
		return true
	case "application/xml", "text/xml", "application/json":
		return looksLikeFeed(address)
	}
	return false
}

// mediaOf returns the type of media without its parameters.
func mediaOf(field string) string {
	kind, _ := mediaType(field)
	return kind
}

// looksLikeFeed reports whether an address is probably one of a feed.
func looksLikeFeed(address string) bool {
	to, err := url.Parse(address)
	if err != nil {
		return false
	}
	at := strings.TrimSuffix(strings.ToLower(to.Path), "/")
	switch path.Base(at) {
	case "feed", "rss", "atom", "rss2", "rss.php", "feed.json", "feed.xml", "rss.xml", "atom.xml", "rss.aspx":
		return true
	}
	switch path.Ext(at) {
	case ".rss", ".atom", ".rdf":
		return true
	case ".xml":
		return strings.Contains(at, "rss") || strings.Contains(at, "feed")
	}
	return to.Query().Get("feed") != "" && to.Path == "/"
}

// usualPaths are where sites have their feeds, by how often.
var usualPaths = []string{"feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "rss/feed", "feeds/posts/default"}

// UsualPaths returns the addresses at which a site has a feed if it names none, to be
// tried in this order: below the address itself, then below the site's top. Of some large
// sites the address of the feed follows from that of the page.
func UsualPaths(base string) []string {
	at, err := parseAddress(base)
	if err != nil {
		return nil
	}
	at.RawQuery, at.User = "", nil
	all := followsFrom(at)
	for _, folder := range []string{strings.TrimSuffix(at.Path, "/"), ""} {
		if path.Ext(folder) != "" {
			folder = path.Dir(folder)
		}
		for _, p := range usualPaths {
			to := *at
			to.Path, to.RawPath = strings.TrimSuffix(folder, "/")+"/"+p, ""
			if address := to.String(); !slices.Contains(all, address) {
				all = append(all, address)
			}
		}
	}
	return all
}

// followsFrom returns the addresses of feeds that follow from that of a page.
func followsFrom(at *url.URL) []string {
	parts := strings.Split(strings.Trim(at.Path, "/"), "/")
	switch host := strings.TrimPrefix(strings.TrimPrefix(at.Hostname(), "www."), "old."); {
	case host == "youtube.com" && len(parts) >= 2 && parts[0] == "channel":
		return []string{"https://www.youtube.com/feeds/videos.xml?channel_id=" + url.QueryEscape(parts[1])}
	case host == "reddit.com" && len(parts) >= 2 && (parts[0] == "r" || parts[0] == "user"):
		return []string{"https://www.reddit.com/" + parts[0] + "/" + url.PathEscape(parts[1]) + "/.rss"}
	case len(parts) == 1 && strings.HasPrefix(parts[0], "@"): // of Mastodon
		return []string{at.Scheme + "://" + at.Host + "/" + parts[0] + ".rss"}
	}
	return nil
}
