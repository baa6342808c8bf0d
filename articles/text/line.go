package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fill sets a string that is empty to a value and leaves any other.
func Fill(to *string, from string) {
	if *to == "" {
		*to = from
	}
}

// EndsSentence tells whether a line ends as a sentence does, quotation marks
// and brackets after it aside.
func EndsSentence(line string) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool {
		return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi, unicode.Cf) || unicode.IsSpace(r) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?؟…۔։:؛", r)
}
