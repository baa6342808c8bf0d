// Package feed reads feeds that were saved as files: RSS, Atom, RDF and JSON Feed.
package feed

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// jsonFeed is how a JSON Feed says that it is one.
var jsonFeed = pattern.New(`(?s)^\s*\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version`)

// isJSONFeed tells a JSON Feed by the version that it must name.
// Of several, one a line, none is.
func isJSONFeed(in *articles.Source) bool {
	if !jsonFeed.MatchString(in.Head()) {
		return false
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(in.Text()), "\n")
	return strings.TrimSpace(rest) == "" || !json.Valid([]byte(first))
}

// readFeeds reads a text that begins with the first tag of a feed, and the feeds that stand in
// it behind that one.
func readFeeds(in *articles.Source, s, name string) ([]articles.Article, error) {
	if name == "" || name == "opml" {
		return readFeed(in, s, name)
	}
	parts := partsOf(s)
	if len(parts) == 1 {
		return readFeed(in, s, name)
	}
	var all []articles.Article
	var wrong []error
	before := strings.Count(in.Text(), "\n") - strings.Count(s, "\n")
	for _, p := range parts {
		one := &articles.Source{Name: in.Name, Address: in.Address, Limits: in.Limits, Line: in.Line + before + p.line}
		one.SetText(p.text)
		list, err := readFeed(one, p.text, rootName(p.text))
		all = append(all, list...)
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	return all, errors.Join(wrong...)
}

// readFeed reads a feed that was saved as a file, from its first tag on: each entry is an
// article, the feed its source. Of one that is cut off the whole entries are read.
func readFeed(in *articles.Source, s, name string) ([]articles.Article, error) {
	if name == "opml" {
		return nil, in.Fail(0, articles.ErrSubscribed, nil)
	}
	var wrong []error
	feed, err := parse(s, name)
	if err != nil && name != "" {
		if escaped := escapeStray(s); escaped != s {
			if again, wrong := parse(escaped, name); wrong == nil {
				feed, err, s = again, nil, escaped
			}
		}
	}
	if err != nil {
		whole, line, ok := untilCut(s, name)
		if !ok {
			return nil, in.Fail(0, articles.ErrDamaged, err)
		}
		if feed, err = parse(whole, name); err != nil {
			return nil, in.Fail(0, articles.ErrDamaged, err)
		}
		wrong = append(wrong, in.Fail(line+strings.Count(in.Text(), "\n")-strings.Count(s, "\n"), articles.ErrDamaged, nil))
		s = whole
	}
	if name == "rdf:rdf" {
		nameByAbout(feed.Items, s)
	}
	base := webBase(feed, in.Address)
	var list []articles.Article
	languages := languagesOf(s, len(feed.Items))
	unpublished := map[string]int{}
	for i, item := range feed.Items {
		if isLeftOut(in, item, unpublished) {
			continue
		}
		a, err := fromItem(item, base)
		if err != nil {
			wrong = append(wrong, in.Fail(0, articles.ErrNoArticle, err))
			continue
		}
		text.Fill(&a.Source, html.PlainText(feed.Title))
		if writers := writersOf(feed.Authors); feed.FeedType != "rss" && !text.Same(writers, a.Source) {
			text.Fill(&a.Author, writers) // whose every entry is that names none
		}
		text.Fill(&a.Lang, articles.LanguageTag(languages[i]))
		text.Fill(&a.Lang, feed.Language)
		list = append(list, a)
	}
	if len(unpublished) > 0 {
		wrong = append(wrong, in.Fail(0, articles.ErrUnpublished, &articles.LeftOutError{Counts: unpublished}))
	}
	return list, errors.Join(wrong...)
}

// fromItem makes an article of a feed's entry. The summary is its text where it
// has no other. One that is nothing but a link is a card that is called by its address.
//
// Addresses start from its own, which starts from the feed's.
func fromItem(item *gofeed.Item, base *url.URL) (articles.Article, error) {
	a := articles.Article{Title: html.PlainText(item.Title), GUID: strings.TrimSpace(item.GUID)}
	link := strings.TrimSpace(item.Link)
	if link == "" && len(item.Links) > 0 {
		link = item.Links[0] // of a JSON Feed: the page that an entry is about
	}
	if to, err := base.Parse(link); err == nil && link != "" {
		a.URL = to.String()
	}
	if to, err := base.Parse(strings.TrimSpace(item.GUID)); a.URL == "" && err == nil && (articles.IsWebAddress(item.GUID) || strings.HasPrefix(item.GUID, "/") && base.Host != "") {
		a.URL = to.String() // it names the entry by its page
	}
	for _, category := range item.Categories {
		a.Tags = append(a.Tags, html.PlainText(category))
	}
	if len(a.Tags) > 0 {
		a.Section = a.Tags[0]
	}
	a.Author = writersOf(item.Authors)
	for _, day := range []string{item.Published, item.Updated} {
		if !a.Published.IsZero() {
			break
		}
		if t, ok := dates.Stamp(day); ok {
			a.Published = t
		}
	}
	if item.PublishedParsed != nil && a.Published.IsZero() {
		a.Published = *item.PublishedParsed
	}
	s := withoutFooter(item.Content)
	if strings.TrimSpace(s) == "" {
		s = withoutFooter(item.Description)
	} else {
		a.Summary = shortSummary(html.PlainText(withoutFooter(item.Description)))
	}
	if strings.TrimSpace(s) == "" {
		s = mediaDescription(item)
	}
	err := html.SetTextFrom(&a, s, cmp.Or(a.URL, base.String()))
	addMediaDescription(&a, item)
	addRecordings(&a, item)
	if text.Same(a.Summary, a.Title) {
		a.Summary = ""
	}
	if a.Title == "" && strings.TrimSpace(a.Body) == "" {
		a.Title = a.URL
	}
	return a, err
}

// writersOf gives the names of people, joined.
func writersOf(people []*gofeed.Person) string {
	var writers []string
	for _, person := range people {
		if person != nil && person.Name != "" {
			writers = append(writers, html.PlainText(person.Name))
		}
	}
	return fields.JoinNames(writers)
}

// webBase is where the addresses in a feed start that are not whole: its site's, else its
// own, else where it was fetched from.
func webBase(feed *gofeed.Feed, from string) *url.URL {
	for _, address := range []string{feed.Link, feed.FeedLink, from} {
		if to, err := url.Parse(strings.TrimSpace(address)); err == nil && articles.IsWebAddress(address) {
			return to
		}
	}
	return &url.URL{}
}

// maxSummary is how long a feed's description is at most, in words, to be a
// summary rather than the text over again.
const maxSummary = 100

func shortSummary(s string) string {
	if text.CountWords(s) > maxSummary {
		return ""
	}
	return s
}

// fileExtensions are those of the files that hold feeds.
var fileExtensions = []string{".xml", ".rss", ".atom", ".rdf"}

// Is reports whether a source is a feed, whole or cut off.
func Is(src *articles.Source) bool {
	if src.Archive != nil {
		return false
	}
	_, name := feedStart(src)
	return name != "" && name != "opml" || isJSONFeed(src)
}

// Format is RSS, Atom, RDF and JSON Feed, saved as files.
var Format = articles.Format{Name: "feed", Extensions: fileExtensions, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	s, name := feedStart(src)
	if name == "" {
		if !isJSONFeed(src) {
			return nil, false, nil
		}
		s = src.Text()
	}
	if many := strings.Count(s, "<item") + strings.Count(s, "<entry"); int64(many) > src.Limits.Entries || name == "" && int64(strings.Count(s, "{")) > 4*src.Limits.Entries {
		return nil, true, src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.EntriesLimit))
	}
	list, err := readFeeds(src, s, name)
	if name == "" && list == nil && errors.Is(err, articles.ErrDamaged) && (json.Valid([]byte(s)) || areSeveral(s)) {
		return nil, false, nil // JSON all the same, whose values are of other kinds, or several
	}
	return list, true, err
}
