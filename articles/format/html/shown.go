package html

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// What a page does not say of itself to machines it shows to people: a path of
// sections, a date, a name below the title.

// fromShown fills in what stands around the text of a page, and what counts behind that of what
// it says of itself.
func fromShown(document *html.Node, a *articles.Article, meta map[string]fields.Field) {
	press.SetTitle(a, topHeading(document, a), pageTitle(document))
	if a.Published.IsZero() {
		dateByHeading(document, a)
	}
	for _, n := range Elements(document) {
		all := classWords(n)
		if a.Section == "" {
			a.Section = cmp.Or(sectionIn(n, all, a), labelledSection(n, all, a))
		}
		if a.Published.IsZero() && !inMargin(n) && !inMasthead(n) {
			dateIn(a, n, all)
		}
		if a.Author == "" {
			authorIn(a, n, all)
		}
	}
	dateAbove(document, a)
	if day, ok := meta[linkedUpload].Value.(string); ok && a.Published.IsZero() {
		a.Published, _ = dates.Parse(day)
	}
	if a.Published.IsZero() {
		a.Published = dateInAddress(a.URL)
	}
	for _, n := range Elements(document) { // where dates are those of other articles, more often
		if a.Published.IsZero() && inMargin(n) && !inMasthead(n) {
			dateIn(a, n, classWords(n))
		}
	}
}

// topHeading is the first heading of the first rank that does not name the site.
func topHeading(document *html.Node, a *articles.Article) string {
	for _, n := range Elements(document) {
		if n.DataAtom != atom.H1 {
			continue
		}
		s := TextOf(n)
		if link := Find(n, atom.A); link != nil && slices.Contains([]string{"/", "/index.html", "/ar", "/ar/"}, Attribute(link, "href")) || s == "" || text.Same(s, a.Source) || hasAny(classWords(n), "logo", "brand") || isSiteBeside(document, s) {
			continue
		}
		return s
	}
	return titledHeading(document, a.Source)
}

// isSiteBeside tells a heading of the first rank that is what stands in the page's title beside a
// longer heading of a lower rank: the name of the site.
func isSiteBeside(document *html.Node, s string) bool {
	whole := pageTitle(document)
	if !strings.Contains(whole, s) || len(whole) == len(s) {
		return false
	}
	title := titledHeading(document, s)
	rest := strings.Replace(whole, title, "", 1)
	return title != "" && text.CountWords(title) > text.CountWords(s) && strings.Trim(rest, " |-–—«»·•/<>:") == s
}

// escapedHeading is the heading of a page whose title tells of escaped characters, as the heading
// has them; "" of any other, in which they were escaped twice.
func escapedHeading(document *html.Node, title string) string {
	for n := range document.Descendants() {
		if n.DataAtom != atom.H1 {
			continue
		}
		if s := TextOf(n); decodedAgain(s) != s {
			if whole := pageTitle(document); decodedAgain(s) == title || title == "" && strings.Contains(whole, decodedAgain(s)) {
				return s
			}
		}
		break
	}
	return ""
}

// titledHeading is the longest of the first headings of lower ranks that is a part of the page's
// title beside the name of the site, "" for none.
func titledHeading(document *html.Node, site string) (longest string) {
	const looked = 20 // headings
	whole, n := pageTitle(document), 0
	for heading := range document.Descendants() {
		if !isHeading(heading) || heading.DataAtom == atom.H1 {
			continue
		}
		if s := shortText(heading); len(s) > len(longest) && press.IsPart(s, whole, site) && !inMargin(heading) {
			longest = s
		}
		if n++; n > looked {
			break
		}
	}
	return longest
}

// dateByHeading reads when an article was published in what is around its heading, where one is.
func dateByHeading(document *html.Node, a *articles.Article) {
	around := aroundHeading(document, a.Title)
	if around == nil {
		return
	}
	for _, n := range Elements(around) {
		if a.Published.IsZero() && !inMargin(n) {
			dateIn(a, n, classWords(n))
		}
	}
	dateAbove(document, a)
}

// aroundHeading returns the article's or main element around the heading that is its title, nil
// where there is none.
func aroundHeading(document *html.Node, title string) *html.Node {
	for n := range document.Descendants() {
		if n.DataAtom == atom.H1 && text.Same(TextOf(n), title) {
			if around := closestAncestor(n, atom.Article); around != nil {
				return around
			}
			return closestAncestor(n, atom.Main)
		}
	}
	return nil
}

// inMasthead tells what stands in the head of a site, where the date is the day on which
// the page was shown.
func inMasthead(n *html.Node) bool {
	for p := n; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		if p.DataAtom == atom.Article || p.DataAtom == atom.Main {
			return false
		}
		all := classWords(p)
		if p.DataAtom == atom.Header || hasAny(all, "masthead", "topbar", "navbar", "weather", "ticker", "today") ||
			hasAny(all, "top") && hasAny(all, "bar", "nav", "menu", "strip") || hasAny(all, "current") && hasAny(all, "date", "day", "time") || hasAny(all, "header") && !hasAny(all, "article", "post", "entry", "content", "story", "news") {
			return Find(p, atom.H1) == nil || text.CountWords(TextOf(Find(p, atom.H1))) < 2
		}
	}
	return false
}

