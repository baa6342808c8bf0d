package rtf

import "strconv"

// token is one piece of a file: a control word or sign, a byte of text, the begin or
// end of a group.
type token struct {
	kind   tokenKind
	word   string // of a control word or sign
	number int
	has    bool // whether the word has a number
	b      byte
}

type tokenKind byte

const (
	endOfFile tokenKind = iota
	groupBegin
	groupEnd
	controlToken
	byteToken    // a byte as it stands in the file
	escapedToken // a byte in hexadecimal
)

// scanner parts a file into tokens.
type scanner struct {
	data []byte
	at   int
}

// next returns the next token.
func (s *scanner) next() token {
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch c {
		case '\r', '\n', 0:
			continue
		case '{':
			return token{kind: groupBegin}
		case '}':
			return token{kind: groupEnd}
		case '\\':
			return s.control()
		}
		return token{kind: byteToken, b: c}
	}
	return token{}
}

// control reads what follows a backslash.
func (s *scanner) control() token {
	if s.at >= len(s.data) {
		return token{}
	}
	c := s.data[s.at]
	if !isLetter(c) {
		s.at++
		if c == '\'' {
			return s.hex()
		}
		return token{kind: controlToken, word: string(rune(c))}
	}
	start := s.at
	for s.at < len(s.data) && isLetter(s.data[s.at]) {
		s.at++
	}
	t := token{kind: controlToken, word: string(s.data[start:s.at])}
	start = s.at
	if s.at+1 < len(s.data) && s.data[s.at] == '-' && isDigit(s.data[s.at+1]) {
		s.at++
	}
	for s.at < len(s.data) && isDigit(s.data[s.at]) {
		s.at++
	}
	if s.at > start {
		t.number, _ = strconv.Atoi(string(s.data[start:s.at]))
		t.has = true
	}
	if s.at < len(s.data) && s.data[s.at] == ' ' {
		s.at++
	}
	return t
}

// hex reads a byte in hexadecimal.
func (s *scanner) hex() token {
	if s.at+2 > len(s.data) {
		s.at = len(s.data)
		return token{}
	}
	n, err := strconv.ParseUint(string(s.data[s.at:s.at+2]), 16, 8)
	s.at += 2
	if err != nil {
		return token{kind: controlToken, word: "'"}
	}
	return token{kind: escapedToken, b: byte(n)}
}

// skip passes over so many bytes.
func (s *scanner) skip(n int) { s.at = min(s.at+max(n, 0), len(s.data)) }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
