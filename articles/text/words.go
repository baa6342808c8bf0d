package text

import (
	"strings"
	"unicode"
)

// Words gives the words of a text, folded: its runs of letters, marks and
// numbers.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !inWord(r) })
}

// Spaced gives the words of a text as [Words] does, in one text with a space
// between each two: what splits words at spaces finds the same ones.
func Spaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	folded, from := Fold(s), -1
	word := func(to int) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(folded[from:to])
		from = -1
	}
	for i, r := range folded {
		switch in := inWord(r); {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			word(i)
		}
	}
	if from >= 0 {
		word(len(folded))
	}
	return b.String()
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
