package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a text so that spellings of one word come out alike:
//
//   - marks go: tashkeel, Quranic signs, Hebrew points and cantillation, the
//     accents of Latin, Greek and Cyrillic letters; so does tatweel;
//   - letters become one that are written for each other: the forms of alef,
//     hamza on its seats, alef maqsura and ya, ta marbuta and ha, and the ya,
//     kaf and ha of Persian and Urdu;
//   - digits of every script become ASCII's;
//   - presentation forms, ligatures and full-width forms become letters (NFKC);
//   - joiners and directional formatting go, so that a Persian word is the same
//     with and without its ZWNJ;
//   - capitals become small.
//
// Everything else stays, spaces and punctuation too. Folding twice changes
// nothing more.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	if folded, ok := foldPlain(s); ok {
		return folded
	}
	if !norm.NFKC.IsNormalString(s) {
		s = norm.NFKC.String(strings.Map(dropSpacingMark, s))
	}
	return strings.Map(foldRune, s)
}

// foldPlain is Fold of a text of characters that are folded each by itself; it reports
// false of another one.
func foldPlain(s string) (folded string, ok bool) {
	table := foldTable()
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := plainRune(s, i)
		i += n
		switch {
		case mayCompose(r):
			return "", false
		case r == ellipsisRune:
			b = append(b, "..."...)
			continue
		case r < firstUntabled:
			r = rune(table[r])
		default:
			r = foldRune(r)
		}
		switch {
		case r < 0:
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b), true
}

// plainRune decodes the character at a byte of a text, soonest ASCII's and those of the
// Arabic script.
func plainRune(s string, at int) (r rune, n int) {
	switch c := s[at]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c >= 0xD8 && c <= 0xDB && at+1 < len(s) && s[at+1]&0xC0 == 0x80:
		return rune(c&0x1F)<<6 | rune(s[at+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s[at:])
}

// firstUntabled is behind the alphabets that foldTable has: Latin to Arabic.
const firstUntabled = 0x700

// foldTable returns what foldRune makes of the characters that texts mostly have, and of
// the hard space what NFKC does. It is made when it is first used.
var foldTable = sync.OnceValue(func() *[firstUntabled]int16 {
	var table [firstUntabled]int16
	for r := range table {
		table[r] = int16(foldRune(rune(r)))
	}
	table[hardSpace] = ' '
	return &table
})

// What newspapers write and NFKC makes something else of, whatever stands around it.
const hardSpace, ellipsisRune = '\u00A0', '…'

// isPlain tells whether folding changes nothing: ASCII without capitals.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// mayCompose tells whether NFKC might change a text that holds a character, but for what
// [Fold] does by itself: not the letters and marks of Arabic and Hebrew that have a code
// of their own, nor the punctuation of newspapers.
func mayCompose(r rune) bool {
	switch {
	case r < 0x80, r >= 0x0600 && r <= 0x0652, r >= 0x0660 && r <= 0x0674, r >= 0x0679 && r <= 0x06FF, r >= 'א' && r <= 'ת',
		r >= 0x200C && r <= 0x2010, r >= 0x2012 && r <= 0x2016, r >= 0x2018 && r <= 0x2022,
		r == '«', r == '»', r == hardSpace, r == ellipsisRune:
		return false
	}
	return true
}

// dropSpacingMark takes out the presentation forms of tashkeel, which NFKC would
// put on a space and so split a word.
func dropSpacingMark(r rune) rune {
	if r >= 0xFE70 && r <= 0xFE7F || r >= 0xFC5E && r <= 0xFC63 || r >= 0xFCF2 && r <= 0xFCF4 {
		return -1
	}
	return r
}

// foldRune folds one character in NFKC; a negative result drops it.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 0x0600 && r <= 0x08FF:
		return foldArabic(r)
	case unicode.Is(unicode.Cf, r):
		return -1
	case r < 0x0600, r >= 0x1E00 && r < 0x2000:
		return foldAccented(r)
	case r >= 0xFB1D && r <= 0xFB4F: // Hebrew letters that NFKC leaves composed
		return foldAccented(r)
	}
	return foldDigit(unicode.ToLower(r))
}

// foldAccented folds the alphabets whose marks are accents or points.
func foldAccented(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil {
		r = []rune(string(d))[0]
	}
	return unicode.ToLower(r)
}

// foldDigit gives the ASCII digit of a decimal digit, other characters as they
// are.
func foldDigit(r rune) rune {
	if !unicode.Is(unicode.Nd, r) {
		return r
	}
	// Unicode keeps decimal digits in runs of ten, each from its zero on; runs
	// that touch are one range of the table.
	for _, t := range unicode.Nd.R16 {
		if uint32(r) <= uint32(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if uint32(r) <= t.Hi {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// foldArabic folds the Arabic blocks.
func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ', 'ٵ':
		return 'ا'
	case 'ؤ', 'ئ', 'ٴ', 'ٶ', 'ٸ':
		return 'ء'
	case 'ى', 'ی', 'ې', 'ے', 'ۓ', 'ٮ', 'ۍ':
		return 'ي'
	case 'ة', 'ہ', 'ۂ', 'ۃ', 'ۀ', 'ە', 'ھ', 'ۿ':
		return 'ه'
	case 'ک', 'ڪ', 'ڬ':
		return 'ك'
	case 'ـ', '\u06E5', '\u06E6': // tatweel, and the small waw and ya of the Quran
		return -1
	}
	switch {
	case r >= 'ء' && r <= 'ي':
		return r
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case unicode.In(r, unicode.Mn, unicode.Cf):
		return -1
	}
	return foldDigit(r)
}
