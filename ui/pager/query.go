package pager

import (
	"strings"

	"warraq/articles/text"
)

// query is what is searched for. Spellings of one word are the same, as in the
// library's search: with tashkeel and without, any alef for any other.
type query struct{ folded string }

func newQuery(s string) query { return query{text.Fold(s)} }

// in tells whether a text holds what is searched for.
func (q query) in(s string) bool { return strings.Contains(text.Fold(s), q.folded) }

// places are where a text holds what is searched for.
func (q query) places(s string) []text.Range { return text.Find(s, q.folded) }

// within tells whether a place lies in one of the stretches.
func within(list []text.Range, at int) bool {
	for _, s := range list {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}
