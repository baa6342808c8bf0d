// Package markup reads texts in the markup of Org mode and in reStructuredText: what they
// say is written as Markdown with front matter, and read as that.
package markup

import (
	"context"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/markdown"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// converted is a text as Markdown, as far as it is written.
type converted struct {
	matter map[string]string // front matter
	lines  []string
}

// add writes lines of a block.
func (c *converted) add(lines ...string) { c.lines = append(c.lines, lines...) }

// block writes a block, with an empty line before it and behind.
func (c *converted) block(lines ...string) {
	c.gap()
	c.add(lines...)
	c.gap()
}

// gap ends the block before.
func (c *converted) gap() {
	if n := len(c.lines); n > 0 && c.lines[n-1] != "" {
		c.lines = append(c.lines, "")
	}
}

// code writes lines as they are, in a language, "" for none.
func (c *converted) code(language string, lines []string) {
	fence := "```"
	for _, line := range lines {
		for strings.Contains(line, fence) {
			fence += "`"
		}
	}
	c.gap()
	c.add(fence + language)
	c.add(lines...)
	c.add(fence)
	c.gap()
}

// table writes rows of cells. The first row is the head.
func (c *converted) table(rows [][]string) {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	c.gap()
	for i, row := range rows {
		for len(row) < columns && columns <= mostColumns {
			row = append(row, "")
		}
		c.add("| " + strings.Join(row, " | ") + " |")
		if i == 0 {
			c.add("|" + strings.Repeat("---|", max(columns, 1)))
		}
	}
	c.gap()
}

// mostColumns is up to how many columns rows are made equally long.
const mostColumns = 100

// matterNames are the names that front matter has, in the order in which they are written.
var matterNames = []string{"title", "author", "date", "lang", "summary", "tags"}

// read gives a source that was converted to its articles.
func (c *converted) read(ctx context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	var b strings.Builder
	b.WriteString("---\n")
	for _, name := range matterNames {
		if value := text.CleanLine(c.matter[name]); value != "" {
			b.WriteString(name + ": " + strconv.Quote(value) + "\n")
		}
	}
	b.WriteString("converted: true\n---\n\n")
	for _, line := range c.lines {
		b.WriteString(line + "\n")
	}
	inner := *src
	inner.SetText(b.String())
	list, _, err := markdown.FrontMatter.Read(ctx, &inner)
	return list, true, err
}

// tooLong returns the error of a source that is longer than a text may be, nil of any other.
func tooLong(src *articles.Source) error {
	if int64(len(src.Text())) <= src.Limits.Text {
		return nil
	}
	return src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.TextLimit))
}

// rule is a form of markup within a line and what it is in Markdown: of the parts of a
// match of its pattern. The last part of one that looks ahead only stands behind it.
type rule struct {
	pattern *pattern.Pattern
	write   func(m []string, inner func(string) string) string
	ahead   bool
}

// deepestMarks is how deep marks stand in one another.
const deepestMarks = 4

// inline writes a line as Markdown by some rules: what none of them knows is escaped.
func inline(s string, rules []rule) string { return inlineAt(s, rules, 0) }

func inlineAt(s string, rules []rule, depth int) string {
	var b strings.Builder
	inner := func(part string) string { return inlineAt(part, rules, depth+1) }
	found := make([][]int, len(rules)) // the next match of each rule
	gone := make([]bool, len(rules))   // a rule has none any more
	at := 0
	for depth < deepestMarks {
		first := -1
		for i, r := range rules {
			if !gone[i] && (found[i] == nil || found[i][0] < at) {
				found[i] = r.pattern.FindStringSubmatchIndex(s[at:])
				for j := range found[i] {
					if found[i][j] >= 0 {
						found[i][j] += at
					}
				}
				gone[i] = found[i] == nil
			}
			if !gone[i] && (first < 0 || found[i][0] < found[first][0]) {
				first = i
			}
		}
		if first < 0 {
			break
		}
		match := found[first]
		m := make([]string, len(match)/2)
		for i := range m {
			if match[2*i] >= 0 {
				m[i] = s[match[2*i]:match[2*i+1]]
			}
		}
		end := match[1]
		if rules[first].ahead {
			end = match[len(match)-2]
		}
		b.WriteString(escape(s[at:match[0]]))
		b.WriteString(rules[first].write(m, inner))
		at = max(end, match[0]+1)
	}
	b.WriteString(escape(s[at:]))
	return b.String()
}

// escape is a piece of a line in which nothing is markup. What stands around it stays.
func escape(s string) string {
	core := strings.TrimSpace(s)
	if core == "" {
		return s
	}
	at := strings.Index(s, core)
	return s[:at] + text.EscapeLine(core) + s[at+len(core):]
}

// codeSpan is a word of code in a line.
func codeSpan(s string) string {
	if strings.Contains(s, "`") {
		return "`` " + s + " ``"
	}
	return "`" + s + "`"
}

// linkTo is a link in a line, whose text is in Markdown.
func linkTo(label, address string) string {
	return "[" + label + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", " ").Replace(address) + ">)"
}

// indentOf is how many blanks begin a line.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
