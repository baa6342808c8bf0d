// Package omnivore reads the exports of Omnivore: tables of what was saved
// (metadata_….json), and beside them a page (content/) and the passages that its reader
// marked (highlights/) for each. They are joined to one article.
package omnivore

import (
	"encoding/json"
	"path"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/saved"

	"github.com/warraq/warraq/articles/pattern"
)

// item is what the table says of an article.
type item struct {
	Slug        string   `json:"slug"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Author      string   `json:"author"`
	URL         string   `json:"url"`
	State       string   `json:"state"`
	Labels      []string `json:"labels"`
	Saved       string   `json:"savedAt"`
	Published   string   `json:"publishedAt"`
	Site        string   `json:"siteName"`
}

// Folders in which the texts and the passages lie, beside the tables.
const contentFolder, highlightsFolder = "content", "highlights"

// tableName is how a table is called.
var tableName = pattern.New(`^metadata_\d+_to_\d+\.json$`)

// IsTable reports whether a file's name is that of a table.
func IsTable(name string) bool { return tableName.MatchString(path.Base(name)) }

// Belongs reports whether a file is one that a table beside its folder tells of: it is no
// article of its own.
func Belongs(name string, hasTable func(folder string) bool) bool {
	folder := path.Base(path.Dir(name))
	return (folder == contentFolder || folder == highlightsFolder) && hasTable(path.Dir(path.Dir(name)))
}

// parse reads a table. What read gives for a file beside it, nil for none, becomes the
// text and the highlights.
func parse(data []byte, read func(file string) []byte) ([]entries.Entry, error) {
	var items []item
	if err := json.Unmarshal(data, &items); err != nil {
		return nil, err //nolint:wrapcheck // the caller says where
	}
	list := make([]entries.Entry, len(items))
	for i := range items {
		list[i] = items[i].entry(read)
	}
	return list, nil
}

// entry makes an article of a row and of the files that are called after it.
func (i *item) entry(read func(file string) []byte) entries.Entry {
	l := saved.Link{
		URL: i.URL, Title: i.Title, Author: i.Author, Source: i.Site, Summary: i.Description, Tags: i.Labels,
		Saved: saved.Time(i.Saved), Published: saved.Time(i.Published), Read: strings.EqualFold(i.State, "archived"),
	}
	if isName(i.Slug) {
		l.Highlights = parseHighlights(string(read(path.Join(highlightsFolder, i.Slug+".md"))))
	}
	for j := range l.Highlights {
		l.Highlights[j].Made, l.Highlights[j].Changed = l.Saved, l.Saved
	}
	e := entries.Entry{Article: l.Article()}
	if isName(i.Slug) {
		e.HTML = string(read(path.Join(contentFolder, i.Slug+".html")))
	}
	return e
}

// isName reports whether a slug is the name of a file in a folder, and leads nowhere else.
func isName(slug string) bool {
	return slug != "" && !strings.ContainsAny(slug, `/\`) && slug != "." && slug != ".."
}

// parseHighlights reads the passages that a reader marked: a quotation each, then the labels,
// then what was written to it.
func parseHighlights(text string) []articles.Highlight {
	var all []articles.Highlight
	quoting := false // the line before was one of a quotation
	for s := range strings.SplitSeq(text, "\n") {
		s = strings.TrimSpace(s)
		quote, isQuote := strings.CutPrefix(s, ">")
		switch {
		case s == "" || s == "---" || labelsPattern.MatchString(s):
		case isQuote && quoting:
			last := &all[len(all)-1]
			last.Quote = strings.TrimSpace(last.Quote + "\n" + unescapeLine(quote))
		case isQuote:
			all = append(all, articles.Highlight{Quote: unescapeLine(quote)})
		case len(all) == 0:
			all = append(all, articles.Highlight{Note: unescapeLine(s)})
		default:
			last := &all[len(all)-1]
			last.Note = strings.TrimSpace(last.Note + "\n" + unescapeLine(s))
		}
		quoting = isQuote
	}
	return all
}

var (
	// labelsPattern are a line of nothing else.
	labelsPattern  = pattern.New(`^(?:#[^\s#]+\s*)+$`)
	linkedPattern  = pattern.New(`\s*\[⤴️?\]\([^()]*\)`)
	escapesPattern = pattern.New("\\\\([!-/:-@\\[-`{-~])")
)

// unescapeLine returns a line without Markdown's escapes and without the link to Omnivore.
func unescapeLine(s string) string {
	return strings.TrimSpace(escapesPattern.ReplaceAllString(linkedPattern.ReplaceAllString(s, ""), "$1"))
}
