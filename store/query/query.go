// Package query understands what someone looks for. A text is parsed once into a
// [Query], and that is handed on: it says what the index of words is asked (Match),
// what is asked of an article beside its words (Filter), and where in a text its
// words stand (Find).
package query

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Query is what someone looks for: every clause, none of the exclusions, and what
// the conditions say. It never changes once it is parsed, and may be used by many
// goroutines at once. A nil Query is one that asks for nothing.
type Query struct {
	text       string
	clauses    [][]Term // of each clause, one of its terms at least
	exclusions []Term
	conditions []condition
	from, to   time.Time // published then or later, and earlier than then; zero: any
	errors     []*Error
	matcher    matcher
}

// Parse understands a query. Every text is one: what has no meaning as an operator is
// looked for as words, and what has no words is passed over. What was probably meant
// otherwise is among its [Query.Errors].
//
//	word word        both
//	"two words"      one after the other, as they are written; also «»  “”
//	-word            not this
//	one OR other     either; also | and أو
//	begin*           what begins so
//	title:word       in the title; also source:, section:, عنوان: مصدر: قسم:
//	is:unread        also read, bookmarked, archived, highlighted, noted, card;
//	                 حالة:جديد مقروء محفوظ مؤرشف مظلل معلق بطاقة; -is: is not so
//	root:word        any word of a root: جذر:كتب or جذر:"ك ت ب", or of that of a word
//	tag:word         tagged so by the reader or where it comes from, also tag:"two words"; وسم: -tag:
//	after:2024-12    published then or later; before: earlier; بعد: قبل:
//	                 also days, years, today, yesterday (see ParseDay)
func Parse(asked string) *Query {
	q := &Query{text: asked}
	q.parse(splitTokens(asked), time.Now())
	q.complete()
	return q
}

// ParseTyped understands a query that someone is typing: the last word may go on or be
// whole already, and stands for its forms as a whole one does. As long as it says
// nothing yet it is left out. Two letters behind other words are the beginning of too
// many to be looked for in texts: there they are a word, and only in titles a
// beginning. What is wrong with the last word may yet come right and is no error.
func ParseTyped(typed string) *Query {
	q := &Query{text: typed}
	at := lastWord(typed)
	before := typed[:at]
	begun := strings.Join(text.Words(typed[at:]), " ")
	list := splitTokens(typed)
	beginning := ""
	switch {
	case begun == "":
	case !text.HasBegun(begun):
		list = splitTokens(before)
	case isShortBehindOthers(begun, before):
		list, beginning = list[:len(list)-1], begun
	default:
		last := &list[len(list)-1]
		last.text, last.begun = last.text+"*", true
	}
	if last := len(list) - 1; last >= 0 && list[last].end >= at && beginning == "" {
		list[last].open = true // nothing ends it yet
	}
	q.parse(list, time.Now())
	if beginning != "" {
		q.addBeginning(beginning)
	}
	q.complete()
	return q
}

// isShortBehindOthers tells a word of two letters that stands behind others, not in a
// phrase.
func isShortBehindOthers(word, before string) bool {
	return utf8.RuneCountInString(word) == 2 && strings.HasSuffix(before, " ") &&
		strings.Count(before, `"`)%2 == 0 && Parse(before).HasWords()
}

// lastWord gives the byte at which the last word of a text begins, its length where it
// ends in none.
func lastWord(s string) int {
	at := 1 + strings.LastIndexFunc(s, func(r rune) bool { return !inWord(r) && !unicode.Is(unicode.Cf, r) })
	if at > 0 {
		_, size := utf8.DecodeRuneInString(s[at-1:])
		at += size - 1
	}
	return at
}

// inWord tells whether a character can be a part of a word.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// parse adds what tokens say.
func (q *Query) parse(list []queryToken, now time.Time) {
	either := false
	for _, t := range list {
		if t.text == "OR" || t.text == "|" || t.text == "أو" {
			either = len(q.clauses) > 0
			continue
		}
		rest, negated := strings.CutPrefix(t.text, "-")
		if q.addCondition(t, rest, negated, now) {
			continue
		}
		terms, ok := q.parseRoot(t, rest)
		if !ok {
			terms = parseTerm(rest)
			for i := range terms {
				terms[i].begun = t.begun
			}
		}
		switch {
		case len(terms) == 0:
		case negated:
			q.exclusions = append(q.exclusions, terms...)
		case either:
			last := len(q.clauses) - 1
			q.clauses[last] = append(q.clauses[last], terms...)
		default:
			q.clauses = append(q.clauses, terms)
		}
		either = false
	}
}

// complete works out what follows from the clauses.
func (q *Query) complete() {
	q.joinOrPart()
	q.matcher = newMatcher(q.clauses)
}

// Text gives the text that was parsed.
func (q *Query) Text() string {
	if q == nil {
		return ""
	}
	return q.text
}

// IsEmpty tells whether a query asks for nothing.
func (q *Query) IsEmpty() bool {
	return q == nil || len(q.clauses)+len(q.exclusions)+len(q.conditions) == 0 && q.from.IsZero() && q.to.IsZero()
}

// HasWords tells whether a query asks for words, and not alone for what has none.
func (q *Query) HasWords() bool { return q != nil && len(q.clauses) > 0 }

// Errors gives what was probably meant otherwise than it was taken, in its order.
func (q *Query) Errors() []*Error {
	if q == nil {
		return nil
	}
	return q.errors
}

// Terms gives the terms of all clauses that someone wrote: those that only spell others
// otherwise are left out, and those of roots.
func (q *Query) Terms() (list []Term) {
	if q == nil {
		return nil
	}
	for _, clause := range q.clauses {
		list = append(list, slices.DeleteFunc(slices.Clone(clause), func(t Term) bool { return t.respelled || t.ofRoot })...)
	}
	return list
}

// termCount is how many terms the clauses have.
func (q *Query) termCount() int { return len(q.Terms()) }
