package articles

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"warraq/articles/dates"
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
func isFeed(in *source) bool {
	head := in.text[:min(len(in.text), opens)]
	return feedRoot.MatchString(head) || listRoot.MatchString(head) || isJSONFeed(in)
}

// isJSONFeed tells a JSON Feed by the version that it must name.
func isJSONFeed(in *source) bool {
	if !isJSON(in) || !strings.Contains(in.text[:min(len(in.text), opens)], "jsonfeed.org/version") {
		return false
	}
	var feed struct {
		Version string            `json:"version"`
		Items   []json.RawMessage `json:"items"`
	}
	return json.Unmarshal([]byte(in.text), &feed) == nil && strings.Contains(feed.Version, "jsonfeed.org/version")
}

// readFeed reads a feed that was saved as a file: each entry is an article, the
// feed its source.
func readFeed(in *source) ([]Article, error) {
	if listRoot.MatchString(in.text[:min(len(in.text), opens)]) {
		return nil, in.fail(0, ErrSubscribed, nil)
	}
	text := declaration.ReplaceAllString(in.text, "$1")
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		return nil, in.fail(0, ErrNoArticle, err)
	}
	var list []Article
	var wrong []error
	languages := languagesOf(text, len(feed.Items))
	for i, item := range feed.Items {
		a, err := fromItem(item)
		if err != nil {
			wrong = append(wrong, in.fail(0, ErrNoArticle, err))
			continue
		}
		fill(&a.Source, plainText(feed.Title))
		fill(&a.Lang, tag(languages[i]))
		fill(&a.Lang, feed.Language)
		list = append(list, a)
	}
	return list, errors.Join(wrong...)
}

// fromItem makes an article of a feed's entry. The summary is its text where it
// has no other.
func fromItem(item *gofeed.Item) (Article, error) {
	a := Article{Title: plainText(item.Title), URL: item.Link}
	if a.URL == "" && webAddress(item.GUID) {
		a.URL = item.GUID
	}
	if len(item.Categories) > 0 {
		a.Section = plainText(item.Categories[0])
	}
	var writers []string
	for _, person := range item.Authors {
		if person != nil && person.Name != "" {
			writers = append(writers, plainText(person.Name))
		}
	}
	a.Author = joinNames(writers)
	for _, day := range []string{item.Published, item.Updated} {
		if t, ok := dates.Parse(day); ok && a.Published.IsZero() {
			a.Published = t
		}
	}
	if item.PublishedParsed != nil && a.Published.IsZero() {
		a.Published = *item.PublishedParsed
	}
	text := withoutFooter(item.Content)
	if strings.TrimSpace(text) == "" {
		text = withoutFooter(item.Description)
	} else {
		a.Summary = shortSummary(plainText(withoutFooter(item.Description)))
	}
	err := a.setText(text)
	if same(a.Summary, a.Title) {
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

func shortSummary(text string) string {
	if words(text) > maxSummary {
		return ""
	}
	return text
}
