package whatsapp

import (
	"strings"

	"github.com/warraq/warraq/articles/format/chat"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// asWritten is what stands in a message without signs within: code, in three signs or one on each
// side, an address on the web, and a name with an "@" before or in it.
var asWritten = pattern.New("```([^`]+)```|`([^`\n]+)`|(?:https?://|www\\.)[^\\s<>`|\"“”«»،؛؟…]+|[\\w.+-]*@[\\w.-]+")

// placeSign stands in a message in the place of a part that is as written; Unicode has no such
// character.
const placeSign = "\uFDD0"

// emphasisMarks are the signs that stand around a part of a line, each with the element for it. In
// paths they are letters of names.
var emphasisMarks = []struct {
	pattern *pattern.Pattern
	element string
}{
	{pattern.New(`(^|[^\pL\pN*/\\])\*([^\s*](?:[^*\n]*[^\s*])?)\*($|[^\pL\pN*/\\])`), "strong"},
	{pattern.New(`(^|[^\pL\pN_/\\])_([^\s_](?:[^_\n]*[^\s_])?)_($|[^\pL\pN_/\\])`), "em"},
	{pattern.New(`(^|[^\pL\pN~/\\])~([^\s~](?:[^~\n]*[^\s~])?)~($|[^\pL\pN~/\\])`), "del"},
}

// paragraph writes a message as a paragraph of HTML and returns it.
func paragraph(said string) string { return "<p>" + marked(said) + "</p>\n" }

// marked writes a message as HTML, with what its signs mean, and returns it.
func marked(said string) string {
	if !strings.ContainsAny(said, "*_~`") || strings.Contains(said, placeSign) {
		return chat.Text(said)
	}
	var held []string
	written := chat.Text(asWritten.ReplaceAllStringFunc(said, func(part string) string {
		if code := strings.Trim(part, "`"); code != part {
			held = append(held, "<code>"+chat.Text(code)+"</code>")
			return placeSign
		}
		kept := text.AddressIn(part) // the rest belongs to the sentence
		held = append(held, chat.Text(kept))
		return placeSign + part[len(kept):]
	}))
	for _, m := range emphasisMarks {
		for range 2 { // what stands between two is the end of one and the beginning of the other
			written = m.pattern.ReplaceAllString(written, "$1<"+m.element+">$2</"+m.element+">$3")
		}
	}
	var b strings.Builder
	for _, part := range held {
		before, behind, _ := strings.Cut(written, placeSign)
		b.WriteString(before + part)
		written = behind
	}
	return b.String() + written
}
