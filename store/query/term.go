package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Term is a word that is looked for, or several that follow one another.
type Term struct {
	Words  []string // folded
	Column string   // of the index; "" is any
	Exact  bool     // as it is written: it was in quotation marks
	Prefix bool     // the last word may go on

	begun     bool   // it is being typed: the last word may go on, and may be whole
	written   string // before it was folded
	respelled bool   // it only says another term otherwise; see joinOrPart
	ofRoot    bool   // it is one of the words of a root
}

// Inflects tells whether a term stands for other forms of its word too, or of the first
// of those that are written as one, as in كوفيد-19.
func (t *Term) Inflects() bool { return !t.Exact && (len(t.Words) > 1 || !t.Prefix || t.begun) }

// columnNames are the fields of the index by the names they have in queries, folded.
var columnNames = map[string]string{
	"title": "title", "عنوان": "title", "العنوان": "title",
	"source": "source", "مصدر": "source", "المصدر": "source",
	"section": "section", "قسم": "section", "القسم": "section",
}

// parseTerm understands one token and gives its term, none where it holds no word.
func parseTerm(token string) []Term {
	var t Term
	if name, rest, ok := strings.Cut(token, ":"); ok && columnNames[text.WordKey(name)] != "" {
		t.Column, token = columnNames[text.WordKey(name)], rest
	}
	token, t.Exact = strings.CutPrefix(token, `"`)
	t.Prefix = strings.HasSuffix(token, "*")
	t.written = token
	t.Words = slices.DeleteFunc(text.Words(token), func(word string) bool {
		return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	})
	if !t.Exact {
		t.Words = withoutAttached(t.Words, token)
	}
	if len(t.Words) == 0 {
		return nil
	}
	return []Term{t}
}

// withoutAttached gives the words of a token without what Arabic and Hebrew write together
// with a Latin word or a number: of الـWHO the name, of ב-2024 the year. A letter that only
// touches a number may be a part of a name, as in ب12. What ends in a kashida is written to
// nothing.
func withoutAttached(words []string, written string) []string {
	const kashida = "ـ"
	if len(words) == 0 {
		return nil
	}
	attached, definite := text.Attached(words[0])
	switch {
	case !attached:
	case len(words) == 1 && strings.HasSuffix(strings.TrimSuffix(written, "*"), kashida):
		return nil
	case len(words) > 1:
		next, _ := utf8.DecodeRuneInString(words[1])
		prefix, _ := utf8.DecodeRuneInString(words[0])
		isName := unicode.Is(unicode.Latin, next)
		if isName || unicode.IsDigit(next) && (definite || unicode.Is(unicode.Hebrew, prefix) || strings.Contains(written, kashida)) {
			return words[1:]
		}
	}
	return words
}
