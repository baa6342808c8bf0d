package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
)

// Format is the exports of Telegram Desktop.
var Format = articles.Format{Name: "Telegram", Extensions: []string{".json", ".html"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if recognisePage(src.Text()) {
		posts, err := parsePage(src.Text())
		if err != nil {
			return nil, true, src.Fail(0, articles.ErrNoArticle, err)
		}
		list, err := entries.Articles(src, posts, entries.Note)
		return list, true, err
	}
	if !isExport(src) {
		return nil, false, nil
	}
	posts, wrong, err := parseJSON([]byte(src.Text()))
	switch {
	case err != nil && wrong == 0:
		return nil, true, src.Fail(0, articles.ErrJSON, err)
	case err != nil:
		err = src.Fail(0, articles.ErrPart, fmt.Errorf("%d ×: %w", wrong, err))
	}
	list, unmade := entries.Articles(src, posts, entries.Note)
	return list, true, errors.Join(err, unmade)
}

// isExport reports whether a source is an export in JSON. What every export has is looked
// for in the text first, since most JSON is none.
func isExport(src *articles.Source) bool {
	if !src.HasJSON("messages") {
		return false
	}
	var object map[string]json.RawMessage
	return json.Unmarshal([]byte(src.Text()), &object) == nil && recognise(object)
}
