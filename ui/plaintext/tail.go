package plaintext

import (
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// bulletSigns are marks of items of a list, which belong to the text behind them.
const bulletSigns = "•◦▪‣"

// isolateTail lets what ends a stretch be laid out by itself where it runs from right to
// left and stands behind something that ends what is before: the message of a program
// behind its name, a time or signs.
func (l *line) isolateTail(start, end int) bool {
	text := l.text[start:end]
	at := firstRight(text)
	if at < 0 || !isMostlyRight(text[at:]) {
		return false
	}
	if closes := unmatched(text[at:]); closes > 0 { // (main, فرع) رسالة
		l.add(start+at, start+at+closes, rtl.Auto, false)
		return l.isolateTail(start+at+closes+1, end) || true
	}
	if text[at-min(at, 1)] == '_' { // a name of letters of both directions
		return false
	}
	at = openedBefore(text, at)
	before := strings.TrimRight(text[:at], " \t\u00a0")
	if strings.ContainsAny(before, bulletSigns) && directionOf(before) == rtl.Auto && at == len(before)+1 {
		l.add(start, end, rtl.RTL, false)
		return true
	}
	led := (len(l.cells) == 0 || before == "-" || before == "+") && directionOf(before) == rtl.Auto
	if before != "" && !led && !isMachine(text[:at]) && (len(before) == at || !endsLabel(before)) {
		return false
	}
	if closes := closedAt(text[at:]); closes > 0 && strings.TrimSpace(text[at+closes:]) != "" && firstRight(text[at+closes:]) >= 0 {
		l.add(start+at, start+at+closes, rtl.Auto, false) // (فرع) رسالة
		at += closes + indent(text[at+closes:])
	}
	at += indent(text[at:])
	d := rtl.RTL
	if isName(text[at:]) {
		d = rtl.LTR
	}
	l.add(start+at, end, d, false)
	return true
}

// openedBefore returns where the signs begin that open a text and touch it.
func openedBefore(text string, at int) int {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !strings.ContainsRune("([{«`\"'“‘<#@", r) {
			break
		}
		at -= size
	}
	for strings.ContainsRune("([{", rune(text[at])) && unmatched(text[at+1:]) < 0 {
		at++ // closed in another column
	}
	return at
}

// unmatched returns where a bracket closes in a text that opens before it, or -1.
func unmatched(text string) int {
	open := 0
	for i, r := range text {
		switch r {
		case '(', '[', '{':
			open++
		case ')', ']', '}':
			if open--; open < 0 {
				return i
			}
		}
	}
	return -1
}

// closedAt returns where the bracket is closed that a text begins with, 0 where it begins
// with none.
func closedAt(text string) int {
	if !strings.HasPrefix(text, "(") && !strings.HasPrefix(text, "[") {
		return 0
	}
	return 1 + max(unmatched(text[1:]), -1) + 1
}

// endsLabel tells whether a text is what stands before a message: it ends in a sign, in
// a word with digits or in capitals.
func endsLabel(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(":|])}>=;*~^│─-", r) {
		return true
	}
	last := text[strings.LastIndexAny(text, " \t")+1:]
	return strings.ContainsAny(last, "0123456789") || len(last) > 1 && strings.ToUpper(last) == last && strings.ToLower(last) != last
}
