package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words gives the words of a text, folded: its runs of letters, marks and numbers. A
// number or a Latin word that is written to an Arabic or Hebrew letter is a word of its own
// (الـ100, ۲۰۲۴ء, والـBBC), and neither the sign within a Hebrew acronym (צה"ל) nor the one
// between the thousands of a number (٣٬٥٠٠) is an end of a word.
func Words(s string) (list []string) {
	folded := foldWords(s)
	eachWord(folded, func(from, to int) { list = append(list, folded[from:to]) })
	return list
}

// Spaced gives the words of a text as [Words] does, in one text with a space
// between each two: what splits words at spaces finds the same ones.
func Spaced(s string) string {
	if spaced, ok := spacedPlain(s); ok {
		return spaced
	}
	return spacedAny(s)
}

// spacedAny is Spaced of any text.
func spacedAny(s string) string {
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
		if from >= 0 && (!in || isLeftToRight(last) && isRightToLeft(r) || isRightToLeft(last) && isLeftToRight(r)) {
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

// spacedPlain is Spaced of a text of characters that are folded each by itself and of no
// Hebrew ones, whose acronyms take more than one to be told: it folds and parts in one
// pass. It reports false of another text.
func spacedPlain(s string) (spaced string, ok bool) {
	table := foldTable()
	b := make([]byte, 0, len(s))
	var last rune // of the folded text
	inside := false
	for i := 0; i < len(s); {
		r, n := plainRune(s, i)
		if inside && isGroupSign(r) && IsNumberSign(s, i) {
			i += n
			continue
		}
		i += n
		switch {
		case mayCompose(r), isHebrew(r):
			return "", false
		case r == ellipsisRune:
			r = '.'
		case r < firstUntabled:
			r = rune(table[r])
		default:
			r = foldRune(r)
		}
		if r < 0 {
			continue
		}
		in := inWord(r)
		if in && (!inside || isLeftToRight(last) && isRightToLeft(r) || isRightToLeft(last) && isLeftToRight(r)) && len(b) > 0 {
			b = append(b, ' ')
		}
		if in {
			b = utf8.AppendRune(b, r)
		}
		inside, last = in, r
	}
	return string(b), true
}

// isLeftToRight tells digits and Latin letters of a folded text.
func isLeftToRight(r rune) bool {
	const behindLatin = 0x250
	return r < behindLatin && inWord(r)
}

// isRightToLeft tells letters of Hebrew and of Arabic's main block.
func isRightToLeft(r rune) bool { return r >= 'ء' && r <= 'ۿ' || isHebrew(r) }

func isHebrew(r rune) bool { return r >= 'א' && r <= 'ת' }

// gershayimSigns are the signs that stand before the last letter of a Hebrew acronym.
const gershayimSigns = "\"״”“"

// foldWords folds a text and leaves the signs out that stand within numbers and Hebrew
// acronyms.
func foldWords(s string) string {
	folded := Fold(withoutNumberSigns(s))
	if !strings.ContainsFunc(folded, isHebrew) || !strings.ContainsAny(folded, gershayimSigns) {
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
	if !strings.ContainsRune(gershayimSigns, r) {
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
