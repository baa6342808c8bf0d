package text

import (
	"strings"
	"unicode/utf8"
)

// spaceAt returns how many bytes the white space has that stands at a byte of a text, 0
// where none does. It is what [unicode.IsSpace] tells, without looking anything up.
func spaceAt(s string, at int) int {
	switch c := s[at]; {
	case c < utf8.RuneSelf:
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
	case c == 0xC2:
		if at+1 < len(s) && (s[at+1] == 0x85 || s[at+1] == 0xA0) {
			return 2
		}
	case c >= 0xE1 && c <= 0xE3:
		return wideSpace(s[at:])
	}
	return 0
}

// mayBeSpace has the bytes with which white space begins.
var mayBeSpace = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, ' ': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true}

// wideSpace is spaceAt of the spaces of three bytes, at the beginning of a text.
func wideSpace(s string) int {
	if len(s) < 3 {
		return 0
	}
	switch c := s[2]; s[:2] {
	case "\xE1\x9A", "\xE3\x80": // U+1680, U+3000
		if c == 0x80 {
			return 3
		}
	case "\xE2\x80": // U+2000 to U+200A, U+2028, U+2029, U+202F
		if c >= 0x80 && c <= 0x8A || c == 0xA8 || c == 0xA9 || c == 0xAF {
			return 3
		}
	case "\xE2\x81":
		if c == 0x9F { // U+205F
			return 3
		}
	}
	return 0
}

// CountWords counts the words of a line, as [strings.Fields] parts them.
func CountWords(line string) (count int) {
	inside := false
	for i := 0; i < len(line); i++ {
		if mayBeSpace[line[i]] {
			if n := spaceAt(line, i); n > 0 {
				inside = false
				i += n - 1
				continue
			}
		}
		if !inside {
			count++
			inside = true
		}
	}
	return count
}

// joinWords gives the words of a text with one space between each two, as
// [strings.Fields] parts them.
func joinWords(s string) string {
	s = strings.TrimSpace(s)
	if isJoined(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	from := -1 // where the word begins that is being read
	for i := 0; i <= len(s); {
		n := 1
		if i < len(s) {
			if n = 0; mayBeSpace[s[i]] {
				n = spaceAt(s, i)
			}
		}
		switch {
		case n == 0 && from < 0:
			from = i
		case n > 0 && from >= 0:
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s[from:i])
			from = -1
		}
		i += max(n, 1)
	}
	return b.String()
}

// isJoined tells whether a text has one plain space between each two words and none
// around.
func isJoined(s string) bool {
	apart := true // at the beginning or behind a space
	for i := range len(s) {
		if !mayBeSpace[s[i]] {
			apart = false
			continue
		}
		n := spaceAt(s, i)
		if n > 1 || n == 1 && (apart || s[i] != ' ') {
			return false
		}
		apart = n == 1
	}
	return s == "" || !apart
}
