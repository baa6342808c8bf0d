package markup

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// RST is the format of reStructuredText (https://docutils.sourceforge.io/rst.html).
var RST = articles.Format{Name: "reStructuredText", Extensions: []string{".rst"}, Read: readRST}

func readRST(ctx context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.IsText() || src.Extension() != ".rst" {
		return nil, false, nil
	}
	if err := tooLong(src); err != nil {
		return nil, true, err
	}
	r := rstReader{converted: converted{matter: map[string]string{}}, targets: map[string]string{}}
	lines := strings.Split(strings.ReplaceAll(src.Text(), "\t", "        "), "\n")
	for _, line := range lines {
		if m := rstTarget.FindStringSubmatch(line); m != nil {
			r.targets[strings.ToLower(strings.Trim(m[1], "`"))] = m[2]
		}
	}
	r.body(lines, 0)
	return r.read(ctx, src)
}

// rstReader writes a reStructuredText as Markdown.
type rstReader struct {
	converted
	targets map[string]string // addresses, by the names of links
	styles  []string          // of headings, the uppermost first
	begun   bool              // the text has, and what follows is no front matter
}

var (
	rstTarget    = pattern.New("^\\.\\. _([^:]+|`[^`]+`): (\\S+)\\s*$")
	rstNote      = pattern.New(`^\.\. \[([^\]]+)\] ?(.*)$`)
	rstDirective = pattern.New(`^\.\. (?:\|[^|]+\| )?([\w:-]+):: ?(.*)$`)
	rstField     = pattern.New(`^:([^:\s][^:]*):(?: +(.*))?$`)
	rstItem      = pattern.New(`^(\s*)([-*+•]|\(?(?:\d+|[a-zA-Z#])[.)])\s+(\S.*)$`)
	rstSimple    = pattern.New(`^ *=+(?: +=+)+ *$`)
	rstGrid      = pattern.New(`^ *\+(?:-+\+)+ *$`)
)

// rstMatter are the fields at the head of a text that front matter has, by their names.
var rstMatter = map[string]string{"author": "author", "authors": "author", "date": "date", "language": "lang", "lang": "lang", "title": "title", "tags": "tags", "keywords": "tags", "summary": "summary"}

// body writes the lines of a body, which stands in so many others.
func (r *rstReader) body(lines []string, depth int) {
	const deepestBody = 12
	for at := 0; at < len(lines); {
		if depth > deepestBody {
			r.paragraph(lines[at:])
			return
		}
		at = r.next(lines, at, depth)
	}
}

// next writes the block that begins at a line and returns where it ends.
func (r *rstReader) next(lines []string, at, depth int) int {
	line := strings.TrimRight(lines[at], " ")
	if strings.TrimSpace(line) == "" {
		r.gap()
		return at + 1
	}
	if title, style, end := rstHeading(lines, at); end > at {
		r.heading(title, style)
		return end
	}
	if m := rstField.FindStringSubmatch(line); m != nil && !r.begun && depth == 0 {
		if to := rstMatter[strings.ToLower(m[1])]; to != "" {
			r.matter[to] = m[2]
		}
		return rstEnd(lines, at)
	}
	r.begun = true
	switch {
	case line == ".." || strings.HasPrefix(line, ".. "):
		return r.explicit(line, lines, at, depth)
	case rstSimple.MatchString(line):
		return r.simpleTable(lines, at)
	case rstGrid.MatchString(line):
		return r.gridTable(lines, at)
	case strings.HasPrefix(line, "| ") || line == "|":
		return r.lineBlock(lines, at)
	case strings.HasPrefix(line, " "):
		end := at
		for end < len(lines) && (strings.HasPrefix(lines[end], " ") || strings.TrimSpace(lines[end]) == "") {
			end++
		}
		r.quote("", dedent(lines[at:end]), depth)
		return end
	case rstItem.MatchString(line):
		return r.item(lines, at, depth)
	case len(line) > 3 && isAdornment(line):
		r.block("* * *")
		return at + 1
	}
	end := at
	for end < len(lines) && strings.TrimSpace(lines[end]) != "" && (end == at || !strings.HasPrefix(lines[end], " ")) {
		end++
	}
	if end == at+1 && end < len(lines) && strings.HasPrefix(lines[end], " ") && strings.TrimSpace(lines[end]) != "" && !strings.HasSuffix(line, "::") {
		r.block("**" + r.inline(line) + "**") // a term, with what it means below
		until := rstEnd(lines, at)
		r.body(dedent(lines[end:until]), depth+1)
		return until
	}
	return r.literal(lines, at, end)
}

// literal writes a paragraph and, where it ends in two colons, the block of code that follows.
func (r *rstReader) literal(lines []string, at, end int) int {
	paragraph := slices.Clone(lines[at:end])
	last := strings.TrimRight(paragraph[len(paragraph)-1], " ")
	if !strings.HasSuffix(last, "::") {
		r.paragraph(paragraph)
		return end
	}
	if last = strings.TrimSuffix(last, ":"); last == ":" || strings.HasSuffix(last, " :") {
		last = strings.TrimSuffix(last, ":")
	}
	paragraph[len(paragraph)-1] = last
	if strings.TrimSpace(strings.Join(paragraph, "")) != "" {
		r.paragraph(paragraph)
	}
	until := end
	for until < len(lines) && (strings.HasPrefix(lines[until], " ") || strings.TrimSpace(lines[until]) == "") {
		until++
	}
	if code := trimEmpty(dedent(lines[end:until])); len(code) > 0 {
		r.code("", code)
	}
	return until
}

