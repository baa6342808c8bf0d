package mail

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
)

// Newsletters are laid out with tables within tables, and hold what is for the
// programs that count their readers.

// Tidy takes off the HTML of a message what is none of its text: tables that only lay
// it out, what is hidden, pictures that count readers, and the lines that lead to the
// same on the web or out of the list.
func Tidy(document *html.Node) {
	for _, n := range slices.Backward(allElements(document)) { // the innermost first
		switch {
		case n.Parent == nil:
		case isHidden(n), n.DataAtom == atom.Img && isCounter(n):
			n.Parent.RemoveChild(n)
		case n.DataAtom == atom.Table && !isData(n):
			flatten(n)
		}
	}
	for _, n := range allElements(document) {
		if n.Parent != nil && isService(n) {
			n.Parent.RemoveChild(n)
		}
	}
}

// allElements are all elements in a node, from the first to the last.
func allElements(root *html.Node) (all []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attributeValue(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// unseenPattern is how a style hides what it is for.
var unseenPattern = pattern.New(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)`)

// isHidden tells what the reader of a message does not see: the text, say, that only
// stands beside its subject in the list of messages.
func isHidden(n *html.Node) bool {
	style := attributeValue(n, "style")
	return style != "" && n.DataAtom != atom.Body && unseenPattern.MatchString(style)
}

// isCounter tells a picture of one pixel.
func isCounter(n *html.Node) bool {
	isOne := func(size string) bool { return size == "1" || size == "0" || size == "1px" || size == "0px" }
	return isOne(attributeValue(n, "width")) || isOne(attributeValue(n, "height"))
}

// longestCell is how many characters the cells of a table have on average that holds
// figures and names, not paragraphs.
const longestCell = 120

// isData tells a table that is one, not a way to lay out a page: it stands in a figure,
// has a head, or rows of at least two cells each, with nothing large in them.
func isData(table *html.Node) bool {
	if attributeValue(table, "role") == "presentation" || attributeValue(table, "role") == "none" {
		return false
	}
	if table.Parent != nil && table.Parent.DataAtom == atom.Figure {
		return true
	}
	rows, cells, text := 0, 0, 0
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.Th, atom.Caption:
			return true
		case atom.Table, atom.Img, atom.H1, atom.H2, atom.H3, atom.H4:
			return false
		case atom.Tr:
			rows++
		case atom.Td:
			cells++
			text += len([]rune(textOf(n)))
		}
	}
	return rows >= 2 && cells >= 2*rows && text < longestCell*cells && text > 0
}

// textOf is the text in an element, on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.DataAtom == atom.Br, d.DataAtom == atom.P, d.DataAtom == atom.Div:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// flatten puts a block for each cell in the place of a table. Tables in its cells stay.
func flatten(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch c.DataAtom {
		case atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
			flatten(c)
		case atom.Td:
			rename(c)
		case atom.Colgroup, atom.Col:
			n.RemoveChild(c)
		}
		c = next
	}
	rename(n)
}

// rename makes a division of an element.
func rename(n *html.Node) {
	n.DataAtom, n.Data = atom.Div, "div"
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key != "dir" && a.Key != "lang" })
}

// servicePattern are the links of newsletters that lead to the same on the web, or out of the
// list.
var servicePattern = pattern.New(`(?i)unsubscribe|view (?:this |it )?(?:e?mail )?(?:in|on) (?:your |the )?(?:browser|web)|view online|manage (?:your )?(?:preferences|subscription)|` +
	`إلغاء ?(?:ال)?اشتراك|الغاء ?(?:ال)?اشتراك|ألغ(?:ِ)? اشتراكك|لإلغاء اشتراكك|في (?:ال)?متصفح|على الويب|` +
	`لغو (?:عضویت|اشتراک)|در مرورگر|הסר(?:ה|ת)? מרשימת|להסרה|בדפדפן|ان سبسکرائب`)

// longestService is how many words a block with such a link has at most.
const longestService = 25

// isService tells a block that holds such a link and nothing else to read.
func isService(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Td, atom.Center, atom.Span, atom.Small, atom.Li, atom.A:
	default:
		return false
	}
	linked := n.DataAtom == atom.A && servicePattern.MatchString(textOf(n))
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.P, atom.Div, atom.Table, atom.Li, atom.H1, atom.H2, atom.H3:
			return false // one of those in it
		case atom.A:
			linked = linked || servicePattern.MatchString(textOf(d))
		}
	}
	return linked && len(strings.Fields(textOf(n))) <= longestService
}

// serviceAddress is an address in a line of plain text, or where one was.
var serviceAddress = pattern.New(`https?://|mailto:`)

// withoutService takes the lines off a plain text that only lead to the same on the web, or out of
// the list, with a line that is drawn above them, and returns the text.
func withoutService(plain string) string {
	lines := strings.Split(plain, "\n")
	kept := lines[:0]
	for i, line := range lines {
		near := line
		if i+1 < len(lines) {
			near += "\n" + lines[i+1]
		}
		if servicePattern.MatchString(line) && len(strings.Fields(line)) <= longestService && serviceAddress.MatchString(near) {
			if !serviceAddress.MatchString(line) {
				lines[i+1] = serviceLink.ReplaceAllString(lines[i+1], "")
			}
			continue
		}
		kept = append(kept, line)
	}
	for len(kept) > 0 && (strings.TrimSpace(kept[len(kept)-1]) == "" || serviceRule.MatchString(kept[len(kept)-1])) {
		kept = kept[:len(kept)-1]
	}
	return strings.Join(kept, "\n")
}

// serviceLink is a line that is an address and nothing else, serviceRule one that is drawn.
var (
	serviceLink = pattern.New(`^\s*[<(\[]?(?:https?://|mailto:)\S*\s*$`)
	serviceRule = pattern.New(`^\s*[-=*_~—–]{3,}\s*$`)
)
