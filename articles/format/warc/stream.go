package warc

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/text"
)

// Stream is that of archives of web pages.
var Stream = articles.Stream{Name: "WARC", Extensions: []string{".warc"}, Is: IsWARC, Each: eachPage}

// eachPage gives the pages of an archive one by one.
func eachPage(src *articles.Source, r io.Reader) iter.Seq2[articles.Part, error] {
	return func(yield func(articles.Part, error) bool) {
		for page, err := range Pages(r, Limits{Size: src.Limits.Size, Ratio: src.Limits.Ratio}) {
			if err == nil && src.Wanted != nil && !src.Wanted(page.Address) {
				continue
			}
			at := *src
			if page.Address != "" {
				at.Name += "/" + text.CleanLine(page.Address)
			}
			if err != nil {
				err = newError(&at, err)
			}
			if !yield(func() ([]articles.Article, error) { return page.read(&at) }, err) {
				return
			}
		}
	}
}

// newError makes an error about a page or about the archive.
func newError(src *articles.Source, err error) error {
	switch {
	case errors.Is(err, ErrSize):
		return src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.SizeLimit))
	case errors.Is(err, ErrRatio):
		return src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.RatioLimit))
	case errors.Is(err, ErrEncoding):
		return src.Fail(0, articles.ErrPacked, err)
	}
	if _, ok := errors.AsType[*articles.LimitError](err); ok {
		return src.Fail(0, articles.ErrLimit, err)
	}
	return src.Fail(0, articles.ErrDamaged, err)
}

// read makes an article of a page.
func (p Page) read(src *articles.Source) ([]articles.Article, error) {
	page, err := charset.DecodeAs(p.Data, p.Charset)
	if err != nil {
		return nil, src.Fail(0, articles.ErrBinary, err)
	}
	if p.Type == "text/plain" {
		of := articles.NewSource(src.Name, []byte(page))
		list, _, readErr := plain.Format.Read(context.Background(), of)
		for i := range list {
			list[i].URL = p.Address
		}
		return list, readErr
	}
	document, err := html.Parse(page, src.Limits)
	if err != nil {
		return nil, src.Fail(0, html.ParseKind(err), err)
	}
	a, err := html.FromDocument(document, &articles.Album{Limits: src.Limits}, p.Address)
	if err != nil {
		return nil, src.Fail(0, articles.ErrNoArticle, err)
	}
	if a.Title == "" && a.Body == "" {
		return nil, src.Fail(0, articles.ErrNoArticle, nil)
	}
	if a.URL == "" {
		a.URL = p.Address
	}
	return []articles.Article{a}, nil
}
