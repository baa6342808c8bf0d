package html

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// markCaptions makes figcaption elements of what says by its class that it is a
// caption, or whose a picture is, as in pages older than that element.
func markCaptions(document *html.Node) {
	const longest = 60 // words
	for _, n := range Elements(document) {
		all := classWords(n)
		if !isCaptioned(all) || hasAny(all, "no", "video") || standsAtom(n, atom.Figcaption, nil) {
			continue
		}
		switch n.DataAtom {
		case atom.P, atom.Div, atom.Span, atom.Em, atom.Small:
			leaf := len(contentLeaves(n)) <= 1 && Find(n, atom.Div) == nil && Find(n, atom.Img) == nil && Find(n, atom.Time) == nil
			if leaf && text.CountWords(TextOf(n)) <= longest && (hasAny(all, "caption") || besidePicture(n)) {
				n.DataAtom, n.Data = atom.Figcaption, "figcaption"
			}
		}
	}
}

// besidePicture tells whether an image stands beside an element or beside the one
// that holds it.
func besidePicture(n *html.Node) bool {
	const around = 3
	for range around {
		if n = n.Parent; n == nil || n.DataAtom == atom.Body {
			return false
		}
		nodes := 0
		for d := range n.Descendants() {
			if nodes++; nodes > maxNodes {
				return false
			}
			if d.DataAtom == atom.Img {
				return true
			}
		}
	}
	return false
}

// captionsIn gives the captions in an element.
func captionsIn(root *html.Node) []string {
	var all []string
	for n := range root.Descendants() {
		if n.DataAtom == atom.Figcaption {
			if text := captionOf(n); saysSomething(text) {
				all = append(all, text)
			}
		}
	}
	return all
}

// saysSomething tells a caption from what programs put in its place: a sign, a year, a
// button.
func saysSomething(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1 && !press.IsFurniture(press.Line{Text: s, Key: text.Key(s)}) && !slices.Contains([]string{"التالي", "السابق", "next", "previous", "prev", "بعدی", "قبلی", "הבא", "הקודם"}, text.Key(s))
}

// captionOf is what a caption says, without a label before it.
func captionOf(n *html.Node) string {
	s := TextOf(n)
	key := text.Key(s)
	for _, label := range press.CaptionLabels() {
		if rest, ok := press.CutLabel(s, key, label); ok && text.CountWords(label) > 1 {
			return rest
		}
	}
	return s
}

// figureText is what stands under a picture: its caption, and whose it is.
func figureText(figure *html.Node) string {
	parts := captionsIn(figure)
	for _, leaf := range contentLeaves(figure) {
		c, ok := press.ReadCaption(TextOf(leaf))
		if ok && c.Credit && !standsAtom(leaf, atom.Figcaption, figure) && !slices.Contains(parts, c.Text) {
			parts = append(parts, c.Text)
		}
	}
	return strings.Join(slices.Compact(parts), " — ")
}

// captionIndex finds captions by what they say, wherever the spaces stand.
type captionIndex map[string]int

// lettersOf are a caption's letters.
func lettersOf(s string) string { return strings.ReplaceAll(text.Key(s), " ", "") }

// add adds a caption, by all that it says and by what it says before it names whose
// the picture is; the first of two that say the same counts.
func (x captionIndex) add(text string, at int) {
	const parts = 3 // of which the last ones are names
	for n, end := 0, len(text); end > 0 && n < parts; n, end = n+1, strings.LastIndex(text[:end], " — ") {
		if key := lettersOf(text[:end]); !x.has(key) {
			x[key] = at
		}
	}
}

func (x captionIndex) has(letters string) bool {
	_, ok := x[letters]
	return ok
}

// withLost puts the captions that did not come along with the text before the
// others: they stand under the picture above it. The title is no caption.
func withLost(captions []articles.Caption, shown []string, title string) []articles.Caption {
	var lost []articles.Caption
	said := captionIndex{}
	for i, c := range captions {
		said.add(c.Text, i)
	}
	for _, text := range shown {
		letters := lettersOf(text)
		at, ok := said[letters]
		switch {
		case !ok:
			said.add(text, len(captions)) // which none of them is
			lost = append(lost, articles.Caption{Text: text})
		case at < len(captions) && len(captions[at].Text) < len(text) && lettersOf(captions[at].Text) == letters:
			captions[at].Text = text // with the spaces between its parts
		}
	}
	all := slices.DeleteFunc(append(lost, captions...), func(c articles.Caption) bool { return text.Same(c.Text, title) })
	if len(all) == 0 {
		return nil
	}
	return all
}

