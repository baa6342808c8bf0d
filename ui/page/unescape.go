package page

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/util"

	"github.com/warraq/warraq/articles/text"
)

// maxReference is the length of the longest character reference, and more.
const maxReference = 40

// unescape undoes backslash escapes and character references as CommonMark has
// them (sections 2.4 and 2.5). The characters that references make go through
// the door that the rest of the text came through: none is a control character
// or ends a line.
func unescape(s string) string {
	i := strings.IndexAny(s, `\&`)
	if i < 0 {
		return s
	}
	var out strings.Builder
	for ; i >= 0; i = strings.IndexAny(s, `\&`) {
		out.WriteString(s[:i])
		s = s[i:]
		switch r, length := referenceAt(s); {
		case length > 0:
			out.WriteString(r)
			s = s[length:]
		case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
			out.WriteByte(s[1])
			s = s[2:]
		default:
			out.WriteByte(s[0])
			s = s[1:]
		}
	}
	out.WriteString(s)
	return strings.ReplaceAll(text.CleanText(out.String()), "\n", " ")
}

// referenceAt gives what the character reference that a text starts with stands
// for, and the reference's length, 0 if there is none.
func referenceAt(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if s[0] != '&' || end < 2 {
		return "", 0
	}
	if s[1] == '#' {
		if r := html.UnescapeString(s[:end+1]); !strings.HasPrefix(r, "&#") {
			return r, end + 1
		}
		return "", 0
	}
	e, ok := util.LookUpHTML5EntityByName(s[1:end])
	if !ok {
		return "", 0
	}
	return string(e.Characters), end + 1
}
