package feed

import (
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/text"
)

// Entry is an entry of a feed that does not come in it, but from a server that has read it.
type Entry struct {
	GUID, Title, Author, URL string
	HTML                     string
	Tags                     []string
	Published                time.Time
	Recordings               []Recording

	FeedTitle, FeedSite, FeedLang string // of the feed that it is of
}

// Recording is a file that an entry comes with.
type Recording struct{ Address, Type string }

// Article makes an article of the entry, as of one in a feed, and returns it.
func (e *Entry) Article() (articles.Article, error) {
	item := &gofeed.Item{GUID: e.GUID, Title: e.Title, Link: e.URL, Content: e.HTML, Categories: e.Tags}
	if e.Author != "" {
		item.Authors = []*gofeed.Person{{Name: e.Author}}
	}
	for _, r := range e.Recordings {
		item.Enclosures = append(item.Enclosures, &gofeed.Enclosure{URL: r.Address, Type: r.Type})
	}
	a, err := fromItem(item, webBase(&gofeed.Feed{Link: e.FeedSite}, ""))
	a.Published = e.Published
	text.Fill(&a.Source, html.PlainText(e.FeedTitle))
	text.Fill(&a.Lang, e.FeedLang)
	return a, err
}
