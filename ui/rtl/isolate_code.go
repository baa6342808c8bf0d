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
