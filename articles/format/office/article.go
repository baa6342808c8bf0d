package office

import (
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Articles makes an article of a document, beside what was wrong with it. Of one that
// is broken there may be its beginning.
func Articles(src *articles.Source, d Document, err error) ([]articles.Article, bool, error) {
	if err != nil {
		err = Fail(src, err)
	}
	if d.Body == nil || err != nil && d.Body.FirstChild == nil {
		return nil, true, err
	}
	a, wrong := documentArticle(src, d)
	if wrong != nil {
		return nil, true, Fail(src, wrong)
	}
	return []articles.Article{a}, true, err
}

// documentArticle makes an article of a document. Where the document has no title of its own
// the heading that opens it is the title, or the line that stands there like one.
func documentArticle(src *articles.Source, d Document) (articles.Article, error) {
	html.CleanTexts(d.Body)
	a := articles.Article{
		Title: text.CleanLine(d.Title), Author: writers(text.CleanLine(d.Author)), Lang: text.CleanLine(d.Language),
		Summary: text.CleanLine(d.Summary), Published: d.Published,
	}
	takeTitle(d.Body, &a)
	takeByline(d.Body, &a)
	album := &articles.Album{Limits: src.Limits, Find: d.Picture}
	err := html.Fragment(&a, d.Body, &url.URL{}, album)
	a.Full = strings.TrimSpace(a.Body) != ""
	return a, err
}

// longestTitle is how many characters a line has at most that stands like a title.
const longestTitle = 120

// takeTitle takes the title off the text where it opens it.
func takeTitle(body *dom.Node, a *articles.Article) {
	first := body.FirstChild
	if first == nil {
		return
	}
	line := html.TextOf(first)
	isHeading := len(first.Data) == 2 && first.Data[0] == 'h' && first.DataAtom != atom.Hr
	isLine := first.DataAtom == atom.P && first.NextSibling != nil && html.Find(first, atom.Img) == nil &&
		utf8.RuneCountInString(line) <= longestTitle && !text.EndsSentence(line) && !strings.HasSuffix(line, "،") && !strings.HasSuffix(line, ",")
	switch {
	case line == "" || !isHeading && !isLine:
	case a.Title == "":
		a.Title = line
		body.RemoveChild(first)
	case text.Key(a.Title) == text.Key(line):
		body.RemoveChild(first)
	}
}

// takeByline takes the lines off the text that stand below its title: who wrote it,
// and when.
func takeByline(body *dom.Node, a *articles.Article) {
	const longest = 6 // lines
	for range longest {
		first := body.FirstChild
		if first == nil || first.NextSibling == nil || first.DataAtom != atom.P || html.Find(first, atom.Img) != nil {
			return
		}
		line := html.TextOf(first)
		day, isStamp := press.ReadStamp(line)
		writer, isWriter := press.ReadWriter(line)
		switch {
		case isStamp && !day.IsZero():
			if a.Published.IsZero() || a.Published.Format(time.DateOnly) != day.Format(time.DateOnly) {
				a.Published = day
			}
		case isAmong(line, a.Author):
		case isWriter && a.Author == "":
			a.Author, a.Source, a.Place = writer.Author, writer.Source, writer.Place
		default:
			name, isName := press.ReadNameAbove(line, html.TextOf(first.NextSibling))
			if !isName || a.Author != "" {
				return
			}
			a.Author = name
		}
		body.RemoveChild(first)
	}
}

// writers returns the writers of a document, between whose names word processors write semicolons,
// without those that name nobody.
func writers(line string) string {
	var names []string
	for name := range strings.SplitSeq(line, ";") {
		if name = press.WriterName(strings.TrimSpace(name), &articles.Article{}); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return fields.JoinNames(names)
}

// isAmong tells a line that names all writers of a document, or one of them.
func isAmong(line, authors string) bool {
	if text.Same(line, authors) {
		return true
	}
	return slices.ContainsFunc(fields.SplitNames(authors), func(name string) bool { return text.Same(line, name) })
}
