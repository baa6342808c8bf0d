package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Key folds a line by [Fold] for looking it up in a table of words and returns it
// without full stops, colons and control characters, with one space between words
// and none around.
func Key(line string) string {
	folded := Fold(line)
	if isKey(folded) {
		return folded
	}
	key := make([]byte, 0, len(folded))
	apart := false // a space is due before the next character
	for _, r := range folded {
		switch {
		case r == ' ' || unicode.IsSpace(r):
			apart = len(key) > 0
			continue
		case r == '.' || r == ':' || r == '…' || unicode.IsControl(r):
			continue
		}
		if apart {
			key = append(key, ' ')
			apart = false
		}
		key = utf8.AppendRune(key, r)
	}
	return string(key)
}

// isKey tells whether a folded line is a key as it is: letters, single spaces and
// other punctuation.
func isKey(folded string) bool {
	if folded == "" || strings.HasPrefix(folded, " ") || strings.HasSuffix(folded, " ") {
		return folded == ""
	}
	before := byte(0)
	for i := range len(folded) {
		c := folded[i]
		switch {
		case c < ' ', c == '.', c == ':', c == ' ' && before == ' ', c == 0x7F,
			c == 0xC2 || c >= 0xE1 && c <= 0xE3: // where NBSP, … and other spaces begin
			return false
		}
		before = c
	}
	return true
}
