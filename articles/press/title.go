package press

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if (a.Title == "" || a.Title == page) && beginsWith(heading, page) {
		a.Title = heading
	}
	if heading != "" && a.Title == page && isPaperName(page, a.Source) && !isPaperName(heading, a.Source) {
		a.Title = heading // the page is called after its paper
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
		name := siteIn(strings.Split(site, mark), isFirst)
		switch {
		case name != "" && text.Same(name, a.Author):
			a.Source, a.Author = name, "" // the paper, which calls itself its author
		case a.Source == "" && text.CountWords(name) <= MaxName:
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
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(behind)
	return ok && (before == "" || !inWord(last)) && (behind == "" || !inWord(first))
}

// inWord tells a character that words are made of.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.Nd) }

// IsPart reports whether a heading is one of the parts of a page's title, which signs part. Before
// a colon stands the site's name; anything else there is of the title.
func IsPart(heading, title, site string) bool {
	before, behind, ok := strings.Cut(title, heading)
	if !ok || !IsWithin(heading, title) {
		return false
	}
	const signs = "|-–—«»·•/<>"
	before, behind = strings.TrimSpace(before), strings.TrimSpace(behind)
	if name, ok := strings.CutSuffix(before, ":"); ok && site != "" && text.Same(name, site) {
		before = ""
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(behind)
	return (before == "" || strings.ContainsRune(signs, last)) && (behind == "" || strings.ContainsRune(signs, first))
}

// beginsWith reports whether a heading says more than a page's title, which begins it and has the
// site's name behind a sign.
func beginsWith(heading, page string) bool {
	const shortest = 2 // words
	for _, mark := range titleSeparators {
		first, _, ok := strings.Cut(page, mark)
		if ok && text.CountWords(first) >= shortest && strings.HasPrefix(text.Key(heading), text.Key(first)+" ") {
			return true
		}
	}
	return false
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
