// Package enex reads the exports of Evernote (ENEX): each note is an article, with
// its tags, its pictures and the page that it was clipped from.
package enex

import (
	"context"
	"crypto/md5" //nolint:gosec // Evernote names its files by it
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/xmltext"

	"github.com/warraq/warraq/articles/pattern"
)

// note is a note as the file has it.
type note struct {
	Title      string         `xml:"title"`
	Content    string         `xml:"content"`
	Created    string         `xml:"created"`
	Tags       []string       `xml:"tag"`
	Attributes attributes     `xml:"note-attributes"`
	Resources  []noteResource `xml:"resource"`
}

type attributes struct {
	Author string `xml:"author"`
	URL    string `xml:"source-url"`
}

// noteResource is a file that came with a note.
type noteResource struct {
	Data struct {
		Encoding string `xml:"encoding,attr"`
		Text     string `xml:",chardata"`
	} `xml:"data"`
	Mime string `xml:"mime"`
}

// parse reads the notes of an export. Where the file breaks off it returns those before,
// with the line and the reason.
func parse(text string) (notes []entries.Entry, line int, err error) {
	d := xmltext.NewDecoder(text)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return notes, 0, nil
		}
		if err != nil {
			return notes, xmltext.LineAt(text, d.InputOffset()), err
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "note" {
			continue
		}
		before := d.InputOffset()
		var n note
		if err := d.DecodeElement(&n, &start); err != nil {
			return notes, xmltext.LineAt(text, before), err
		}
		notes = append(notes, n.entry())
	}
}

// entry makes an article of a note.
func (n *note) entry() entries.Entry {
	e := entries.Entry{Article: articles.Article{
		Title: n.Title, Author: strings.TrimSpace(n.Attributes.Author), URL: strings.TrimSpace(n.Attributes.URL),
	}}
	e.Published, _ = time.Parse("20060102T150405Z", strings.TrimSpace(n.Created))
	for _, tag := range n.Tags {
		if tag = strings.TrimSpace(tag); tag != "" {
			e.Tags = append(e.Tags, tag)
		}
	}
	if len(e.Tags) > 0 {
		e.Section = e.Tags[0]
	}
	e.HTML = n.page()
	return e
}

var (
	declarationPattern = pattern.New(`(?s)^\s*(?:<\?xml.*?\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?`)
	mediaPattern       = pattern.New(`(?is)<en-media\s([^>]*?)/?>(?:\s*</en-media>)?`)
	hashedPattern      = pattern.New(`(?i)\bhash\s*=\s*["']([0-9a-f]{32})["']`)
	todoPattern        = pattern.New(`(?is)<en-todo\b([^>]*?)/?>(?:\s*</en-todo>)?`)
	checkedPattern     = pattern.New(`(?i)<li\b[^<>]*-en-checked:\s*(true|false)[^<>]*>(?:\s*<div\b[^<>]*>)?`)
	encryptedPattern   = pattern.New(`(?is)<en-crypt\b.*?</en-crypt\s*>`)
	rootPattern        = pattern.New(`(?i)<(/?)en-note\b[^>]*>`)
	emptyLine          = pattern.New(`(?i)<div[^<>]*>\s*(?:<br\s*/?>)?\s*</div>`)
)

// page writes the text of a note as HTML.
func (n *note) page() string {
	text := declarationPattern.ReplaceAllString(n.Content, "")
	text = encryptedPattern.ReplaceAllString(text, "")
	text = todoPattern.ReplaceAllStringFunc(text, func(whole string) string {
		if strings.Contains(strings.ToLower(whole), `"true"`) {
			return "☑ "
		}
		return "☐ "
	})
	text = checkedPattern.ReplaceAllStringFunc(text, func(item string) string {
		if strings.EqualFold(checkedPattern.FindStringSubmatch(item)[1], "true") {
			return item + "☑ "
		}
		return item + "☐ "
	})
	pictures := n.pictures()
	text = mediaPattern.ReplaceAllStringFunc(text, func(whole string) string {
		if m := hashedPattern.FindStringSubmatch(whole); m != nil {
			return pictures[strings.ToLower(m[1])]
		}
		return ""
	})
	text = codeBlocks(text)
	return rootPattern.ReplaceAllString(emptyLine.ReplaceAllString(text, ""), "<${1}div>")
}

// pictures returns the pictures of a note as elements of HTML that hold them, by the
// names that the text has for them.
func (n *note) pictures() map[string]string {
	all := map[string]string{}
	for _, r := range n.Resources {
		kind := strings.TrimSpace(r.Mime)
		if !strings.HasPrefix(kind, "image/") {
			continue
		}
		packed := strings.Join(strings.Fields(r.Data.Text), "")
		data, err := base64.StdEncoding.DecodeString(packed)
		if err != nil || len(data) == 0 {
			continue
		}
		sum := md5.Sum(data) //nolint:gosec // see above
		all[hex.EncodeToString(sum[:])] = `<img src="data:` + html.EscapeString(kind) + `;base64,` + packed + `"/>`
	}
	return all
}

// Format is the exports of Evernote.
var Format = articles.Format{Name: "ENEX", Extensions: []string{".enex"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !strings.Contains(src.Head(), "<en-export") {
		return nil, false, nil
	}
	notes, line, err := parse(src.Text())
	if err != nil {
		err = src.Fail(line, articles.ErrPart, err)
	}
	list, wrong := entries.Articles(src, notes, entries.Note)
	return list, true, errors.Join(err, wrong)
}
