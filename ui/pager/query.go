package pager

import (
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/viewport"
)

// matcherOf gives what finds a query in a text. Spellings of one word are the same, as
// in the library's search: with tashkeel and without, any alef for any other. It is nil
// for a query of nothing.
func matcherOf(query string) viewport.Match {
	if text.Fold(query) == "" {
		return nil
	}
	return func(said string) []text.Range { return text.Find(said, query) }
}
