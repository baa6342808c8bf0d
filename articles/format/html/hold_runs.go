package html

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/text"
)

// What writes Markdown looks at every byte of a text several times, for what Markdown
// would take as markup. Most of a text is surely none: the inner words of its runs are
// held back, each run with its number left in its place, and put back into the Markdown.
// The first word and the last one stay, so that what stands beside them is seen with them.

// Where a run is held back, a number stands between two characters that no article has by
// then.
const runStart, runEnd = "\uFDD3", "\uFDD4"

// worthHolding is the least that is worth holding back, in bytes.
const worthHolding = 64

// heldRuns are the runs that were held back, by their numbers.
type heldRuns []string

// holdRuns holds the runs of a tree's texts back and returns them; ok is false for a tree in which
// none can be held.
func holdRuns(root *html.Node) (held heldRuns, ok bool) {
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, runStart) {
			return nil, false
		}
	}
	held.holdBlocks(root)
	held.hold(root)
	return held, true
}

// holdAddresses holds back the web addresses in the texts of an element that have signs of Markdown
// in them, marked as addresses: with backslashes before the signs each would end at the first.
// What stands in code or in a link is left as it is.
func (held *heldRuns) holdAddresses(n *html.Node) {
	if n.DataAtom == atom.A || isVerbatim(n) {
		return
	}
	if n.Type == html.TextNode {
		n.Data = text.ReplaceAddresses(n.Data, func(address string) string {
			if !strings.ContainsAny(address, "\\`*_~[]") || strings.Contains(address, openBracket) {
				return address
			}
			return held.take("<" + address + ">")
		})
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		held.holdAddresses(child)
	}
}

// holdBlocks holds back plain blocks that stand one behind the other, several in the place of
// the first: what writes Markdown takes as long for each element, however little is in it.
func (held *heldRuns) holdBlocks(n *html.Node) {
	if !isPlainContainer(n) {
		return
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if markdown, ok := plainBlock(child); ok {
			held.joinBlocks(child, markdown)
			continue
		}
		held.holdBlocks(child)
	}
}

// isPlainContainer tells an element of which Markdown has no more than what stands in it.
func isPlainContainer(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Section, atom.Div:
		return true
	}
	return n.Type == html.DocumentNode
}

// joinBlocks holds back a block, of which the Markdown is given, and those behind it, as far as
// they are plain.
func (held *heldRuns) joinBlocks(first *html.Node, markdown string) {
	blocks := []string{markdown}
	for next := nextBlock(first); next != nil; next = nextBlock(first) {
		markdown, ok := plainBlock(next)
		if !ok {
			break
		}
		blocks = append(blocks, markdown)
		for first.NextSibling != next {
			remove(first.NextSibling)
		}
		remove(next)
	}
	for first.FirstChild != nil {
		first.RemoveChild(first.FirstChild)
	}
	first.DataAtom, first.Data, first.Attr = atom.P, "p", nil
	first.AppendChild(textNode(held.take(strings.Join(blocks, "\n\n"))))
}

// nextBlock returns the element behind a node, nil where something else comes first.
func nextBlock(n *html.Node) *html.Node {
	n = n.NextSibling
	if n != nil && isBlank(n) {
		n = n.NextSibling
	}
	if n == nil || n.Type != html.ElementNode {
		return nil
	}
	return n
}

// isBlank tells a text of white space.
func isBlank(n *html.Node) bool {
	return n.Type == html.TextNode && strings.Trim(n.Data, asciiSpace) == ""
}

// asciiSpace is the white space that HTML makes one space of.
const asciiSpace = " \t\r\n"

// take keeps a run and returns what stands in its place.
func (held *heldRuns) take(run string) string {
	*held = append(*held, run)
	return runStart + strconv.Itoa(len(*held)-1) + runEnd
}

// isVerbatim tells an element in which all signs stand for themselves.
func isVerbatim(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Pre, atom.Code, atom.Var, atom.Samp, atom.Kbd, atom.Tt, atom.Textarea, atom.Script, atom.Style:
		return true
	}
	return false
}

// hold holds back what stands in an element, but for code and tables, of which the width
// of each cell counts.
func (held *heldRuns) hold(n *html.Node) {
	if n.DataAtom == atom.Table || isVerbatim(n) {
		return
	}
	if n.Type == html.TextNode {
		n.Data = held.shorten(n.Data)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		held.hold(child)
	}
}

// shorten returns a text without its inner words, where these can be held back.
func (held *heldRuns) shorten(s string) string {
	before := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	first := strings.IndexByte(s[before:], ' ')
	last := strings.LastIndexByte(strings.TrimRightFunc(s, unicode.IsSpace), ' ')
	if from := before + first + 1; first >= 0 && last-from >= worthHolding && isPlainRun(s[from:last]) {
		return s[:from] + held.take(s[from:last]) + s[last:]
	}
	return s
}

// markedUp are the bytes with which markup may begin or end in the middle of a line, and
// white space of other kinds than the space.
var markedUp = func() (table [256]bool) {
	for c := range ' ' {
		table[c] = true
	}
	for _, c := range []byte("\\`*_[]<>&!|~") {
		table[c] = true
	}
	return table
}()

// isPlainRun reports whether a run holds no markup: it begins with a letter, so that none
// of what is markup at the beginning of a line alone can be some within it.
func isPlainRun(s string) bool { return beginsPlain(s) && isPlainWithin(s) }

// beginsPlain tells a run that begins as no markup does.
func beginsPlain(s string) bool {
	c := s[0]
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// isPlainWithin tells a run that holds no markup where it stands within a line.
func isPlainWithin(s string) bool {
	if s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if markedUp[s[i]] || s[i] == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return !strings.Contains(s, "\uF002") // which stands for a newline in code there
}

// write returns the Markdown of a tree whose runs are held back.
func (held heldRuns) write(root *html.Node, options ...converter.ConvertOptionFunc) ([]byte, error) {
	if markdown, ok := held.whole(root); ok {
		return []byte(markdown), nil
	}
	markdown, err := markdownWriter().ConvertNode(root, options...)
	return held.putBack(markdown), err
}

// whole returns the Markdown of a tree that is held back as one run.
func (held heldRuns) whole(root *html.Node) (markdown string, ok bool) {
	n := root
	for isPlainContainer(n) {
		if n = n.FirstChild; n != nil && isBlank(n) {
			n = n.NextSibling
		}
		if n == nil || n.NextSibling != nil && (n.NextSibling.NextSibling != nil || !isBlank(n.NextSibling)) {
			return "", false
		}
	}
	if len(held) != 1 || n.DataAtom != atom.P || n.FirstChild == nil || n.FirstChild.Data != runStart+"0"+runEnd {
		return "", false
	}
	return held[0], true
}

// putBack returns Markdown with the runs that were held back.
func (held heldRuns) putBack(markdown []byte) []byte {
	if len(held) == 0 {
		return markdown
	}
	size := len(markdown)
	for _, run := range held {
		size += len(run)
	}
	whole := make([]byte, 0, size)
	for {
		before, rest, found := bytes.Cut(markdown, []byte(runStart))
		whole = append(whole, before...)
		if !found {
			return whole
		}
		number, behind, _ := bytes.Cut(rest, []byte(runEnd))
		if i, err := strconv.Atoi(string(number)); err == nil && i < len(held) {
			whole = append(whole, held[i]...)
		}
		markdown = behind
	}
}