// paragraph writes lines of running text.
func (r *rstReader) paragraph(lines []string) {
	var parts []string
	for _, line := range lines {
		if s := strings.TrimSpace(line); s != "" {
			parts = append(parts, s)
		}
	}
	r.block(r.inline(strings.Join(parts, " ")))
}

// heading begins a part, whose level is told by the order in which the styles came.
func (r *rstReader) heading(title, style string) {
	level := slices.Index(r.styles, style)
	if level < 0 {
		level = len(r.styles)
		r.styles = append(r.styles, style)
	}
	const lowest = 6
	r.block(strings.Repeat("#", min(level+1, lowest)) + " " + r.inline(title))
}

// isAdornment tells a line of one sign, as it stands below headings.
func isAdornment(line string) bool {
	return line != "" && strings.ContainsRune("=-`:'\"~^_*+#<>.", rune(line[0])) && strings.Trim(line, line[:1]) == ""
}

// rstHeading reads the heading that begins at a line and returns its style and where it ends, at
// the line for none.
func rstHeading(lines []string, at int) (title, style string, end int) {
	line := func(i int) string {
		if at+i < len(lines) {
			return strings.TrimRight(lines[at+i], " ")
		}
		return ""
	}
	const shortest = 2
	first, second, third := line(0), line(1), line(2)
	switch {
	case isAdornment(first) && len(first) > shortest && second != "" && !isAdornment(second) && third == first:
		return strings.TrimSpace(second), "over " + first[:1], at + 3
	case !isAdornment(first) && !strings.HasPrefix(first, " ") && isAdornment(second) && len(second) > shortest && len(second)*2 >= utf8.RuneCountInString(first) && (at == 0 || strings.TrimSpace(lines[at-1]) == ""):
		return first, second[:1], at + 2
	}
	return "", "", at
}

// rstEnd returns where what begins at a line ends: before the first line that is not further
// in than it.
func rstEnd(lines []string, at int) int {
	indent, end := indentOf(lines[at]), at+1
	for i := at + 1; i < len(lines); i++ {
		switch {
		case strings.TrimSpace(lines[i]) == "":
		case indentOf(lines[i]) <= indent:
			return end
		default:
			end = i + 1
		}
	}
	return end
}

// dedent returns lines without the blanks that begin all of them.
func dedent(lines []string) []string {
	least := -1
	for _, line := range lines {
		if n := indentOf(line); strings.TrimSpace(line) != "" && (least < 0 || n < least) {
			least = n
		}
	}
	var all []string
	for _, line := range lines {
		all = append(all, line[min(max(least, 0), indentOf(line)):])
	}
	return all
}

// trimEmpty returns lines without the empty ones around them.
func trimEmpty(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// quote writes lines as a quotation, with what is said over it, "" for nothing.
func (r *rstReader) quote(label string, lines []string, depth int) {
	within := rstReader{converted: converted{matter: map[string]string{}}, targets: r.targets, styles: r.styles, begun: true}
	if label != "" {
		within.block("**" + label + "**")
	}
	within.body(lines, depth+1)
	r.gap()
	for _, line := range trimEmpty(within.lines) {
		r.add(strings.TrimRight("> "+line, " "))
	}
	r.gap()
}

// item writes an item of a list, with what stands below its first line.
func (r *rstReader) item(lines []string, at, depth int) int {
	m := rstItem.FindStringSubmatch(strings.TrimRight(lines[at], " "))
	end := rstEnd(lines, at)
	mark := "-"
	if number := strings.Trim(m[2], "().#"); number != "" && unicode.IsDigit(rune(number[0])) {
		mark = number + "."
	} else if strings.Contains(m[2], "#") || number != "" && unicode.IsLetter(rune(number[0])) {
		mark = "1."
	}
	within := rstReader{converted: converted{matter: map[string]string{}}, targets: r.targets, begun: true}
	within.body(append([]string{m[3]}, dedent(lines[at+1:end])...), depth+1)
	for i, line := range trimEmpty(within.lines) {
		switch {
		case i == 0:
			r.add(mark + " " + line)
		case line == "":
			r.add("")
		default:
			r.add(strings.Repeat(" ", len(mark)+1) + line)
		}
	}
	return end
}

// lineBlock writes lines that stay lines, as those of verses.
func (r *rstReader) lineBlock(lines []string, at int) int {
	var all []string
	for ; at < len(lines) && strings.HasPrefix(lines[at], "|"); at++ {
		all = append(all, r.inline(strings.TrimSpace(lines[at][1:])))
	}
	r.block(strings.Join(all, "\\\n"))
	return at
}
