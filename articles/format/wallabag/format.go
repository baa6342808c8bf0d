package wallabag

import (
	"context"
	"errors"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
)

// Format is the exports of wallabag in JSON.
var Format = articles.Format{Name: "wallabag", Extensions: []string{".json"}, Read: read}

// requiredFields are the fields that every article of an export has.
var requiredFields = []string{"is_archived", "is_starred", "domain_name", "content"}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.HasJSON(requiredFields...) {
		return nil, false, nil
	}
	saved, wrong, mine := parse([]byte(src.Text()))
	if !mine {
		return nil, false, nil // lines of JSON, or a text that tells of wallabag
	}
	if wrong != nil {
		wrong = src.Fail(0, articles.ErrPart, wrong)
	}
	list, unmade := entries.Articles(src, saved, entries.Page)
	return list, true, errors.Join(wrong, unmade)
}
