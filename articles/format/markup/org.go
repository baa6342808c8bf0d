package markup

import (
	"context"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Org is the format of Emacs's Org mode (https://orgmode.org/worg/org-syntax.html).
var Org = articles.Format{Name: "Org", Extensions: []string{".org"}, Read: readOrg}

// orgHead is how a text begins that says by itself that it is in Org mode.
var orgHead = pattern.New(`^(?i)(?:\s*|# -\*-[^\n]*\n)*(?::properties:\n|#\+(?:title|author|date|startup|options|language|filetags):)`)

func readOrg(ctx context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.IsText() || src.Extension() != ".org" && !orgHead.MatchString(src.Head()) {
		return nil, false, nil
	}
	if err := tooLong(src); err != nil {
		return nil, true, err
	}
	o := orgReader{converted: converted{matter: map[string]string{}}, ends: map[string]int{}}
	lines := strings.Split(src.Text(), "\n")
	o.drawers = make([]int, len(lines))
	end := 0
	for i, line := range slices.Backward(lines) {
		switch {
		case strings.HasPrefix(line, "*"):
			end = 0
		case strings.EqualFold(strings.TrimSpace(line), ":end:"):
			end = i
		}
		o.drawers[i] = end
	}
	for i, line := range lines {
		if kind, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(line)), "#+end_"); ok {
			o.ends[kind] = i
		}
	}
	for at := 0; at < len(lines); {
		at = o.next(lines, at)
	}
	return o.read(ctx, src)
}

// orgReader writes a text in Org mode as Markdown.
type orgReader struct {
	converted
	hidden  int            // the level of a heading whose part is not shown, 0 for none
	caption string         // of the picture or the table that follows
	inItem  bool           // an item of a list is open
	ends    map[string]int // the last line that ends a block of a kind
	drawers []int          // of each line the one that ends a drawer which is open there, 0 for none
}

// orgMatter are the keywords that front matter has another name for.
var orgMatter = map[string]string{
	"title": "title", "author": "author", "date": "date", "language": "lang", "description": "summary", "filetags": "tags", "keywords": "tags",
}

var (
	orgKeyword  = pattern.New(`^\s*#\+([A-Za-z_]+)(?:\[[^\]]*\])?:\s*(.*)$`)
	orgBegin    = pattern.New(`^(?i)\s*#\+begin_(\w+)(?:\s+(\S+))?.*$`)
	orgHeadline = pattern.New(`^(\*+)\s+(.*)$`)
	orgState    = pattern.New(`^(?:(?:TODO|DONE|NEXT|WAITING|HOLD|STARTED|CANCELLED|CANCELED)\s+)?(?:\[#[A-Z0-9]\]\s+)?(.*)$`)
	orgTags     = pattern.New(`\s+(:[\pL\pN_@#%:]+:)\s*$`)
	orgCookie   = pattern.New(`\s*\[\d*(?:/\d*|%)\]`)
	orgPlanning = pattern.New(`^\s*(?:SCHEDULED|DEADLINE|CLOSED):\s*[<\[]`)
	orgDrawer   = pattern.New(`^\s*:([\w-]+):\s*$`)
	orgItem     = pattern.New(`^(\s*)([-+]|\s\*|\d+[.)])\s+(?:\[@\d+\]\s*)?(\[[ Xx-]\]\s+)?(.*)$`)
	orgNote     = pattern.New(`^\[fn:([\w-]+)\]\s+(.*)$`)
	orgRule     = pattern.New(`^\s*-{5,}\s*$`)
)

// next writes the line at a place, or the block that begins there, and returns where it ends.
func (o *orgReader) next(lines []string, at int) int {
	line := lines[at]
	if m := orgHeadline.FindStringSubmatch(line); m != nil {
		o.headline(len(m[1]), m[2])
		return at + 1
	}
	if o.hidden > 0 {
		return at + 1
	}
	trimmed := strings.TrimSpace(line)
	if m := orgBegin.FindStringSubmatch(line); m != nil {
		return o.orgBlock(strings.ToLower(m[1]), m[2], lines, at)
	}
	if end := o.drawers[at]; end > at && orgDrawer.MatchString(line) {
		return end + 1
	}
	m := orgKeyword.FindStringSubmatch(line)
	switch {
	case m != nil:
		o.keyword(strings.ToLower(m[1]), m[2])
	case trimmed == "#" || strings.HasPrefix(trimmed, "# "), orgPlanning.MatchString(line):
	case strings.HasPrefix(trimmed, "|"):
		return o.orgTable(lines, at)
	case strings.HasPrefix(trimmed, ": ") || trimmed == ":":
		end := at
		var code []string
		for ; end < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[end])+" ", ": "); end++ {
			code = append(code, strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(lines[end]), ":"), " "))
		}
		o.code("", code)
		return end
	case orgRule.MatchString(line):
		o.block("* * *")
	default:
		o.text(line)
	}
	return at + 1
}