// inMargin tells what stands beside an article or in a link to another one.
func inMargin(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Aside, atom.Nav:
			return true
		case atom.Footer:
			return closestAncestor(p, atom.Article) == nil
		case atom.A:
			link := shortText(p)
			return link == "" || text.CountWords(link) > text.CountWords(shortText(n))
		}
	}
	return false
}

// pageTitle is the text of a page's title element.
func pageTitle(document *html.Node) string {
	if n := Find(document, atom.Title); n != nil {
		return decodedAgain(TextOf(n))
	}
	return ""
}

// dateAbove reads when an article was written of the short lines around its top,
// where nothing else said it.
func dateAbove(document *html.Node, a *articles.Article) {
	const reach, longest = 30, 8 // lines, words
	if !a.Published.IsZero() {
		return
	}
	const looked = 400    // lines
	var changed time.Time // which counts where nothing says when it was published
	defer func() {
		if a.Published.IsZero() {
			a.Published = changed
		}
	}()
	all := contentLeaves(mainPart(document))
	all = all[:min(len(all), looked)]
	top := slices.IndexFunc(all, func(n *html.Node) bool { return text.Same(TextOf(n), a.Title) })
	if top < 0 && len(all) > reach {
		return
	}
	for i := max(0, top-3); i < min(len(all), top+1+reach/2); i++ {
		s := press.PublishedPart(TextOf(all[i]))
		if text.CountWords(s) > longest {
			if text.CountWords(s) >= press.RunningLong {
				return
			}
			continue
		}
		t, ok := press.ReadStamp(s)
		switch {
		case !ok || t.IsZero():
		case press.IsChanged(s):
			if changed.IsZero() {
				changed = t
			}
		default:
			a.Published = t
			return
		}
	}
}

// dateIn reads when an article was written where an element shows it.
func dateIn(a *articles.Article, n *html.Node, all []string) {
	const longest = 25 // words
	isTime := n.DataAtom == atom.Time
	if !isTime && (!hasAny(all, "date", "dates", "datetime", "time", "timestamp", "published", "pubdate", "pdate", "meta", "byline") || hasAny(all, "updated", "modified")) {
		return
	}
	if standsInSentence(n) || standsInRelated(n) || isTime && press.IsChanged(saidOf(n)) {
		return
	}
	stamp := stampWithin
	if isTime {
		stamp = stampOf
	}
	if t, ok := stamp(n); ok {
		a.Published = t
		return
	}
	if s := shortText(n); s != "" && text.CountWords(s) <= longest {
		if t, ok := dates.Parse(press.PublishedPart(s)); ok && !press.IsChanged(s) {
			a.Published = t
		}
	}
}

// dayPattern is the day in the address of an article, as steps of its path or as one of them.
var dayPattern = pattern.New(`/((?:1[34]|19|20)[0-9]{2})[/-]([01]?[0-9])[/-]([0-3]?[0-9])(?:[/-]|$)`)

// dateInAddress returns the day that an address says its article is of, the zero time for none.
func dateInAddress(address string) time.Time {
	m := dayPattern.FindStringSubmatch(address)
	if m == nil {
		return time.Time{}
	}
	day, _ := dates.Parse(strings.Join(m[1:], "/"))
	return day
}

// standsInRelated tells an element in a block of other articles, whose dates are theirs.
func standsInRelated(n *html.Node) bool {
	for ; n != nil && n.DataAtom != atom.Article && n.DataAtom != atom.Main && n.DataAtom != atom.Body; n = n.Parent {
		if isRelated(classWords(n)) && Find(n, atom.H1) == nil {
			return true
		}
	}
	return false
}

// standsInSentence tells an element in running text, where a time is one of those that it tells of.
func standsInSentence(n *html.Node) bool {
	p := closestAncestor(n, atom.P)
	return p != nil && text.EndsSentence(TextOf(p)) && text.CountWords(TextOf(p))-text.CountWords(TextOf(n)) >= press.SentenceLong
}

// stampOf returns the time that an attribute of an element gives, beside what it shows.
func stampOf(n *html.Node) (time.Time, bool) {
	for _, name := range []string{"datetime", "title", "data-timestamp", "data-datetime", "data-time", "data-date", "data-utime"} {
		if t, ok := dates.Stamp(Attribute(n, name)); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// saidOf returns the text of an element with what stands before it in its line.
func saidOf(n *html.Node) string {
	if n.PrevSibling != nil && n.PrevSibling.Type == html.TextNode {
		return strings.TrimLeft(text.CleanLine(n.PrevSibling.Data), "·•|-–—, ") + " " + shortText(n)
	}
	return shortText(n)
}

// stampWithin returns the time that attributes give of an element that shows a date, or of the one
// in it.
func stampWithin(n *html.Node) (time.Time, bool) {
	if t, ok := stampOf(n); ok {
		return t, true
	}
	for _, inner := range Elements(n) {
		if inner.DataAtom == atom.Time && !hasAny(classWords(inner), "updated", "modified") && !press.IsChanged(saidOf(inner)) {
			return stampOf(inner)
		}
	}
	return time.Time{}, false
}
