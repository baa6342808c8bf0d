// Package wallabag reads the exports of wallabag in JSON: articles with their texts, and
// with tags, star, state and annotations of their reader.
package wallabag

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/saved"
)

// page is an article as wallabag has it.
type page struct {
	Archived    flag         `json:"is_archived"`
	Starred     flag         `json:"is_starred"`
	Tags        []tag        `json:"tags"`
	Title       string       `json:"title"`
	URL         string       `json:"url"`
	Given       string       `json:"given_url"`
	Origin      string       `json:"origin_url"`
	Content     string       `json:"content"`
	Created     string       `json:"created_at"`
	Published   string       `json:"published_at"`
	By          []string     `json:"published_by"`
	Annotations []annotation `json:"annotations"`
	Language    string       `json:"language"`
	Domain      string       `json:"domain_name"`
}

type annotation struct {
	Text    string `json:"text"`
	Quote   string `json:"quote"`
	Created string `json:"created_at"`
	Updated string `json:"updated_at"`
}

// flag is a truth value, which wallabag also writes as a number: 1 or 0, and less where
// nothing is said.
type flag int

// UnmarshalJSON reads true, 1 and "1" as true.
func (f *flag) UnmarshalJSON(data []byte) error {
	*f = 0
	if saved.IsTrue(strings.Trim(string(data), `"`)) {
		*f = 1
	}
	return nil
}

// tag is a tag: a name in files, a table in answers of the server.
type tag string

// UnmarshalJSON reads a tag of either form.
func (t *tag) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*t = tag(s)
		return nil
	}
	var table struct {
		Label string `json:"label"`
	}
	if err := json.Unmarshal(data, &table); err != nil {
		return fmt.Errorf("a tag: %w", err)
	}
	*t = tag(table.Label)
	return nil
}

// failureTexts are how wallabag begins the text of a page that it could not fetch.
var failureTexts = []string{"wallabag can't retrieve contents", "wallabag can&#039;t retrieve contents"}

// entry makes an article of a page.
func (p *page) entry() entries.Entry {
	l := saved.Link{
		URL: p.URL, Title: p.Title, Lang: strings.ReplaceAll(p.Language, "_", "-"), Source: p.Domain, Author: strings.Join(p.By, "، "),
		Saved: saved.Time(p.Created), Published: saved.Time(p.Published), Starred: p.Starred > 0, Read: p.Archived > 0,
	}
	for _, t := range p.Tags {
		if s := strings.TrimSpace(string(t)); s != "" {
			l.Tags = append(l.Tags, s)
		}
	}
	for _, a := range p.Annotations {
		h := articles.Highlight{Quote: a.Quote, Note: a.Text, Made: saved.Time(a.Created), Changed: saved.Time(a.Updated)}
		if h.Changed.IsZero() {
			h.Changed = h.Made
		}
		l.Highlights = append(l.Highlights, h)
	}
	e := entries.Entry{Article: l.Article(), HTML: p.Content}
	for _, failure := range failureTexts {
		if strings.Contains(e.HTML[:min(len(e.HTML), headSize)], failure) {
			e.HTML = ""
		}
	}
	return e
}

// headSize is how much of a text is looked at for a failure, in bytes.
const headSize = 500

// parse reads articles: one, a list of them, or an answer of the server. What is wrong
// with one of them is returned beside the others; mine is false of what is none.
func parse(data []byte) (list []entries.Entry, wrong error, mine bool) {
	for _, r := range pageObjects(data) {
		p := page{Archived: -1}
		if err := json.Unmarshal(r, &p); err != nil {
			wrong = errors.Join(wrong, err)
			continue
		}
		if p.Archived >= 0 {
			list = append(list, p.entry())
		}
	}
	return list, wrong, len(list) > 0 || wrong != nil
}

// pageObjects returns the objects of the articles, none of what is no JSON.
func pageObjects(data []byte) (all []json.RawMessage) {
	var answer struct {
		Embedded struct {
			Items []json.RawMessage `json:"items"`
		} `json:"_embedded"`
	}
	if json.Unmarshal(data, &all) == nil {
		return all
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return nil
	}
	if answer.Embedded.Items != nil {
		return answer.Embedded.Items
	}
	return []json.RawMessage{data}
}
