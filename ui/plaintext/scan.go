package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// asciiBlanks are the blanks that \s matches in an expression.
const asciiBlanks = "\t\n\f\r "

// isBlankByte tells whether a byte is one of [asciiBlanks].
func isBlankByte(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' && c != '\v' }

// isDigitByte tells whether a byte is a digit of ASCII.
func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// isWordByte tells whether a byte is a letter, a digit or an underscore of ASCII.
func isWordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || isDigitByte(c) || c == '_' }

// skipBlanks returns where the blanks end that begin at a byte.
func skipBlanks(text string, at int) int {
	for at < len(text) && isBlankByte(text[at]) {
		at++
	}
	return at
}

// isOneOf tells whether a text has one of some bytes at a place.
func isOneOf(text string, at int, bytes string) bool {
	return at < len(text) && strings.IndexByte(bytes, text[at]) >= 0
}

// isMachine tells whether what stands before the first letter of a text is none of it: a
// time, numbers, a sign of a comment, something in brackets.
func isMachine(lead string) bool {
	if isMarked(lead) {
		return true
	}
	if end := strings.TrimRight(lead, asciiBlanks); end != "" && isOneOf(end, len(end)-1, "])}:|") {
		return true
	}
	for i := range len(lead) - 2 {
		if !isDigitByte(lead[i]) {
			continue
		}
		if lead[i+1] == ':' && i+3 < len(lead) && isDigitByte(lead[i+2]) && isDigitByte(lead[i+3]) {
			return true
		}
		if next := skipBlanks(lead, i+1); next > i+1 && next < len(lead) && isDigitByte(lead[next]) {
			return true
		}
	}
	return false
}

// isMarked tells whether a text begins with the sign of a comment and a blank.
func isMarked(text string) bool {
	for _, sign := range [...]string{"#", "//", "--", ";"} {
		if strings.HasPrefix(text, sign) && len(text) > len(sign) && isBlankByte(text[len(sign)]) {
			return true
		}
	}
	return false
}

// isPair tells whether a text has a name in quotes and a value behind it, or opens a list
// of them.
func isPair(text string) bool {
	if at := skipBlanks(text, 0); isOneOf(text, at, "{[") && isOneOf(text, skipBlanks(text, at+1), `"{[`) {
		return true
	}
	for i := range len(text) {
		if text[i] != '"' {
			continue
		}
		at := skipBlanks(text, i+1)
		if !isOneOf(text, at, ":") {
			continue
		}
		if at++; at < len(text) && isBlankByte(text[at]) {
			at++
		}
		if isOneOf(text, at, `"[{0123456789`) {
			return true
		}
	}
	return false
}

// isKey tells whether a text begins with a key of ASCII letters, in quotes or not, an
// item of a list or not, and a colon.
func isKey(text string) bool {
	return strings.IndexByte(text, ':') >= 0 && startsWithKey(text, asciiNameEnd, isColonAt)
}

// isAnyKey tells whether a text begins with a key of any letters, and a colon or an equals
// sign.
func isAnyKey(text string) bool {
	if strings.IndexByte(text, ':') < 0 && strings.IndexByte(text, '=') < 0 {
		return false
	}
	return startsWithKey(text, nameEnd, func(text string, at int) bool {
		return isColonAt(text, at) || isOneOf(text, at, "=") || strings.HasPrefix(text[at:], " =")
	})
}

// startsWithKey tells whether a name stands at the start of a text, behind the mark of an
// item or not, and a sign behind it.
func startsWithKey(text string, end func(string, int) int, isSign func(string, int) bool) bool {
	at := skipBlanks(text, 0)
	starts := [...]int{at, at + len("- ")}
	for i, start := range starts {
		if i > 0 && !strings.HasPrefix(text[at:], "- ") {
			break
		}
		if isOneOf(text, start, `"`) {
			start++
		}
		stop := end(text, start)
		if stop == start {
			continue
		}
		if isSign(text, stop) || isOneOf(text, stop, `"`) && isSign(text, stop+1) {
			return true
		}
	}
	return false
}

// isColonAt tells whether a colon stands at a place, and a blank or nothing behind it.
func isColonAt(text string, at int) bool {
	return isOneOf(text, at, ":") && (at+1 == len(text) || text[at+1] == ' ')
}

