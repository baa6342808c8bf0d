package articles

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"warraq/articles/text"
)

// byline is the line that ends a card: who wrote it and from where.
type byline struct{ author, source, place string }

// guillemets are what papers put a paper's name between.
const guillemets = "«»“”\"„‹›"

// Bounds of a byline in words: who, and from where.
const maxName, maxPlace = 6, 7

// placeFirst is a byline such as "place: «paper»".
var placeFirst = regexp.MustCompile(`^([^:«»]{2,60}):\s*(«[^«»]{2,60}»)$`)

// readByline reads "«paper» (place)", "writer (place)", "place: «paper»" or a
// paper's name alone. Other names than papers' are writers'. Brackets that hold
// a picture's credit make no byline.
func readByline(text string, credits map[string]bool) (byline, bool) {
	name, place := bracketed(text)
	if m := placeFirst.FindStringSubmatch(text); m != nil {
		name, place = m[2], m[1]
	}
	quoted, paper := readPaper(name)
	switch {
	case name == "", words(name) > maxName, words(place) > maxPlace, isCredit(place, credits),
		strings.ContainsFunc(text, unicode.IsDigit), endsSentence(name),
		place == "" && !paper:
		return byline{}, false
	case paper:
		return byline{source: quoted, place: place}, true
	}
	return byline{author: name, place: place}, true
}

// readPaper tells whether a name is a paper's or an agency's, and gives it
// without its guillemets: it stands between them, is known, or begins with a
// word such as agency.
func readPaper(name string) (string, bool) {
	quoted := strings.Trim(name, guillemets)
	first, _, _ := strings.Cut(text.Key(name), " ")
	whole := quoted != name && strings.IndexAny(name, guillemets) == 0 && !strings.ContainsAny(quoted, guillemets)
	return quoted, whole || slices.Contains(papers, first) || isCredit(name, nil)
}

// readCards reads the cards below the heading of related articles and gives how
// many lines they took. A card is, each part but the title being absent at
// times,
//
//	title, section with caption, title again, summary, byline
//
// where browsers may leave out the first title. Where no line below the heading
// is like that, each short line is a title. The cards end where a paragraph
// stands in a card's first place.
func (p *page) readCards(lines []line) ([]Related, int) {
	var cards []Related
	var raw []string // the section and caption of each card
	rich := p.rich(lines)
	i := 0
	for i < len(lines) {
		l := lines[i]
		if _, again := relatedHeading(l.text); again || isControl(l.text) {
			i++
			continue
		}
		if p.repeats(lines, i) == 0 && words(l.text) > maxOnceLong && endsSentence(l.text) {
			break // the article goes on
		}
		r, above, n := Related{Kind: OnPage, Title: l.text}, "", 1
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
func (p *page) rich(lines []line) bool {
	for i, l := range lines {
		if _, ok := readByline(l.text, p.credits); ok || p.repeats(lines, i) > 0 || p.isAbove(l.text) {
			return true
		}
	}
	return false
}

// repeats gives after how many lines the line stands again, as a card's title
// does, 0 where it does not within a card's reach.
func (p *page) repeats(lines []line, i int) int {
	for k := 1; k <= 3 && i+k < len(lines); k++ {
		if lines[i+k].key == lines[i].key {
			return k
		}
	}
	return 0
}

// isAbove tells whether a line is a section with a caption: it begins with a
// section that is known, or ends with a picture's credit.
func (p *page) isAbove(text string) bool {
	if endsSentence(text) && !strings.HasSuffix(text, ")") {
		return false
	}
	_, credit := bracketed(text)
	return credit != "" && isCredit(credit, p.credits) || p.sections.begins(text)
}

// readCard reads one card, and gives its line of section and caption and how
// many lines the card took. A line that may be that or the title is taken as
// the card before had it.
func (p *page) readCard(lines []line, usual bool) (r Related, above string, n int) {
	r.Kind = OnPage
	switch k := p.repeats(lines, 0); {
	case k > 0:
		r.Title = lines[0].text
		for _, l := range lines[1:k] {
			above = strings.TrimSpace(above + " " + l.text)
		}
		n = k + 1
	case len(lines) > 1 && (p.isAbove(lines[0].text) || p.bylineAfter(lines) == 3 || usual && p.bylineAfter(lines) > 1):
		above, r.Title, n = lines[0].text, lines[1].text, 2
	default:
		r.Title, n = lines[0].text, 1
	}
	if b, ok := p.byline(lines, n); ok {
		r.Author, r.Source, r.Place = b.author, b.source, b.place
		return r, above, n + 1
	}
	if n < len(lines) && p.repeats(lines, n) == 0 && !p.isAbove(lines[n].text) {
		r.Summary = lines[n].text
		n++
	}
	if b, ok := p.byline(lines, n); ok {
		r.Author, r.Source, r.Place = b.author, b.source, b.place
		n++
	}
	return r, above, n
}

// byline reads the byline at a place, if one stands there.
func (p *page) byline(lines []line, i int) (byline, bool) {
	if i >= len(lines) || p.sections.begins(lines[i].text) && !strings.ContainsAny(lines[i].text[:min(3, len(lines[i].text))], guillemets) {
		return byline{}, false
	}
	return readByline(lines[i].text, p.credits)
}

// bylineAfter is the number of lines before the first byline, as far as a card
// reaches.
func (p *page) bylineAfter(lines []line) int {
	const reach = 4
	for i := range min(reach, len(lines)) {
		if _, ok := p.byline(lines, i); ok {
			return i
		}
	}
	return reach
}

// separator parts a section from a caption where a page shows one.
var separator = regexp.MustCompile(`^[\s|:\-–—/]+`)
