package query

import (
	"slices"
	"strings"
)

// Breadth is how widely the words of a query are taken.
type Breadth struct {
	Title bool  // words of no field are looked for in titles alone
	Forms Forms // that words stand for; nil: each for itself
}

// Forms are the other forms of words that the library has, by the word.
type Forms map[string][]string

// maxWidened is how many words of a query are looked for in their forms. A longer
// one is a passage that someone remembers, or pasted.
const maxWidened = 10

// Inflected gives the words of a query that stand for their other forms too.
func (q *Query) Inflected() (words []string) {
	if q == nil || q.termCount() > maxWidened {
		return nil
	}
	for _, clause := range q.clauses {
		for i := range clause {
			if t := &clause[i]; t.Inflects() {
				words = append(words, t.Words[0])
			}
		}
	}
	return words
}

// Breadths gives the breadths in which a query finds different articles, from the
// narrowest to the widest: what is found in one comes before what is found in the
// next, and is found in that too.
func (q *Query) Breadths(forms Forms) (list []Breadth) {
	anywhere := q.has(func(t *Term) bool { return t.Column == "" })
	inflected := q.has(func(t *Term) bool { return t.Inflects() && len(forms[t.Words[0]]) > 0 })
	for _, title := range []bool{true, false} {
		if title && !anywhere {
			continue
		}
		list = append(list, Breadth{Title: title})
		if inflected {
			list = append(list, Breadth{Title: title, Forms: forms})
		}
	}
	return list
}

// has tells whether a term of a clause is so.
func (q *Query) has(so func(*Term) bool) bool {
	return slices.ContainsFunc(q.clauses, func(clause []Term) bool {
		return slices.ContainsFunc(clause, func(t Term) bool { return so(&t) })
	})
}

// HasBeginning tells whether a term is the beginning of words.
func (q *Query) HasBeginning() bool { return q.has(func(t *Term) bool { return t.Prefix }) }

// Match writes the clauses of a query, and its exclusions, as FTS5 takes them.
func (q *Query) Match(b Breadth) string {
	clauses := make([]string, len(q.clauses))
	for i, clause := range q.clauses {
		clauses[i] = anyOf(clause, b)
	}
	match := strings.Join(clauses, " AND ")
	if exclude := q.Exclude(); exclude != "" {
		match = "(" + match + ") NOT " + exclude
	}
	return match
}

// Exclude writes the exclusions of a query as FTS5 takes them, "" where there are
// none.
func (q *Query) Exclude() string { return anyOf(q.exclusions, Breadth{}) }

// anyOf writes that one of the terms at least is there.
func anyOf(terms []Term, b Breadth) string {
	if len(terms) == 0 {
		return ""
	}
	alternatives := make([]string, len(terms))
	for i := range terms {
		alternatives[i] = terms[i].Match(b)
	}
	return "(" + strings.Join(alternatives, " OR ") + ")"
}

// Match writes a term as FTS5 takes it. Words hold letters, marks and numbers alone,
// so that quotation marks make strings of them.
func (t *Term) Match(b Breadth) string {
	ending := strings.Join(append([]string{""}, t.Words[1:]...), " ") + `"`
	whole := ending
	if t.Prefix {
		ending += " *"
	}
	phrase := `"` + t.Words[0] + ending
	if len(t.Words) == 1 {
		ending = whole // no form of a word that is a beginning goes on itself
	}
	if forms := b.Forms[t.Words[0]]; t.Inflects() && len(forms) > 0 {
		phrase = "(" + phrase + ` OR "` + strings.Join(forms, ending+` OR "`) + ending + ")"
	}
	switch {
	case t.Column != "":
		return t.Column + " : " + phrase
	case b.Title:
		return "title : " + phrase
	}
	return phrase
}
