package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/text"
)

// simplifyTable makes of a table what Markdown has: cells of one line each. Tables that
// lay a page out, as those of mail do, become the blocks that they hold; spans are cut
// to what the table has, so that a number in an attribute costs nothing.
func simplifyTable(table *html.Node) {
	rows := tableRows(table)
	if openListing(table) {
		return
	}
	if laysOut(table, rows) {
		openTable(table)
		return
	}
	boundSpans(rows)
	if isSparse(rows) {
		writeRows(table, rows)
		return
	}
	for _, cells := range rows {
		for _, cell := range cells {
			flattenCell(cell)
		}
	}
	if words := text.CountWords(TextOf(table)); words > 0 && !mostlyLinked(table, words) && Attribute(table, "summary") == "" {
		table.Attr = append(table.Attr, html.Attribute{Key: "summary", Val: "data"}) // by which the library knows that it lays nothing out
	}
}

// tableRows gives the cells of a table by rows, those of tables in it left out.
func tableRows(table *html.Node) (rows [][]*html.Node) {
	for _, tr := range Elements(table) {
		if tr.DataAtom != atom.Tr || closestAncestor(tr, atom.Table) != table {
			continue
		}
		var cells []*html.Node
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				cells = append(cells, c)
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

// laysOut tells a table that places the parts of a page: it says so, holds other tables
// or headings, or has long texts of several blocks in its cells.
func laysOut(table *html.Node, rows [][]*html.Node) bool {
	const long = 60 // words
	if role := Attribute(table, "role"); role == "presentation" || role == "none" {
		return true
	}
	columns := 0
	for _, cells := range rows {
		columns = max(columns, len(cells))
	}
	for _, cells := range rows {
		for _, cell := range cells {
			blocks, words := 0, 0
			for n := range cell.Descendants() {
				switch {
				case n.DataAtom == atom.Table || isHeading(n) && columns < 3:
					return true
				case n.DataAtom == atom.P || n.DataAtom == atom.Blockquote || n.DataAtom == atom.Pre || isSecondBreak(n):
					blocks++
				case n.Type == html.TextNode && columns == 1:
					words += text.CountWords(n.Data)
				}
			}
			if columns < 3 && blocks > 1 && text.CountWords(TextOf(cell)) > long || columns == 1 && (words > long || blocks > 1) {
				return true
			}
		}
	}
	return false
}

// isSecondBreak tells a line break behind another one, between which there is nothing: they part
// paragraphs.
func isSecondBreak(n *html.Node) bool {
	before := n.PrevSibling
	for before != nil && before.Type == html.TextNode && strings.TrimSpace(before.Data) == "" {
		before = before.PrevSibling
	}
	return n.DataAtom == atom.Br && before != nil && before.DataAtom == atom.Br
}

// openTable makes plain blocks of a table, its rows and its cells.
func openTable(table *html.Node) {
	parts := []*html.Node{table}
	for _, n := range Elements(table) {
		switch n.DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
			if closestAncestor(n, atom.Table) == table {
				parts = append(parts, n)
			}
		}
	}
	for _, n := range parts {
		n.DataAtom, n.Data, n.Attr = atom.Div, "div", nil
	}
}

// openListing makes the code that a table shows beside the numbers of its lines a block
// of code, and tells whether there is any.
func openListing(table *html.Node) bool {
	if Find(table, atom.Pre) == nil {
		return false
	}
	for _, n := range Elements(table) {
		if n.DataAtom == atom.Td && (hasAny(classWords(n), "gutter", "lineno", "linenos", "linenumbers", "numbers") || isBesideCode(n)) {
			remove(n)
		}
	}
	openTable(table)
	return true
}

// isBesideCode tells a cell with the numbers of the lines that the next one holds.
func isBesideCode(cell *html.Node) bool {
	next := cell.NextSibling
	for next != nil && next.Type != html.ElementNode {
		next = next.NextSibling
	}
	if next == nil || Find(next, atom.Pre) == nil {
		return false
	}
	numbers := rawText(cell)
	lines := strings.Count(strings.TrimRight(rawText(next), "\n"), "\n") + 1
	return areCounted(numbers) && len(strings.Fields(numbers)) == lines
}

// boundSpans cuts the spans of cells to the rows and columns that there are.
func boundSpans(rows [][]*html.Node) {
	columns := 0
	for _, cells := range rows {
		columns = max(columns, len(cells))
	}
	for i, cells := range rows {
		for _, cell := range cells {
			for j := range cell.Attr {
				a := &cell.Attr[j]
				var most int
				switch a.Key {
				case "colspan":
					most = columns
				case "rowspan":
					most = len(rows) - i
				default:
					continue
				}
				span, err := strconv.Atoi(strings.TrimSpace(a.Val))
				if err != nil || span < 1 {
					span = 1
				}
				a.Val = strconv.Itoa(min(span, most))
			}
		}
	}
}

// isSparse tells a table that would be nearly all empty cells once its rows were
// equally long.
func isSparse(rows [][]*html.Node) bool {
	const small, share = 2000, 4
	columns, cells := 0, 0
	for _, row := range rows {
		columns = max(columns, len(row))
		cells += len(row)
	}
	return columns*len(rows) > small && columns*len(rows) > share*cells
}

// writeRows writes each row of a table as a line of its own.
func writeRows(table *html.Node, rows [][]*html.Node) {
	for _, cells := range rows {
		var said []string
		for _, cell := range cells {
			if s := TextOf(cell); s != "" {
				said = append(said, s)
			}
		}
		if len(said) > 0 {
			line := newElement(atom.P)
			line.AppendChild(textNode(strings.Join(said, " | ")))
			table.Parent.InsertBefore(line, table)
		}
	}
	remove(table)
}

// flattenCell makes one line of what a cell holds: its lines and paragraphs one behind
// the other, the items of its lists behind bullets.
func flattenCell(cell *html.Node) {
	for _, n := range Elements(cell) {
		if n.Parent == nil {
			continue
		}
		switch {
		case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
			replaceWithText(n, " ")
		case n.DataAtom == atom.Li:
			n.InsertBefore(textNode("• "), n.FirstChild)
			openInline(n)
		case IsBlock(n):
			openInline(n)
		}
	}
	for n := range cell.Descendants() {
		n.Data = oneLine(n)
	}
}

// oneLine is a text node's text without line ends; of other nodes their name.
func oneLine(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' || r == '\t' {
				return ' '
			}
			return r
		}, n.Data)
	}
	return n.Data
}

// openInline leaves of a block what it holds, with a space on either side.
func openInline(n *html.Node) {
	n.Parent.InsertBefore(textNode(" "), n)
	n.Parent.InsertBefore(textNode(" "), n.NextSibling)
	unwrap(n)
}
