// Package page reads a news page that was copied from a browser and pasted, of a paper
// that says its titles twice: one article or several, with their cards.
package page

import (
	"context"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/copied"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
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

// page is what is known of a whole page while its articles are read.
type page struct {
	credits  map[string]bool // who pictures are from, folded, learnt from doubled captions
	sections sections
}

// readPage reads the articles of a pasted news page, in its order. A full
// article takes what its card on the same page says of it.
func readPage(lines []press.Line, heads []head) []articles.Article {
	p := &page{credits: map[string]bool{}}
	for _, h := range heads {
		for _, c := range h.captions {
			if _, credit := press.CutBrackets(c); credit != "" {
				p.credits[text.Key(credit)] = true
			}
		}
	}
	p.sections = learnSections(lines, heads)
	var list []articles.Article
	if before := p.before(lines[:heads[0].start], &heads[0]); before != nil {
		list = append(list, *before)
	}
	for i, h := range heads {
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].start
			if end > h.end && p.sections.exact(lines[end-1].Text) {
				end--
				heads[i+1].section = lines[end].Text
			}
		}
		list = append(list, p.article(h, lines[h.end:end]))
	}
	fromCards(list)
	return list
}

// menuLong is the most words that a line of a page's menus usually has.
const menuLong = 6

// before reads what stands before the first head: the menus of the page, which
// are left out, or the rest of an article of which the head was not copied.
func (p *page) before(lines []press.Line, first *head) *articles.Article {
	if n := len(lines); n > 0 && p.sections.exact(lines[n-1].Text) {
		first.section = lines[n-1].Text
		lines = lines[:n-1]
	}
	paragraph := func(l press.Line) bool { return text.CountWords(l.Text) > maxOnceLong && text.EndsSentence(l.Text) }
	if !slices.ContainsFunc(lines, paragraph) {
		return nil
	}
	h := head{title: press.Line{Text: text.ShortTitle(lines[0].Text)}}
	if h.title.Text == lines[0].Text && !text.EndsSentence(h.title.Text) {
		lines = lines[1:]
	}
	a := p.article(h, lines)
	return &a
}

// article makes an article of a head and the lines below it.
func (p *page) article(h head, lines []press.Line) articles.Article {
	a := articles.Article{
		Title: h.title.Text, Section: h.section, Source: h.source, Place: h.place,
		Author: h.author, Published: h.published, Summary: h.summary,
	}
	b := body{page: p, article: &a, title: h.title.Key, captions: map[string]bool{}}
	for _, c := range h.captions {
		b.caption(c)
	}
	b.loose = !slices.ContainsFunc(lines, func(l press.Line) bool { return l.Gap })
	text := slices.IndexFunc(lines, func(l press.Line) bool { _, ok := press.ReadRelated(l.Text); return ok })
	if text < 0 {
		text = len(lines)
	}
	b.sentences = mostlySentences(lines[:text])
	for _, l := range h.once {
		b.add(press.Line{Text: l.Text, Key: l.Key, Gap: true})
	}
	for i := 0; i < len(lines); {
		title, related := press.ReadRelated(lines[i].Text)
		switch {
		case related && title != "":
			a.Related = append(a.Related, articles.Related{Kind: articles.ReadAlso, Title: title})
			i++
		case related:
			b.flush()
			cards, n := p.readCards(lines[i+1:])
			a.Related = append(a.Related, cards...)
			i += 1 + n
		case i+1 < len(lines) && lines[i+1].Key == lines[i].Key && !press.IsSizeButton(lines[i].Text):
			b.caption(lines[i].Text)
			i += 2
		default:
			b.add(lines[i])
			i++
		}
	}
	b.flush()
	a.Related = press.UniteRelated(a.Related)
	a.Body = strings.Join(b.blocks, "\n\n")
	a.Full = a.Body != ""
	return a
}

// body gathers the blocks of an article.
type body struct {
	page      *page
	article   *articles.Article
	title     string          // folded
	captions  map[string]bool // folded
	loose     bool            // no blank lines: each line is a paragraph
	sentences bool            // the paragraphs end as sentences do
	block     []string
	blocks    []string
}

// add takes one line of the article.
func (b *body) add(l press.Line) {
	switch {
	case press.IsSizeButton(l.Text), l.Key == b.title, b.captions[l.Key]:
		return // furniture
	case b.isCaption(l.Text):
		b.caption(l.Text)
		return
	}
	if l.Gap || b.loose {
		b.flush()
	}
	b.block = append(b.block, l.Text)
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
		b.article.Captions = append(b.article.Captions, articles.Caption{Text: s, After: len(b.blocks)})
	}
}

// isCaption tells a caption among the paragraphs, which stands there once: the
// name in brackets that ends it is an agency's, or one that ends a doubled
// caption of this page. Where the paragraphs end as sentences do, a line that
// ends in any brackets and holds no sentence is one too.
func (b *body) isCaption(s string) bool {
	before, credit := press.CutBrackets(s)
	if credit == "" || before == "" || text.CountWords(s) > press.CaptionLong {
		return false
	}
	return press.IsCredit(credit, b.page.credits) || b.sentences && text.CountWords(credit) <= 5 && !strings.ContainsAny(before, ".؟!:")
}

// mostlySentences tells whether the lines that are long enough for a paragraph
// end as sentences do.
func mostlySentences(lines []press.Line) bool {
	all, ended := 0, 0
	for _, l := range lines {
		if text.CountWords(l.Text) > menuLong && !strings.HasSuffix(l.Text, ")") {
			all++
			if text.EndsSentence(l.Text) {
				ended++
			}
		}
	}
	return all >= 2 && ended*4 >= all*3
}

// fromCards fills in what the cards of a page say of its full articles.
func fromCards(list []articles.Article) {
	cards := map[string]articles.Related{}
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
		text.Fill(&a.Section, r.Section)
		text.Fill(&a.Place, r.Place)
		text.Fill(&a.Summary, r.Summary)
	}
}

// Format is a pasted news page that says its titles twice.
var Format = articles.Format{Name: "pasted page", Extensions: nil, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	lines := press.LinesOf(src)
	heads := findHeads(lines)
	switch {
	case len(heads) == 0:
		return nil, false, nil
	case len(heads) == 1 && len(heads[0].captions) == 0 && copied.Recognises(src):
		return nil, false, nil // one title that is said twice is what a page of any paper may have
	}
	return readPage(lines, heads), true, nil
}
