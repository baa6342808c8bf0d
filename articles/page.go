package articles

import (
	"slices"
	"strings"

	"warraq/articles/text"
)

// A pasted news page is what a browser gives when a newspaper's page is copied
// as text: one article or several, one below the other, each in the shape
//
//	title
//	caption          the picture's, twice
//	caption
//	TT               the buttons for the size of letters
//	title            again
//	caption          again
//	caption
//	paragraphs       with captions among them
//	مقالات ذات صلة
//	cards            title, section and caption, title, summary, writer (place)
//
// The shape is learnt from what repeats itself rather than from one paper's
// words; the words that many papers share stand in one table. See findHead,
// isCaption and readCards for the rules.

// isPage tells a pasted news page: it holds at least one article's head.
func isPage(in *source) bool {
	heads := findHeads(pageLines(in.text))
	// One title that is said twice is what a page of any paper may have.
	return len(heads) > 1 || len(heads) == 1 && (len(heads[0].captions) > 0 || !isCopied(in))
}

// pageLines gives the lines of a text that hold something.
func pageLines(s string) []line {
	var lines []line
	gap := false
	for raw := range strings.SplitSeq(text.CleanText(s), "\n") {
		trimmed := strings.TrimSpace(raw)
		if strings.TrimFunc(trimmed, text.IsInvisible) == "" {
			gap = true
			continue
		}
		key := text.Key(trimmed)
		if key == "" {
			key = trimmed
		}
		lines = append(lines, line{text: trimmed, key: key, gap: gap})
		gap = false
	}
	return lines
}

// page is what is known of a whole page while its articles are read.
type page struct {
	credits  map[string]bool // who pictures are from, folded, learnt from doubled captions
	sections sections
}

// readPage reads the articles of a pasted news page, in its order. A full
// article takes what its card on the same page says of it.
func readPage(in *source) ([]Article, error) {
	lines := pageLines(in.text)
	heads := findHeads(lines)
	p := &page{credits: map[string]bool{}}
	for _, h := range heads {
		for _, c := range h.captions {
			if _, credit := bracketed(c); credit != "" {
				p.credits[text.Key(credit)] = true
			}
		}
	}
	p.sections = learnSections(lines, heads)
	var list []Article
	if before := p.before(lines[:heads[0].start], &heads[0]); before != nil {
		list = append(list, *before)
	}
	for i, h := range heads {
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].start
			if end > h.end && p.sections.exact(lines[end-1].text) {
				end--
				heads[i+1].section = lines[end].text
			}
		}
		list = append(list, p.article(h, lines[h.end:end]))
	}
	fromCards(list)
	return list, nil
}

// menuLong is the most words that a line of a page's menus usually has.
const menuLong = 6

// before reads what stands before the first head: the menus of the page, which
// are left out, or the rest of an article of which the head was not copied.
func (p *page) before(lines []line, first *head) *Article {
	if n := len(lines); n > 0 && p.sections.exact(lines[n-1].text) {
		first.section = lines[n-1].text
		lines = lines[:n-1]
	}
	paragraph := func(l line) bool { return words(l.text) > maxOnceLong && endsSentence(l.text) }
	if !slices.ContainsFunc(lines, paragraph) {
		return nil
	}
	h := head{title: line{text: text.ShortTitle(lines[0].text)}}
	if h.title.text == lines[0].text && !endsSentence(h.title.text) {
		lines = lines[1:]
	}
	a := p.article(h, lines)
	return &a
}

// article makes an article of a head and the lines below it.
func (p *page) article(h head, lines []line) Article {
	a := Article{
		Title: h.title.text, Section: h.section, Source: h.source, Place: h.place,
		Author: h.author, Published: h.published, Summary: h.summary,
	}
	b := body{page: p, article: &a, title: h.title.key, captions: map[string]bool{}}
	for _, c := range h.captions {
		b.caption(c)
	}
	b.loose = !slices.ContainsFunc(lines, func(l line) bool { return l.gap })
	text := slices.IndexFunc(lines, func(l line) bool { _, ok := relatedHeading(l.text); return ok })
	if text < 0 {
		text = len(lines)
	}
	b.sentences = mostlySentences(lines[:text])
	for _, l := range h.once {
		b.add(line{text: l.text, key: l.key, gap: true})
	}
	for i := 0; i < len(lines); {
		title, related := relatedHeading(lines[i].text)
		switch {
		case related && title != "":
			a.Related = append(a.Related, Related{Kind: ReadAlso, Title: title})
			i++
		case related:
			b.flush()
			cards, n := p.readCards(lines[i+1:])
			a.Related = append(a.Related, cards...)
			i += 1 + n
		case i+1 < len(lines) && lines[i+1].key == lines[i].key && !isControl(lines[i].text):
			b.caption(lines[i].text)
			i += 2
		default:
			b.add(lines[i])
			i++
		}
	}
	b.flush()
	a.Related = unite(a.Related)
	a.Body = strings.Join(b.blocks, "\n\n")
	a.Full = a.Body != ""
	return a
}

