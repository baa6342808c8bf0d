package press

import (
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// titleSeparators stand between a title and the name of its site.
var titleSeparators = []string{" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " : ", "|"}

// SetTitle finds the title: what the page says is one, without the name of the site
// at its end. Where the top heading says as much, what else is there is the site.
func SetTitle(a *articles.Article, heading, page string) {
	cut := strings.TrimRight(a.Title, "….")
	if a.Title != "" && heading != "" && cut != a.Title && strings.HasPrefix(heading, cut) {
		a.Title = heading
	}
	for _, mark := range titleSeparators {
		if heading == "" || page == heading {
			break
		}
		site, behind := strings.CutPrefix(page, heading+mark)
		if !behind {
			site, behind = strings.CutSuffix(page, mark+heading)
		}
		if !behind {
			continue
		}
		if strings.HasPrefix(a.Title, heading+mark) || strings.HasSuffix(a.Title, mark+heading) {
			a.Title = heading
		}
		parts := strings.Split(site, mark)
		if last := strings.TrimSpace(parts[len(parts)-1]); a.Source == "" && text.CountWords(last) <= MaxName {
			a.Source = last
		}
		break
	}
	a.Title = withoutSite(a.Title, a.Source)
	if IsWithin(heading, a.Title) && !text.Same(heading, a.Source) {
		a.Title = heading
	}
}

// IsWithin tells whether a title says a heading whole, with the names of a site and its
// sections before or behind it, or with more words to draw readers.
func IsWithin(heading, title string) bool {
	const shortest = 2 // words
	if heading == title || text.CountWords(heading) < shortest || strings.HasSuffix(heading, "…") || strings.HasSuffix(heading, "...") {
		return false
	}
	before, behind, ok := strings.Cut(text.Key(title), text.Key(heading))
	return ok && (before == "" || strings.HasSuffix(before, " ")) && (behind == "" || strings.HasPrefix(behind, " "))
}

// withoutSite takes the site's name off the end of a page's title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, mark := range titleSeparators {
		if t, ok := strings.CutSuffix(title, mark+site); ok {
			return t
		}
	}
	return title
}
