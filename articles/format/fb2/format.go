package fb2

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/epub"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/office"
	"github.com/warraq/warraq/articles/text"
)

// Format is FictionBook 2.
var Format = articles.Format{Name: "FictionBook", Extensions: []string{".fb2", ".fbz"}, Read: read}

// read reads a book chapter by chapter, or as one article.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !IsBook(src.Head()) {
		return nil, false, nil
	}
	book, err := Read(src.Text())
	if err != nil {
		err = office.Fail(src, err)
	}
	about := book.about()
	var list []articles.Article
	for i, c := range book.Chapters {
		a, wrong := book.article(src, about, c, i+1)
		if wrong != nil {
			err = errors.Join(err, office.Fail(src, wrong))
			continue
		}
		list = append(list, a)
	}
	list = epub.Linked(list)
	if src.WholeBooks && len(list) > 0 {
		list = []articles.Article{epub.Bound(list)}
	}
	return list, true, err
}

// about is what a book says of all its chapters.
func (b *Book) about() articles.Article {
	a := articles.Article{
		Section: text.CleanLine(b.Title), Author: text.CleanLine(strings.Join(b.Authors, "، ")), Source: text.CleanLine(b.Publisher),
		Lang: text.CleanLine(b.Language), Published: b.Published, Full: true,
	}
	if a.Source == "" {
		a.Source = a.Section
	}
	return a
}

// article makes an article of a chapter.
func (b *Book) article(src *articles.Source, about articles.Article, c Chapter, number int) (articles.Article, error) {
	a := about
	html.CleanTexts(c.Body)
	if a.Title = text.CleanLine(c.Title); a.Title == "" && about.Section != "" {
		a.Title = about.Section
		if len(b.Chapters) > 1 {
			a.Title += " (" + strconv.Itoa(number) + ")"
		}
	}
	if number == 1 {
		a.Summary = text.CleanLine(b.Summary)
	}
	err := html.Fragment(&a, c.Body, &url.URL{}, &articles.Album{Limits: src.Limits, Find: b.Picture})
	return a, err
}
