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
		site, isFirst := strings.CutPrefix(page, heading+mark)
		isLast := false
		if !isFirst {
			site, isLast = strings.CutSuffix(page, mark+heading)
		}
		if !isFirst && !isLast {
			continue
		}
		if strings.HasPrefix(a.Title, heading+mark) || strings.HasSuffix(a.Title, mark+heading) {
			a.Title = heading
		}
		if name := siteIn(strings.Split(site, mark), isFirst); a.Source == "" && text.CountWords(name) <= MaxName {
			a.Source = name
		}
		break
	}
	a.Title = withoutSite(a.Title, a.Source)
	if IsWithin(heading, a.Title) && !text.Same(heading, a.Source) {
		a.Title = heading
	}
}

// siteIn returns the name of a site, of the parts of a page's title beside the heading: the
// one that is farthest from it. An encyclopedia's name goes without its motto.
func siteIn(parts []string, headingFirst bool) string {
	name := parts[0]
	if headingFirst {
		name = parts[len(parts)-1]
	}
	name = strings.Trim(name, " |:»«·-–—")
	if short, _, ok := strings.Cut(name, "،"); ok && strings.HasPrefix(text.Key(name), text.Key("ويكي")) {
		return short
	}
	return name
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

// withoutSite takes the site's name off either end of a page's title. Before a colon stands who
// says what is behind it.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, mark := range titleSeparators {
		if t, ok := strings.CutSuffix(title, mark+site); ok {
			return t
		}
		if t, ok := strings.CutPrefix(title, site+mark); ok && !strings.Contains(mark, ":") {
			return t
		}
	}
	return title
}
