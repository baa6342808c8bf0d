package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Find gives the parts of a text that a query asks for: its words in all forms in
// which the library finds them, those of its exclusions not.
func (q *Query) Find(content string) []text.Range {
	if q == nil {
		return nil
	}
	return q.matcher.find(content)
}

// FindWord gives the parts of a text that are a folded word.
func FindWord(content, word string) []text.Range {
	m := matcher{words: map[string]bool{word: true}}
	return m.find(content)
}

// matcher knows the words that a query is satisfied by, folded.
type matcher struct {
	words    map[string]bool
	prefixes []string
	forms    []text.Forms
}

func newMatcher(clauses [][]Term) matcher {
	m := matcher{words: map[string]bool{}}
	for _, clause := range clauses {
		for i := range clause {
			t := &clause[i]
			for _, word := range t.Words {
				m.words[word] = true
			}
			if t.Prefix {
				m.prefixes = append(m.prefixes, t.Words[len(t.Words)-1])
			}
			if t.Inflects() {
				m.forms = append(m.forms, text.FormsOf(t.Words[0]))
			}
		}
	}
	return m
}

// find goes through the words of a text.
func (m *matcher) find(content string) (hits []text.Range) {
	if len(m.words) == 0 {
		return nil
	}
	start := -1
	for at := 0; at <= len(content); {
		r, size := utf8.DecodeRuneInString(content[at:])
		inside := at < len(content) && (inWord(r) || start >= 0 && (unicode.Is(unicode.Cf, r) || text.IsAcronymSign(content, at) || text.IsNumberSign(content, at)))
		switch {
		case inside && start < 0:
			start = at
		case !inside && start >= 0:
			if slices.ContainsFunc(text.Words(content[start:at]), m.matches) {
				hits = append(hits, text.Range{Start: start, End: at})
			}
			start = -1
		}
		at += max(size, 1)
	}
	return hits
}

func (m *matcher) matches(word string) bool {
	if m.words[word] {
		return true
	}
	for _, p := range m.prefixes {
		if strings.HasPrefix(word, p) {
			return true
		}
	}
	for i := range m.forms {
		if m.forms[i].Has(word) {
			return true
		}
	}
	return false
}
