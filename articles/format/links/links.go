// Package links reads the lists of links that linkding and Karakeep keep, in JSON: a card for each
// with its tags and notes, and with the text where there is one.
package links

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/format/saved"
	"github.com/warraq/warraq/articles/text"
)

// link is a link of linkding.
type link struct {
	URL         string   `json:"url"`
	Title       string   `json:"title"`
	SiteTitle   string   `json:"website_title"`
	Summary     string   `json:"description"`
	SiteSummary string   `json:"website_description"`
	Notes       string   `json:"notes"`
	Archived    bool     `json:"is_archived"`
	Tags        []string `json:"tag_names"`
	Added       string   `json:"date_added"`
}

// bookmark is a link or a text of Karakeep.
type bookmark struct {
	Title     string          `json:"title"`
	Note      string          `json:"note"`
	Summary   string          `json:"summary"`
	Archived  bool            `json:"archived"`
	Favourite bool            `json:"favourited"`
	Created   json.RawMessage `json:"createdAt"`
	Tags      []tag           `json:"tags"`
	Content   struct {
		Type      string `json:"type"`
		URL       string `json:"url"`
		Title     string `json:"title"`
		Summary   string `json:"description"`
		HTML      string `json:"htmlContent"`
		Text      string `json:"text"`
		Author    string `json:"author"`
		Publisher string `json:"publisher"`
		Published string `json:"datePublished"`
	} `json:"content"`
}

// tag is a tag: a name in exports, a table in answers of the server.
type tag string

// UnmarshalJSON reads a tag of either form; another one is none.
func (t *tag) UnmarshalJSON(data []byte) error {
	var table struct{ Name string }
	if json.Unmarshal(data, (*string)(t)) != nil && json.Unmarshal(data, &table) == nil {
		*t = tag(table.Name)
	}
	return nil
}

// Format is the lists of links of both.
var Format = articles.Format{Name: "lists of links", Extensions: []string{".json"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	var list []entries.Entry
	switch {
	case src.HasJSON("tag_names", "date_added", "is_archived"):
		list = linkdingLinks([]byte(src.Text()))
	case src.HasJSON("bookmarks", "createdAt", "content", "archived"):
		list = karakeepLinks([]byte(src.Text()))
	}
	if len(list) == 0 {
		return nil, false, nil
	}
	all, err := entries.Articles(src, list, entries.Page)
	return all, true, err
}

// linkdingLinks reads an answer of linkding or a list of its links.
func linkdingLinks(data []byte) (list []entries.Entry) {
	var answer struct {
		Results []link `json:"results"`
	}
	if json.Unmarshal(data, &answer) != nil && json.Unmarshal(data, &answer.Results) != nil {
		return nil
	}
	for _, l := range answer.Results {
		text.Fill(&l.Title, l.SiteTitle)
		text.Fill(&l.Summary, l.SiteSummary)
		card := saved.Link{URL: l.URL, Title: l.Title, Summary: l.Summary, Note: l.Notes, Tags: l.Tags, Read: l.Archived, Saved: saved.Time(l.Added)}
		list = append(list, entries.Entry{Article: card.Article()})
	}
	return list
}

// karakeepLinks reads an export of Karakeep or an answer of its server.
func karakeepLinks(data []byte) (list []entries.Entry) {
	var export struct {
		Bookmarks []bookmark `json:"bookmarks"`
	}
	if json.Unmarshal(data, &export) != nil {
		return nil
	}
	for i := range export.Bookmarks {
		b, c := &export.Bookmarks[i], &export.Bookmarks[i].Content
		text.Fill(&b.Title, c.Title)
		text.Fill(&b.Summary, c.Summary)
		l := saved.Link{
			URL: c.URL, Title: b.Title, Summary: b.Summary, Note: b.Note, Read: b.Archived, Starred: b.Favourite, Author: c.Author, Source: c.Publisher,
			Saved: saved.Time(strings.Trim(string(b.Created), `"`)), Published: saved.Time(c.Published),
		}
		for _, t := range b.Tags {
			l.Tags = append(l.Tags, string(t))
		}
		e := entries.Entry{Article: l.Article(), HTML: c.HTML}
		if c.Type == "text" {
			e.Body = plain.Body(c.Text)
		}
		list = append(list, e)
	}
	return list
}
