package html

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Programs that show code write the numbers of its lines beside it: in a cell or a block of their
// own, in a row for each line, or before each line. They are no part of the code, and the table
// around them is none.

// writeListings makes plain blocks of code of those that have the numbers of their lines in
// elements of their own.
func writeListings(root *html.Node) {
	for _, n := range Elements(root) {
		if n.Parent == nil || !StandsIn(n, root) {
			continue
		}
		switch n.DataAtom {
		case atom.Pre:
			openLines(n)
		case atom.Table:
			rowsToCode(n)
		case atom.Td:
			linesToCode(n)
		}
	}
}

// openLines takes the numbers of lines out of a block of code, and makes lines of the rows or the
// items that it holds one of each.
func openLines(pre *html.Node) {
	for _, n := range Elements(pre) {
		switch {
		case n.Parent == nil || !StandsIn(n, pre):
		case n.DataAtom != atom.Pre && n.DataAtom != atom.Table && isNumbering(n):
			remove(n)
		case n.DataAtom == atom.Tr, n.DataAtom == atom.Li:
			openLine(n)
		}
	}
	if strings.TrimSpace(rawText(pre)) == "" && Find(pre, atom.Img) == nil {
		remove(pre) // there were numbers alone
		return
	}
	for _, n := range Elements(pre) {
		switch n.DataAtom {
		case atom.Table, atom.Tbody, atom.Thead, atom.Tr, atom.Td, atom.Th, atom.Ol, atom.Ul, atom.Li, atom.Pre:
			n.DataAtom, n.Data, n.Attr = atom.Span, "span", nil
		}
	}
}

// codeClasses returns the classes of a page's blocks of code that say in what language they are.
func codeClasses(document *html.Node) (classes []string) {
	const most = 50 // languages of a page
	for n := range document.Descendants() {
		if n.DataAtom != atom.Code && n.DataAtom != atom.Pre {
			continue
		}
		for c := range strings.FieldsSeq(Attribute(n, "class")) {
			if strings.HasPrefix(c, "language-") && !slices.Contains(classes, c) && len(classes) < most {
				classes = append(classes, c)
			}
		}
	}
	return classes
}

// openLine ends the line of code that an element holds, unless it ends by itself.
func openLine(n *html.Node) {
	if n.DataAtom == atom.Tr {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
				remove(c) // which stands between cells
			}
			c = next
		}
	}
	if !strings.HasSuffix(rawText(n), "\n") {
		n.AppendChild(textNode("\n"))
	}
}

// rowsToCode makes a block of code of a table that has a row for each of its lines: the number or
// numbers of it, then the line.
func rowsToCode(table *html.Node) {
	if Find(table, atom.Pre) != nil {
		return
	}
	var lines []string
	for _, cells := range tableRows(table) {
		last := len(cells) - 1
		if last < 1 || !isLineOfCode(cells[last]) {
			return
		}
		for _, cell := range cells[:last] {
			if !isNumbering(cell) {
				return
			}
		}
		lines = append(lines, linesIn(cells[last])...)
	}
	if len(lines) > 0 {
		putCode(table, lines)
		remove(table)
	}
}

// linesToCode makes a block of code of a cell that has an element for each of its lines.
func linesToCode(cell *html.Node) {
	if !hasAny(classWords(cell), "code") || Find(cell, atom.Pre) != nil {
		return
	}
	lines := linesIn(cell)
	if len(lines) < 2 { //nolint:mnd // one line is what any cell holds
		return
	}
	for cell.FirstChild != nil {
		cell.RemoveChild(cell.FirstChild)
	}
	mark := textNode("")
	cell.AppendChild(mark)
	putCode(mark, lines)
}

// linesIn returns the lines of code that a cell holds: an element for each, or one line.
func linesIn(cell *html.Node) (lines []string) {
	for _, n := range Elements(cell) {
		if n.DataAtom == atom.Div && hasAny(classWords(n), "line") {
			lines = append(lines, codeLine(n))
		}
	}
	if len(lines) == 0 {
		lines = []string{Attribute(cell, "data-code-marker") + codeLine(cell)}
	}
	return lines
}

// putCode puts a block of code before a node.
func putCode(n *html.Node, lines []string) {
	pre, code := newElement(atom.Pre), newElement(atom.Code)
	code.AppendChild(textNode(strings.Join(lines, "\n") + "\n"))
	pre.AppendChild(code)
	n.Parent.InsertBefore(pre, n)
}

// codeLine returns the line of code that an element holds.
func codeLine(n *html.Node) string {
	return strings.ReplaceAll(strings.Trim(rawText(n), "\r\n"), "\u00A0", " ")
}

// rawText returns the text of a node with all its blanks.
func rawText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// isNumbering tells an element that holds numbers of lines of code, or is there for them.
func isNumbering(n *html.Node) bool {
	if strings.Trim(rawText(n), "0123456789 \r\n\t\u00A0+-") != "" {
		return false
	}
	if Attribute(n, "data-line-number") != "" {
		return true
	}
	words := classWords(n)
	return hasAny(words, "gutter", "lineno", "linenos", "linenum", "linenumber", "linenumbers", "lnt", "rownumber") ||
		hasAny(words, "line", "ln", "blob", "row") && hasAny(words, "no", "num", "nums", "number", "numbers") ||
		n.DataAtom == atom.Span && hasAny(words, "ln") && strings.TrimSpace(rawText(n)) != ""
}

// isLineOfCode tells a cell that holds a line of code.
func isLineOfCode(cell *html.Node) bool {
	return hasAny(classWords(cell), "code", "loc") || Attribute(cell, "data-code-marker") != ""
}

// areCounted reports whether a text is nothing but numbers of lines, one a line, that count on.
func areCounted(s string) bool {
	before, some := 0, false
	for line := range strings.FieldsSeq(s) {
		n, err := strconv.Atoi(line)
		if err != nil || some && n != before+1 {
			return false
		}
		before, some = n, true
	}
	return some
}
