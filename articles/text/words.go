package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words gives the words of a text, folded: its runs of letters, marks and numbers. A
// number that is written to an Arabic or Hebrew letter is a word of its own (الـ100,
// ۲۰۲۴ء), and the sign within a Hebrew acronym is no end of a word (צה"ל).
func Words(s string) (list []string) {
	folded := foldWords(s)
	eachWord(folded, func(from, to int) { list = append(list, folded[from:to]) })
	return list
}

// Spaced gives the words of a text as [Words] does, in one text with a space
// between each two: what splits words at spaces finds the same ones.
func Spaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	folded := foldWords(s)
	eachWord(folded, func(from, to int) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(folded[from:to])
	})
	return b.String()
}

// eachWord gives where the words of a folded text begin and end, in its order.
func eachWord(folded string, word func(from, to int)) {
	from := -1
	var last rune
	for i, r := range folded {
		in := inWord(r)
		if from >= 0 && (!in || isDigit(last) && isRightToLeft(r) || isRightToLeft(last) && isDigit(r)) {
			word(from, i)
			from = -1
		}
		if in && from < 0 {
			from = i
		}
		last = r
	}
	if from >= 0 {
		word(from, len(folded))
	}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isRightToLeft tells letters of Hebrew and of Arabic's main block.
func isRightToLeft(r rune) bool { return r >= 'ء' && r <= 'ۿ' || isHebrew(r) }

func isHebrew(r rune) bool { return r >= 'א' && r <= 'ת' }

// gershayim are the signs that stand before the last letter of a Hebrew acronym.
const gershayim = "\"״”“"

// foldWords folds a text and leaves the signs out that stand within Hebrew acronyms.
func foldWords(s string) string {
	folded := Fold(s)
	if !strings.ContainsFunc(folded, isHebrew) || !strings.ContainsAny(folded, gershayim) {
		return folded
	}
	var b strings.Builder
	b.Grow(len(folded))
	for i, r := range folded {
		if !IsAcronymSign(folded, i) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// IsAcronymSign tells whether the character at a byte of a text is the sign within a
// Hebrew acronym, and not a quotation mark.
func IsAcronymSign(s string, at int) bool {
	r, size := utf8.DecodeRuneInString(s[at:])
	if !strings.ContainsRune(gershayim, r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	behind, _ := utf8.DecodeRuneInString(s[at+size:])
	return (isHebrew(before) || unicode.Is(unicode.Hebrew, before)) && isHebrew(behind)
}

// inWord tells whether a character is a part of a word.
func inWord(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= 'ء' && r <= 'غ', r >= 'ف' && r <= 'ي', r >= 'א' && r <= 'ת':
		return true // the most there are
	case r < 0x80:
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
