package epub

import (
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
)

// Calibre makes books of the news that it downloads. It names itself as who made them, and puts
// bars with links to other pages of the book around each article, with its address.

// isProgram tells a program that named itself as the writer or publisher of a book, and what
// it writes there when it knows none.
func isProgram(name string) bool {
	return slices.Contains([]string{"calibre", "unknown", "غير معروف", "نامشخص", "ناشناخته"}, strings.ToLower(strings.TrimSpace(name)))
}

// issueDay is the day of an issue, as it stands behind the name of what was downloaded.
var issueDay = pattern.New(`\s*\[[^\[\]]*\d[^\[\]]*\]\s*$`)

// takeBars takes the bars with links off a page and gives an article the address that they say.
func takeBars(body *dom.Node, a *articles.Article) {
	var bars []*dom.Node
	for n := range body.Descendants() {
		if n.DataAtom == atom.A && html.Attribute(n, "rel") == "calibre-downloaded-from" {
			a.URL = html.Attribute(n, "href")
		}
		if slices.Contains(strings.Fields(html.Attribute(n, "class")), "calibre_navbar") {
			bars = append(bars, n)
		}
	}
	for _, bar := range bars {
		if bar.Parent != nil {
			bar.Parent.RemoveChild(bar)
		}
	}
}
