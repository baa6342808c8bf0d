package whatsapp

import (
	"strings"

	"github.com/warraq/warraq/articles/format/chat"
	"github.com/warraq/warraq/articles/pattern"
)

// codeMark is what stands as code in a message, in three signs or one on each side.
var codeMark = pattern.New("```([^`]+)```|`([^`\n]+)`")

// emphasisMarks are the signs that stand around a part of a line, each with the element for it.
var emphasisMarks = []struct {
	pattern *pattern.Pattern
	element string
}{
	{pattern.New(`(^|[^\pL\pN*])\*([^\s*](?:[^*\n]*[^\s*])?)\*($|[^\pL\pN*])`), "strong"},
	{pattern.New(`(^|[^\pL\pN_])_([^\s_](?:[^_\n]*[^\s_])?)_($|[^\pL\pN_])`), "em"},
	{pattern.New(`(^|[^\pL\pN~])~([^\s~](?:[^~\n]*[^\s~])?)~($|[^\pL\pN~])`), "del"},
}

// paragraph writes a message as a paragraph of HTML and returns it.
func paragraph(said string) string { return "<p>" + marked(said) + "</p>\n" }

// marked writes a message as HTML, with what its signs mean, and returns it.
func marked(said string) string {
	if !strings.ContainsAny(said, "*_~`") {
		return chat.Text(said)
	}
	var b strings.Builder
	last := 0
	for _, at := range codeMark.FindAllStringSubmatchIndex(said, -1) {
		b.WriteString(emphasised(said[last:at[0]]))
		code := said[max(at[2], at[4]):max(at[3], at[5])]
		b.WriteString("<code>" + chat.Text(code) + "</code>")
		last = at[1]
	}
	b.WriteString(emphasised(said[last:]))
	return strings.TrimSpace(b.String())
}

// emphasised writes a part of a message that holds no code as HTML and returns it.
func emphasised(part string) string {
	inner := strings.TrimSpace(part)
	if inner == "" {
		return part
	}
	written := chat.Text(inner)
	for _, m := range emphasisMarks {
		for range 2 { // what stands between two is the end of one and the beginning of the other
			written = m.pattern.ReplaceAllString(written, "$1<"+m.element+">$2</"+m.element+">$3")
		}
	}
	return strings.Replace(part, inner, written, 1)
}
