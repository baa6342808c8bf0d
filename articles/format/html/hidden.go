package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// dropHidden takes out of a page what nobody reads: texts for screen readers, what
// changes an encyclopedia's page and where it says of every page whose it is. A part of
// the text that a page shows once its reader asks for it loses what hides it.
func dropHidden(document *html.Node) {
	classes := unseenClasses(document)
	for _, n := range Elements(document) {
		if n.Parent == nil {
			continue
		}
		unseen := isUnseen(n) || isUnseenByClass(n, classes)
		switch {
		case n.DataAtom == atom.Template || n.DataAtom == atom.Button || isHiddenText(n) || isEncyclopedic(n) || Attribute(n, "role") == "tooltip",
			isFieldLabel(n), unseen && isShort(n) && !holdsCopy(n):
			remove(n)
		case Attribute(n, "hidden") == "until-found", unseen && isFolded(n):
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
				return a.Key == "hidden" || a.Key == "style" && unseenStyle.MatchString(a.Val)
			})
		}
	}
}

// unseenStyle is how a style in a page hides what stands there, or puts it out of sight.
var unseenStyle = pattern.New(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em)?\s*(?:;|!|$)|` +
	`(?:left|top|text-indent)\s*:\s*-(?:\d{4,}|\d{3}(?:px|r?em))|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)`)

// isUnseen tells an element that a page shows to nobody, or in which its readers write, and those of
// AMP that are for advertisements, menus and buttons.
func isUnseen(n *html.Node) bool {
	switch n.Data {
	case "amp-ad", "amp-embed", "amp-sticky-ad", "amp-sidebar", "amp-consent", "amp-user-notification", "amp-social-share", "amp-next-page":
		return true
	}
	switch n.DataAtom {
	case atom.Select, atom.Textarea:
		return true
	case atom.Dialog:
		return !hasAttribute(n, "open")
	case atom.Details, atom.Img, atom.Body, atom.Html:
		return false
	}
	return hasAttribute(n, "hidden") && Attribute(n, "hidden") != "until-found" || unseenStyle.MatchString(Attribute(n, "style"))
}

// isUnseenByClass tells an element that one of its classes hides on every screen: one of some,
// or of those that style sheets have by themselves for it (Bootstrap, Tailwind, UIkit).
func isUnseenByClass(n *html.Node, classes []string) bool {
	switch n.DataAtom {
	case atom.Details, atom.Img, atom.Body, atom.Html, atom.H1:
		return false
	}
	hidden := false
	for class := range strings.FieldsSeq(Attribute(n, "class")) {
		switch {
		case class == "d-none", class == "hidden", class == "uk-hidden", class == "is-hidden", class == "element-hidden", slices.Contains(classes, class):
			hidden = true
		case strings.HasPrefix(class, "d-") && class != "d-print-none", strings.Contains(class, ":"):
			return false // shown on some
		}
	}
	return hidden
}

// isFolded tells a part of a text, behind another one, that a page shows once its reader asks
// for it.
func isFolded(n *html.Node) bool {
	before := n.PrevSibling
	for before != nil && (before.Type != html.ElementNode || !hasText(before)) {
		before = before.PrevSibling
	}
	return before != nil && before.DataAtom == atom.P && text.CountWords(TextOf(before)) >= press.RunningLong && holdsCopy(n) &&
		!isFurnished(classWords(n)) && !isRelated(classWords(n)) && Attribute(n, "role") != "dialog" &&
		!hasAny(classWords(n), "modal", "popup", "comments", "comment", "paywall", "policy")
}

// isEncyclopedic tells what MediaWiki puts into a page for those who write it.
func isEncyclopedic(n *html.Node) bool {
	id := Attribute(n, "id")
	if id == "siteSub" || id == "contentSub" || id == "jump-to-nav" {
		return true
	}
	return slices.ContainsFunc(strings.Fields(Attribute(n, "class")), func(c string) bool {
		return c == "mw-editsection" || c == "mw-jump-link" || c == "mw-empty-elt" || c == "navbox" || c == "catlinks" || c == "printfooter" || c == "noprint" && strings.HasPrefix(id, "site")
	})
}

// isFieldLabel tells what a page writes beside a field of a form.
func isFieldLabel(n *html.Node) bool {
	return n.DataAtom == atom.Label && !holdsCopy(n) && text.CountWords(shortText(n)) < press.SentenceLong
}

// dropKickers takes what stands in a heading beside an article's title, as an element of its own, out
// of the heading: a word over the title, such as "exclusive".
func dropKickers(document *html.Node, title string) {
	for _, heading := range Elements(document) {
		if heading.DataAtom != atom.H1 || title == "" {
			continue
		}
		var own strings.Builder
		var beside []*html.Node
		for child := range heading.ChildNodes() {
			switch child.Type {
			case html.TextNode:
				own.WriteString(child.Data)
			case html.ElementNode:
				beside = append(beside, child)
			}
		}
		if len(beside) == 0 || !text.Same(text.CleanLine(own.String()), title) {
			continue
		}
		for _, n := range beside {
			remove(n)
		}
	}
}
