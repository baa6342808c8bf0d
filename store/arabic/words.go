package arabic

import (
	"strings"
	"unicode"
)

// Words gives the words of a text, folded: its runs of letters and digits.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !isWordRune(r) })
}

// isWordRune tells whether a character belongs to a word. Marks that folding
// keeps, as those of Indic scripts, do.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
