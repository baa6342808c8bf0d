package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// dropHidden takes out of a page what nobody reads: texts for screen readers, what
// changes an encyclopedia's page and where it says of every page whose it is.
func dropHidden(document *html.Node) {
	for _, n := range Elements(document) {
		if n.Parent != nil && (n.DataAtom == atom.Template || n.DataAtom == atom.Button || isHiddenText(n) || isEncyclopedic(n)) {
			remove(n)
		}
	}
}

// isEncyclopedic tells what MediaWiki puts into a page for those who write it.
func isEncyclopedic(n *html.Node) bool {
	id := Attribute(n, "id")
	if id == "siteSub" || id == "contentSub" || id == "jump-to-nav" {
		return true
	}
	return slices.ContainsFunc(strings.Fields(Attribute(n, "class")), func(c string) bool {
		return c == "mw-editsection" || c == "mw-jump-link" || c == "mw-empty-elt" || c == "noprint" && strings.HasPrefix(id, "site")
	})
}

// keepCopy takes the names off the elements that hold a page's text, or a player alone, which tell
// a readability library that they are for sharing.
func keepCopy(document *html.Node) {
	for _, n := range Elements(document) {
		all := classWords(n)
		if hasAny(all, "share", "sharedaddy") && (holdsCopy(n) || isSharedCopy(n)) || isFurnished(all) && holdsPlayer(n) && !hasText(n) {
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" || a.Key == "id" })
		}
	}
}

