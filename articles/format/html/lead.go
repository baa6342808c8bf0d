package html

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Many papers show a lead between the title and the text, in an element of its own, which what
// looks for the text of a page leaves behind.

// shownLead returns the lead that stands under the heading with a page's title, "" for none.
func shownLead(heading *html.Node) string {
	const longest = 100 // words
	if heading == nil {
		return ""
	}
	around := heading.Parent
	const levels = 3
	for range levels {
		if around.Parent == nil || around.Parent.DataAtom == atom.Body || around.Parent.DataAtom == atom.Html {
			break
		}
		around = around.Parent
	}
	below := false
	for n := range around.Descendants() {
		below = below || n == heading
		if !below || n.Type != html.ElementNode || !isLead(n) || inMargin(n) || Find(n, atom.A) != nil {
			continue
		}
		if s := TextOf(n); text.CountWords(s) >= press.SentenceLong && text.CountWords(s) <= longest && len(contentLeaves(n)) <= 1 {
			return s
		}
	}
	return ""
}

// subtitleBelow returns the text of the heading that stands right below the one with a page's title, as
// long as a sentence, which says that it is a lead or is alone of its rank: no section of the text
// stands under it. It is "" for none.
func subtitleBelow(title *html.Node) string {
	below := title
	for below != nil && below.DataAtom != atom.Body && nextElement(below) == nil {
		below = below.Parent
	}
	if below == nil || below.DataAtom == atom.Body {
		return ""
	}
	n := nextElement(below)
	for n != nil && !isHeading(n) && !hasOwnText(n) {
		n = onlyChild(n, func(*html.Node) bool { return true })
	}
	if n == nil || !isHeading(n) || Find(n, atom.A) != nil || !isLead(n) && !isAloneOfRank(n) {
		return ""
	}
	if s := TextOf(n); text.CountWords(s) >= press.SentenceLong {
		return s
	}
	return ""
}

// lowerSubtitle makes a paragraph of the heading of a text that is a subtitle.
func lowerSubtitle(content *html.Node, subtitle string) {
	for n := range content.Descendants() {
		if subtitle != "" && isHeading(n) && TextOf(n) == subtitle {
			n.DataAtom, n.Data = atom.P, "p"
			return
		}
	}
}

// isAloneOfRank tells a heading beside which its article or page has no other of its rank.
func isAloneOfRank(heading *html.Node) bool {
	around := closestAncestor(heading, atom.Article)
	if around == nil {
		around = cmp.Or(closestAncestor(heading, atom.Main), closestAncestor(heading, atom.Body))
	}
	return around != nil && !slices.ContainsFunc(Elements(around), func(n *html.Node) bool { return n != heading && n.DataAtom == heading.DataAtom })
}

// isLead tells an element that says by its class or by microdata that it is a lead.
func isLead(n *html.Node) bool {
	if n.DataAtom == atom.Meta {
		return false
	}
	if strings.EqualFold(Attribute(n, "itemprop"), "description") {
		return true
	}
	all := classWords(n)
	return hasAny(all, "lead", "lede", "standfirst", "subtitle", "introtext", "chapo", "dek", "subheadline", "subhead") || hasAny(all, "sub") && hasAny(all, "title", "headline")
}

// keepLead gives an article the lead that its page shows, where neither its summary nor its text
// has it: as its summary, if that is none or the beginning of the text, else as the first
// paragraph.
func keepLead(a *articles.Article, lead string) {
	key := text.Key(lead)
	if lead == "" || text.Same(lead, a.Summary) || text.Same(lead, a.Title) || strings.Contains(text.Key(a.Body), key) {
		return
	}
	summary := strings.TrimRight(text.Key(strings.TrimRight(strings.TrimSuffix(a.Summary, "[…]"), " .…")), " ")
	if summary == "" || strings.HasPrefix(key, summary) || strings.HasPrefix(text.Key(a.Body), summary) {
		a.Summary = lead
		return
	}
	press.FindByline(a) // before the first line is another
	press.FindPlace(a)
	a.Body = strings.TrimRight(text.EscapeLines([]string{lead})+"\n\n"+a.Body, "\n")
	for i := range a.Captions {
		if a.Captions[i].After > 0 {
			a.Captions[i].After++
		}
	}
}
