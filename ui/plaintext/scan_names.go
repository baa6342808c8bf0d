package plaintext

import (
	"strings"
	"unicode/utf8"
)

// isFileName tells whether a text ends as the name of a file does: in a dot and one to five
// letters or digits.
func isFileName(text string) bool {
	const longestEnding = 5
	at := len(text)
	for at > 0 && isWordByte(text[at-1]) && text[at-1] != '_' {
		at--
	}
	ending := len(text) - at
	return ending > 0 && ending <= longestEnding && at > 0 && text[at-1] == '.'
}

// withoutLineNumber returns a text without a colon near its end and the number of a line
// behind it.
func withoutLineNumber(text string) string {
	at := len(text)
	for at > 0 && isDigitByte(text[at-1]) {
		at--
	}
	if at > 0 && text[at-1] == ':' {
		return text[:at-1]
	}
	return text
}

// hasTime tells whether a time with seconds stands in a text.
func hasTime(text string) bool {
	areDigits := func(at int) bool { return isDigitByte(text[at]) && isDigitByte(text[at+1]) }
	for at := 2; at+5 < len(text); at++ {
		if text[at] == ':' && text[at+3] == ':' && areDigits(at-2) && areDigits(at+1) && areDigits(at+4) {
			return true
		}
	}
	return false
}

// isCall tells whether a text has a function that is called with a text in quotes, or a
// name that is given one.
func isCall(text string) bool {
	for at := 1; at+1 < len(text); at++ {
		switch text[at] {
		case '(':
			if isWordByte(text[at-1]) && (text[at+1] == '"' || text[at+1] == '\'') {
				return true
			}
		case '=':
			if isWordByte(text[at-1]) && text[at+1] == '"' {
				return true
			}
		}
	}
	return false
}

// labelEnd returns where the label ends that a text begins with, the name of a program with
// its number in brackets or without and a colon, or 0.
func labelEnd(text string) int {
	at := asciiNameEnd(text, 0)
	for isOneOf(text, at, "/") {
		at = asciiNameEnd(text, at+1)
	}
	if at == 0 {
		return 0
	}
	if isOneOf(text, at, "[") {
		number := skipDigits(text, at+1)
		if number == at+1 || !isOneOf(text, number, "]") {
			return 0
		}
		at = number + 1
	}
	if !strings.HasPrefix(text[at:], ": ") {
		return 0
	}
	return at + len(": ")
}

// skipDigits returns where the digits end that begin at a byte.
func skipDigits(text string, at int) int {
	for at < len(text) && isDigitByte(text[at]) {
		at++
	}
	return at
}

// beginsWithNumber returns what tells whether a text begins with digits and a sign.
func beginsWithNumber(sign string) func(text string) bool {
	return func(text string) bool {
		at := skipDigits(text, 0)
		return at > 0 && isOneOf(text, at, sign)
	}
}

// hashGutterEnd returns where the hash of a commit ends, and the blanks behind it, that a
// text begins with behind branches, or 0.
func hashGutterEnd(text string) int {
	const shortest, longest = 7, 40
	start := 0
	for isOneOf(text, start, "*|/\\_ ") {
		start++
	}
	end := start
	for end < len(text) && (isDigitByte(text[end]) || text[end] >= 'a' && text[end] <= 'f') {
		end++
	}
	if end-start < shortest || end-start > longest || !isOneOf(text, end, " ") {
		return 0
	}
	return skipSpaces(text, end)
}

// numbersGutterEnd returns where the number of a line ends, and the bar or the blanks behind
// it, that a text begins with, or 0.
func numbersGutterEnd(text string) int {
	start := skipSpaces(text, 0)
	at := skipDigits(text, start)
	switch {
	case at == start:
		return 0
	case strings.HasPrefix(text[at:], "  "):
		return at + len("  ")
	case isOneOf(text, at, "\t"):
		return at + 1
	}
	behind := skipSpaces(text, at)
	switch r, size := utf8.DecodeRuneInString(text[behind:]); {
	case r == '|' || r == '│' || r == '┃' || r == ':':
		return behind + size + len(text[behind+size:]) - len(strings.TrimPrefix(text[behind+size:], " "))
	case behind > at:
		return behind
	}
	return 0
}

// contextGutterEnd returns where the number of a line around a match ends, and the sign
// behind it, that a text begins with, or 0.
func contextGutterEnd(text string) int {
	at := skipDigits(text, 0)
	if at == 0 || !isOneOf(text, at, "-:=") {
		return 0
	}
	return at + 1
}

// skipSpaces returns where the spaces end that begin at a byte.
func skipSpaces(text string, at int) int {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return at
}
