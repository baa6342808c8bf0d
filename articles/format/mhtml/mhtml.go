// Package mhtml reads web pages that a browser saved whole as one file (MHTML, RFC
// 2557), which is written as a message is.
package mhtml

import (
	"context"
	"errors"
	"net/url"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/mail"
	"github.com/warraq/warraq/articles/pattern"
)

// Format is that of pages in MHTML.
var Format = articles.Format{Name: "MHTML", Extensions: []string{".mhtml", ".mht"}, Read: read}

// archivedPattern is how such a page begins: with the head of a message of many parts, or of
// one that is a page.
var archivedPattern = pattern.New(`(?is)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*(?:multipart/related|text/html)`)

var (
	errNoPage = errors.New("the archive holds no web page")
	errCut    = errors.New("its end is missing")
)

// read reads the first web page of an archive.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !archivedPattern.Match(src.Data[:min(len(src.Data), headSize)]) {
		return nil, false, nil
	}
	d := &mail.Decoder{Charset: charset.DecodeAs}
	m, err := d.Read(src.Data)
	if err != nil {
		err = src.Fail(0, html.ParseKind(err), err)
	}
	if m.IsCut {
		err = errors.Join(err, src.Fail(0, articles.ErrDamaged, errCut))
	}
	for _, t := range m.Texts {
		if !t.HTML {
			continue
		}
		a, wrong := pageArticle(src, m, t)
		if wrong != nil {
			return nil, true, src.Fail(0, articles.ErrNoArticle, wrong)
		}
		return []articles.Article{a}, true, err
	}
	return nil, true, errors.Join(err, src.Fail(0, articles.ErrNoArticle, errNoPage))
}

// headSize is how much of a file is looked at for its head, in bytes.
const headSize = 4 << 10

// pageArticle makes an article of a page with the pictures beside it. Where it is from the
// archive says or, in older ones, the part that the page is.
func pageArticle(src *articles.Source, m *mail.Message, t mail.Text) (articles.Article, error) {
	document, err := html.Parse(t.Text, src.Limits)
	if err != nil {
		return articles.Article{}, err
	}
	from := m.Address
	if from == "" {
		from = t.Location
	}
	base, err := url.Parse(from)
	if err != nil {
		base, from = &url.URL{}, ""
	}
	whole := func(address string) string {
		if to, err := base.Parse(address); err == nil && !m.HasPicture(address) {
			return to.String()
		}
		return address
	}
	album := &articles.Album{
		Limits: src.Limits,
		Find:   func(address string, most int64) ([]byte, error) { return m.Picture(whole(address), most) },
		Here:   func(address string) bool { return m.HasPicture(whole(address)) },
	}
	return html.FromDocument(document, album, from)
}
