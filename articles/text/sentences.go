package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastSentence is how many words a sentence has at the least: what ends before is an
// abbreviation.
const leastSentence = 3

// Sentences gives the sentences of a text, without the spaces around them. A line feed ends
// one, too.
func Sentences(s string) (list []Range) {
	start := 0
	end := func(at int) {
		said := s[start:at]
		from := start + len(said) - len(strings.TrimLeftFunc(said, unicode.IsSpace))
		if to := start + len(strings.TrimRightFunc(said, unicode.IsSpace)); from < to {
			list = append(list, Range{Start: from, End: to})
		}
		start = at
	}
	for i, r := range s {
		after := i + utf8.RuneLen(r)
		switch {
		case r == '\n':
			end(after)
		case strings.ContainsRune(".!?؟۔…", r) && endsHere(s[after:]) && len(strings.Fields(s[start:after])) >= leastSentence:
			for after < len(s) && !unicode.IsSpace(firstRune(s[after:])) {
				after += utf8.RuneLen(firstRune(s[after:]))
			}
			end(after)
		}
	}
	end(len(s))
	return list
}

// endsHere tells whether a sentence ends before what follows: only what closes a quotation
// or a bracket stands before the next space.
func endsHere(rest string) bool {
	rest = strings.TrimLeft(rest, "\"»”›)]’'.!?؟۔…")
	return rest == "" || unicode.IsSpace(firstRune(rest))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
