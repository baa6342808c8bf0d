package plaintext

import (
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// Quoted returns what stands in quotes in a line of text and is laid out by itself, as values of
// code are and what is quoted among words that run from left to right.
func Quoted(text string) []rtl.Isolate {
	if !strings.ContainsAny(text, `"'`) {
		return nil
	}
	l := line{text: text}
	l.isolateQuoted(0, len(text))
	return l.layout.Isolates
}

// isolateQuoted lets what a stretch has in quotes be laid out by itself, where these are
// those of data or code, or stand among what runs from left to right.
func (l *line) isolateQuoted(start, end int) bool {
	text := l.text[start:end]
	inLatin := directionOf(text) == rtl.LTR || directionOf(behindQuoted(text)) == rtl.LTR
	alone := !inLatin && !hasRightUnquoted(text)
	found := false
	var unclosed [2]bool
	for at := 0; ; {
		from, to := nextQuoted(text, at, &unclosed)
		if from < 0 {
			return found
		}
		at = to
		if firstRight(text[from:to]) < 0 {
			continue
		}
		before, behind := text[:from], text[to:]
		if isValueBetween(before, behind) || opensQuote(before) && closesQuote(behind) && (alone || inLatin && isAmongLatin(before, behind)) {
			l.addQuoted(start+from+1, start+to-1)
			found = true
		}
	}
}

// behindQuoted returns what stands behind the quotation that a text begins with, all of it
// where it begins with none.
func behindQuoted(text string) string {
	var unclosed [2]bool
	from, to := nextQuoted(text, 0, &unclosed)
	if from < 0 || strings.TrimLeft(text[:from], " ") != "" {
		return text
	}
	return text[to:]
}

// isValueBetween tells whether what is quoted is a value of data or code: a bracket, a
// comma, a colon or another operator stands beside it, or its key right before it.
func isValueBetween(before, behind string) bool {
	if strings.HasSuffix(before, "=") {
		return true
	}
	before, behind = withoutPrefix(strings.TrimRight(before, " ")), strings.TrimLeft(behind, " ")
	return (before == "" || strings.IndexByte("[{(,:=>+", before[len(before)-1]) >= 0) &&
		(behind == "" || strings.IndexByte("]}),:;=/>+", behind[0]) >= 0)
}

// withoutPrefix returns what stands before a quotation without the letters that say of what
// kind it is: f"…", rb'…'.
func withoutPrefix(before string) string {
	rest := strings.TrimRight(before, "fFrRbBuUL")
	if n := len(before) - len(rest); n > 2 || rest != "" && strings.IndexByte("[{(,:=>+ ", rest[len(rest)-1]) < 0 {
		return before
	}
	return strings.TrimRight(rest, " ")
}

// opensQuote tells whether a quotation may open behind a text.
func opensQuote(before string) bool {
	return before == "" || strings.IndexByte(" \t[{(,:=>+/", before[len(before)-1]) >= 0
}

// closesQuote tells whether a quotation may close before a text.
func closesQuote(behind string) bool {
	return behind == "" || strings.IndexByte(" \t]}),:;=/>+.?!", behind[0]) >= 0
}

// isAmongLatin tells whether the words on both sides of a quotation run from left to right.
func isAmongLatin(before, behind string) bool {
	before, behind = strings.TrimRight(before, " "), strings.TrimLeft(behind, " ")
	last := before[strings.LastIndexByte(before, ' ')+1:]
	next, _, _ := strings.Cut(behind, " ")
	return firstRight(last) < 0 && firstRight(next) < 0 || strings.ContainsAny(last, `"'`) || strings.ContainsAny(next, `"'`)
}

// hasRightUnquoted tells whether a letter that runs from right to left stands in a text
// outside of quotes.
func hasRightUnquoted(text string) bool {
	var unclosed [2]bool
	for at := 0; ; {
		from, to := nextQuoted(text, at, &unclosed)
		if from < 0 {
			return firstRight(text[at:]) >= 0
		}
		if firstRight(text[at:from]) >= 0 {
			return true
		}
		at = to
	}
}

// addQuoted lets what stands in quotes be laid out by itself, and of a path each part.
func (l *line) addQuoted(start, end int) {
	text := l.text[start:end]
	switch {
	case isRelativePath(text):
		l.isolateParts(start, end)
	case isCommand(text):
		l.add(start, end, rtl.LTR, false)
	default:
		l.add(start, end, rtl.Auto, false)
	}
}
