package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// queryToken is a part of a query between spaces, or in quotation marks, and where in the
// query it stands, in bytes. One that is open is being typed and may go on.
type queryToken struct {
	text       string
	start, end int
	open       bool
	begun      bool // its last word is looked for as a beginning, too
}

// quotePairs are the marks that open a phrase, with those that close it.
var quotePairs = map[rune]rune{'"': '"', '“': '”', '«': '»', '„': '“'}

// splitTokens cuts a query at its spaces, those in quotation marks apart.
func splitTokens(s string) []queryToken {
	var list []queryToken
	var written strings.Builder
	start := 0
	var closing rune // of the phrase that is open, 0 outside
	cut := func(end, next int) {
		if written.Len() > 0 {
			list = append(list, queryToken{text: written.String(), start: start, end: end})
		}
		written.Reset()
		start = next
	}
	for at, r := range s {
		next := at + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(s[at:])
			next = at + size
		}
		switch {
		case text.IsAcronymSign(s, at), text.IsNumberSign(s, at):
			written.WriteRune(r)
		case closing != 0 && r == closing:
			written.WriteRune('"')
			closing = 0
			cut(next, next)
		case closing == 0 && quotePairs[r] != 0:
			written.WriteRune('"')
			closing = quotePairs[r]
		case closing == 0 && unicode.IsSpace(r):
			cut(at, next)
		default:
			written.WriteRune(r)
		}
	}
	cut(len(s), len(s))
	return list
}
