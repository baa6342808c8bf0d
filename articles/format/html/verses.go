package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/text"
)

// joinHemistichs makes verses of the headings in an element that is called a poem: some sites write
// each half of a verse as a heading.
func joinHemistichs(poem *html.Node) {
	const longest = 12 // words of a half
	if first := elementBeside(poem.FirstChild, true); first == nil || !isHeading(first) || !hasAny(classWords(poem), verseWords...) || hasOwnText(poem) {
		return
	}
	var halves []*html.Node
	for child := poem.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode:
		case isHeading(child) && text.CountWords(TextOf(child)) <= longest:
			halves = append(halves, child)
		default:
			return
		}
	}
	if len(halves) < 2 || len(halves)%2 != 0 {
		return
	}
	for i := 0; i < len(halves); i += 2 {
		verse := newElement(atom.P)
		poem.InsertBefore(verse, halves[i])
		moveChildren(halves[i], verse)
		verse.AppendChild(textNode(hemistichGap))
		moveChildren(halves[i+1], verse)
		remove(halves[i])
		remove(halves[i+1])
	}
}
