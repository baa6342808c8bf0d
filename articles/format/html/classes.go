package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What an element is for is told by the words in its classes and its id, which are
// English in the pages of every language: "articleShare", "post__tags".

// classWords gives those words in small letters.
func classWords(n *html.Node) []string {
	if len(n.Attr) == 0 {
		return nil
	}
	names := Attribute(n, "class") + " " + Attribute(n, "id")
	var all []string
	start, before := 0, rune(0)
	end := func(i int) {
		if i > start {
			all = append(all, strings.ToLower(names[start:i]))
		}
	}
	for i, r := range names {
		switch {
		case !unicode.IsLetter(r):
			end(i)
			start = i + 1
		case unicode.IsUpper(r) && unicode.IsLower(before):
			end(i)
			start = i
		}
		before = r
	}
	end(len(names))
	return all
}

// hasAny tells whether one of the words is among others.
func hasAny(all []string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(all, w) })
}

// hiddenClasses are those of text that is there for screen readers alone, where it
// says what everyone else sees, or on paper alone.
var hiddenClasses = []string{
	"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "visually_hidden", "screenreader", "u-hidden-visually", "assistive-text",
	"sr-only-focusable", "visually-hidden-focusable", "element-invisible", "elementor-screen-only", "cdk-visually-hidden", "screen-reader", "a11y-hidden", "offscreen",
	"print-only", "printonly", "only-print", "visible-print", "visible-print-block", "show-for-print",
}

// isHiddenText tells such text.
func isHiddenText(n *html.Node) bool {
	return n.DataAtom != atom.H1 && slices.ContainsFunc(strings.Fields(strings.ToLower(Attribute(n, "class"))), func(c string) bool {
		return slices.Contains(hiddenClasses, c)
	})
}

// withoutDenied returns the words of an element's classes without those of which another says
// that the element has none: "no-ads".
func withoutDenied(all []string) []string {
	for i := range all {
		if i > 0 && slices.Contains([]string{"no", "non", "not", "without", "hide", "disable"}, all[i-1]) {
			rest := slices.Delete(slices.Clone(all), i, i+1)
			return withoutDenied(rest)
		}
	}
	return all
}

// isFurnished tells, by what it is for, an element that is the page's and not the
// article's.
func isFurnished(all []string) bool {
	all = withoutDenied(all)
	return hasAny(all, "share", "shares", "sharing", "sharedaddy", "addtoany", "addthis", "social", "newsletter", "newsletters",
		"ads", "advert", "adverts", "advertisement", "adsbygoogle", "promo", "promotion", "tags", "tagcloud", "hashtags",
		"breadcrumb", "breadcrumbs", "breadcumb", "crumbs", "crum", "toolbar", "taboola", "outbrain", "cookie", "cookies") ||
		hasAny(all, "subscribe", "subscription", "vjs") && !hasAny(all, "article", "body") ||
		hasAny(all, "author", "writer") && hasAny(all, "box", "bio", "about", "info", "card") || hasAny(all, "font") && hasAny(all, "size", "resize")
}

// isRelated tells a block of other articles.
func isRelated(all []string) bool {
	if hasAny(all, "topics", "tags", "categories", "taboola", "outbrain", "sponsored", "nav", "menu") {
		return false
	}
	return hasAny(all, "related", "relatedposts", "recommended", "recommendations", "recirculation", "readalso", "readmore") ||
		hasAny(all, "read", "see") && hasAny(all, "also", "more") || hasAny(all, "more") && hasAny(all, "on")
}

// relatedWords returns the words of an element's classes and of what programs that test a page call it.
func relatedWords(n *html.Node) []string {
	all := classWords(n)
	for _, name := range []string{"data-test", "data-testid", "data-component", "data-e2e"} {
		if value := Attribute(n, name); value != "" {
			all = append(slices.Clone(all), classWords(&html.Node{Attr: []html.Attribute{{Key: "class", Val: value}}})...)
		}
	}
	return all
}

// isCaptioned tells what says what a picture shows, or whose it is.
func isCaptioned(all []string) bool {
	return hasAny(all, "caption", "captions", "cap", "imgcap", "imgcaption", "imagecaption", "photocaption", "photographer", "credit", "credits", "copyright") ||
		hasAny(all, "image", "img", "media", "photo", "picture") && hasAny(all, "title", "details", "description", "desc", "info", "meta")
}

// IsBlock tells an element that stands on lines of its own.
func IsBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Section, atom.Article, atom.Aside, atom.Header, atom.Footer,
		atom.Nav, atom.Main, atom.Body, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Th, atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return n.Type == html.ElementNode
	}
	return false
}

// isHeading tells a heading's element.
func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// contentLeaves gives the blocks of an element that hold no other block, those that say
// something, in their order.
func contentLeaves(root *html.Node) []*html.Node {
	outer := map[*html.Node]bool{}
	var all []*html.Node
	for n := range root.Descendants() {
		if !IsBlock(n) {
			continue
		}
		for p := n.Parent; p != nil && !outer[p]; p = p.Parent {
			outer[p] = true
		}
		all = append(all, n)
	}
	return slices.DeleteFunc(all, func(n *html.Node) bool { return outer[n] || !hasText(n) })
}

// remove takes an element out of its page.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}
