package feed

import (
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/warraq/warraq/articles"
)

// An export of Blogger is a feed in Atom of all that a blog has: beside its posts and pages what is
// set for it, its layout and what readers said. A category of each entry says which it is.

// kindPrefix is how that category begins.
const kindPrefix = "http://schemas.google.com/blogger/2008/kind#"

// bloggerKind returns what an entry of such an export is, "" for one of any other feed, and takes
// it out of its categories.
func bloggerKind(item *gofeed.Item) (kind string) {
	item.Categories = slices.DeleteFunc(item.Categories, func(c string) bool {
		name, ok := strings.CutPrefix(c, kindPrefix)
		if ok {
			kind = name
		}
		return ok
	})
	return kind
}

// isDraft reports whether an entry says that it was not published.
func isDraft(item *gofeed.Item) bool {
	for _, control := range item.Extensions["app"]["control"] {
		for _, draft := range control.Children["draft"] {
			if strings.TrimSpace(draft.Value) == "yes" {
				return true
			}
		}
	}
	return false
}

// isLeftOut reports whether an entry is none that a site published, and counts it if it was to be.
func isLeftOut(in *articles.Source, item *gofeed.Item, unpublished map[string]int) bool {
	switch kind := bloggerKind(item); {
	case kind != "" && kind != "post" && kind != "page":
		return true
	case isDraft(item) && !in.Unpublished:
		unpublished["draft"]++
		return true
	}
	return false
}
