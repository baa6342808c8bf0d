package plaintext

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
)

// isRelativePath tells whether a text is a path that begins with the name of a folder: one
// of its parts is a name that no sentence has, or it ends as a file's or a folder's name.
func isRelativePath(text string) bool {
	if !isSlashed(text) || directionOf(text[:1]) == rtl.Auto && firstRight(text) != 0 || strings.ContainsFunc(text, isOfSentence) {
		return false
	}
	text = withoutLineNumber(text)
	if isFileName(text) {
		return true
	}
	if strings.ContainsAny(text, " \t:") {
		return false
	}
	for part := range strings.SplitSeq(text, "/") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+@") == "" {
			return true
		}
	}
	return false
}

// isOfSentence tells whether a character is of a sentence rather than of a path.
func isOfSentence(r rune) bool {
	switch r {
	case ',', ';', '"', '\'', '(', ')':
		return true
	}
	return isOfArabicSentence(r)
}

// isSlashed tells whether a text has slashes, and none at its start or beside a blank.
func isSlashed(text string) bool {
	first := strings.IndexByte(text, '/')
	if first <= 0 {
		return false
	}
	for at := first; at < len(text); at++ {
		if text[at] == '/' && (text[at-1] == ' ' || isOneOf(text, at+1, " ")) {
			return false
		}
	}
	return true
}

// findPaths notes in lines whether one of them is headed by the path of a file.
func findPaths(lines []line) {
	if !slices.ContainsFunc(lines, func(l line) bool { return l.has&hasSlash != 0 && l.hasPath() }) {
		return
	}
	for i := range lines {
		lines[i].amongPaths = true
	}
}

// hasPath tells whether a line is a path, or one of its columns is one that begins in
// letters from right to left.
func (l *line) hasPath() bool {
	if isPath(l.text) || firstRight(l.text) == 0 && isRelativePath(l.text) {
		return true
	}
	return slices.ContainsFunc(l.cells, func(c cell) bool {
		text := l.text[c.start:c.end]
		return firstRight(text) == 0 && isRelativePath(strings.TrimSuffix(text, ":"))
	})
}

// isolatePath lets a path that stands behind other words, and what is behind it, be laid
// out by themselves.
func (l *line) isolatePath(start, end int) bool {
	at := start + firstRight(l.text[start:end])
	begin := start + strings.LastIndexByte(l.text[start:at], ' ') + 1
	stop := begin
	for stop < end && l.text[stop] != ' ' {
		stop++
	}
	if stop < end && firstRight(l.text[stop+1:end]) == 0 { // a name of several words
		stop = begin + wholeName(l.text[begin:end])
	}
	if path := l.text[begin:stop]; path == "" || !isPath(path) && !isRelativePath(path) {
		return false
	}
	l.isolateParts(begin, stop)
	if stop < end && firstRight(l.text[stop:end]) >= 0 {
		l.isolate(stop+1, end, rtl.LTR, false)
	}
	return true
}

// wholeName returns where the first name of a file ends in a text by its ending, 0 where it
// has none.
func wholeName(text string) int {
	for at := 0; at < len(text); {
		next := at + 1
		for next < len(text) && text[next] != ' ' {
			next++
		}
		if isFileName(text[:next]) {
			return next
		}
		at = next
	}
	return 0
}

// counterPattern is a number that counts what stands behind it, or the number of an address in
// brackets, with others: (192.0.2.1) 56(84) bytes.
var counterPattern = pattern.New(`^ (\d[\d.,]*|\([\d.,:/%]+\)( [\d.,()%]+)*) [A-Za-z]`)

// isolateCounters lets what runs from right to left be laid out by itself where a number
// behind it belongs to what follows, and tells whether there is such.
func (l *line) isolateCounters(start, end int) (found bool) {
	if !mayCount(l.text[start:end]) || firstRight(l.text[start:end]) < 0 {
		return false
	}
	for _, at := range rightRuns.FindAllStringIndex(l.text[start:end], -1) {
		if counterPattern.MatchString(l.text[start+at[1] : end]) {
			from := start + strings.LastIndexAny(l.text[start:start+at[0]], " ([{\"'") + 1
			if directionOf(l.text[from:start+at[0]]) == rtl.LTR {
				from = start + at[0]
			}
			l.add(from, start+at[1], rtl.RTL, false)
			found = true
		}
	}
	return found
}

// isCommand tells whether a text begins with the path of a program and goes on behind it.
func isCommand(text string) bool {
	name, rest, goesOn := strings.Cut(text, " ")
	return goesOn && rest != "" && firstRight(rest) != 0 && isPath(name)
}

// senderPattern is the address behind a name.
var senderPattern = pattern.New(` <[^\s<>@]+@[^\s<>]+>$`)

// isSender tells whether a text is a name and an address of mail.
func isSender(text string) bool {
	if !strings.HasSuffix(text, ">") {
		return false
	}
	at := senderPattern.FindStringIndex(text)
	return at != nil && firstRight(text[at[0]:]) < 0
}

// conflictPattern is what a merge puts between two versions of some lines.
var conflictPattern = pattern.New(`^(<{7}|>{7}|={7}|\|{7})( .*)?$`)

// laySentences lets lines that have no shape be laid out by themselves, where they run from
// left to right: what they have in quotes, or a message at their end.
func laySentences(lines []line) {
	for i := range lines {
		l := &lines[i]
		switch {
		case len(l.text) >= 7 && strings.IndexByte("<>=|", l.text[0]) >= 0 && conflictPattern.MatchString(l.text):
			l.layout.Direction = rtl.LTR
			l.add(min(len("<<<<<<< "), len(l.text)), len(l.text), rtl.Auto, false)
		case l.first != rtl.LTR || firstRight(l.text) < 0:
		case l.isolateQuoted(0, len(l.text)), l.has&hasSlash != 0 && l.isolatePath(0, len(l.text)), l.endsInMessage() && l.isolateTail(0, len(l.text)), l.isolateCounters(0, len(l.text)):
			l.layout.Direction = rtl.LTR
		}
	}
}

// endsInMessage tells whether what runs from right to left in a line stands behind a colon,
// to its end.
func (l *line) endsInMessage() bool {
	at := openedBefore(l.text, firstRight(l.text))
	return strings.HasSuffix(l.text[:at], ": ") && isMostlyRight(l.text[at:])
}
