package enex

import (
	"html"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

var (
	codeStart     = pattern.New(`(?i)<div[^<>]*-en-codeblock:\s*true[^<>]*>`)
	anyDiv        = pattern.New(`(?i)<(/?)div\b[^<>]*?(/?)>`)
	lineEnd       = pattern.New(`(?i)</div\s*>|<br\s*/?>`)
	markupPattern = pattern.New(`<[^<>]*>`)
)

// codeBlocks writes the blocks of code of a note, a div for each line, as HTML has them.
func codeBlocks(text string) string {
	var b strings.Builder
	for {
		m := codeStart.FindStringIndex(text)
		if m == nil {
			return b.String() + text
		}
		b.WriteString(text[:m[0]])
		inner, rest := splitDiv(text[m[1]:])
		code := html.UnescapeString(markupPattern.ReplaceAllString(lineEnd.ReplaceAllString(inner, "\n"), ""))
		b.WriteString("<pre><code>" + html.EscapeString(strings.Trim(code, "\n")) + "</code></pre>")
		text = rest
	}
}

// splitDiv splits what follows the start of a div at its end.
func splitDiv(text string) (inner, rest string) {
	depth := 1
	for _, m := range anyDiv.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case m[3] > m[2]:
			depth--
		case m[5] == m[4]:
			depth++
		}
		if depth == 0 {
			return text[:m[0]], text[m[1]:]
		}
	}
	return text, ""
}
