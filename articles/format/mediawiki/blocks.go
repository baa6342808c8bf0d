package mediawiki

import (
	"html"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

var (
	headedPattern  = pattern.New(`^(={1,6})\s*(.+?)\s*={1,6}\s*$`)
	spannedPattern = pattern.New(`(?i)\b(colspan|rowspan)\s*=\s*["']?\s*(\d{1,3})`)
	blockPattern   = pattern.New(`(?i)^\s*</?(?:div|blockquote|table|tr|td|th|ul|ol|li|dl|dd|dt|h[1-6]|center|p)\b[^<>]*>\s*$`)
)

// layouter writes lines as blocks of HTML.
type layouter struct {
	*converter
	b         strings.Builder
	paragraph []string
	lists     string   // the signs of the lists that are open, as ":*"
	tables    []*table // those that are open, the innermost last
}

// table is a table that is open.
type table struct {
	row, cell bool
	element   string
}

// lines writes the lines of a text as paragraphs, headings, lists and tables.
func (c *converter) lines(text string) string {
	l := layouter{converter: c}
	for s := range strings.SplitSeq(text, "\n") {
		l.line(strings.TrimRight(s, " \t\r"))
	}
	l.endParagraph()
	l.setLists("")
	for len(l.tables) > 0 {
		l.endTable()
	}
	return l.b.String()
}

func (l *layouter) line(s string) {
	trimmed := strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(trimmed, "{|") || strings.HasPrefix(strings.TrimLeft(trimmed, ":"), "{|"):
		l.startTable()
	case len(l.tables) > 0 && l.tableLine(trimmed):
	case trimmed == "":
		l.endParagraph()
		l.setLists("")
	case headedPattern.MatchString(trimmed):
		l.heading(headedPattern.FindStringSubmatch(trimmed))
	case strings.HasPrefix(trimmed, "----"):
		l.endParagraph()
		l.setLists("")
		l.b.WriteString("<hr>\n")
	case strings.ContainsRune("*#:;", rune(s[0])):
		l.item(s)
	case blockPattern.MatchString(trimmed):
		l.endParagraph()
		l.setLists("")
		l.b.WriteString(l.inline(trimmed) + "\n")
	default:
		l.setLists("")
		l.paragraph = append(l.paragraph, trimmed)
	}
}

func (l *layouter) heading(m []string) {
	l.endParagraph()
	l.setLists("")
	level := "h" + strconv.Itoa(max(len(m[1]), 2))
	if text := l.inline(m[2]); strings.TrimSpace(text) != "" {
		l.b.WriteString("<" + level + ">" + text + "</" + level + ">\n")
	}
}

// endParagraph writes the paragraph that the lines so far make. Pictures and code that
// stand in it are paragraphs of their own.
func (l *layouter) endParagraph() {
	text := strings.Join(l.paragraph, "\n")
	l.paragraph = nil
	for part := range strings.SplitSeq(l.links(text), "\n\n") {
		part = strings.TrimSpace(part)
		shown := l.inline(part)
		switch bare := strings.TrimSpace(l.restore(shown)); {
		case bare == "":
		case strings.HasPrefix(bare, "<figure") || strings.HasPrefix(bare, "<pre"):
			l.b.WriteString(shown + "\n")
		default:
			l.b.WriteString("<p>" + shown + "</p>\n")
		}
	}
}

// item writes a line of a list. Its signs say which lists it stands in.
func (l *layouter) item(s string) {
	l.endParagraph()
	n := 0
	for n < len(s) && strings.ContainsRune("*#:;", rune(s[n])) && n < deepestList {
		n++
	}
	signs, text := s[:n], strings.TrimSpace(s[n:])
	if text == "" {
		return
	}
	if signs[n-1] == ';' {
		if term, meaning, ok := strings.Cut(text, " : "); ok {
			l.item(signs + term)
			l.item(signs[:n-1] + ":" + meaning)
			return
		}
	}
	l.setLists(signs)
	l.b.WriteString("<" + itemElement(signs[n-1]) + ">" + l.inline(text))
}

// deepestList is how deep lists stand in one another at the most.
const deepestList = 12

