package warc

import (
	"bytes"
	"context"
	"errors"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Answer is the format of what a server answered, head and page, as programs that
// fetch pages write it down.
var Answer = articles.Format{Name: "HTTP", Read: readAnswer}

// answeredPattern is how an answer begins.
var answeredPattern = pattern.New(`^HTTP/\d(?:\.\d)? \d{3}[ \r\n]`)

// readAnswer reads the page of the last answer: those before it lead there.
func readAnswer(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !answeredPattern.Match(src.Data) {
		return nil, false, nil
	}
	data := src.Data
	for {
		_, body, ok := bytes.Cut(data, []byte("\n\r\n"))
		if !ok {
			_, body, ok = bytes.Cut(data, []byte("\n\n"))
		}
		if !ok || !answeredPattern.Match(body) {
			break
		}
		data = body
	}
	page, isPage, err := Page{}.answer(bytes.NewReader(data), Limits{Size: src.Limits.Size, Ratio: src.Limits.Ratio})
	switch {
	case errors.Is(err, ErrPage), !isPage && page.Type == "":
		return nil, false, nil // a text about such answers
	case err != nil:
		return nil, true, newError(src, err)
	case !isPage:
		return nil, true, src.Fail(0, articles.ErrNoArticle, nil)
	}
	list, err := page.read(src)
	return list, true, err
}
