package feed

import (
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/extensions"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/text"
)

// mediaDescription returns what the media of an entry say of it, as YouTube does, "" for nothing.
func mediaDescription(item *gofeed.Item) string {
	for _, m := range mediaOf(item) {
		for _, d := range m.Children["description"] {
			if strings.TrimSpace(d.Value) != "" {
				return d.Value
			}
		}
	}
	for _, d := range item.Extensions["media"]["description"] {
		if strings.TrimSpace(d.Value) != "" {
			return d.Value
		}
	}
	return ""
}

// addMediaDescription gives an article what the media of its entry say, where the article does not
// say it: as the caption of a picture, or as the summary that the article lacks.
func addMediaDescription(a *articles.Article, item *gofeed.Item) {
	said := shortSummary(html.PlainText(mediaDescription(item)))
	key := text.Key(said)
	switch {
	case key == "" || key == text.Key(a.Title) || strings.Contains(text.Key(a.Body), key) || strings.Contains(text.Key(a.Summary), key):
	case slices.ContainsFunc(a.Captions, func(c articles.Caption) bool { return strings.Contains(text.Key(c.Text), key) }):
	case slices.ContainsFunc(mediaOf(item), isPictureMedium):
		a.Captions = append([]articles.Caption{{Text: said}}, a.Captions...)
	default:
		text.Fill(&a.Summary, said)
	}
}

// isPictureMedium reports whether a medium is a picture.
func isPictureMedium(m ext.Extension) bool {
	return m.Attrs["medium"] == "image" || strings.HasPrefix(strings.ToLower(m.Attrs["type"]), "image/") || m.Attrs["type"] == "" && m.Attrs["medium"] == "" && isPicture(m.Attrs["url"])
}

// mediaOf returns the media of an entry, alone or in groups.
func mediaOf(item *gofeed.Item) []ext.Extension {
	media := item.Extensions["media"]
	all := slices.Clone(media["content"])
	for _, group := range media["group"] {
		all = append(all, group)
		all = append(all, group.Children["content"]...)
	}
	return all
}

// recordingLinks returns the addresses of the recordings of an entry: of its enclosures and
// of its media, but for pictures and for what no browser plays any more.
func recordingLinks(item *gofeed.Item) []string {
	var all []string
	add := func(address, kind, medium string) {
		kind = strings.ToLower(kind)
		if strings.HasPrefix(kind, "image/") || medium == "image" || strings.Contains(kind, "shockwave") || !articles.IsWebAddress(address) {
			return
		}
		if kind == "" && medium == "" && isPicture(address) {
			return
		}
		if !slices.Contains(all, address) {
			all = append(all, address)
		}
	}
	for _, e := range item.Enclosures {
		if e != nil {
			add(strings.TrimSpace(e.URL), e.Type, "")
		}
	}
	for _, m := range mediaOf(item) {
		add(strings.TrimSpace(m.Attrs["url"]), m.Attrs["type"], m.Attrs["medium"])
	}
	return all
}

// isPicture reports whether an address is that of a picture, by its end.
func isPicture(address string) bool {
	address, _, _ = strings.Cut(strings.ToLower(address), "?")
	return slices.ContainsFunc([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"}, func(end string) bool {
		return strings.HasSuffix(address, end)
	})
}

// addRecordings puts the recordings of an entry below its text, as links, where they do not
// stand in it.
func addRecordings(a *articles.Article, item *gofeed.Item) {
	for _, address := range recordingLinks(item) {
		if strings.Contains(a.Body, address) {
			continue
		}
		if a.Body != "" {
			a.Body += "\n\n"
		}
		a.Body += "<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(address) + ">"
	}
	a.Full = strings.TrimSpace(a.Body) != ""
}
