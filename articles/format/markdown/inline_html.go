package markdown

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// The elements of HTML that stand within lines of Markdown and say something that
// Markdown has a form for. Others only look otherwise: what stands in them is text.
var (
	pairedPattern    = pattern.New(`(?i)<(sup|sub|kbd|code|b|strong|i|em|del|s|strike|mark|q|summary)(?:\s[^<>]*)?>([^<>\n]*)</(?:sup|sub|kbd|code|b|strong|i|em|del|s|strike|mark|q|summary)\s*>`)
	anchorTag        = pattern.New(`(?i)<a\s(?:[^<>]*?\s)?href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>((?:[^<>\n]|\(<[^<>\n]*>)*)</a\s*>`)
	imageTag         = pattern.New(`(?i)<img\s[^<>]*>`)
	attributePattern = pattern.New(`(?i)\b(src|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))`)
	markOfHTML       = pattern.New(`(?i)<(?:sup|sub|kbd|code|b|strong|i|em|del|s|strike|mark|q|summary|a|img)[\s>]`)
)

// inlineHTML writes the elements of HTML in a piece of a line as Markdown: raised and
// lowered characters, emphasis, quotations, links and pictures.
func inlineHTML(s string) string {
	if !markOfHTML.MatchString(s) {
		return s
	}
	const deepest = 4 // elements within each other
	for range deepest {
		before := s
		s = pairedPattern.ReplaceAllStringFunc(s, fromElement)
		if s == before {
			break
		}
	}
	s = imageTag.ReplaceAllStringFunc(s, imageOf)
	return anchorTag.ReplaceAllStringFunc(s, func(whole string) string {
		m := anchorTag.FindStringSubmatch(whole)
		address := m[1] + m[2]
		if address == "" || strings.TrimSpace(m[3]) == "" {
			return m[3]
		}
		return "[" + m[3] + "](<" + address + ">)"
	})
}

// fromElement writes one element that holds no other as Markdown.
func fromElement(whole string) string {
	m := pairedPattern.FindStringSubmatch(whole)
	inner := strings.TrimSpace(m[2])
	if inner == "" {
		return m[2]
	}
	around := func(sign string) string {
		return strings.Replace(m[2], inner, sign+inner+sign, 1)
	}
	switch atom.Lookup([]byte(strings.ToLower(m[1]))) {
	case atom.Sup, atom.Sub:
		if strings.ContainsAny(inner, "[]*`") || text.CountWords(inner) > 1 {
			return m[2]
		}
		return html.Shifted(m[1], inner)
	case atom.Q:
		return "“" + inner + "”"
	case atom.Kbd, atom.Code:
		if strings.Contains(inner, "`") {
			return m[2]
		}
		return around("`")
	case atom.I, atom.Em:
		return around("*")
	case atom.Del, atom.S, atom.Strike:
		return around("~~")
	}
	return around("**")
}

// imageOf writes an image of HTML as Markdown's.
func imageOf(tag string) string {
	values := map[string]string{}
	for _, m := range attributePattern.FindAllStringSubmatch(tag, -1) {
		values[strings.ToLower(m[1])] = m[2] + m[3] + m[4]
	}
	if values["src"] == "" {
		return values["alt"]
	}
	said := values["alt"]
	text.Fill(&said, values["title"])
	return "![" + strings.NewReplacer("[", `\[`, "]", `\]`).Replace(said) + "](<" + values["src"] + ">)"
}
