package office

import (
	"errors"

	"github.com/warraq/warraq/articles"
)

// Fail makes an error about a document of what was wrong with it.
func Fail(src *articles.Source, err error) error {
	kind := articles.ErrDamaged
	if _, ok := errors.AsType[*articles.LimitError](err); ok {
		kind = articles.ErrLimit
	}
	switch {
	case errors.Is(err, articles.ErrLocked):
		kind = articles.ErrLocked
		err = nil
	case errors.Is(err, ErrDepth), errors.Is(err, ErrNodes):
		kind = articles.ErrTooDeep
	}
	return src.Fail(0, kind, err)
}