// wrapLoose puts each run of text that stands beside blocks in a paragraph of its own,
// so that it can be told what it is.
func wrapLoose(root *html.Node) {
	for _, n := range append(Elements(root), root) {
		switch n.DataAtom {
		case atom.Div, atom.Article, atom.Section, atom.Main, atom.Body:
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
	left := maxBlocks
	for _, n := range Elements(document) {
		switch {
		case n.Parent == nil || n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head:
		case IsBlock(n) && !isHeading(n) && isFurnished(classWords(n)) && isShort(n) && !isPictured(n) && !holdsCopy(n) && !isSharedCopy(n) && !holdsPlayer(n):
			remove(n)
		case n.DataAtom == atom.Nav && !holdsCopy(n) && !isPictured(n), isWriterBlock(n), isSideCards(n):
			remove(n)
		case left > 0 && n.DataAtom == atom.A && strings.HasPrefix(Attribute(n, "href"), "#") && press.StartsWith(text.Key(TextOf(n)), press.SkipStarts()):
			left--
			remove(skipTarget(n))
		}
	}
}

// isSideCards tells what stands beside an article and shows others.
func isSideCards(n *html.Node) bool {
	return n.DataAtom == atom.Aside && Find(n, atom.Article) != nil && closestAncestor(n, atom.Article) == nil && isShort(n) && !holdsCopy(n)
}

// isWriterBlock tells what microdata says of the writer where it stands on its own: it
// has been read, and is none of the text.
func isWriterBlock(n *html.Node) bool {
	if !hasAttribute(n, "itemscope") || !strings.EqualFold(Attribute(n, "itemprop"), "author") || standsAtom(n, atom.P, nil) {
		return false
	}
	return text.CountWords(shortText(n)) <= press.StampLong
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

// trimmer takes off the text of a page what stands around it and among it: when
// and by whom it was written, buttons, calls to follow the paper elsewhere.
type trimmer struct {
	article *articles.Article
	first   int // of the running text, and
	last    int // its last, by their numbers among the leaves
	leaves  []*html.Node
}

// trim gives the article what its text's edges say of it.
func trim(root *html.Node, a *articles.Article) {
	t := trimmer{article: a, leaves: contentLeaves(root), first: -1}
	texts := make([]string, len(t.leaves))
	for i, leaf := range t.leaves {
		s := TextOf(leaf)
		texts[i] = s
		if !isHeading(leaf) && t.isProse(s) && !text.Same(s, a.Summary) {
			if t.last = i; t.first < 0 {
				t.first = i
			}
		}
	}
	for i, leaf := range t.leaves {
		text := texts[i]
		switch {
		case t.first < 0 || leaf.DataAtom == atom.Pre || standsAtom(leaf, atom.Table, root):
		case isPromo(leaf, text), t.isOwn(leaf, text), i < t.first && t.above(leaf, text), i > t.last && t.below(leaf, text):
			remove(leaf)
		}
	}
}

// isProse tells running text.
func (t *trimmer) isProse(s string) bool {
	n := text.CountWords(s)
	return n >= press.StampLong+press.RunningLong || (n >= press.RunningLong || n >= press.SentenceLong && text.EndsSentence(s)) && t.kindOf(s) == press.Prose
}

// standsAtom tells whether an element stands in one of a kind below the root.
func standsAtom(n *html.Node, kind atom.Atom, root *html.Node) bool {
	for ; n != nil && n != root; n = n.Parent {
		if n.DataAtom == kind {
			return true
		}
	}
	return false
}

// kindOf tells what a line is, as on a copied page.
func (t *trimmer) kindOf(s string) press.Kind {
	return press.KindOf(press.Line{Text: s, Key: text.Key(s)}, 1)
}

// isOwn tells what is the page's own wherever it stands: buttons and
// advertisements.
func (t *trimmer) isOwn(leaf *html.Node, s string) bool {
	return text.CountWords(s) < press.StampLong+press.RunningLong && !isHeading(leaf) && Find(leaf, atom.Img) == nil && press.IsFurniture(press.Line{Text: s, Key: text.Key(s)})
}

// above takes what stands above the text: the date, the author, what has been
// said already, small signs.
func (t *trimmer) above(leaf *html.Node, s string) bool {
	a := t.article
	if text.Same(s, a.Title) {
		return true
	}
	switch t.kindOf(s) {
	case press.StampLine:
		if day, ok := press.ReadStamp(s); ok && a.Published.IsZero() {
			a.Published = day
		}
		return true
	case press.WriterLine:
		if w, ok := press.ReadWriter(s); ok && a.Author == "" {
			a.Author = w.Author
			text.Fill(&a.Source, w.Source)
			text.Fill(&a.Place, w.Place)
		}
		return true
	case press.Button, press.AsideHead:
		return true
	}
	if text.Same(s, a.Summary) {
		_, plain := leadOf(leaf)
		return !plain
	}
	for _, said := range []string{a.Title, a.Author, a.Source, a.Section} {
		if text.Same(s, said) {
			return true
		}
	}
	if text.CountWords(s) <= press.StampLong && text.Same(press.WriterName(s, &articles.Article{Source: a.Source}), a.Author) {
		return true
	}
	return press.TimeOfDay.MatchString(s) || press.IsReadingTime(s)
}

// leadOf tells whether a lead is a paragraph like the others: then it may be the
// text's first one, of which the summary was made.
func leadOf(leaf *html.Node) (text string, plain bool) {
	text = TextOf(leaf)
	for n := range leaf.Descendants() {
		switch n.DataAtom {
		case atom.Em, atom.I, atom.Strong, atom.B:
			if TextOf(n) == text {
				return text, false
			}
		}
	}
	return text, leaf.DataAtom == atom.P && !hasAny(classWords(leaf), "lead", "subhead", "summary", "chapo", "teaser", "excerpt", "intro", "standfirst", "subtitle")
}

// below takes what stands below the text.
func (t *trimmer) below(leaf *html.Node, text string) bool {
	a := t.article
	switch t.kindOf(text) {
	case press.StampLine:
		if day, ok := press.ReadStamp(text); ok && a.Published.IsZero() {
			a.Published = day
		}
		return true
	case press.Button, press.AsideHead:
		return true
	case press.Other:
		if press.IsReadingTime(text) {
			return true
		}
	case press.LinksHead:
		return Find(leaf, atom.A) == nil
	case press.WriterLine:
		if w, ok := press.ReadWriter(text); ok && a.Author == "" && w.Author != "" {
			a.Author = w.Author
			return true
		}
	}
	return isTags(leaf)
}

// isTags tells a row of links of a word or two each, with nothing between.
func isTags(leaf *html.Node) bool {
	linked, links, all := 0, 0, text.CountWords(TextOf(leaf))
	for n := range leaf.Descendants() {
		if n.DataAtom != atom.A {
			continue
		}
		w := text.CountWords(TextOf(n))
		if w > press.MaxSection || articles.IsWebAddress(TextOf(n)) {
			return false
		}
		linked += w
		links++
	}
	return links > 1 && linked >= all
}

// isPromo tells a call to follow the paper elsewhere, to take its letter or its
// program, to write to it: it begins so, and links or names a network.
func isPromo(leaf *html.Node, s string) bool {
	const longest = 30 // words
	if text.CountWords(s) > longest || isHeading(leaf) {
		return false
	}
	key := text.Key(s)
	if Find(leaf, atom.A) != nil && press.StartsWithWords(key, press.PromoStarts()) {
		return true
	}
	return press.StartsWithWords(key, press.AskStarts()) && (Find(leaf, atom.A) != nil || slices.ContainsFunc(strings.Fields(key), func(w string) bool {
		return slices.Contains(press.Networks(), w) || slices.Contains(press.OurWords(), w)
	}))
}
