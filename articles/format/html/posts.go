package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
)

// embeddedNames are attributes of elements that scripts make players or posts of, by the
// element's name: what stands before the attribute's value in the address of what they show.
var embeddedNames = map[string][2]string{
	"lite-youtube":    {"videoid", "https://www.youtube.com/watch?v="},
	"amp-youtube":     {"data-videoid", "https://www.youtube.com/watch?v="},
	"lite-vimeo":      {"videoid", "https://vimeo.com/"},
	"amp-vimeo":       {"data-videoid", "https://vimeo.com/"},
	"amp-dailymotion": {"data-videoid", "https://www.dailymotion.com/video/"},
	"amp-twitter":     {"data-tweetid", "https://twitter.com/i/status/"},
	"amp-instagram":   {"data-shortcode", "https://www.instagram.com/p/"},
	"amp-facebook":    {"data-href", ""},
	"amp-soundcloud":  {"data-trackid", "https://api.soundcloud.com/tracks/"},
	"amp-video":       {"src", ""},
	"amp-audio":       {"src", ""},
	"script":          {"data-telegram-post", "https://t.me/"},
}

// postClasses are those of quotations that scripts make posts of.
var postClasses = []string{"twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed-bq", "text-post-media"}

// embeddedAt returns the address of what a script shows in an element's place, if the element
// itself says nothing of it but that; "" for any other.
func embeddedAt(n *html.Node) string {
	to := ""
	if named, ok := embeddedNames[n.Data]; ok {
		if value := Attribute(n, named[0]); value != "" {
			to = named[1] + value
		}
	}
	classes := strings.Fields(Attribute(n, "class"))
	switch {
	case to != "":
	case hasAny(classes, "fb-post", "fb-video"):
		to = Attribute(n, "data-href")
	case n.DataAtom == atom.Blockquote && hasAny(classes, postClasses...) && !saysMore(n):
		for _, s := range []string{Attribute(n, "data-instgrm-permalink"), Attribute(n, "data-text-post-permalink"), Attribute(n, "cite"), lastLink(n)} {
			if to == "" {
				to = s
			}
		}
	}
	if !articles.IsWebAddress(to) {
		return ""
	}
	return to
}

// saysMore reports whether text stands in an element outside its links.
func saysMore(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.Trim(d.Data, " \t\n\r—–-") != "" && closestAncestor(d, atom.A) == nil {
			return true
		}
	}
	return false
}

// lastLink returns the address that the last link in an element leads to, "" without one.
func lastLink(n *html.Node) (to string) {
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && Attribute(d, "href") != "" {
			to = Attribute(d, "href")
		}
	}
	return to
}
