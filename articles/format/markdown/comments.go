package markdown

import (
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Comments are for those who write a text: of HTML, and links to nowhere that no text uses.

var (
	// firstComments are those of HTML before anything else in a text.
	firstComments = pattern.New(`(?s)^\s*(?:<!--.*?-->\s*)+`)
	// lineComment is one of HTML within a line.
	lineComment = pattern.New(`<!--.*?-->`)
	// linkComment is a link to nowhere that holds a comment.
	linkComment = pattern.New(`^ {0,3}\[(?://|_|comment|#)\]:\s*(?:#|<>)(?:\s|$)`)
)

// withoutFirstComments returns a text from what follows the comments at its beginning.
func withoutFirstComments(s string) string {
	if !strings.Contains(s[:min(len(s), 64)], "<!--") {
		return s
	}
	return s[len(firstComments.FindString(s)):]
}

// withoutComments returns a Markdown text without its comments, but for those in code. One that is
// never closed is text.
func withoutComments(body string) string {
	if !strings.Contains(body, "<!--") && !strings.Contains(body, "]: ") {
		return body
	}
	lines := strings.Split(body, "\n")
	last := len(lines) - 1 // on which a comment ends
	for last >= 0 && !strings.Contains(lines[last], "-->") {
		last--
	}
	var code fencedCode
	var all []string
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case code.holds(line):
		case linkComment.MatchString(line):
			continue
		case strings.Contains(line, "<!--"):
			line = outsideCode(line, func(s string) string { return lineComment.ReplaceAllString(s, "") })
			if end, rest, ok := closingLine(lines, i, last, line); ok {
				before, _, _ := strings.Cut(line, "<!--")
				line, i = before+rest, end
			}
			if strings.TrimSpace(line) == "" {
				continue
			}
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// closingLine returns the line on which a comment ends that a line begins by its first sign, and
// what stands behind it there, of the lines up to the last on which one ends; ok is false where none
// begins or it has no end.
func closingLine(lines []string, begun, last int, line string) (end int, rest string, ok bool) {
	if !strings.HasPrefix(strings.TrimSpace(line), "<!--") {
		return 0, "", false
	}
	for end = begun + 1; end <= last; end++ {
		if _, rest, ok = strings.Cut(lines[end], "-->"); ok {
			return end, rest, true
		}
	}
	return 0, "", false
}
