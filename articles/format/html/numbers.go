package html

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepNumbers keeps the numbers of a list whose items do not count on from its first one, such as one
// that counts down: Markdown has no such lists, so its items become paragraphs that begin with
// their numbers. A list that begins with another number than one says so.
func keepNumbers(list *html.Node) {
	var items []*html.Node
	for child := list.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom == atom.Li {
			items = append(items, child)
		}
	}
	const largest = 999_999_999 // of a list in Markdown
	numbers, counts := itemNumbers(list, items)
	if len(items) == 0 {
		return
	}
	if first := numbers[0]; counts && first >= 0 && first <= largest {
		setNumber(list, first)
		return
	}
	for i, item := range items {
		line := firstLine(item)
		line.InsertBefore(textNode(strconv.Itoa(numbers[i])+". "), line.FirstChild)
		item.DataAtom, item.Data, item.Attr = atom.Div, "div", nil
	}
	list.DataAtom, list.Data, list.Attr = atom.Div, "div", nil
}

// itemNumbers returns the numbers of the items of a list, and whether each is one more than that
// before it.
func itemNumbers(list *html.Node, items []*html.Node) (numbers []int, counts bool) {
	step, next, counts := 1, 1, true
	if hasAttribute(list, "reversed") {
		step, next = -1, len(items)
	}
	if n, err := strconv.Atoi(Attribute(list, "start")); err == nil {
		next = n
	}
	for i, item := range items {
		if n, err := strconv.Atoi(Attribute(item, "value")); err == nil {
			next = n
		}
		numbers = append(numbers, next)
		counts = counts && (i == 0 || next == numbers[i-1]+1)
		next += step
	}
	return numbers, counts
}

// setNumber says in a list with which number it begins.
func setNumber(list *html.Node, first int) {
	list.Attr = nil
	if first != 1 {
		list.Attr = []html.Attribute{{Key: "start", Val: strconv.Itoa(first)}}
	}
}