// A picture's place is held by a paragraph of its number between two characters
// that no article has by then.
const placeStart, placeEnd = "\uFDD0", "\uFDD1"

// hardSpaces are those at the edges of lines, with which pages indent and part
// paragraphs.
var hardSpaces = pattern.New(`(?m)^\x{00A0}+|\x{00A0}+$`)

// toMarkdown writes an element as Markdown, without the title over it, and gives
// the captions in it with their places. Pictures that come along stay in the text
// as paragraphs of their own.
func toMarkdown(root *html.Node, title string, address *url.URL, al *marker) (string, []articles.Caption, error) {
	var captions []articles.Caption
	said := map[string]bool{} // by their letters
	for _, n := range Elements(root) {
		if n.Parent == nil {
			continue // gone with the element that held it
		}
		if isPlayer(n) {
			linkPlayer(n)
			continue
		}
		if n.DataAtom == atom.Img && isButtonPicture(n) {
			removePicture(n)
			continue
		}
		if n.DataAtom == atom.Img && al.place(n) {
			continue
		}
		safeAddress(n, address)
		again := (n.DataAtom == atom.H1 || n.DataAtom == atom.H2) && text.Key(TextOf(n)) == text.Key(title)
		switch {
		case again:
			remove(n)
			continue
		case n.DataAtom == atom.Img && Attribute(n, "alt") == "":
			removePicture(n)
			continue
		case n.DataAtom == atom.Img && Attribute(n, "src") == "":
			describe(n, title)
		case n.DataAtom == atom.A && strings.ContainsAny(TextOf(n), "#¶§") && text.CountWords(TextOf(n)) == 1 && isHeading(n.Parent):
			remove(n) // the heading's own address
			continue
		case n.DataAtom == atom.A && Attribute(n, "href") == "":
			unwrap(n)
			continue
		case n.DataAtom == atom.Strong, n.DataAtom == atom.B, n.DataAtom == atom.Em, n.DataAtom == atom.I:
			putStarBefore(n)
		}
		if n.DataAtom != atom.Figure && n.DataAtom != atom.Figcaption {
			continue
		}
		text := figureText(n)
		if n.DataAtom == atom.Figcaption {
			text = captionOf(n)
		}
		if !saysSomething(text) {
			if n.DataAtom == atom.Figcaption {
				remove(n)
			}
			continue
		}
		al.before(n)
		letters := lettersOf(text)
		if said[letters] {
			remove(n)
			continue
		}
		said[letters] = true
		captions = append(captions, articles.Caption{Text: text})
		holdPlace(n, len(captions)-1)
	}
	joinTexts(root)
	many := hideBrackets(root)
	held, ok := holdRuns(root)
	if ok {
		held.holdAddresses(root)
	}
	markdown, err := held.write(root, converter.WithDomain(address.String()))
	if err != nil {
		return "", nil, fmt.Errorf("writing it as Markdown: %w", err)
	}
	if many {
		markdown = bytes.ReplaceAll(markdown, []byte(openBracket), []byte(`\[`))
	}
	body, captions := takePlaces(string(bytes.TrimSpace(withoutHardSpaces(markdown))), captions)
	return body, captions, nil
}

// openBracket stands for a bracket while a text is written: another character that no
// article has by then.
const openBracket = "\uFDD2"

// hideBrackets puts openBracket for the brackets of a text that has very many, and tells
// whether it did: what writes Markdown looks from each of them to the end of its line
// whether it may begin a link.
func hideBrackets(root *html.Node) bool {
	const most = 2000
	brackets := 0
	var texts []*html.Node
	for n := range root.Descendants() {
		if count := strings.Count(n.Data, "["); count > 0 && n.Type == html.TextNode && !standsAtom(n, atom.Pre, root) && !standsAtom(n, atom.Code, root) {
			brackets += count
			texts = append(texts, n)
		}
	}
	if brackets <= most {
		return false
	}
	for _, n := range texts {
		n.Data = strings.ReplaceAll(n.Data, "[", openBracket)
	}
	return true
}

