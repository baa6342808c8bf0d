package office

import (
	"strconv"
	"strings"
)

// The letters that numbers are written in.
const (
	arabicLetters = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
	abjadLetters  = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
	hebrewLetters = "אבגדהוזחטיכלמנסעפצקרשת"
	latinLetters  = "abcdefghijklmnopqrstuvwxyz"
)

// Number writes a number in a format as Word names it; in one that is not known it
// is in digits.
func Number(n int, format string) string {
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "hindiNumbers":
		return formatDigits(n, '٠')
	case "lowerLetter":
		return repeatLetter(n, latinLetters)
	case "upperLetter":
		return strings.ToUpper(repeatLetter(n, latinLetters))
	case "arabicAlpha":
		return repeatLetter(n, arabicLetters)
	case "arabicAbjad":
		return repeatLetter(n, abjadLetters)
	case "hebrew1", "hebrew2":
		return repeatLetter(n, hebrewLetters)
	case "lowerRoman":
		return strings.ToLower(formatRoman(n))
	case "upperRoman":
		return formatRoman(n)
	}
	return strconv.Itoa(n)
}

// formatDigits writes a number in the digits that begin with a zero.
func formatDigits(n int, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return r - '0' + zero
	}, strconv.Itoa(n))
}

// repeatLetter writes a number in letters: after the last one each stands twice.
func repeatLetter(n int, letters string) string {
	all := []rune(letters)
	const longest = 8
	if n < 1 || n > len(all)*longest {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(all[(n-1)%len(all)]), (n-1)/len(all)+1)
}

// formatRoman writes a number as Romans did.
func formatRoman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
