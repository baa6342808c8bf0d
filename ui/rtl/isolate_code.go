package rtl

import "strings"

// codeLength returns the length of the name of code that a token begins with, with the signs
// that are a part of it: --option, -x, name(), $NAME, %d, C++, C#. It is 0 where
// there is none, or no sign: the letters alone are in order whatever surrounds them.
func codeLength(token []rune) int {
	start := signsBefore(token)
	end := start
	for end < len(token) && (isWord(token[end]) || end > start && strings.ContainsRune("-_.:", token[end])) {
		end++
	}
	for end > start && !isWord(token[end-1]) {
		end--
	}
	if end == start || !isASCIILetter(token[start]) {
		return 0
	}
	behind := signsBehind(token[start:end], token[end:])
	if start == 0 && behind == 0 {
		return 0
	}
	if start == 2 && end < len(token) && token[end] == '=' {
		_, end = trimPunctuation(token, 0, len(token))
		return end
	}
	if end += behind; end < len(token) && (isWord(token[end]) || strings.ContainsRune("/\\@=", token[end])) {
		return 0 // an address, a setting
	}
	return end
}

// signsBefore returns how many signs stand before a name of code, as a part of it.
func signsBefore(token []rune) int {
	switch {
	case len(token) > 2 && token[0] == '-' && token[1] == '-':
		return 2
	case len(token) > 1 && strings.ContainsRune("-$%", token[0]):
		return 1
	default:
		return 0
	}
}

// signsBehind returns how many signs stand behind a name of code, as a part of it.
func signsBehind(name, rest []rune) int {
	switch {
	case len(name) > 1 && len(rest) > 1 && rest[0] == '(' && rest[1] == ')':
		return 2
	case len(name) == 1 && len(rest) > 1 && rest[0] == '+' && rest[1] == '+':
		return 2
	case len(name) == 1 && len(rest) > 0 && rest[0] == '#':
		return 1
	default:
		return 0
	}
}

// mixedNumberLength returns the length of the word of digits and letters that a text begins
// with and that has its sense from left to right: 1.0-beta, 737-MAX, 2026-11-30T10:00Z. It is
// 0 where there is none.
func mixedNumberLength(text []rune) int {
	if len(text) == 0 || text[0] < '0' || text[0] > '9' {
		return 0
	}
	end := 0
	hasLetter := false
	for end < len(text) && (isWord(text[end]) || strings.ContainsRune("-._+:", text[end]) && end+1 < len(text) && isWord(text[end+1])) {
		hasLetter = hasLetter || isASCIILetter(text[end])
		end++
	}
	if !hasLetter || end < len(text) && (strings.ContainsRune("/\\@=", text[end]) || propertiesOf(text[end]).kind() == Right) {
		return 0
	}
	return end
}

// mostPlaceholder is how many characters a placeholder has at the most.
const mostPlaceholder = 64

// placeholderLength returns the length of what a text begins with and that a program puts
// something in the place of, with the path that it begins: ${NAME}/bin, {{ .Name }}, #{name}.
// It is 0 where there is none.
func placeholderLength(text []rune) int {
	closing := "}"
	switch {
	case len(text) < 4 || text[1] != '{':
		return 0
	case text[0] == '{':
		closing = "}}"
	case text[0] != '$' && text[0] != '#':
		return 0
	}
	end, named := 2, false
	for end < min(len(text), mostPlaceholder) && text[end] >= ' ' && text[end] < 0x7f && text[end] != '}' {
		named = named || isWord(text[end])
		end++
	}
	if end += len(closing); !named || end > len(text) || string(text[end-len(closing):end]) != closing {
		return 0
	}
	if end < len(text) && text[end] == '/' {
		stop := end
		for stop < len(text) && isToken(text[stop]) {
			stop++
		}
		_, end = trimPunctuation(text, end, stop)
	}
	return end
}
