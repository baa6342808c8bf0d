package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Some words are written together by some and apart by others: names (عبد الله,
// أبو ظبي), and in Persian, beside the joiner that is no space, verbs and plurals
// (می رود, کتاب ها). All are folded here.
var (
	joinedBefore = []string{"عبد", "ابو", "ابي", "مي", "نمي"}
	joinedBehind = []string{"ها", "هاي", "هايي"}
)

// zeroWidthNonJoiner is the character between two parts of a word that are written apart but for
// a space.
const zeroWidthNonJoiner = "\u200c"

// joinOrPart adds to a query how else its words may be written: together or apart.
func (q *Query) joinOrPart() {
	if q.termCount() > maxWidened {
		return
	}
	for i := range q.clauses {
		for _, t := range q.clauses[i] {
			if apart := t.apart(); apart != nil && !t.ofRoot {
				q.clauses[i] = append(q.clauses[i], Term{Words: apart, Column: t.Column, Prefix: t.Prefix, respelled: true})
			} else if together := t.together(); together != "" {
				q.clauses[i] = append(q.clauses[i], Term{Words: []string{together}, Column: t.Column, Exact: true, Prefix: t.Prefix, respelled: true})
			}
		}
		if i == 0 {
			continue
		}
		one, other := q.clauses[i-1][0], q.clauses[i][0]
		if len(one.Words)+len(other.Words) != 2 || one.Exact || other.Exact || one.Prefix || one.ofRoot || other.ofRoot || one.Column != other.Column {
			continue
		}
		if areOne(one.Words[0], other.Words[0]) {
			together := Term{Words: []string{one.Words[0] + other.Words[0]}, Column: one.Column, Prefix: other.Prefix, respelled: true}
			q.clauses[i-1], q.clauses[i] = append(q.clauses[i-1], together), append(q.clauses[i], together)
		}
	}
}

// areOne tells whether two words may be written as one: by what they are, or, since a
// joiner binds any two words in Persian, by being long enough that together they are no
// third word.
func areOne(one, other string) bool {
	const long = 3 // letters
	return isLatinName(one) && isNumber(other) || slices.Contains(joinedBefore, one) || slices.Contains(joinedBehind, other) ||
		utf8.RuneCountInString(one) >= long && utf8.RuneCountInString(other) >= long && isPersoArabic(one) && isPersoArabic(other)
}

// isPersoArabic tells a word of Arabic letters that does not begin with the article,
// behind which no other word is written on.
func isPersoArabic(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Arabic, first) && !strings.HasPrefix(word, "ال")
}

// minApart is how many letters the part of a word has at the least that can stand
// apart.
const minApart = 3

// together gives a name in Latin letters with its number, which were written apart but for a space,
// as in F-16, as one word; "" of any other term.
func (t *Term) together() string {
	if t.Exact || len(t.Words) != 2 || !isLatinName(t.Words[0]) || !isNumber(t.Words[1]) {
		return ""
	}
	return t.Words[0] + t.Words[1]
}

// isLatinName tells a folded word of Latin letters alone, as those before a number (F16, COVID19).
func isLatinName(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isNumber tells a folded word of digits alone.
func isNumber(word string) bool { return strings.TrimRightFunc(word, isDigit) == "" }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// apart gives the parts of a word that may be written apart; nil where there are
// none.
func (t *Term) apart() []string {
	if t.Exact || len(t.Words) != 1 {
		return nil
	}
	if parts := text.Words(strings.ReplaceAll(t.written, zeroWidthNonJoiner, " ")); len(parts) > 1 {
		return parts
	}
	if letters := strings.TrimRightFunc(t.Words[0], isDigit); letters != t.Words[0] && isLatinName(letters) {
		return []string{letters, t.Words[0][len(letters):]}
	}
	for _, first := range joinedBefore[:3] {
		rest, ok := strings.CutPrefix(t.Words[0], first)
		if ok && utf8.RuneCountInString(rest) >= minApart && (first != "عبد" || strings.HasPrefix(rest, "ال")) {
			return []string{first, rest}
		}
	}
	return nil
}
