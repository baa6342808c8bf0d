package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What most texts consist of is written as Markdown here: blocks of plain text, with links and
// stressed words in them. Whatever else there is leaves a block to the library, which knows all
// of HTML and takes many times as long; both write the same.

// plainBlock returns the Markdown of a block that holds nothing but plain text, links and stressed
// words; ok is false for any other node.
func plainBlock(n *html.Node) (markdown string, ok bool) {
	switch n.DataAtom {
	case atom.P:
		return plainLine(n)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		line, ok := plainLine(n)
		return strings.Repeat("#", int(n.Data[1]-'0')) + " " + line, ok && !strings.HasSuffix(line, "#")
	case atom.Blockquote:
		lines, ok := plainLines(n, atom.P)
		return "> " + strings.Join(lines, "\n> \n> "), ok
	case atom.Ul:
		lines, ok := plainLines(n, atom.Li)
		return "- " + strings.Join(lines, "\n- "), ok
	}
	return "", false
}

// plainLines returns the lines of an element that holds elements of one kind, each a line.
func plainLines(n *html.Node, kind atom.Atom) (lines []string, ok bool) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if isBlank(child) {
			continue
		}
		line, ok := "", child.DataAtom == kind
		if ok {
			line, ok = plainLine(child)
		}
		if !ok {
			return nil, false
		}
		lines = append(lines, line)
	}
	return lines, len(lines) > 0
}

// plainLine returns the Markdown of what stands in a line.
func plainLine(n *html.Node) (line string, ok bool) {
	first := n.FirstChild
	switch {
	case first == nil:
		return "", false
	case first.NextSibling == nil && first.Type == html.TextNode:
		line = strings.Trim(first.Data, asciiSpace)
		return line, isPlainText(line)
	}
	var b strings.Builder
	for child := first; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode {
			ok = appendText(&b, child)
		} else {
			ok = appendElement(&b, child)
		}
		if !ok {
			return "", false
		}
	}
	return b.String(), true
}

// isPlainText tells a text in which nothing is, or becomes, markup.
func isPlainText(s string) bool { return s != "" && strings.TrimSpace(s) == s && isPlainRun(s) }

// appendText writes a text beside an element of a line.
func appendText(b *strings.Builder, n *html.Node) bool {
	s := strings.Trim(n.Data, asciiSpace)
	before := strings.HasPrefix(n.Data, " ") || s != "" && n.Data[0] != s[0]
	switch {
	case s == "" && (n.PrevSibling == nil || n.NextSibling == nil):
		return true
	case s == "":
		b.WriteByte(' ')
		return true
	case strings.TrimSpace(s) != s || !isPlainWithin(s) || n.PrevSibling == nil && !beginsPlain(s):
		return false
	}
	if before && n.PrevSibling != nil {
		b.WriteByte(' ')
	}
	b.WriteString(s)
	if n.NextSibling != nil && strings.ContainsRune(asciiSpace, rune(n.Data[len(n.Data)-1])) {
		b.WriteByte(' ')
	}
	return true
}

// appendElement writes a link, or stressed words that stand between spaces.
func appendElement(b *strings.Builder, n *html.Node) bool {
	only := n.FirstChild
	if only == nil || only.NextSibling != nil || only.Type != html.TextNode || !isPlainText(only.Data) {
		return false
	}
	if n.PrevSibling != nil && n.PrevSibling.Type != html.TextNode {
		return false
	}
	switch n.DataAtom {
	case atom.A:
		to := Attribute(n, "href")
		if !isPlainAddress(to) || Attribute(n, "title") != "" {
			return false
		}
		b.WriteString("[" + only.Data + "](" + to + ")")
		return true
	case atom.Strong, atom.B:
		return appendStressed(b, n, "**")
	case atom.Em, atom.I:
		return appendStressed(b, n, "*")
	}
	return false
}

// appendStressed writes words between marks.
func appendStressed(b *strings.Builder, n *html.Node, mark string) bool {
	if before := b.String(); before != "" && !strings.HasSuffix(before, " ") {
		return false
	}
	if next := n.NextSibling; next != nil && (next.Type != html.TextNode || next.Data == "" || !strings.ContainsRune(asciiSpace, rune(next.Data[0]))) {
		return false
	}
	b.WriteString(mark + n.FirstChild.Data + mark)
	return true
}

// isPlainAddress tells an address of the web of which every character stands for itself.
func isPlainAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	if !ok || rest == "" || rest[0] == '/' || strings.Contains(rest, "/.") {
		return false
	}
	for i := range len(rest) {
		if c := rest[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' && c != '/' {
			return false
		}
	}
	return true
}
