package text

import (
	"unicode"
	"unicode/utf8"
)

// isOrdinary tells whether there is surely nothing in a text to be cleaned, which holds
// of most: letters, punctuation, white space and no more marks than a base may carry. One
// pass over the bytes tells. What it is not sure of it calls out of the ordinary.
func isOrdinary(s string) bool {
	marks := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
				return false
			}
			marks = 0
			i++
		case c >= 0xD8 && c <= 0xDB && i+1 < len(s) && s[i+1]&0xC0 == 0x80 && isArabicLetter(c, s[i+1]):
			marks = 0
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError, isForbidden(r), isFormatting(r), r == '\u2028', r == '\u2029':
				return false
			case isExtending(r):
				if marks++; marks > maxMarks {
					return false
				}
			case r < 0x590 || !unicode.Is(unicode.Bidi_Control, r):
				marks = 0
			}
			i += n
		}
	}
	return true
}

// isArabicLetter tells by its two bytes a character of the block of the Arabic script
// that is neither a mark nor acts on the direction.
func isArabicLetter(first, second byte) bool {
	at := rune(first&0x1F)<<6 | rune(second&0x3F) - firstArabic
	return !arabicMarks[at] && at != '\u061C'-firstArabic
}
