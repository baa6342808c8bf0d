package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// trimmer takes off the text of a page what stands around it and among it: when
// and by whom it was written, buttons, calls to follow the paper elsewhere.
type trimmer struct {
	article *articles.Article
	first   int // of the running text, and
	last    int // its last, by their numbers among the leaves
	leaves  []*html.Node
}

// trim gives the article what its text's edges say of it.
func trim(root *html.Node, a *articles.Article) {
	t := trimmer{article: a, leaves: contentLeaves(root), first: -1}
	texts := make([]string, len(t.leaves))
	for i, leaf := range t.leaves {
		texts[i] = TextOf(leaf)
	}
	t.findText(texts, func(s string) bool { return t.isProse(s) && !text.Same(s, a.Summary) })
	if t.first < 0 { // it is a short one, of which nothing says where it ends
		t.findText(texts, text.EndsSentence)
		t.last = len(t.leaves)
	}
	for i, leaf := range t.leaves {
		s := texts[i]
		switch {
		case isHeading(leaf) && t.kindOf(s) == press.StampLine && !strings.ContainsFunc(s, unicode.IsDigit):
		case t.first < 0 || leaf.DataAtom == atom.Pre || standsAtom(leaf, atom.Table, root):
		case isPromo(leaf, s), t.isOwn(leaf, s), i < t.first && t.above(leaf, s), i > t.last && t.below(leaf, s):
			remove(leaf)
		}
	}
}

// findText finds where the text begins and ends, among the texts of the leaves, by a check of what
// belongs to it.
func (t *trimmer) findText(texts []string, isText func(string) bool) {
	for i, leaf := range t.leaves {
		if !isHeading(leaf) && isText(texts[i]) {
			if t.last = i; t.first < 0 {
				t.first = i
			}
		}
	}
}

// isProse tells running text.
func (t *trimmer) isProse(s string) bool {
	n := text.CountWords(s)
	return n >= press.StampLong+press.RunningLong || (n >= press.RunningLong || n >= press.SentenceLong && text.EndsSentence(s)) && t.kindOf(s) == press.Prose
}

// standsAtom tells whether an element stands in one of a kind below the root.
func standsAtom(n *html.Node, kind atom.Atom, root *html.Node) bool {
	for ; n != nil && n != root; n = n.Parent {
		if n.DataAtom == kind {
			return true
		}
	}
	return false
}

// kindOf tells what a line is, as on a copied page.
func (t *trimmer) kindOf(s string) press.Kind {
	return press.KindOf(press.Line{Text: s, Key: text.Key(s)}, 1)
}

// isOwn tells what is the page's own wherever it stands: buttons and
// advertisements.
func (t *trimmer) isOwn(leaf *html.Node, s string) bool {
	if text.CountWords(s) >= press.StampLong+press.RunningLong || isHeading(leaf) || Find(leaf, atom.Img) != nil {
		return false
	}
	if text.CountWords(s) <= press.MaxSection+1 && (press.IsMinutes(s) && leaf.DataAtom != atom.Li || t.isAside(leaf, s)) {
		return true
	}
	return press.IsFurniture(press.Line{Text: s, Key: text.Key(s)})
}

// isAside tells a line that stands over other articles or what is the page's, without any link.
func (t *trimmer) isAside(leaf *html.Node, s string) bool {
	if leaf.DataAtom != atom.P && leaf.DataAtom != atom.Div || Find(leaf, atom.A) != nil {
		return false
	}
	kind := t.kindOf(s)
	return kind == press.AsideHead || kind == press.LinksHead
}

// above takes what stands above the text: the date, the author, what has been
// said already, small signs.
func (t *trimmer) above(leaf *html.Node, s string) bool {
	a := t.article
	if text.Same(s, a.Title) {
		return true
	}
	if at := Find(leaf, atom.Time); at != nil && TextOf(at) == s {
		return true
	}
	switch t.kindOf(s) {
	case press.StampLine:
		if day, ok := press.ReadStamp(s); ok && a.Published.IsZero() {
			a.Published = day
		}
		return true
	case press.WriterLine:
		if w, ok := press.ReadWriter(s); ok && a.Author == "" {
			a.Author = w.Author
			text.Fill(&a.Source, w.Source)
			text.Fill(&a.Place, w.Place)
		}
		return true
	case press.Button, press.AsideHead:
		return true
	}
	if t.isPlaceOfPaper(s) || t.isSectionLine(s) {
		return true
	}
	if text.Same(s, a.Summary) {
		_, plain := leadOf(leaf)
		return !plain
	}
	for _, said := range []string{a.Title, a.Author, a.Source, a.Section} {
		if text.Same(s, said) {
			return true
		}
	}
	if text.CountWords(s) <= press.StampLong && text.Same(press.WriterName(s, &articles.Article{Source: a.Source}), a.Author) {
		return true
	}
	return press.TimeOfDay.MatchString(s) || press.IsReadingTime(s)
}

