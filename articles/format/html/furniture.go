package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// keepCopy takes the names off the elements that hold a page's text, or a player alone, which tell
// a readability library that they are for sharing, and off headings that are called headers, which
// it takes for the head of a site.
func keepCopy(document *html.Node) {
	for _, n := range Elements(document) {
		all := classWords(n)
		if hasAny(all, "share", "sharedaddy") && (holdsCopy(n) || isSharedCopy(n)) || isFurnished(all) && holdsPlayer(n) && !hasText(n) || isHeading(n) && hasAny(all, "header") {
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" || a.Key == "id" })
		}
	}
}

// wrapLoose puts each run of text that stands beside blocks in a paragraph of its own,
// so that it can be told what it is.
func wrapLoose(root *html.Node) {
	for _, n := range append(Elements(root), root) {
		switch n.DataAtom {
		case atom.Div, atom.Article, atom.Section, atom.Main, atom.Header, atom.Body:
			if onlyInline(n) {
				continue
			}
			for child := n.FirstChild; child != nil; {
				child = wrapRun(child)
			}
		}
	}
}

// onlyInline tells an element without blocks in it.
func onlyInline(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if IsBlock(child) {
			return false
		}
	}
	return true
}

// wrapRun wraps the run of inline nodes that begins with a node, if it says anything,
// and gives what follows it.
func wrapRun(first *html.Node) (next *html.Node) {
	if !isLoose(first) {
		return first.NextSibling
	}
	var run []*html.Node
	says := false
	for next = first; next != nil && isLoose(next); next = next.NextSibling {
		run = append(run, next)
		says = says || TextOf(next) != ""
	}
	if !says {
		return next
	}
	paragraph := newElement(atom.P)
	first.Parent.InsertBefore(paragraph, first)
	for _, n := range run {
		paragraph.AppendChild(detachNode(n))
	}
	return next
}

// isLoose tells a text or an element of a line that holds no block.
func isLoose(n *html.Node) bool {
	if n.Type == html.TextNode {
		return true
	}
	if n.Type != html.ElementNode || IsBlock(n) || isCode(n) {
		return false
	}
	switch n.DataAtom {
	case atom.Img, atom.Picture, atom.Hr, atom.Noscript:
		return false
	}
	for d := range n.Descendants() {
		if IsBlock(d) || d.DataAtom == atom.Img {
			return false
		}
	}
	return true
}

// dropFurniture takes out of a page what is not its article, as far as that tells
// itself: what one can skip, buttons, advertisements, letters to subscribe to,
// tags.
func dropFurniture(document *html.Node) {
	dropCards(document)
	left := maxBlocks
	for _, n := range Elements(document) {
		switch {
		case n.Parent == nil || n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head:
		case IsBlock(n) && !isHeading(n) && isFurnished(classWords(n)) && isShort(n) && !isPictured(n) && !holdsCopy(n) && !isSharedCopy(n) && !holdsPlayer(n):
			remove(n)
		case (n.DataAtom == atom.Nav || Attribute(n, "role") == "navigation") && !holdsCopy(n) && !isPictured(n), isWriterBlock(n), isInfoBox(n), isSideCards(n), isSideLinks(n), isCommentSection(n):
			remove(n)
		case left > 0 && isSkipLink(n):
			left--
			remove(skipTarget(n))
		}
	}
}

// isSideCards tells what stands beside an article and shows others.
func isSideCards(n *html.Node) bool {
	return n.DataAtom == atom.Aside && Find(n, atom.Article) != nil && closestAncestor(n, atom.Article) == nil && isShort(n) && !holdsCopy(n)
}

// sideClasses are those of what stands beside an article and shows others.
var sideClasses = []string{"widgets", "widget-area", "widgets-area", "sidebar", "side-bar", "sidebar-widgets", "sidebar-area", "sidebar-primary", "sidebar-right", "sidebar-left"}

// isSideLinks tells what stands beside an article, by its class, and holds links more than
// anything else.
func isSideLinks(n *html.Node) bool {
	classes := strings.Fields(strings.ToLower(Attribute(n, "class") + " " + Attribute(n, "id")))
	if !slices.ContainsFunc(classes, func(c string) bool { return slices.Contains(sideClasses, c) }) {
		return false
	}
	return isShort(n) && !holdsCopy(n) && !isPictured(n) && mostlyLinked(n, text.CountWords(shortText(n)))
}

// isWriterBlock tells what microdata says of the writer where it stands on its own: it
// has been read, and is none of the text.
func isWriterBlock(n *html.Node) bool {
	if !hasAttribute(n, "itemscope") || !strings.EqualFold(Attribute(n, "itemprop"), "author") || standsAtom(n, atom.P, nil) {
		return false
	}
	return text.CountWords(shortText(n)) <= press.StampLong
}

