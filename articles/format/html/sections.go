package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// sectionIn reads a section where an element shows one: the last step of a path
// that is not the first page or the article, or the label above the title.
func sectionIn(n *html.Node, all []string, a *articles.Article) string {
	label := strings.ToLower(Attribute(n, "aria-label") + Attribute(n, "typeof") + Attribute(n, "itemtype"))
	switch {
	case hasAny(all, "breadcrumb", "breadcrumbs", "breadcumb", "crumbs", "crum") || hasAny(all, "path") && hasAny(all, "news", "article", "page") || strings.Contains(label, "breadcrumb"):
		section := ""
		for _, link := range Elements(n) {
			if name := TextOf(link); link.DataAtom == atom.A && canBeSection(a, name) {
				section = name
			}
		}
		return section
	case n.DataAtom == atom.A && (hasAny(strings.Fields(Attribute(n, "rel")), "category") || hasAny(all, "kicker", "category") || hasAny(all, "cat") && hasAny(all, "post")):
		if name := TextOf(n); canBeSection(a, name) {
			return name
		}
	}
	return ""
}

// labelledSection reads a section where a label of the article shows one: the last of the links that
// are all of an element for it that stands by the title, or a name behind a word such as "section:";
// "" for none.
func labelledSection(n *html.Node, all []string, a *articles.Article) string {
	if !hasAny(all, "kicker", "category", "section", "service", "cervees", "rubric") || hasAny(all, "nav", "menu", "footer", "related", "list", "page") || inMargin(n) || standsInRelated(n) {
		return ""
	}
	s := shortText(n)
	if s == "" {
		return ""
	}
	if label, name, ok := strings.Cut(s, ":"); ok && slices.Contains(press.SectionLabels(), text.Key(label)) {
		name, _, _ = strings.Cut(strings.Trim(name, " "+press.Guillemets), " - ")
		if name = strings.TrimSpace(name); canBeSection(a, name) {
			return name
		}
	}
	name, beside := "", s
	for _, link := range append([]*html.Node{n}, Elements(n)...) {
		if link.DataAtom == atom.A && Attribute(link, "href") != "#" {
			name = TextOf(link)
			beside = strings.Replace(beside, name, "", 1)
		}
	}
	if name == "" || strings.ContainsFunc(beside, unicode.IsLetter) || !canBeSection(a, name) || !standsByHeading(n, a) {
		return ""
	}
	return name
}

// standsByHeading tells an element that stands beside the heading with an article's title, or in an
// element beside it.
func standsByHeading(n *html.Node, a *articles.Article) bool {
	const levels, most = 6, 300 // around the element, and nodes in one
	isTitle := func(d *html.Node) bool {
		return isHeading(d) && (text.Same(TextOf(d), a.Title) || d.DataAtom == atom.H1 && strings.Contains(TextOf(d), a.Title))
	}
	for range levels {
		if n = n.Parent; n == nil || n.DataAtom == atom.Body || isTitle(n) {
			return false
		}
		nodes := 0
		for d := range n.Descendants() {
			if isTitle(d) {
				return true
			}
			if nodes++; nodes > most {
				return false
			}
		}
	}
	return false
}

// canBeSection tells a section's name from the name of the first page, of the site
// and from the article's own title.
func canBeSection(a *articles.Article, name string) bool {
	return name != "" && text.CountWords(name) <= press.MaxSection+1 && !press.IsFurniture(press.Line{Text: name, Key: text.Key(name)}) && !slices.Contains(press.Homes(), text.Key(name)) && !text.Same(name, a.Source) && !text.Same(name, a.Title)
}
