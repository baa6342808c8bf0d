package text

import (
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Plain text becomes Markdown that shows the same text: what CommonMark or
// GitHub's extensions would take as markup is escaped with a backslash.

var (
	// inlinePattern is what is markup wherever it stands, and web addresses, which are
	// marked as such so that they stay whole.
	inlinePattern = pattern.New(addressExpression + "|[\\\\`*_~\\[\\]<]|&(?:#|[a-zA-Z])")
	// leadingPattern is what is markup at the start of a line: headings, quotes, list
	// items, rules and underlines of headings, the row under a table's head.
	leadingPattern = pattern.New(`^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=|:+ ]+$|~~~|(\d{1,9})[.)](?:\s|$))`)
)

// addressExpression is a web address in a text, with what closes a sentence behind it.
const addressExpression = `\b(?i:https?)://[^\s<>|"“”«»،؛؟…]+`

var addressPattern = pattern.New(addressExpression)

// ReplaceAddresses replaces each web address in a text by what a function gives for it and returns
// the text.
func ReplaceAddresses(s string, by func(address string) string) string {
	if !strings.Contains(s, "://") {
		return s
	}
	return addressPattern.ReplaceAllStringFunc(s, func(m string) string {
		address := AddressIn(m)
		if strings.HasSuffix(address, "://") {
			return m
		}
		return by(address) + m[len(address):]
	})
}

// EscapeLine gives one line of text as Markdown.
func EscapeLine(line string) string {
	if strings.ContainsAny(line, "\\`*_~[]<&:") {
		line = inlinePattern.ReplaceAllStringFunc(line, func(m string) string {
			if !strings.Contains(m, "://") {
				return `\` + m
			}
			address := AddressIn(m)
			if strings.HasSuffix(address, "://") {
				return escapeSigns(m)
			}
			return "<" + address + ">" + escapeSigns(m[len(address):])
		})
	}
	m := leadingPattern.FindStringSubmatch(line)
	switch {
	case m == nil:
		return line
	case m[1] != "":
		return m[1] + `\` + line[len(m[1]):]
	}
	return `\` + line
}

// AddressIn returns the web address that a text without spaces begins with: what closes
// a sentence is none of it, nor a bracket that was not opened within it.
func AddressIn(s string) string {
	round := strings.Count(s, "(") - strings.Count(s, ")") // how many are open at the end
	square := strings.Count(s, "[") - strings.Count(s, "]")
	for s != "" && !strings.HasSuffix(s, "://") {
		switch s[len(s)-1] {
		case '.', ',', ':', ';', '!', '?', '\'', '*', '_', '~', '`', '\\':
		case '(':
			round--
		case '[':
			square--
		case ')':
			if round++; round > 0 {
				return s
			}
		case ']':
			if square++; square > 0 {
				return s
			}
		default:
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}

// escapeSigns returns a text with a backslash before each sign that is markup.
func escapeSigns(s string) string {
	return signsPattern.ReplaceAllString(s, `\$0`)
}

// signsPattern are the characters that are markup wherever they stand.
var signsPattern = pattern.New("[\\\\`*_~\\[\\]<]|&(?:#|[a-zA-Z])")

// EscapeLines gives the lines of one paragraph as Markdown that breaks where
// they break.
func EscapeLines(lines []string) string {
	escaped := make([]string, len(lines))
	for i, line := range lines {
		escaped[i] = EscapeLine(strings.TrimSpace(line))
	}
	return strings.Join(escaped, "\\\n")
}

// inlineLinks are links and pictures in a line, and addresses between brackets.
var inlineLinks = pattern.New(`!?\[((?:[^\]\[\\]|\\.)*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+"[^"]*")?\)|<(https?://[^>\s]+)>`)

// Opening returns the beginning of a Markdown text as a title, cut after a word.
func Opening(body string) string {
	text, _, _ := strings.Cut(strings.TrimLeft(body, "#>*-+ \t\n"), "\n")
	text = strings.ReplaceAll(inlineLinks.ReplaceAllString(text, "$1$2"), "**", "")
	if title := ShortTitle(Unescape(text)); strings.TrimFunc(title, IsInvisible) != "" {
		return title
	}
	return ShortTitle(body)
}

// MaxTitle is how long a line may be, in runes, to be taken as a title, and how
// much of a longer one stands for it.
const (
	MaxTitle = 150
	cutTitle = 80
)

// ShortTitle cuts a line that is too long for a title after a word.
func ShortTitle(line string) string {
	line = CleanLine(line)
	runes := []rune(line)
	if len(runes) <= MaxTitle {
		return line
	}
	cut := string(runes[:cutTitle])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return CleanLine(cut) + "…"
}

// Unescape takes Markdown's backslashes off the punctuation they stand before.
func Unescape(s string) string { return escapesPattern.ReplaceAllString(s, "$1") }

var escapesPattern = pattern.New("\\\\([!-/:-@\\[-`{-~])")