// isCommentSection tells what readers wrote below an article: it is called comments, a heading that says
// so begins it, and the page's own heading stands elsewhere.
func isCommentSection(n *html.Node) bool {
	if !hasAny(classWords(n), "comments", "talkbacks") || n.DataAtom != atom.Section && n.DataAtom != atom.Div || Find(n, atom.H1) != nil {
		return false
	}
	for d := range n.Descendants() {
		if isHeading(d) {
			s := shortText(d)
			kind := press.KindOf(press.Line{Text: s, Key: text.Key(s)}, 1)
			return s != "" && (kind == press.AsideHead || kind == press.Button)
		}
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" && !isCode(d.Parent) {
			return false
		}
	}
	return false
}

// isInfoBox tells, by its class, a box that says of an article who wrote it, when and in which
// section, and holds no sentence.
func isInfoBox(n *html.Node) bool {
	all := classWords(n)
	if !hasAny(all, "info", "infos") || !hasAny(all, "article", "post", "entry") || !isShort(n) || isPictured(n) || Find(n, atom.H1) != nil {
		return false
	}
	return !slices.ContainsFunc(contentLeaves(n), func(leaf *html.Node) bool {
		return isHeading(leaf) || text.EndsSentence(TextOf(leaf)) || text.CountWords(TextOf(leaf)) >= press.RunningLong
	})
}

// maxFurniture is how much text a piece of a page's furniture has at most, in
// bytes.
const maxFurniture = 2 << 10

// isShort tells an element that may be such a piece, without looking at more.
func isShort(n *html.Node) bool {
	length, nodes := 0, 0
	for d := range n.Descendants() {
		if nodes++; d.Type == html.TextNode && !isCode(d.Parent) {
			length += len(strings.TrimSpace(d.Data))
		}
		if length > maxFurniture || nodes > 10*maxNodes {
			return false
		}
	}
	return true
}

// holdsCopy tells an element with the title or with several paragraphs in it.
func holdsCopy(n *html.Node) bool {
	if n.DataAtom == atom.P && text.CountWords(TextOf(n)) >= press.SentenceLong {
		return true
	}
	paragraphs := 0
	for _, leaf := range contentLeaves(n) {
		if text.CountWords(TextOf(leaf)) >= press.RunningLong && !isPromo(leaf, TextOf(leaf)) {
			paragraphs++
		}
	}
	return paragraphs > 1 || Find(n, atom.H1) != nil
}

// isPictured tells the elements that hold a picture and its caption, or what is
// quoted.
func isPictured(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Img, atom.Figure, atom.Figcaption, atom.Picture, atom.Article, atom.Main, atom.H1:
		return true
	}
	return Find(n, atom.Figcaption) != nil || Find(n, atom.Blockquote) != nil
}

// isSharedCopy tells an element of sentences that says by its class only where buttons
// to share it stand, or that there are none.
func isSharedCopy(n *html.Node) bool {
	if !hasAny(classWords(n), "share", "shares", "sharing", "sharedaddy", "addtoany", "addthis", "social", "tags", "hashtags") {
		return false
	}
	const short = 3 // words of a sentence
	sentences := 0
	for _, leaf := range contentLeaves(n) {
		if s := TextOf(leaf); text.CountWords(s) >= short && text.EndsSentence(s) && !isPromo(leaf, s) && (Find(leaf, atom.A) == nil || text.CountWords(s) >= press.SentenceLong) {
			sentences++
		}
	}
	return sentences > 1
}

// isSkipLink tells a link past a part of a page, by its words or by where it leads.
func isSkipLink(n *html.Node) bool {
	to := Attribute(n, "href")
	return n.DataAtom == atom.A && (strings.HasPrefix(to, "#end-of-") || strings.HasPrefix(to, "#") && press.StartsWith(text.Key(TextOf(n)), press.SkipStarts()))
}

// skipTarget is what a link such as "skip to the end of …" skips: the block around it
// that holds the link's target; else it is the link alone.
func skipTarget(link *html.Node) *html.Node {
	target := strings.TrimPrefix(Attribute(link, "href"), "#")
	const around = 4
	block := link
	for range around {
		if block = block.Parent; block == nil || block.DataAtom == atom.Body || holdsText(block) {
			return link
		}
		for n := range block.Descendants() {
			if n.Type == html.ElementNode && n != link && Attribute(n, "id") == target && target != "" {
				return block
			}
		}
	}
	return link
}
