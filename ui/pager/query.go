package pager

import (
	"strings"

	"warraq/store/arabic"
)

// query is what is searched for. Spellings of one word are the same, as in the
// library's search: with tashkeel and without, any alef for any other.
type query struct{ folded string }

func newQuery(text string) query { return query{arabic.Fold(text)} }

// in tells whether a text holds what is searched for.
func (q query) in(text string) bool { return strings.Contains(arabic.Fold(text), q.folded) }

// places are where a text holds what is searched for.
func (q query) places(text string) []arabic.Range { return arabic.Find(text, q.folded) }

// within tells whether a place lies in one of the stretches.
func within(list []arabic.Range, at int) bool {
	for _, s := range list {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}
