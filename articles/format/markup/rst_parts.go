package markup

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Directives of reStructuredText by what becomes of them; of any other the content is text.
var (
	rstCode   = []string{"code", "code-block", "sourcecode", "highlight", "math", "parsed-literal", "doctest", "literalinclude"}
	rstNotes  = []string{"note", "warning", "tip", "important", "caution", "danger", "hint", "attention", "error", "admonition", "seealso", "versionadded", "versionchanged", "deprecated"}
	rstQuotes = []string{"epigraph", "pull-quote", "highlights", "topic", "sidebar"}
	rstHidden = []string{"contents", "toctree", "index", "meta", "include", "raw", "role", "default-role", "highlightlang", "sectnum", "class", "only", "currentmodule", "module", "tabularcolumns"}
)

// explicit writes what begins with two points: a note, a directive; a comment is passed over.
func (r *rstReader) explicit(line string, lines []string, at, depth int) int {
	end := rstEnd(lines, at)
	inside := dedent(lines[at+1 : end])
	if m := rstNote.FindStringSubmatch(line); m != nil {
		all := append([]string{m[2]}, inside...)
		r.block("[^" + noteName(m[1]) + "]: " + r.inline(strings.Join(strings.Fields(strings.Join(all, " ")), " ")))
		return end
	}
	m := rstDirective.FindStringSubmatch(line)
	if m == nil {
		return end // a comment, or where a link leads
	}
	name, argument := strings.ToLower(m[1]), m[2]
	options := map[string]string{}
	for len(inside) > 0 {
		option := rstField.FindStringSubmatch(strings.TrimSpace(inside[0]))
		if option == nil {
			break
		}
		options[option[1]] = option[2]
		inside = inside[1:]
	}
	isApart := len(inside) > 0 && strings.TrimSpace(inside[0]) == ""
	inside = trimEmpty(inside)
	switch {
	case name == "image" || name == "figure":
		r.block("![" + strings.NewReplacer("[", "", "]", "").Replace(options["alt"]) + "](<" + strings.NewReplacer("<", "", ">", "").Replace(argument) + ">)")
		r.body(inside, depth+1)
	case slices.Contains(rstCode, name):
		r.code(strings.Trim(argument, " `"), inside)
	case slices.Contains(rstHidden, name):
	case slices.Contains(rstNotes, name) || slices.Contains(rstQuotes, name):
		label := ""
		if name == "admonition" || name == "topic" || name == "sidebar" {
			label = r.inline(argument)
		} else if argument != "" {
			if isApart {
				inside = append([]string{""}, inside...)
			}
			inside = append([]string{argument}, inside...)
		}
		r.quote(label, inside, depth)
	default:
		if argument != "" && !strings.HasPrefix(name, "list-table") {
			r.paragraph([]string{argument})
		}
		r.body(inside, depth+1)
	}
	return end
}

// noteName is the name of a note, as Markdown may have it.
func noteName(name string) string {
	if name = strings.TrimLeft(name, "#*"); name == "" {
		return "auto"
	}
	return strings.ReplaceAll(name, " ", "-")
}

// simpleTable writes the table whose columns are told by lines of equality signs. One whose rows
// do not stand in them is written as it is.
func (r *rstReader) simpleTable(lines []string, at int) int {
	const rules = 3
	columns := len(strings.Fields(lines[at]))
	var rows [][]string
	end, seen := at, 0
	for ; end < len(lines) && (seen == 0 || strings.TrimSpace(lines[end]) != "" || seen < rules-1); end++ {
		line := strings.TrimSpace(lines[end])
		switch {
		case rstSimple.MatchString(line):
			seen++
		case line == "":
		default:
			var cells []string
			for _, cell := range cellGap.Split(line, -1) {
				cells = append(cells, r.inline(cell))
			}
			rows = append(rows, cells)
		}
		if seen == rules {
			end++
			break
		}
	}
	if slices.ContainsFunc(rows, func(row []string) bool { return len(row) > columns }) || len(rows) == 0 {
		r.code("", dedent(lines[at:end]))
		return end
	}
	r.table(rows)
	return end
}

// cellGap parts the cells of a row.
var cellGap = pattern.New(` {2,}`)

// gridTable writes the table whose cells are drawn. What spans several is written once.
func (r *rstReader) gridTable(lines []string, at int) int {
	var rows [][]string
	var open []string
	end := at
	for ; end < len(lines); end++ {
		line := strings.TrimSpace(lines[end])
		if !strings.HasPrefix(line, "+") && !strings.HasPrefix(line, "|") {
			break
		}
		if strings.HasPrefix(line, "+") {
			if open != nil {
				rows = append(rows, open)
			}
			open = nil
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i, cell := range cells {
			if i >= len(open) {
				open = append(open, "")
			}
			open[i] = strings.TrimSpace(open[i] + " " + r.inline(strings.TrimSpace(cell)))
		}
	}
	if open != nil {
		rows = append(rows, open)
	}
	if len(rows) > 0 {
		r.table(rows)
	}
	return end
}

// inline writes a line of running text as Markdown.
func (r *rstReader) inline(s string) string {
	return inline(s, append([]rule{
		{pattern: rstNamed, write: func(m []string, inner func(string) string) string {
			label := m[2] + m[3]
			if to := r.targets[strings.ToLower(label)]; to != "" {
				return escape(m[1]) + linkTo(inner(label), to)
			}
			return escape(m[1]) + inner(label)
		}, ahead: true},
	}, rstRules...))
}

// rstNamed is a link that is told by its name.
var rstNamed = pattern.New("(^|[\\s(«\"'،])(?:`([^`<>]+)`|([\\pL\\pN]+))__?($|[\\s.,;:!?)»\"'،؛؟])")

// rstRules are the marks of reStructuredText within lines.
var rstRules = []rule{
	{pattern.New("``(.+?)``"), func(m []string, _ func(string) string) string { return codeSpan(m[1]) }, false},
	{pattern.New("`([^`<]+?)\\s*<([^`>]+)>`__?"), func(m []string, inner func(string) string) string { return linkTo(inner(m[1]), m[2]) }, false},
	{pattern.New(`\[(#?[\w-]*|\*)\]_`), func(m []string, _ func(string) string) string { return "[^" + noteName(m[1]) + "]" }, false},
	{pattern.New("(?::[\\w:+.-]+:)`([^`]+)`|`([^`]+)`(?::[\\w:+.-]+:)?"), func(m []string, inner func(string) string) string {
		label, _, _ := strings.Cut(m[1]+m[2], " <")
		return inner(label)
	}, false},
	{pattern.New(`\*\*(\S|\S[^*]*?\S)\*\*`), func(m []string, inner func(string) string) string { return "**" + inner(m[1]) + "**" }, false},
	{pattern.New(`\*(\S|\S[^*]*?\S)\*`), func(m []string, inner func(string) string) string { return "*" + inner(m[1]) + "*" }, false},
	{pattern.New(`https?://[^\s\]\[<>،؛»]*[^\s\]\[<>،؛».,;:!?()'"_]`), func(m []string, _ func(string) string) string { return "<" + m[0] + ">" }, false},
	{pattern.New(`\\(.)`), func(m []string, _ func(string) string) string { return escape(strings.TrimSpace(m[1])) }, false},
	{pattern.New(`\|([^|\s][^|]*)\|`), func(m []string, inner func(string) string) string { return inner(m[1]) }, false},
}
