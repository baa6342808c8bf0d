package mediawiki

import "strings"

// Templates are dropped, since what they show is made by code that a dump does not run;
// except for those that show their own words.

// textTemplates are the templates whose text stands in them, by their names in lower case, with
// the number of the first parameter that is text.
var textTemplates = map[string]int{
	"lang": 2, "نص": 1, "nowrap": 1, "small": 1, "صغير": 1, "big": 1, "كبير": 1, "ltr": 1, "rtl": 1, "nobold": 1, "بدون التفاف": 1,
	"بیت": 1, "اقتباس": 1, "quote": 1, "blockquote": 1, "cquote": 1, "اقتباس خاص": 1, "نقل قول": 1, "گفتاورد": 1, "ציטוט": 1, "center": 1, "وسط": 1,
}

// verseTemplates are the templates of verses: their parameters are halves, two for each line.
var verseTemplates = map[string]bool{"بيت": true, "قصيدة": true, "أبيات": true, "شعر": true, "بيت شعر": true}

// withoutTemplates drops the templates of a text and the parameters of templates, however
// deep they stand in one another, in one pass from the left.
func withoutTemplates(text string) string {
	type open struct{ at, braces int }
	var stack []open
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		switch {
		case strings.HasPrefix(text[i:], "{{") && len(stack) < maxDepth:
			n := run(text[i:], '{')
			if n > 2 && text[i+n-1] == '{' && strings.HasPrefix(text[i+n:], "|") && n%2 == 1 {
				n-- // "{{{|": a table in a template
			}
			stack = append(stack, open{len(out), n})
			out = append(out, text[i:i+n]...)
			i += n
		case strings.HasPrefix(text[i:], "}}") && len(stack) > 0:
			n := run(text[i:], '}')
			for n >= 2 && len(stack) > 0 {
				top := &stack[len(stack)-1]
				take := min(n, top.braces, 3)
				inner := string(out[min(top.at+top.braces, len(out)):])
				out = append(out[:top.at+top.braces-take], templateText(inner, take)...)
				top.braces -= take
				i, n = i+take, n-take
				if top.braces < 2 {
					stack = stack[:len(stack)-1]
				}
			}
			if n == 1 || len(stack) == 0 {
				out = append(out, text[i:i+n]...)
				i += n
			}
		default:
			out = append(out, text[i])
			i++
		}
	}
	return string(out)
}

// run returns how often a sign stands at the start of a text.
func run(s string, sign byte) int {
	n := 0
	for n < len(s) && s[n] == sign {
		n++
	}
	return n
}

// templateText returns what a template says, by what stands between its braces.
func templateText(inner string, braces int) string {
	parts := splitBars(inner)
	if braces == 3 {
		if len(parts) > 1 {
			return parts[1] // a parameter's default
		}
		return ""
	}
	name := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(parts[0], "_", " ")))
	switch first, ok := textTemplates[name]; {
	case verseTemplates[name]:
		return verseLines(unnamedParameters(parts[1:]))
	case ok && len(unnamedParameters(parts[1:])) >= first:
		return unnamedParameters(parts[1:])[first-1]
	}
	return ""
}

// unnamedParameters returns the parameters without a name, or with a number for one.
func unnamedParameters(parts []string) []string {
	var all []string
	for _, p := range parts {
		name, value, ok := strings.Cut(p, "=")
		name = strings.TrimSpace(name)
		switch {
		case !ok:
			all = append(all, strings.TrimSpace(p))
		case name != "" && strings.Trim(name, "0123456789") == "":
			all = append(all, strings.TrimSpace(value))
		case strings.ContainsAny(name, "<>[]\" "):
			all = append(all, strings.TrimSpace(p)) // the sign belongs to the text
		}
	}
	return all
}

// apartBy stands between the halves of a verse.
const apartBy = "\u2003\u2003\u2003"

// verseLines writes halves of verses as lines.
func verseLines(halves []string) string {
	var b strings.Builder
	b.WriteString("\n\n")
	for i, half := range halves {
		switch {
		case i == 0:
		case i%2 == 1:
			b.WriteString(apartBy)
		default:
			b.WriteString("<br>\n")
		}
		b.WriteString(half)
	}
	return b.String() + "\n\n"
}

// splitBars parts a text at the bars that stand in no link.
func splitBars(s string) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "[["):
			depth++
			i++
		case strings.HasPrefix(s[i:], "]]"):
			depth = max(depth-1, 0)
			i++
		case s[i] == '|' && depth == 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}
