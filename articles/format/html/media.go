package html

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
)

// playerHosts are the hosts whose frames show a recording, a post or a drawing that is part
// of an article.
var playerHosts = []string{
	"youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "soundcloud.com", "spotify.com", "anghami.com",
	"tiktok.com", "instagram.com", "twitter.com", "x.com", "rumble.com", "streamable.com", "archive.org", "aparat.com", "telewebion.com",
	"podcasts.apple.com", "datawrapper.de", "dwcdn.net", "flourish.studio", "infogram.com", "scribd.com", "t.me", "odysee.com", "twitch.tv",
}

// playerAttribute is where a picture that stands for a player has the address of what it
// plays.
const playerAttribute = "data-player"

// holdPlayer puts a picture in the place of a player in a page, since what looks for the text
// of a page keeps pictures and drops paragraphs of a word, and takes out what the page
// says to browsers that cannot play. A frame of anything else than recordings and posts goes.
func holdPlayer(n *html.Node, base *url.URL) {
	address := mediaAddress(n)
	to, err := base.Parse(address)
	if err == nil && n.DataAtom == atom.Iframe {
		to, err = url.Parse(playedAt(to))
	}
	if err != nil || address == "" || strings.HasPrefix(address, "#") || !articles.IsWebAddress(to.String()) {
		remove(n)
		return
	}
	n.Parent.InsertBefore(playerOf(to.String(), Attribute(n, "title")), n)
	remove(n)
}

// playerOf returns the picture that stands for a player of what is at an address, and is called
// so.
func playerOf(address, label string) *html.Node {
	if label == "" || strings.EqualFold(label, "YouTube video player") {
		label = address
	}
	img := newElement(atom.Img)
	img.Attr = []html.Attribute{{Key: "src", Val: "player"}, {Key: "alt", Val: label}, {Key: playerAttribute, Val: address}}
	return img
}

// isPlayer tells a picture that stands for a player.
func isPlayer(n *html.Node) bool {
	return n.DataAtom == atom.Img && Attribute(n, playerAttribute) != ""
}

// holdsPlayer reports whether a player stands in an element.
func holdsPlayer(root *html.Node) bool {
	for n := range root.Descendants() {
		if isPlayer(n) {
			return true
		}
	}
	return false
}

// linkPlayer writes a link to what a player plays in the place of the picture that stands
// for it.
func linkPlayer(img *html.Node) {
	link := newElement(atom.A)
	link.Attr = []html.Attribute{{Key: "href", Val: Attribute(img, playerAttribute)}}
	link.AppendChild(textNode(Attribute(img, "alt")))
	if IsBlock(img.Parent) && img.Parent.DataAtom != atom.P {
		line := newElement(atom.P)
		line.AppendChild(link)
		link = line
	}
	img.Parent.InsertBefore(link, img)
	remove(img)
}

// mediaAddress is where a recording is.
func mediaAddress(n *html.Node) string {
	for _, name := range []string{"src", "data-src", "data-lazy-src", "data"} {
		if s := Attribute(n, name); s != "" && !strings.HasPrefix(s, "about:") && !strings.HasPrefix(s, "data:") && !strings.HasPrefix(s, "blob:") {
			return s
		}
	}
	if source := Find(n, atom.Source); source != nil {
		return Attribute(source, "src")
	}
	return ""
}

// playedAt is the address of the page on which people see what a frame shows, "" for a
// frame that is no player.
func playedAt(to *url.URL) string {
	if to.Scheme == "" && to.Host != "" {
		to.Scheme = "https"
	}
	host := strings.TrimPrefix(to.Hostname(), "www.")
	known := slices.ContainsFunc(playerHosts, func(p string) bool { return host == p || strings.HasSuffix(host, "."+p) })
	switch {
	case !articles.IsWebAddress(to.String()):
		return ""
	case strings.HasSuffix(host, "facebook.com") && (to.Path == "/plugins/video.php" || to.Path == "/plugins/post.php"):
		return to.Query().Get("href")
	case !known:
		return ""
	case strings.HasPrefix(host, "youtube") && strings.HasPrefix(to.Path, "/embed/"):
		return "https://www.youtube.com/watch?v=" + path.Base(to.Path)
	}
	return to.String()
}
