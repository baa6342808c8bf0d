package plaintext

import (
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// findCode finds the lines of data, settings and code: those that stand between lines
// which can be nothing else.
func findCode(lines []line) {
	keys, certain := 0, false
	for i := range lines {
		l := &lines[i]
		certain = certain || isBracket(l.text) || l.hasPair() || l.has&hasEquals != 0 && isAssignment(l.text)
		if l.first == rtl.LTR && l.has&hasColon != 0 && isKey(l.text) {
			keys++
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.laid || l.blank {
			continue
		}
		l.keyed = (certain || keys > 1) && l.first == rtl.RTL && l.has&hasQuote == 0 && isAnyKey(l.text)
		l.laid = l.hasPair() || isNested(lines, i) ||
			(certain || keys > 1) && isCodeLine(l.text) || l.isReport()
	}
}

// hasPair tells whether a line has a name and a value of data, or opens a list of them.
func (l *line) hasPair() bool {
	may := l.has&hasBracket != 0 && startsWithBracket(l.text) || l.has&hasQuote != 0 && l.has&hasColon != 0
	return may && isPair(l.text)
}

func startsWithBracket(text string) bool {
	t := strings.TrimLeft(text, " \t")
	return t != "" && (t[0] == '{' || t[0] == '[')
}

// isReport tells whether a line from left to right has its message from right to left
// behind a time or a label, or something in the quotes of code.
func (l *line) isReport() bool {
	if l.first != rtl.LTR || l.has&(hasColon|hasQuote) == 0 {
		return false
	}
	at := firstRight(l.text)
	if at < 0 {
		return false
	}
	label := labelEnd(l.text)
	return isCall(l.text) || hasTime(l.text[:at]) || label > 0 && isMostlyRight(l.text[label:]) && directionOf(l.text[label:]) == rtl.RTL
}

// isCodeLine tells whether a line may be one of code that stands among others.
func isCodeLine(text string) bool {
	return isBracket(text) || isValue(text) || isAnyKey(text) || isComment(text) ||
		isSection(text) || isItem(text) || strings.IndexByte(text, '=') >= 0 && isAssignment(text)
}

// isBracket tells whether a line is nothing but brackets.
func isBracket(text string) bool {
	t := strings.TrimSpace(text)
	return t != "" && len(t) < 8 && strings.Trim(t, "{}[](),;") == ""
}

// mostNested is how many lines above one are looked at for what it belongs to.
const mostNested = 64

// isNested tells whether a line belongs to one above that is indented less and opens a
// block: a list below its key.
func isNested(lines []line, i int) bool {
	own := indent(lines[i].text)
	if own == 0 && !isItem(lines[i].text) {
		return false
	}
	for k := i - 1; k >= max(0, i-mostNested); k-- {
		l := &lines[k]
		switch {
		case indent(l.text) < own || own == 0 && !isItem(l.text):
			return l.first == rtl.LTR && opensBlock(strings.TrimRight(l.text, " "))
		case indent(l.text) == own && l.laid:
			return true
		}
	}
	return false
}

// isolateKey lets a key and its value be laid out by themselves.
func (l *line) isolateKey() {
	at := strings.IndexAny(l.text, ":=")
	l.add(indent(l.text), len(strings.TrimRight(l.text[:at], " ")), rtl.RTL, true)
	value := at + 1 + indent(l.text[at+1:])
	if value < len(l.text) {
		l.isolate(value, len(l.text), rtl.LTR, false)
	}
}
