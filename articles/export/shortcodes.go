package export

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// withoutShortcodes escapes in Markdown what Hugo would take for a shortcode, which
// calls a template or stops the whole site, and returns text that is shown as before.
// Hugo looks for shortcodes in code too, where a backslash would be seen: there a
// word joiner, which has no width, parts the braces. [intake.Read] undoes both.
func withoutShortcodes(body string) string {
	if !strings.Contains(body, "{{<") && !strings.Contains(body, "{{%") {
		return body
	}
	code := codeRanges(body)
	var b strings.Builder
	for i := range len(body) {
		b.WriteByte(body[i])
		if rest := body[i:]; strings.HasPrefix(rest, "{{<") || strings.HasPrefix(rest, "{{%") {
			for len(code) > 0 && code[0].Stop <= i {
				code = code[1:]
			}
			if len(code) > 0 && code[0].Start <= i {
				b.WriteString("\u2060")
			} else {
				b.WriteByte('\\')
			}
		}
	}
	return b.String()
}

// codeRanges returns where code stands in Markdown, in the order of the text.
func codeRanges(body string) (ranges []text.Segment) {
	source := []byte(body)
	document := goldmark.DefaultParser().Parse(text.NewReader(source))
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) { // the function fails nowhere
		if !entering {
			return ast.WalkContinue, nil
		}
		switch node.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock:
			for i := range node.Lines().Len() {
				ranges = append(ranges, node.Lines().At(i))
			}
		case ast.KindCodeSpan:
			for part := node.FirstChild(); part != nil; part = part.NextSibling() {
				if t, ok := part.(*ast.Text); ok {
					ranges = append(ranges, t.Segment)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return ranges
}
