package store

import (
	"slices"
	"strings"
)

// breadth is how widely the words of a query are taken.
type breadth struct {
	title bool // words of no field are looked for in titles alone
	forms bool // each word stands for its forms that there are (see widen)
}

// maxWidened is how many words of a query are looked for in their forms. A longer
// one is a passage that someone remembers, or pasted.
const maxWidened = 10

// breadths are the breadths in which a query finds different articles, from the
// narrowest to the widest: what is found in one comes before what is found in
// the next.
func (q *query) breadths() []breadth {
	var anywhere, inflected bool
	for _, clause := range q.clauses {
		for _, t := range clause {
			anywhere = anywhere || t.column == ""
			inflected = inflected || len(t.forms) > 0
		}
	}
	var list []breadth
	for _, title := range []bool{true, false} {
		if title && !anywhere {
			continue
		}
		list = append(list, breadth{title: title})
		if inflected {
			list = append(list, breadth{title: title, forms: true})
		}
	}
	return list
}

// hasBeginning tells whether a term is the beginning of words.
func (q *query) hasBeginning() bool {
	return slices.ContainsFunc(q.clauses, func(clause []term) bool {
		return slices.ContainsFunc(clause, func(t term) bool { return t.prefix })
	})
}

// inflected tells whether a term can stand for other forms of its word.
func (t *term) inflected() bool { return !t.exact && !t.prefix && len(t.words) == 1 }

// match writes the clauses of a query, and its exclusions, as FTS5 takes them.
func (q *query) match(b breadth) string {
	clauses := make([]string, len(q.clauses))
	for i, clause := range q.clauses {
		clauses[i] = anyOf(clause, b)
	}
	match := strings.Join(clauses, " AND ")
	if exclude := q.exclude(); exclude != "" {
		match = "(" + match + ") NOT " + exclude
	}
	return match
}

// exclude writes the exclusions of a query as FTS5 takes them, "" where there
// are none.
func (q *query) exclude() string { return anyOf(q.without, breadth{}) }

// anyOf writes that one of the terms at least is there.
func anyOf(terms []term, b breadth) string {
	if len(terms) == 0 {
		return ""
	}
	alternatives := make([]string, len(terms))
	for i, t := range terms {
		alternatives[i] = t.match(b)
	}
	return "(" + strings.Join(alternatives, " OR ") + ")"
}

// match writes a term as FTS5 takes it. Words hold letters, marks and numbers
// alone, so that quotation marks make strings of them.
func (t *term) match(b breadth) string {
	phrase := `"` + strings.Join(t.words, " ") + `"`
	switch {
	case t.prefix:
		phrase += " *"
	case b.forms && len(t.forms) > 0:
		phrase = "(" + phrase + ` OR "` + strings.Join(t.forms, `" OR "`) + `")`
	}
	switch {
	case t.column != "":
		return t.column + " : " + phrase
	case b.title:
		return "title : " + phrase
	}
	return phrase
}
