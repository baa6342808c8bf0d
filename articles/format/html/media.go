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

// linkMedia writes a link to what a player in a page plays, and takes out what the page
// says to browsers that cannot. A frame of anything else than recordings and posts goes.
func linkMedia(n *html.Node, base *url.URL) {
	label := Attribute(n, "title")
	to, err := base.Parse(mediaAddress(n))
	if err == nil && n.DataAtom == atom.Iframe {
		to, err = url.Parse(playedAt(to))
	}
	if err != nil || !articles.IsWebAddress(to.String()) {
		remove(n)
		return
	}
	address := to.String()
	link := newElement(atom.A)
	link.Attr = []html.Attribute{{Key: "href", Val: address}}
	if label == "" {
		label = address
	}
	link.AppendChild(textNode(label))
	line := newElement(atom.P)
	line.AppendChild(link)
	if IsBlock(n.Parent) && n.Parent.DataAtom != atom.P {
		n.Parent.InsertBefore(line, n)
	} else {
		n.Parent.InsertBefore(link, n)
	}
	remove(n)
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
	case strings.HasSuffix(host, "facebook.com") && strings.HasPrefix(to.Path, "/plugins/"):
		return to.Query().Get("href") // of a video or a post; "" of a button
	case !known:
		return ""
	case strings.HasPrefix(host, "youtube") && strings.HasPrefix(to.Path, "/embed/"):
		return "https://www.youtube.com/watch?v=" + path.Base(to.Path)
	}
	return to.String()
}