// markdownWriter returns what writes elements as Markdown. Several texts may be written
// at once.
var markdownWriter = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(commonmark.WithListEndComment(false)), table.NewTablePlugin(), strikethrough.NewStrikethroughPlugin(),
	))
})

// withoutHardSpaces takes the hard spaces at the edges of lines out of a text. Most have
// none there.
func withoutHardSpaces(markdown []byte) []byte {
	const hardSpace = "\u00A0"
	if !bytes.HasPrefix(markdown, []byte(hardSpace)) && !bytes.HasSuffix(markdown, []byte(hardSpace)) &&
		!bytes.Contains(markdown, []byte("\n"+hardSpace)) && !bytes.Contains(markdown, []byte(hardSpace+"\n")) {
		return markdown
	}
	return hardSpaces.ReplaceAll(markdown, nil)
}

// putStarBefore takes a star with which an emphasized text begins out of it, as before a footnote: it
// would join the stars that say that the text is emphasized.
func putStarBefore(n *html.Node) {
	first := n.FirstChild
	if first == nil || first.Type != html.TextNode {
		return
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeft(first.Data, " \n\t"), "* "); ok {
		first.Data = rest
		n.Parent.InsertBefore(textNode("* "), n)
	}
}

// unwrap leaves of an element what it holds.
func unwrap(n *html.Node) {
	for n.FirstChild != nil {
		child := n.FirstChild
		n.RemoveChild(child)
		n.Parent.InsertBefore(child, n)
	}
	remove(n)
}

// safeAddress takes the address off a link or picture that leads elsewhere than
// to the web or to a mailbox.
func safeAddress(n *html.Node, address *url.URL) {
	name := "href"
	switch n.DataAtom {
	case atom.A:
	case atom.Img:
		name = "src"
	default:
		return
	}
	to, err := address.Parse(Attribute(n, name))
	if err == nil && (articles.IsWebAddress(to.String()) || to.Scheme == "mailto" && n.DataAtom == atom.A) {
		return
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// holdPlace puts a place in an element's stead.
func holdPlace(n *html.Node, number int) {
	p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
	p.AppendChild(&html.Node{Type: html.TextNode, Data: placeStart + strconv.Itoa(number) + placeEnd})
	n.Parent.InsertBefore(p, n)
	n.Parent.RemoveChild(n)
}

// nextPlace returns where the next place stands in Markdown, with the newlines around it,
// and its number: from is -1 where there is none.
func nextPlace(markdown string) (from, to, number int) {
	for at := 0; ; {
		i := strings.Index(markdown[at:], placeStart)
		if i < 0 {
			return -1, -1, 0
		}
		from, at = at+i, at+i+len(placeStart)
		digits, _, closed := strings.Cut(markdown[at:], placeEnd)
		if !closed || digits == "" || strings.Trim(digits, "0123456789") != "" {
			continue
		}
		behind := markdown[at+len(digits)+len(placeEnd):]
		number, _ = strconv.Atoi(digits)
		return len(strings.TrimRight(markdown[:from], "\n")), len(markdown) - len(strings.TrimLeft(behind, "\n")), number
	}
}

// takePlaces takes the places out of Markdown and counts the blocks before each.
func takePlaces(markdown string, captions []articles.Caption) (string, []articles.Caption) {
	var body strings.Builder
	var found []articles.Caption
	before := 0
	for from, to, number := nextPlace(markdown); from >= 0; from, to, number = nextPlace(markdown) {
		body.WriteString(markdown[:from])
		before += CountBlocks(markdown[:from])
		if number < len(captions) {
			c := captions[number]
			c.After = before
			found = append(found, c)
		}
		if markdown = markdown[to:]; from > 0 && markdown != "" {
			body.WriteString("\n\n")
		}
	}
	body.WriteString(markdown)
	return body.String(), found
}
