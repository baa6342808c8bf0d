// Package bookmarks reads lists of links as browsers and read-later services write them:
// Netscape's bookmark file, which all browsers export, and the pages of Pocket and
// Instapaper. Each link becomes a card, with its folder, tags and time.
package bookmarks

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/saved"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

var (
	netscapePattern = pattern.New(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<!doctype\s+netscape-bookmark-file`)
	servicePattern  = pattern.New(`(?is)<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>`)
)

// headSize is how many bytes of an input are looked at to recognise it.
const headSize = 4 << 10

// recognise reports whether a page is a list of links.
func recognise(page string) bool {
	head := page[:min(len(page), headSize)]
	return netscapePattern.MatchString(head) || servicePattern.MatchString(head)
}

// reader is what is known while a list is read from its beginning to its end.
type reader struct {
	tokens  *html.Tokenizer
	folders []string // that are open, the innermost last; "" has no name of its reader's
	named   string   // the folder whose list comes next
	shelf   string   // of Pocket and Instapaper: the heading above the list
	ahead   *html.Token

	list []entries.Entry
}

// parse reads the links of a list.
func parse(page string) ([]entries.Entry, error) {
	r := reader{tokens: html.NewTokenizer(strings.NewReader(page))}
	for {
		t := r.next()
		switch t.Type {
		case html.ErrorToken:
			if err := r.tokens.Err(); !errors.Is(err, io.EOF) {
				return r.list, err //nolint:wrapcheck // the caller says where
			}
			return r.list, nil
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start(t)
		case html.EndTagToken:
			if t.Data == "dl" && len(r.folders) > 0 {
				r.folders = r.folders[:len(r.folders)-1]
			}
		}
	}
}

// next returns the next token: the one that ended a description, or a new one.
func (r *reader) next() html.Token {
	if t := r.ahead; t != nil {
		r.ahead = nil
		return *t
	}
	r.tokens.Next()
	return r.tokens.Token()
}

// start reads an element of the list.
func (r *reader) start(t html.Token) {
	switch t.Data {
	case "dl":
		r.folders = append(r.folders, r.named)
		r.named = ""
	case "h1":
		r.shelf = r.text("h1")
	case "h2", "h3":
		own := attribute(t, "personal_toolbar_folder") != "" || attribute(t, "unfiled_bookmarks_folder") != ""
		if r.named = r.text(t.Data); own {
			r.named = "" // the browser's own, which no one named
		}
	case "a":
		r.link(t)
	case "dd":
		r.describe()
	}
}

// text returns the text up to the end of an element.
func (r *reader) text(element string) string {
	var b strings.Builder
	for {
		switch r.tokens.Next() {
		case html.ErrorToken:
			return text.CleanLine(b.String())
		case html.TextToken:
			b.Write(r.tokens.Text())
		case html.EndTagToken:
			if name, _ := r.tokens.TagName(); string(name) == element {
				return text.CleanLine(html.UnescapeString(b.String()))
			}
		}
	}
}

// link reads a link. Those that no browser opens as a page are left out.
func (r *reader) link(t html.Token) {
	l := saved.Link{URL: attribute(t, "href"), Title: r.text("a"), Tags: saved.Tags(attribute(t, "tags"))}
	scheme, _, _ := strings.Cut(strings.ToLower(l.URL), ":")
	if scheme != "http" && scheme != "https" || attribute(t, "feedurl") != "" || attribute(t, "feed") == "true" {
		return
	}
	for _, name := range []string{"add_date", "time_added", "last_modified"} {
		if l.Saved.IsZero() {
			l.Saved = saved.Time(attribute(t, name))
		}
	}
	l.Starred = attribute(t, "data-important") == "true"
	r.shelve(&l)
	r.list = append(r.list, entries.Entry{Article: l.Article()})
}

// shelve says of a link where it lay: its innermost folder is the section, those around
// it are tags.
func (r *reader) shelve(l *saved.Link) {
	for _, folder := range slices.Backward(r.folders) {
		switch {
		case folder == "":
		case l.Section == "":
			l.Section = folder
		}
		if folder != "" && !slices.Contains(l.Tags, folder) {
			l.Tags = append(l.Tags, folder)
		}
	}
	if len(r.folders) > 0 {
		return
	}
	switch shelf := strings.ToLower(r.shelf); shelf {
	case "read archive", "archive":
		l.Read = true
	case "unread", "":
	case "starred", "liked":
		l.Starred = true
	default:
		l.Section = r.shelf
	}
}

// describe gives the link before it the text that stands below it.
func (r *reader) describe() {
	var b strings.Builder
	for {
		kind := r.tokens.Next()
		raw := string(r.tokens.Raw()) // before the token is read, which lowers its letters
		t := r.tokens.Token()
		isTag := kind == html.StartTagToken || kind == html.EndTagToken
		if kind == html.ErrorToken || isTag && slices.Contains([]string{"dt", "dl", "dd", "h3"}, t.Data) {
			r.ahead = &t
			r.giveText(strings.TrimSpace(b.String()))
			return
		}
		b.WriteString(raw)
	}
}

// anyTag is an element's start or end.
var anyTag = pattern.New(`<[^<>]*>`)

// maxTitle is how many characters a description has at the most that is a summary and
// not a text.
const maxTitle = 600

// giveText takes a description for the summary of the last link, or for its text.
func (r *reader) giveText(said string) {
	if len(r.list) == 0 || said == "" || r.named != "" {
		return
	}
	last := &r.list[len(r.list)-1]
	if len([]rune(said)) <= maxTitle {
		last.Summary = html.UnescapeString(anyTag.ReplaceAllString(said, " "))
		return
	}
	last.HTML = strings.ReplaceAll(said, "\n", "<br>\n")
}

// attribute returns the value of an attribute, "" where there is none.
func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// Format is lists of links of browsers and of services for reading later.
var Format = articles.Format{Name: "bookmarks", Extensions: []string{".html", ".htm"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !recognise(src.Text()) {
		return nil, false, nil
	}
	links, err := parse(src.Text())
	if err != nil {
		err = src.Fail(0, articles.ErrPart, err)
	}
	list, wrong := entries.Articles(src, links, entries.Page)
	return list, true, errors.Join(err, wrong)
}
