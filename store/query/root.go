package query

import (
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/text/roots"
)

// parseRoot understands a token that asks for the words of a root, and tells whether it
// is one. It gives the words, each of which stands for its forms too.
func (q *Query) parseRoot(t queryToken, rest string) (terms []Term, ok bool) {
	name, value, _ := strings.Cut(rest, ":")
	switch text.WordKey(name) {
	case "root", "جذر", "الجذر":
	default:
		return nil, false
	}
	value = strings.Trim(value, `"*`)
	root, known := roots.Parse(value)
	if !known {
		return nil, q.fail(t, NoRoot, value)
	}
	for _, word := range roots.Family(root) {
		terms = append(terms, Term{Words: []string{word}, written: word, ofRoot: true})
	}
	return terms, true
}
