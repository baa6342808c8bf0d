// Package outline reads outlines in OPML as outliners write them: each file is an article,
// what stands in it a list with its levels. Lists of feeds are in OPML, too; they are none.
package outline

import (
	"context"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/xmltext"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

var (
	rootPattern = pattern.New(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<opml\b`)
	feedPattern = pattern.New(`(?i)\bxmlUrl\s*=|\btype\s*=\s*["'](?:rss|atom|include)["']`)
)

// recognise reports whether a text is an outline in which there is no feed.
func recognise(s string) bool {
	return rootPattern.MatchString(s) && !feedPattern.MatchString(s) && strings.Contains(s, "<outline")
}

// document is an outline as far as it was read.
type document struct {
	entry  entries.Entry
	list   strings.Builder
	within string // the element of the head that is open
	fresh  bool   // the outline that was opened last has none in it
}

// parse reads an outline. Where the file breaks off it returns what came before, with the
// line and the reason.
func parse(s string) (entry entries.Entry, line int, err error) {
	var doc document
	d := xmltext.NewDecoder(s)
	for {
		token, wrong := d.Token()
		if wrong != nil {
			if !errors.Is(wrong, io.EOF) {
				line, err = xmltext.LineAt(s, d.InputOffset()), wrong
			}
			doc.entry.HTML = "<ul>" + doc.list.String() + "</ul>"
			return doc.entry, line, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if doc.within = strings.ToLower(t.Name.Local); doc.within == "outline" {
				doc.open(t.Attr)
			}
		case xml.EndElement:
			if doc.within = ""; strings.EqualFold(t.Name.Local, "outline") {
				doc.close()
			}
		case xml.CharData:
			doc.head(text.CleanLine(string(t)))
		}
	}
}

// head takes what the head of the file says of the whole.
func (doc *document) head(value string) {
	a := &doc.entry.Article
	switch doc.within {
	case "title":
		a.Title += value
	case "ownername":
		a.Author += value
	case "datecreated", "datemodified":
		if t, ok := dates.Stamp(value); ok && a.Published.IsZero() {
			a.Published = t
		}
	}
}

// open begins an item of the list. Its text may have tags of HTML, as the standard has it; the
// note below it has none.
func (doc *document) open(attributes []xml.Attr) {
	values := map[string]string{}
	for _, a := range attributes {
		values[strings.ToLower(a.Name.Local)] = strings.TrimSpace(a.Value)
	}
	said := values["text"]
	text.Fill(&said, values["title"])
	for _, name := range []string{"url", "htmlurl"} {
		if to := values[name]; articles.IsWebAddress(to) {
			text.Fill(&said, html.EscapeString(to))
			said = `<a href="` + html.EscapeString(to) + `">` + said + "</a>"
			break
		}
	}
	if doc.fresh {
		doc.list.WriteString("<ul>")
	}
	doc.list.WriteString("<li>" + said)
	if note := values["_note"]; note != "" {
		doc.list.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(note), "\n", "<br>") + "</p>")
	}
	doc.fresh = true
}

// close ends an item of the list, and the list in it.
func (doc *document) close() {
	if !doc.fresh {
		doc.list.WriteString("</ul>")
	}
	doc.list.WriteString("</li>")
	doc.fresh = false
}

// Format is OPML in which no feeds are. In folders such files are mostly lists of feeds.
var Format = articles.Format{Name: "OPML", Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !recognise(src.Text()) {
		return nil, false, nil
	}
	entry, line, err := parse(src.Text())
	list, wrong := entries.Articles(src, []entries.Entry{entry}, entries.Note)
	if err != nil {
		wrong = errors.Join(wrong, src.Fail(line, articles.ErrDamaged, err))
	}
	return list, true, wrong
}