// setLists ends and begins lists, so that those are open that the signs say. An item stays
// open until the next one begins, for the lists in it.
func (l *layouter) setLists(signs string) {
	same := 0
	for same < len(signs) && same < len(l.lists) && kindOf(signs[same]) == kindOf(l.lists[same]) {
		same++
	}
	for i := len(l.lists) - 1; i >= 0; i-- {
		if i >= same || i == len(signs)-1 {
			l.b.WriteString("</" + itemElement(l.lists[i]) + ">")
		}
		if i >= same {
			l.b.WriteString("</" + listElement(l.lists[i]) + ">\n")
		}
	}
	for i := same; i < len(signs); i++ {
		l.b.WriteString("<" + listElement(signs[i]) + ">")
		if i < len(signs)-1 {
			l.b.WriteString("<" + itemElement(signs[i]) + ">")
		}
	}
	l.lists = signs
}

func kindOf(sign byte) string { return listElement(sign) }

func listElement(sign byte) string {
	switch sign {
	case '*':
		return "ul"
	case '#':
		return "ol"
	}
	return "dl"
}

func itemElement(sign byte) string {
	switch sign {
	case ';':
		return "dt"
	case ':':
		return "dd"
	}
	return "li"
}

// deepestTable is how deep tables stand in one another at the most.
const deepestTable = 8

func (l *layouter) startTable() {
	l.endParagraph()
	l.setLists("")
	if len(l.tables) < deepestTable {
		l.b.WriteString("<table>\n")
	}
	l.tables = append(l.tables, &table{})
}

func (l *layouter) endTable() {
	l.endParagraph()
	l.setLists("")
	l.endCell()
	t := l.tables[len(l.tables)-1]
	if t.row {
		l.b.WriteString("</tr>\n")
	}
	if len(l.tables) <= deepestTable {
		l.b.WriteString("</table>\n")
	}
	l.tables = l.tables[:len(l.tables)-1]
}

// tableLine writes a line that belongs to a table, and reports whether it does: the
// others are text in a cell.
func (l *layouter) tableLine(s string) bool {
	t := l.tables[len(l.tables)-1]
	switch {
	case strings.HasPrefix(s, "|}"):
		l.endTable()
	case strings.HasPrefix(s, "|-"):
		l.endRow(t)
	case strings.HasPrefix(s, "|+"):
		_, text := cellOf(s[2:])
		l.b.WriteString("<caption>" + l.inline(text) + "</caption>\n")
	case strings.HasPrefix(s, "|"):
		l.cells(t, "td", strings.Split(s[1:], "||"))
	case strings.HasPrefix(s, "!"):
		l.cells(t, "th", strings.Split(strings.ReplaceAll(s[1:], "||", "!!"), "!!"))
	default:
		return s != "" && !t.cell // what stands between the rows is none's
	}
	return true
}

func (l *layouter) endRow(t *table) {
	l.endCell()
	if t.row {
		l.b.WriteString("</tr>\n")
	}
	t.row = false
}

// endCell ends the cell that is open.
func (l *layouter) endCell() {
	l.endParagraph()
	l.setLists("")
	if t := l.tables[len(l.tables)-1]; t.cell {
		l.b.WriteString("</" + t.element + ">")
		t.cell = false
	}
}

// cells writes the cells of a line. The last stays open for the lines that follow.
func (l *layouter) cells(t *table, element string, texts []string) {
	for _, s := range texts {
		l.endCell()
		if !t.row {
			l.b.WriteString("<tr>")
			t.row = true
		}
		attributes, text := cellOf(s)
		l.b.WriteString("<" + element)
		for _, m := range spannedPattern.FindAllStringSubmatch(attributes, -1) {
			l.b.WriteString(" " + strings.ToLower(m[1]) + `="` + html.EscapeString(m[2]) + `"`)
		}
		l.b.WriteString(">" + l.inline(text))
		t.cell, t.element = true, element
	}
}

// cellOf parts the attributes of a cell from its text.
func cellOf(s string) (attributes, text string) {
	parts := splitBars(s)
	if len(parts) > 1 && !strings.Contains(parts[0], "[[") {
		return parts[0], strings.TrimSpace(strings.Join(parts[1:], "|"))
	}
	return "", strings.TrimSpace(s)
}