// isPlaceOfPaper tells a line of a town and the paper, which names no writer, and takes the town; or
// one of a town and the writer who is known already.
func (t *trimmer) isPlaceOfPaper(s string) bool {
	if town, name, ok := strings.Cut(s, ":"); ok && press.IsTown(town) && text.Same(name, t.article.Author) {
		return true
	}
	line := articles.Article{Source: t.article.Source}
	if text.CountWords(s) > press.StampLong || press.WriterName(s, &line) != "" || !press.IsTown(line.Place) {
		return false
	}
	text.Fill(&t.article.Place, line.Place)
	return true
}

// isSectionLine tells a line that says behind a word such as "section:" in which section the article
// stands, or the path to it.
func (t *trimmer) isSectionLine(s string) bool {
	if at := strings.LastIndexAny(s, ":»›>/"); at > 0 && text.CountWords(s) <= press.StampLong && text.Same(strings.TrimLeft(s[at:], ":»›>/ "), t.article.Section) {
		return true
	}
	label, path, ok := strings.Cut(s, ":")
	return ok && t.article.Section != "" && text.CountWords(s) <= press.StampLong && slices.Contains(press.SectionLabels(), text.Key(label)) && strings.Contains(text.Key(path), text.Key(t.article.Section))
}

// leadOf tells whether a lead is a paragraph like the others: then it may be the
// text's first one, of which the summary was made.
func leadOf(leaf *html.Node) (lead string, plain bool) {
	lead = TextOf(leaf)
	for n := range leaf.Descendants() {
		switch n.DataAtom {
		case atom.Em, atom.I, atom.Strong, atom.B:
			if TextOf(n) == lead {
				return lead, false
			}
		}
	}
	return lead, leaf.DataAtom == atom.P && !hasAny(classWords(leaf), "lead", "subhead", "summary", "chapo", "teaser", "excerpt", "intro", "standfirst", "subtitle")
}

// below takes what stands below the text.
func (t *trimmer) below(leaf *html.Node, s string) bool {
	a := t.article
	switch t.kindOf(s) {
	case press.StampLine:
		if day, ok := press.ReadStamp(s); ok && a.Published.IsZero() {
			a.Published = day
		}
		return true
	case press.Button, press.AsideHead:
		return true
	case press.Other:
		if press.IsReadingTime(s) {
			return true
		}
	case press.LinksHead:
		return Find(leaf, atom.A) == nil
	case press.WriterLine:
		w, ok := press.ReadWriter(s)
		if ok && a.Author == "" && w.Author != "" {
			a.Author = w.Author
			return true
		}
		if ok && w.Source != "" && text.Same(w.Source, a.Source) {
			return true
		}
	}
	return isTags(leaf)
}

// isTags tells a row of links of a word or two each, with nothing between.
func isTags(leaf *html.Node) bool {
	linked, links, all := 0, 0, text.CountWords(TextOf(leaf))
	for n := range leaf.Descendants() {
		if n.DataAtom != atom.A {
			continue
		}
		w := text.CountWords(TextOf(n))
		if w > press.MaxSection || articles.IsWebAddress(TextOf(n)) {
			return false
		}
		linked += w
		links++
	}
	return links > 1 && linked >= all
}

// isPromo tells a call to follow the paper elsewhere, to take its letter or its
// program, to write to it: it begins so, and links or names a network.
func isPromo(leaf *html.Node, s string) bool {
	const longest = 30 // words
	if text.CountWords(s) > longest || isHeading(leaf) || !press.MayBegin(s, press.PromoStarts(), press.AskStarts()) {
		return false
	}
	key := text.Key(s)
	if Find(leaf, atom.A) != nil && press.StartsWithWords(key, press.PromoStarts()) {
		return true
	}
	return press.StartsWithWords(key, press.AskStarts()) && (Find(leaf, atom.A) != nil || slices.ContainsFunc(strings.Fields(key), func(w string) bool {
		return slices.Contains(press.Networks(), w) || slices.Contains(press.OurWords(), w)
	}))
}