// asciiNameEnd returns where a name of ASCII letters, digits and dots ends.
func asciiNameEnd(text string, at int) int {
	for at < len(text) && (isWordByte(text[at]) || text[at] == '.' || text[at] == '-') {
		at++
	}
	return at
}

// nameEnd returns where a name of any letters, digits and dots ends.
func nameEnd(text string, at int) int {
	for {
		at = asciiNameEnd(text, at)
		r, size := utf8.DecodeRuneInString(text[at:])
		if r < utf8.RuneSelf || !unicode.In(r, unicode.L, unicode.M) {
			return at
		}
		at += size
	}
}

// isAssignment tells whether a text begins with the name of a variable, maybe with what
// stands in brackets behind it, and what gives it a value.
func isAssignment(text string) bool {
	start := skipBlanks(text, 0)
	for _, at := range [...]int{start, start + len("export ")} {
		if at > start && !strings.HasPrefix(text[start:], "export ") {
			break
		}
		name := at
		for at < len(text) && (isWordByte(text[at]) || isOneOf(text, at, ".$-")) {
			at++
		}
		if at == name {
			continue
		}
		if assigns(text[at:]) {
			return true
		}
		if !isOneOf(text, at, "[") {
			continue
		}
		for end := at + 1; end < len(text); end++ {
			if text[end] == ']' && assigns(text[end+1:]) {
				return true
			}
		}
	}
	return false
}

// assigns tells whether a text begins with an equals sign, behind a blank or not, and with
// what goes before one.
func assigns(text string) bool {
	text = strings.TrimPrefix(text, " ")
	if isOneOf(text, 0, ":+") {
		text = text[1:]
	}
	return isOneOf(text, 0, "=")
}

// opensBlock tells whether a text ends with what opens a list or a block.
func opensBlock(text string) bool {
	end := len(text) - 1
	if end > 0 && text[end] == '-' {
		return isOneOf(text, end-1, "|>")
	}
	return end >= 0 && isOneOf(text, end, ":{[(|>")
}

// mayCount tells whether a text has a number, or a bracket that opens, behind a blank, and
// letters of ASCII further on: what [counterPattern] asks for.
func mayCount(text string) bool {
	for at := 1; at < len(text); at++ {
		if text[at-1] == ' ' && (isDigitByte(text[at]) || text[at] == '(') {
			return strings.ContainsFunc(text[at:], func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' })
		}
	}
	return false
}

// isSection tells whether a text is a heading in brackets, as settings have it.
func isSection(text string) bool { return len(text) > 2 && text[0] == '[' && text[len(text)-1] == ']' }

// isComment tells whether a text begins with the sign of a comment.
func isComment(text string) bool {
	text = text[skipBlanks(text, 0):]
	for _, sign := range [...]string{"#", "//", ";", "--", "/*", "*", "<!--", "%"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	return false
}

// isItem tells whether a text begins with the mark of an item of a list.
func isItem(text string) bool { return strings.HasPrefix(text[skipBlanks(text, 0):], "- ") }

// isValue tells whether a text is a value in quotes, maybe with a comma behind it.
func isValue(text string) bool {
	at := skipBlanks(text, 0)
	if !isOneOf(text, at, `"`) {
		return false
	}
	end := quoteEnd(text, at)
	return end > 0 && (end == len(text) || text[end:] == ",")
}

// quoteEnd returns where what is quoted at a place ends, behind the sign that closes it, or
// -1. In double quotes a backslash takes the next character along.
func quoteEnd(text string, start int) int {
	quote := text[start]
	for at := start + 1; at < len(text); at++ {
		switch {
		case text[at] == quote:
			return at + 1
		case text[at] == '\\' && quote == '"':
			at++
		}
	}
	return -1
}

// nextQuoted returns what is quoted next in a text from a place on, with its quotes, or
// -1. A quote that nothing closes is a character like others, as are all of its kind
// behind it.
func nextQuoted(text string, from int, unclosed *[2]bool) (start, end int) {
	for at := from; at < len(text); at++ {
		kind := 0
		switch text[at] {
		case '"':
		case '\'':
			kind = 1
		default:
			continue
		}
		if unclosed[kind] {
			continue
		}
		if end = quoteEnd(text, at); end > 0 {
			return at, end
		}
		unclosed[kind] = true
	}
	return -1, -1
}