// keyword takes what a line says of the text, or of what follows.
func (o *orgReader) keyword(name, value string) {
	if name == "caption" {
		o.caption = value
	}
	to := orgMatter[name]
	if to == "tags" {
		value = strings.Trim(strings.ReplaceAll(value, ":", ", "), ", ")
	}
	if to != "" && value != "" {
		if before := o.matter[to]; before != "" {
			value = before + " " + value
		}
		o.matter[to] = strings.Trim(value, "<>[]")
	}
}

// headline begins a part. One that is a comment, or that is not to be exported, is passed over
// with its parts.
func (o *orgReader) headline(level int, title string) {
	if o.hidden > 0 && level > o.hidden {
		return
	}
	o.hidden = 0
	tags := ""
	if m := orgTags.FindStringSubmatch(title); m != nil {
		tags = m[1]
		title = strings.TrimSuffix(title, m[0])
	}
	title = orgCookie.ReplaceAllString(orgState.ReplaceAllString(title, "$1"), "")
	switch {
	case strings.Contains(tags, ":noexport:") || title == "COMMENT" || strings.HasPrefix(title, "COMMENT "):
		o.hidden = level
		return
	case title == "Footnotes":
		return
	}
	if o.matter["title"] != "" {
		level++
	}
	const lowest = 6
	o.block(strings.Repeat("#", min(level, lowest)) + " " + inline(title, orgRules))
}

// orgBlock writes the block that begins at a line and returns where it ends.
func (o *orgReader) orgBlock(kind, argument string, lines []string, at int) int {
	if o.ends[kind] <= at {
		return at + 1
	}
	end := slices.IndexFunc(lines[at:], func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), "#+end_"+kind) })
	inside := lines[at+1 : at+end]
	switch kind {
	case "comment", "export":
	case "src":
		o.code(argument, inside)
	case "example":
		o.code("", inside)
	case "verse":
		var verses []string
		for _, line := range inside {
			verses = append(verses, inline(strings.TrimSpace(line), orgRules))
		}
		o.block(strings.TrimSuffix(strings.Join(verses, "\\\n"), "\\"))
	case "quote":
		within := orgReader{converted: converted{matter: map[string]string{"title": "x"}}}
		for _, line := range inside {
			within.text(line)
		}
		o.gap()
		for _, line := range within.lines {
			o.add(strings.TrimRight("> "+line, " "))
		}
		o.gap()
	default:
		o.gap()
		for _, line := range inside {
			o.text(line)
		}
		o.gap()
	}
	return at + end + 1
}

// orgTable writes the table that begins at a line and returns where it ends.
func (o *orgReader) orgTable(lines []string, at int) int {
	var rows [][]string
	for ; at < len(lines); at++ {
		row := strings.TrimSpace(lines[at])
		if !strings.HasPrefix(row, "|") {
			break
		}
		if strings.HasPrefix(row, "|-") {
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(row, "|"), "|") {
			cells = append(cells, inline(strings.TrimSpace(cell), orgRules))
		}
		rows = append(rows, cells)
	}
	o.table(rows)
	o.writeCaption()
	return at
}

// writeCaption writes the caption of what stands before.
func (o *orgReader) writeCaption() {
	if o.caption != "" {
		o.block(inline(o.caption, orgRules))
		o.caption = ""
	}
}

