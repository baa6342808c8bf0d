package arabic

import (
	"strings"
	"unicode"
)

// Words gives the words of a text, folded: its runs of letters, marks and
// numbers.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}
