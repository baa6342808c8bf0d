// Package feed reads feeds that were saved as files: RSS, Atom, RDF and JSON Feed.
package feed

import (
	"context"
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"warraq/articles"
	"warraq/articles/dates"
	"warraq/articles/fields"
	"warraq/articles/format/html"
	"warraq/articles/text"
)

var (
	// feedRoot is how a feed in XML begins: RSS 0.9 to 2.0, RDF, Atom.
	feedRoot = regexp.MustCompile(`(?is)^\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^\[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|feed|rdf:rdf)[\s>]`)
	// listRoot is how a list of subscriptions begins.
	listRoot = regexp.MustCompile(`(?is)^\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<opml[\s>]`)
	// declaration is where XML says its character set, which is UTF-8 by now.
	declaration = regexp.MustCompile(`(?i)^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')`)
)

// isFeed tells a feed, or a list of subscriptions.
func isFeed(in *articles.Source) bool {
	head := in.Head()
	return feedRoot.MatchString(head) || listRoot.MatchString(head) || isJSONFeed(in)
}

// isJSONFeed tells a JSON Feed by the version that it must name.
func isJSONFeed(in *articles.Source) bool {
	if !strings.HasPrefix(strings.TrimSpace(in.Head()), "{") || !strings.Contains(in.Head(), "jsonfeed.org/version") {
		return false
	}
	var feed struct {
		Version string            `json:"version"`
		Items   []json.RawMessage `json:"items"`
	}
	return json.Unmarshal([]byte(in.Text()), &feed) == nil && strings.Contains(feed.Version, "jsonfeed.org/version")
}

// readFeed reads a feed that was saved as a file: each entry is an article, the
// feed its source.
func readFeed(in *articles.Source) ([]articles.Article, error) {
	if listRoot.MatchString(in.Head()) {
		return nil, in.Fail(0, articles.ErrSubscribed, nil)
	}
	s := declaration.ReplaceAllString(in.Text(), "$1")
	feed, err := gofeed.NewParser().ParseString(s)
	if err != nil {
		return nil, in.Fail(0, articles.ErrNoArticle, err)
	}
	var list []articles.Article
	var wrong []error
	languages := languagesOf(s, len(feed.Items))
	for i, item := range feed.Items {
		a, err := fromItem(item)
		if err != nil {
			wrong = append(wrong, in.Fail(0, articles.ErrNoArticle, err))
			continue
		}
		text.Fill(&a.Source, html.PlainText(feed.Title))
		text.Fill(&a.Lang, articles.LanguageTag(languages[i]))
		text.Fill(&a.Lang, feed.Language)
		list = append(list, a)
	}
	return list, errors.Join(wrong...)
}

// fromItem makes an article of a feed's entry. The summary is its text where it
// has no other.
func fromItem(item *gofeed.Item) (articles.Article, error) {
	a := articles.Article{Title: html.PlainText(item.Title), URL: item.Link}
	if a.URL == "" && articles.IsWebAddress(item.GUID) {
		a.URL = item.GUID
	}
	if len(item.Categories) > 0 {
		a.Section = html.PlainText(item.Categories[0])
	}
	var writers []string
	for _, person := range item.Authors {
		if person != nil && person.Name != "" {
			writers = append(writers, html.PlainText(person.Name))
		}
	}
	a.Author = fields.JoinNames(writers)
	for _, day := range []string{item.Published, item.Updated} {
		if t, ok := dates.Parse(day); ok && a.Published.IsZero() {
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
	err := html.SetText(&a, s)
	if text.Same(a.Summary, a.Title) {
		a.Summary = ""
	}
	return a, err
}

// footer is what WordPress puts below each text of a feed.
var footer = regexp.MustCompile(`(?is)(?:<p>\s*)?(?:The post|ظهرت المقالة|ظهر المقال|المقالة|نوشته|התוכן|הפוסט)\s*<a\b[^<]*>[^<]*</a>[^<]{1,60}<a\b[^<]*>[^<]*</a>[^<]{0,20}(?:</p>)?\s*$`)

// withoutFooter is a text without it.
func withoutFooter(text string) string { return footer.ReplaceAllString(text, "") }

// maxSummary is how long a feed's description is at most, in words, to be a
// summary rather than the text over again.
const maxSummary = 100

func shortSummary(s string) string {
	if text.CountWords(s) > maxSummary {
		return ""
	}
	return s
}

// Format is RSS, Atom, RDF and JSON Feed, saved as files.
var Format = articles.Format{Name: "feed", Extensions: []string{".xml", ".rss", ".atom", ".rdf"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !isFeed(src) {
		return nil, false, nil
	}
	list, err := readFeed(src)
	return list, true, err
}
