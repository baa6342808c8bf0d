package rtl

// Limits of what counts as a telephone number: fewer digits are a year or a
// score, more have no subscriber (ITU-T E.164).
const (
	minPhoneDigits = 7
	maxPhoneDigits = 15
)

// phoneNumber gives the length of the telephone number that starts with
// character i, or 0. It starts with a plus sign, or is of several groups of
// digits the first of which has three or more and starts with 0; so no date is
// one.
func phoneNumber(text []rune, i int) int {
	at := i
	plus := text[at] == '+'
	if d, ok := digit(text[at]); (!ok || d != 0) && !plus && text[at] != '(' {
		return 0
	}
	if plus {
		at++
	}
	if at == len(text) || i > 0 && isNumberPart(text[i-1]) {
		return 0
	}
	digits, groups, first := 0, 0, 0
	for digits <= maxPhoneDigits {
		group := separated(text, at, groups == 0)
		end := group
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		if end == group {
			break
		}
		if groups == 0 {
			first = end - group
			if d, _ := digit(text[group]); d != 0 {
				first = 0
			}
		}
		groups++
		digits += end - group
		at = end
	}
	switch {
	case digits < minPhoneDigits || digits > maxPhoneDigits,
		!plus && (groups == 1 || first < 3),
		at < len(text) && isWord(text[at]):
		return 0
	}
	return at - i
}

// separated gives the start of the group of digits behind what parts it from
// the one before: a space, hyphen or dot, and brackets around the group before
// or behind.
func separated(text []rune, at int, first bool) int {
	skip := func(is func(rune) bool) {
		if at < len(text) && is(text[at]) {
			at++
		}
	}
	if !first {
		skip(func(r rune) bool { return r == ')' })
		skip(func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '-' || r == '\u2011' || r == '.' })
	}
	skip(func(r rune) bool { return r == '(' })
	return at
}

func isDigit(r rune) bool {
	_, ok := digit(r)
	return ok
}

// isNumberPart is true of what a telephone number does not start behind.
func isNumberPart(r rune) bool {
	switch r {
	case '+', '-', '.', ',', '/', ':', '_', '٫', '٬':
		return true
	}
	return isDigit(r) || isASCIILetter(r)
}