// text writes a line of running text, or of a list.
func (o *orgReader) text(line string) {
	note := orgNote.FindStringSubmatch(line)
	item := orgItem.FindStringSubmatch(line)
	switch {
	case strings.TrimSpace(line) == "":
		o.inItem = false
		o.gap()
	case note != nil:
		o.block("[^" + note[1] + "]: " + inline(note[2], orgRules))
	case item != nil:
		o.item(item)
	default:
		s := strings.TrimSpace(line)
		if m := orgPicture.FindStringSubmatch(s); m != nil {
			o.block("![" + strings.NewReplacer("[", "", "]", "").Replace(o.caption) + "](<" + strings.TrimPrefix(m[1], "file:") + ">)")
			o.caption = ""
			return
		}
		end := ""
		if rest, ok := strings.CutSuffix(s, `\\`); ok {
			s, end = strings.TrimSpace(rest), "\\"
		}
		indent := ""
		if o.inItem {
			indent = line[:indentOf(line)]
		}
		o.add(indent + inline(s, orgRules) + end)
	}
}

// item writes a line that begins an item of a list.
func (o *orgReader) item(m []string) {
	mark, box, s := strings.TrimSpace(m[2]), strings.ToLower(strings.Replace(m[3], "[-]", "[ ]", 1)), m[4]
	if mark == "+" || mark == "*" {
		mark = "-"
	}
	if term, meaning, ok := strings.Cut(s, " :: "); ok && mark == "-" {
		s = "**" + inline(term, orgRules) + "**: " + inline(meaning, orgRules)
	} else {
		s = inline(s, orgRules)
	}
	if !o.inItem && m[1] == "" {
		o.gap()
	}
	o.inItem = true
	o.add(m[1] + strings.Replace(mark, ")", ".", 1) + " " + box + s)
}

// What may stand before a mark in Org mode, and behind.
const (
	orgBefore = `(^|[\s\-({'"«“،؛وفبلك])`
	orgBehind = `($|[\s\-.,;:!?'")}\[»”،؛؟])`
)

// orgPicture is a picture on a line of its own.
var orgPicture = pattern.New(`(?i)^\[\[((?:file:|https?:|\./)?[^\]\[]+\.(?:png|jpe?g|gif|webp|svg|avif))\]\]$`)

// orgRules are the marks of Org mode within lines.
var orgRules = []rule{
	{pattern.New(`\[\[([^\]\[]+)\](?:\[([^\]]+)\])?\]`), func(m []string, inner func(string) string) string {
		address, label := strings.TrimPrefix(m[1], "file:"), m[2]
		isPlace := strings.HasPrefix(address, "*") || strings.HasPrefix(address, "#") || strings.HasPrefix(address, "id:")
		switch {
		case isPlace && label == "":
			return escape(strings.TrimLeft(address, "*#"))
		case isPlace:
			return inner(label)
		case label == "" && articles.IsWebAddress(address):
			return "<" + address + ">"
		case label == "":
			return linkTo(escape(address), address)
		}
		return linkTo(inner(label), address)
	}, false},
	{pattern.New(`\[fn:([\w-]+)\]`), func(m []string, _ func(string) string) string { return "[^" + m[1] + "]" }, false},
	{pattern.New(`\[fn:[\w-]*:([^\]]+)\]`), func(m []string, inner func(string) string) string { return " (" + inner(m[1]) + ")" }, false},
	{pattern.New(`[<\[](\d{4}-\d{2}-\d{2})[^>\]]*[>\]]`), func(m []string, _ func(string) string) string { return m[1] }, false},
	{pattern.New(`https?://[^\s\]\[<>،؛»]*[^\s\]\[<>،؛».,;:!?()'"]`), func(m []string, _ func(string) string) string { return "<" + m[0] + ">" }, false},
	orgMark(`[=~]`, func(s string, _ func(string) string) string { return codeSpan(s) }),
	orgMark(`\*`, func(s string, inner func(string) string) string { return "**" + inner(s) + "**" }),
	orgMark(`/`, func(s string, inner func(string) string) string { return "*" + inner(s) + "*" }),
	orgMark(`_`, func(s string, inner func(string) string) string { return inner(s) }),
	orgMark(`\+`, func(s string, inner func(string) string) string { return "~~" + inner(s) + "~~" }),
}

// orgMark is the rule of a sign that stands around words.
func orgMark(sign string, write func(s string, inner func(string) string) string) rule {
	return rule{pattern.New(orgBefore + sign + `(\S|\S[^` + strings.Trim(sign, "[]") + `]*?\S)` + sign + orgBehind), func(m []string, inner func(string) string) string {
		return escape(m[1]) + write(m[2], inner)
	}, true}
}
