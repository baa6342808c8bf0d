package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/pattern"
)

// longestSheets is how many bytes of the style sheets in a page are looked at.
const longestSheets = 256 << 10

var (
	stylesComment = pattern.New(`(?s)/\*.*?\*/`)
	// hidingRule is a rule, or several selectors with one, that do nothing than hide.
	hidingRule   = pattern.New(`^(?i)\s*display\s*:\s*none\s*(?:!\s*important\s*)?;?\s*$`)
	classPattern = pattern.New(`^\.[\pL_-][\pL\pN_-]*$`)
)

// unseenClasses gives the classes that the style sheets in a page hide whatever has them,
// wherever it stands and on every screen.
func unseenClasses(document *html.Node) (classes []string) {
	left := longestSheets
	for n := range document.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil || Attribute(n, "media") == "print" {
			continue
		}
		sheet := n.FirstChild.Data
		if left -= len(sheet); left < 0 {
			break
		}
		if !strings.Contains(sheet, "none") {
			continue
		}
		classes = append(classes, hidingClasses(stylesComment.ReplaceAllString(sheet, ""))...)
	}
	return classes
}

// hidingClasses gives the classes that a style sheet without comments hides. What it says of
// some media is passed over.
func hidingClasses(sheet string) (classes []string) {
	for sheet != "" {
		selectors, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			break
		}
		end := blockEnd(rest)
		if hidingRule.MatchString(rest[:end]) {
			if at := strings.LastIndexByte(selectors, ';'); at >= 0 { // behind an @import
				selectors = selectors[at+1:]
			}
			for selector := range strings.SplitSeq(selectors, ",") {
				if s := strings.TrimSpace(selector); classPattern.MatchString(s) {
					classes = append(classes, s[1:])
				}
			}
		}
		sheet = rest[min(end+1, len(rest)):]
	}
	return classes
}

// blockEnd gives where the block of a style sheet ends that has begun.
func blockEnd(s string) int {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}