// body gathers the blocks of an article.
type body struct {
	page      *page
	article   *Article
	title     string          // folded
	captions  map[string]bool // folded
	loose     bool            // no blank lines: each line is a paragraph
	sentences bool            // the paragraphs end as sentences do
	block     []string
	blocks    []string
}

// add takes one line of the article.
func (b *body) add(l line) {
	switch {
	case isControl(l.text), l.key == b.title, b.captions[l.key]:
		return // furniture
	case b.isCaption(l.text):
		b.caption(l.text)
		return
	}
	if l.gap || b.loose {
		b.flush()
	}
	b.block = append(b.block, l.text)
}

// flush ends the block that is being gathered.
func (b *body) flush() {
	if len(b.block) > 0 {
		b.blocks = append(b.blocks, text.EscapeLines(b.block))
		b.block = nil
	}
}

// caption takes a caption at this place, once.
func (b *body) caption(s string) {
	b.flush()
	if key := text.Key(s); !b.captions[key] {
		b.captions[key] = true
		b.article.Captions = append(b.article.Captions, Caption{Text: s, After: len(b.blocks)})
	}
}

// captionLong is the most words that a caption has.
const captionLong = 45

// isCaption tells a caption among the paragraphs, which stands there once: the
// name in brackets that ends it is an agency's, or one that ends a doubled
// caption of this page. Where the paragraphs end as sentences do, a line that
// ends in any brackets and holds no sentence is one too.
func (b *body) isCaption(text string) bool {
	before, credit := bracketed(text)
	if credit == "" || before == "" || words(text) > captionLong {
		return false
	}
	return isCredit(credit, b.page.credits) || b.sentences && words(credit) <= 5 && !strings.ContainsAny(before, ".؟!:")
}

// bracketed parts a line that ends in brackets from what is in them.
func bracketed(text string) (before, in string) {
	inner, ok := strings.CutSuffix(strings.TrimSpace(text), ")")
	open := strings.LastIndexByte(inner, '(')
	if !ok || open < 0 || strings.Contains(inner[open:], ")") {
		return text, ""
	}
	return strings.TrimSpace(inner[:open]), strings.TrimSpace(inner[open+1:])
}

// mostlySentences tells whether the lines that are long enough for a paragraph
// end as sentences do.
func mostlySentences(lines []line) bool {
	all, ended := 0, 0
	for _, l := range lines {
		if words(l.text) > menuLong && !strings.HasSuffix(l.text, ")") {
			all++
			if endsSentence(l.text) {
				ended++
			}
		}
	}
	return all >= 2 && ended*4 >= all*3
}

// unite makes one of cards with the same title, each giving what the ones
// before it lack.
func unite(cards []Related) []Related {
	at := map[string]int{}
	var united []Related
	for _, c := range cards {
		key := text.Key(c.Title)
		i, met := at[key]
		if !met {
			at[key] = len(united)
			united = append(united, c)
			continue
		}
		u := &united[i]
		if u.Source+u.Author == "" {
			u.Source, u.Author = c.Source, c.Author
		}
		fill(&u.Section, c.Section)
		fill(&u.Place, c.Place)
		fill(&u.Summary, c.Summary)
		fill(&u.Caption, c.Caption)
	}
	return united
}

// fill gives a field a value where it has none.
func fill(to *string, from string) {
	if *to == "" {
		*to = from
	}
}

// fromCards fills in what the cards of a page say of its full articles.
func fromCards(list []Article) {
	cards := map[string]Related{}
	for _, a := range list {
		for _, r := range a.Related {
			cards[text.Key(r.Title)] = r
		}
	}
	for i := range list {
		a := &list[i]
		r, ok := cards[text.Key(a.Title)]
		if !ok {
			continue
		}
		if a.Source+a.Author == "" {
			a.Source, a.Author = r.Source, r.Author
		}
		fill(&a.Section, r.Section)
		fill(&a.Place, r.Place)
		fill(&a.Summary, r.Summary)
	}
}
