// Package entries is what the readers of exports have in common: articles whose texts
// are HTML still when the file has been read.
package entries

import (
	"errors"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
)

// Entry is an article without its text, and the text as HTML.
type Entry struct {
	articles.Article
	HTML string
}

// Articles gives entries their texts, each by a function, and returns the articles. Those
// whose texts cannot be made are named in the error.
func Articles(src *articles.Source, list []Entry, give func(*articles.Article, string) error) ([]articles.Article, error) {
	all := make([]articles.Article, 0, len(list))
	var wrong []error
	for i := range list {
		a := list[i].Article
		if strings.TrimSpace(list[i].HTML) != "" {
			if err := give(&a, list[i].HTML); err != nil {
				wrong = append(wrong, src.Fail(0, articles.ErrPart, err))
				continue
			}
		}
		a.Full = strings.TrimSpace(a.Body) != ""
		all = append(all, a)
	}
	return all, errors.Join(wrong...)
}

// Note gives an article a text that someone wrote, all of it: nothing in it is taken for
// what pages have around their texts.
func Note(a *articles.Article, text string) error {
	document, err := html.Parse(text, articles.DefaultLimits())
	if err != nil {
		return err
	}
	html.CleanTexts(document)
	base, err := url.Parse(a.URL)
	if err != nil {
		base = &url.URL{}
	}
	root := html.Find(document, atom.Body)
	if root == nil {
		root = document
	}
	return html.Fragment(a, root, base, &articles.Album{Limits: articles.DefaultLimits()})
}

// Page gives an article a text that was a web page's.
func Page(a *articles.Article, text string) error {
	return html.SetText(a, text)
}
