package page

import (
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// readCards reads the cards below the heading of related articles and gives how
// many lines they took. A card is, each part but the title being absent at
// times,
//
//	title, section with caption, title again, summary, byline
//
// where browsers may leave out the first title. Where no line below the heading
// is like that, each short line is a title. The cards end where a paragraph
// stands in a card's first place.
func (p *page) readCards(lines []press.Line) ([]articles.Related, int) {
	var cards []articles.Related
	var raw []string // the section and caption of each card
	rich := p.rich(lines)
	i := 0
	for i < len(lines) {
		l := lines[i]
		if _, again := press.ReadRelated(l.Text); again || press.IsSizeButton(l.Text) {
			i++
			continue
		}
		if p.repeats(lines, i) == 0 && text.CountWords(l.Text) > maxOnceLong && text.EndsSentence(l.Text) {
			break // the article goes on
		}
		r, above, n := articles.Related{Kind: articles.OnPage, Title: l.Text}, "", 1
		if rich {
			r, above, n = p.readCard(lines[i:], len(raw) > 0 && raw[len(raw)-1] != "")
		}
		cards, raw = append(cards, r), append(raw, above)
		i += n
	}
	p.sections.part(cards, raw)
	return cards, i
}

// rich tells whether the cards have more than a title.
func (p *page) rich(lines []press.Line) bool {
	for i, l := range lines {
		if _, ok := press.ReadByline(l.Text, p.credits); ok || p.repeats(lines, i) > 0 || p.isAbove(l.Text) {
			return true
		}
	}
	return false
}

// repeats gives after how many lines the line stands again, as a card's title
// does, 0 where it does not within a card's reach.
func (p *page) repeats(lines []press.Line, i int) int {
	for k := 1; k <= 3 && i+k < len(lines); k++ {
		if lines[i+k].Key == lines[i].Key {
			return k
		}
	}
	return 0
}

// isAbove tells whether a line is a section with a caption: it begins with a
// section that is known, or ends with a picture's credit.
func (p *page) isAbove(s string) bool {
	if text.EndsSentence(s) && !strings.HasSuffix(s, ")") {
		return false
	}
	_, credit := press.CutBrackets(s)
	return credit != "" && press.IsCredit(credit, p.credits) || p.sections.begins(s)
}

// readCard reads one card, and gives its line of section and caption and how
// many lines the card took. A line that may be that or the title is taken as
// the card before had it.
func (p *page) readCard(lines []press.Line, usual bool) (r articles.Related, above string, n int) {
	r.Kind = articles.OnPage
	switch k := p.repeats(lines, 0); {
	case k > 0:
		r.Title = lines[0].Text
		for _, l := range lines[1:k] {
			above = strings.TrimSpace(above + " " + l.Text)
		}
		n = k + 1
	case len(lines) > 1 && (p.isAbove(lines[0].Text) || p.bylineAfter(lines) == 3 || usual && p.bylineAfter(lines) > 1):
		above, r.Title, n = lines[0].Text, lines[1].Text, 2
	default:
		r.Title, n = lines[0].Text, 1
	}
	if b, ok := p.byline(lines, n); ok {
		r.Author, r.Source, r.Place = b.Author, b.Source, b.Place
		return r, above, n + 1
	}
	if n < len(lines) && p.repeats(lines, n) == 0 && !p.isAbove(lines[n].Text) {
		r.Summary = lines[n].Text
		n++
	}
	if b, ok := p.byline(lines, n); ok {
		r.Author, r.Source, r.Place = b.Author, b.Source, b.Place
		n++
	}
	return r, above, n
}

// byline reads the byline at a place, if one stands there.
func (p *page) byline(lines []press.Line, i int) (press.Byline, bool) {
	if i >= len(lines) || p.sections.begins(lines[i].Text) && !strings.ContainsAny(lines[i].Text[:min(3, len(lines[i].Text))], press.Guillemets) {
		return press.Byline{}, false
	}
	return press.ReadByline(lines[i].Text, p.credits)
}

// bylineAfter is the number of lines before the first byline, as far as a card
// reaches.
func (p *page) bylineAfter(lines []press.Line) int {
	const reach = 4
	for i := range min(reach, len(lines)) {
		if _, ok := p.byline(lines, i); ok {
			return i
		}
	}
	return reach
}

// separatorPattern parts a section from a caption where a page shows one.
var separatorPattern = pattern.New(`^[\s|:\-–—/]+`)
