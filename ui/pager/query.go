package pager

import (
	"strings"
	"unicode/utf8"

	"warraq/store/arabic"
)

// query is what is searched for. Spellings of one word are the same, as in the
// library's search: with tashkeel and without, any alef for any other.
type query struct{ folded string }

func newQuery(text string) query { return query{arabic.Fold(text)} }

// in tells whether a text holds what is searched for.
func (q query) in(text string) bool { return strings.Contains(arabic.Fold(text), q.folded) }

// stretch is a part of a text, in bytes.
type stretch struct{ start, end int }

// places are where a text holds what is searched for.
func (q query) places(text string) []stretch {
	if q.folded == "" || !q.in(text) {
		return nil
	}
	var folded strings.Builder
	var homes []int // of each byte that is folded: where its character starts
	for at, r := range text {
		part := arabic.Fold(text[at : at+max(1, utf8.RuneLen(r))])
		folded.WriteString(part)
		for range len(part) {
			homes = append(homes, at)
		}
	}
	homes = append(homes, len(text))
	var list []stretch
	for from := 0; ; {
		i := strings.Index(folded.String()[from:], q.folded)
		if i < 0 {
			return list
		}
		start, end := from+i, from+i+len(q.folded)
		list = append(list, stretch{homes[start], homes[end]})
		from = end
	}
}

// within tells whether a place lies in one of the stretches.
func within(list []stretch, at int) bool {
	for _, s := range list {
		if at >= s.start && at < s.end {
			return true
		}
	}
	return false
}
