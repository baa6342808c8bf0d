package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
)

// dropHidden takes out of a page what nobody reads: texts for screen readers, what
// changes an encyclopedia's page and where it says of every page whose it is.
func dropHidden(document *html.Node) {
	for _, n := range Elements(document) {
		if n.Parent != nil && (n.DataAtom == atom.Template || n.DataAtom == atom.Button || isHiddenText(n) || isEncyclopedic(n) || isUnseen(n) && isShort(n) && !holdsCopy(n)) {
			remove(n)
		}
	}
}

// unseenStyle is how a style in a page hides what stands there, or puts it out of sight.
var unseenStyle = pattern.New(`(?i)(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|font-size:\s*0(?:px|em)?\s*(?:;|!|$)|(?:left|top|text-indent):\s*-\d{4,})`)

// isUnseen tells an element that a page shows to nobody, or in which its readers write.
func isUnseen(n *html.Node) bool {
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
