package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/articles/text"
)

// Some words are written together by some and apart by others: names (عبد الله,
// أبو ظبي), and in Persian, beside the joiner that is no space, verbs and plurals
// (می رود, کتاب ها). All are folded here.
var (
	joinedBefore = []string{"عبد", "ابو", "ابي", "مي", "نمي"}
	joinedBehind = []string{"ها", "هاي", "هايي"}
)

// joiner is the character between two parts of a word that are written apart but for
// a space.
const joiner = "\u200c"

// togetherOrApart adds to a query how else its words may be written.
func (q *query) togetherOrApart() {
	if q.terms() > maxWidened {
		return
	}
	for i := range q.clauses {
		for _, t := range q.clauses[i] {
			if apart := t.apart(); apart != nil {
				q.clauses[i] = append(q.clauses[i], term{words: apart, column: t.column, exact: true, prefix: t.prefix})
			}
		}
		if i == 0 {
			continue
		}
		one, other := q.clauses[i-1][0], q.clauses[i][0]
		if len(one.words)+len(other.words) != 2 || one.exact || other.exact || one.prefix || one.column != other.column {
			continue
		}
		if slices.Contains(joinedBefore, one.words[0]) || slices.Contains(joinedBehind, other.words[0]) {
			together := term{words: []string{one.words[0] + other.words[0]}, column: one.column, exact: true, prefix: other.prefix}
			q.clauses[i-1], q.clauses[i] = append(q.clauses[i-1], together), append(q.clauses[i], together)
		}
	}
}

// minApart is how many letters the part of a word has at the least that can stand
// apart.
const minApart = 3

// apart gives the parts of a word that may be written apart; nil where there are
// none.
func (t *term) apart() []string {
	if t.exact || len(t.words) != 1 {
		return nil
	}
	if parts := text.Words(strings.ReplaceAll(t.written, joiner, " ")); len(parts) > 1 {
		return parts
	}
	for _, first := range joinedBefore[:3] {
		rest, ok := strings.CutPrefix(t.words[0], first)
		if ok && utf8.RuneCountInString(rest) >= minApart && (first != "عبد" || strings.HasPrefix(rest, "ال")) {
			return []string{first, rest}
		}
	}
	return nil
}
