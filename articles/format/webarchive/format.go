package webarchive

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	dom "golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
)

// Format is that of pages that Safari saved whole.
var Format = articles.Format{Name: "Safari web archive", Extensions: []string{".webarchive"}, Read: read}

// read reads the page of an archive.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !IsWebArchive(src.Data) {
		return nil, false, nil
	}
	archive, err := Read(src.Data)
	if err != nil {
		return nil, true, src.Fail(0, kindOf(err), err)
	}
	a, err := archive.article(src)
	if err != nil {
		return nil, true, src.Fail(0, articles.ErrNoArticle, err)
	}
	return []articles.Article{a}, true, nil
}

func kindOf(err error) error {
	if errors.Is(err, errPlist) {
		return articles.ErrDamaged
	}
	return articles.ErrNoArticle
}

// article makes an article of the page.
func (a *Archive) article(src *articles.Source) (articles.Article, error) {
	if !strings.Contains(a.Type, "html") && a.Type != "" {
		return articles.Article{}, fmt.Errorf("%w but %s", ErrNoPage, a.Type)
	}
	page, err := charset.DecodeAs(a.Data, a.Charset)
	if err != nil {
		return articles.Article{}, err
	}
	document, err := dom.Parse(strings.NewReader(page))
	if err != nil {
		return articles.Article{}, html.ErrDeep
	}
	base, err := url.Parse(a.Address)
	if err != nil {
		base = &url.URL{}
	}
	whole := func(address string) string {
		if to, err := base.Parse(address); err == nil {
			return to.String()
		}
		return address
	}
	album := &articles.Album{
		Limits: src.Limits,
		Find:   func(address string, most int64) ([]byte, error) { return a.Picture(whole(address), most) },
		Here:   func(address string) bool { return a.HasPicture(whole(address)) },
	}
	return html.FromDocument(document, album, a.Address)
}
