package articles

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/articles/dates"
	"warraq/articles/text"
)

// What a page does not say of itself to machines it shows to people: a path of
// sections, a date, a name below the title.

// fromShown fills in what stands around the text of a page.
func fromShown(document *html.Node, a *Article) {
	heading := find(document, atom.H1)
	top := ""
	if heading != nil {
		top = textOf(heading)
	}
	a.titled(top, pageTitle(document))
	var margin []*html.Node // where dates are those of other articles, more often
	for _, n := range elements(document) {
		all := classWords(n)
		if a.Section == "" {
			a.Section = sectionIn(n, all, a)
		}
		switch {
		case !a.Published.IsZero():
		case inMargin(n):
			margin = append(margin, n)
		default:
			a.dateIn(n, all)
		}
		if a.Author == "" {
			a.authorIn(n, all)
		}
	}
	for _, n := range margin {
		if a.Published.IsZero() {
			a.dateIn(n, classWords(n))
		}
	}
}

// inMargin tells what stands beside an article or in a link to another one.
func inMargin(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer:
			return true
		case atom.A:
			link := shortText(p)
			return link == "" || words(link) > words(shortText(n))
		}
	}
	return false
}

// pageTitle is the text of a page's title element.
func pageTitle(document *html.Node) string {
	if n := find(document, atom.Title); n != nil {
		return textOf(n)
	}
	return ""
}

// separators stand between a title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " : ", "|"}

// titled finds the title: what the page says is one, without the name of the site
// at its end. Where the top heading says as much, what else is there is the site.
func (a *Article) titled(heading, page string) {
	cut := strings.TrimRight(a.Title, "….")
	if a.Title != "" && heading != "" && cut != a.Title && strings.HasPrefix(heading, cut) {
		a.Title = heading
	}
	for _, mark := range separators {
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
		if last := strings.TrimSpace(parts[len(parts)-1]); a.Source == "" && words(last) <= maxName {
			a.Source = last
		}
		break
	}
	a.Title = withoutSite(a.Title, a.Source)
}

// dateAbove reads when an article was written of the short lines around its top,
// where nothing else said it.
func dateAbove(document *html.Node, a *Article) {
	const reach, longest = 30, 8 // lines, words
	if !a.Published.IsZero() {
		return
	}
	const looked = 400 // lines
	all := leaves(mainPart(document))
	all = all[:min(len(all), looked)]
	top := slices.IndexFunc(all, func(n *html.Node) bool { return same(textOf(n), a.Title) })
	if top < 0 && len(all) > reach {
		return
	}
	for i := max(0, top-3); i < min(len(all), top+1+reach/2); i++ {
		text := textOf(all[i])
		if words(text) > longest {
			if words(text) >= runningLong {
				return
			}
			continue
		}
		if t, ok := stampOf(text); ok && !t.IsZero() {
			a.Published = t
			return
		}
	}
}

// sectionIn reads a section where an element shows one: the last step of a path
// that is not the first page or the article, or the label above the title.
func sectionIn(n *html.Node, all []string, a *Article) string {
	label := strings.ToLower(attribute(n, "aria-label") + attribute(n, "typeof") + attribute(n, "itemtype"))
	switch {
	case hasAny(all, "breadcrumb", "breadcrumbs", "breadcumb", "crumbs") || strings.Contains(label, "breadcrumb"):
		section := ""
		for _, link := range elements(n) {
			if name := textOf(link); link.DataAtom == atom.A && a.canBeSection(name) {
				section = name
			}
		}
		return section
	case n.DataAtom == atom.A && (hasAny(strings.Fields(attribute(n, "rel")), "category") || hasAny(all, "kicker", "category") || hasAny(all, "cat") && hasAny(all, "post")):
		if name := textOf(n); a.canBeSection(name) {
			return name
		}
	}
	return ""
}

// canBeSection tells a section's name from the name of the first page, of the site
// and from the article's own title.
func (a *Article) canBeSection(name string) bool {
	return name != "" && words(name) <= maxSection+1 && !isFurniture(line{text: name, key: text.Key(name)}) && !slices.Contains(homes, text.Key(name)) && !same(name, a.Source) && !same(name, a.Title)
}

// dateIn reads when an article was written where an element shows it.
func (a *Article) dateIn(n *html.Node, all []string) {
	const longest = 25 // words
	switch {
	case n.DataAtom == atom.Time:
		when := attribute(n, "datetime")
		t, ok := dates.Parse(when)
		if !ok && sinceEpoch.MatchString(when) {
			t, ok = epoch(json.Number(when)).(time.Time)
		}
		if ok {
			a.Published = t
			return
		}
	case !hasAny(all, "date", "dates", "datetime", "time", "timestamp", "published", "pubdate", "meta", "byline") || hasAny(all, "updated", "modified"):
		return
	}
	if text := shortText(n); text != "" && words(text) <= longest {
		if t, ok := dates.Parse(text); ok {
			a.Published = t
		}
	}
}

// authorIn reads who wrote an article where an element shows it.
func (a *Article) authorIn(n *html.Node, all []string) {
	if hasAny(all, "comment", "comments") {
		return
	}
	isAuthor := hasAny(strings.Fields(attribute(n, "rel")), "author") ||
		hasAny(all, "author", "authors", "byline", "writer") && !hasAny(all, "box", "bio", "about", "image", "img", "avatar", "date", "info", "details", "block")
	if !isAuthor {
		return
	}
	for p := n; p != nil; p = p.Parent {
		if p.DataAtom == atom.Figure || p.DataAtom == atom.Footer || p.DataAtom == atom.Nav {
			return
		}
	}
	text := shortText(n)
	if link := find(n, atom.A); link != nil && words(text) <= stampLong {
		a.Author = name(textOf(link), a)
	}
	fill(&a.Author, name(text, a))
}

// name is a writer's, of a text that may say "by" before it and a date behind it;
// "" for one that is none, or that is the paper's.
func name(s string, a *Article) string {
	const longest = 10 // words, of several writers
	if s = withoutBy(s); same(s, a.Source) {
		return ""
	}
	s = withoutBy(beforeDate(s))
	switch {
	case words(s) > longest, webAddress(s), same(s, a.Source), slices.Contains(nobody, text.Key(s)), strings.Contains(s, "@"),
		isFurniture(line{text: s, key: text.Key(s)}), startsWith(text.Key(s), skipStarts):
		return ""
	}
	if place, ok := cutSource(s, a.Source); ok {
		fill(&a.Place, place)
		return ""
	}
	return s
}

// withoutBy is what stands behind a word such as "by".
func withoutBy(text string) string {
	if w, ok := writerOf(text); ok {
		return w.author + w.source
	}
	return text
}

// beforeDate is a text up to where a date begins in it.
func beforeDate(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		month := dates.IsMonth(strings.Trim(f, ".,،"))
		if strings.ContainsFunc(f, unicode.IsDigit) || month && i > 1 && i+1 < len(fields) || slices.Contains(stampLabels, text.Key(strings.Trim(f, ",،:"))) {
			return strings.Trim(strings.Join(fields[:i], " "), " |-–—,،:·•")
		}
	}
	return s
}

// cutSource parts a place from the name of the paper before it, as in "paper -
// place".
func cutSource(text, source string) (place string, ok bool) {
	rest, ok := strings.CutPrefix(text, source)
	place = strings.Trim(rest, " -–—،,:")
	return place, ok && source != "" && place != "" && place != rest && words(place) <= 3 && unicode.IsLetter([]rune(place)[0])
}
