package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	groupDigits   = 3  // that stand between two signs of a number
	longestNumber = 40 // characters on each side of a sign that are looked at
)

// isGroupSign tells whether a character stands between the thousands of numbers: the commas
// of Latin and of Arabic, the full stop, and the thin, the narrow and the hard space.
func isGroupSign(r rune) bool {
	switch r {
	case ',', '.', '٬', '،', '\u2009', '\u202F', hardSpace:
		return true
	}
	return false
}

// IsNumberSign tells whether the character at a byte of a text is the sign between the
// thousands of a number, as in 3,500 and ٣٬٥٠٠: its signs are all the same, one to three
// digits stand before them, which do not begin with a zero, and three behind each; a
// fraction may follow behind another sign. 1.2.2024, 192.168.1.1 and 0.125 have none.
func IsNumberSign(s string, at int) bool {
	sign, size := utf8.DecodeRuneInString(s[at:])
	if !isGroupSign(sign) || !isDigitAt(s, at+size) || !isDigitBefore(s, at) {
		return false
	}
	start, end, ok := numberAround(s, at)
	if !ok {
		return false
	}
	groups := strings.Split(s[start:end], s[at:at+size])
	last := len(groups) - 1
	if i := strings.IndexFunc(groups[last], isGroupSign); i >= 0 {
		if _, n := utf8.DecodeRuneInString(groups[last][i:]); digitCount(groups[last][i+n:]) == 0 {
			return false
		}
		groups[last] = groups[last][:i]
	}
	for i, group := range groups {
		if n := digitCount(group); n != groupDigits && (i > 0 || n == 0 || n > groupDigits) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(groups[0])
	return foldRune(first) != '0'
}

// numberAround gives where the digits around a byte of a text, and what signs are between
// digits, begin and end. ok is false where they are too many, or a Latin letter stands before.
func numberAround(s string, at int) (start, end int, ok bool) {
	start, end = at, at
	for length := 0; ; length++ {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if length == longestNumber || unicode.Is(unicode.Latin, r) {
			return 0, 0, false
		}
		if !isAnyDigit(r) && (!isGroupSign(r) || !isDigitBefore(s, start-n)) {
			break
		}
		start -= n
	}
	for length := 0; ; length++ {
		r, n := utf8.DecodeRuneInString(s[end:])
		if length == longestNumber {
			return 0, 0, false
		}
		if !isAnyDigit(r) && (!isGroupSign(r) || !isDigitAt(s, end+n)) {
			break
		}
		end += n
	}
	return start, end, true
}

// digitCount is how many digits a text has that is nothing else, 0 of another one.
func digitCount(s string) (n int) {
	for _, r := range s {
		if !isAnyDigit(r) {
			return 0
		}
		n++
	}
	return n
}

func isAnyDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r)
}

func isDigitAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return isAnyDigit(r)
}

func isDigitBefore(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return isAnyDigit(r)
}

// withoutNumberSigns leaves out the signs between the thousands of the numbers of a text.
func withoutNumberSigns(s string) string {
	var b strings.Builder
	from := 0
	for i, r := range s {
		if isGroupSign(r) && IsNumberSign(s, i) {
			b.WriteString(s[from:i])
			from = i + utf8.RuneLen(r)
		}
	}
	if from == 0 {
		return s
	}
	return b.String() + s[from:]
}
