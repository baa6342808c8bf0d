package articles

import (
	"slices"
	"strings"

	"warraq/articles/text"
)

// text gathers the blocks of a copied article.
type copiedText struct {
	*copied
	article *Article
	blocks  []string
}

// take takes what stands at a line and gives how many lines that is.
func (t *copiedText) take(i, end int) int {
	l := t.lines[i]
	if n := t.skippable(i, end); n > 0 {
		return n
	}
	switch t.kinds[i] {
	case prose:
		t.blocks = append(t.blocks, text.EscapeLines([]string{l.text}))
	case captionLine:
		return t.caption(i, end)
	case linksHead:
		return t.links(i, end)
	case asideHead:
		return t.skip(i, end)
	case writerLine:
		if w, ok := writerOf(l.text); ok && t.article.Author == "" && t.article.Source == "" {
			t.article.Author, t.article.Source, t.article.Place = w.author, w.source, w.place
		}
	case someLine:
		t.short(i, end)
	}
	return 1
}

// skippable counts the lines that a link such as "skip to the end of …" skips, up to
// the one that says that it is there; 0 where none begins.
func (t *copiedText) skippable(i, end int) int {
	key := t.lines[i].key
	if !startsWith(key, skipStarts) || slices.ContainsFunc(linkStarts, func(s string) bool { return strings.Contains(key, s) }) {
		return 0 // what is below links is read as such
	}
	for n := 1; n <= reach && i+n < end; n++ {
		key := t.lines[i+n].key
		if slices.ContainsFunc(endWords, func(w string) bool { return strings.HasSuffix(key, " "+w) || strings.HasPrefix(key, w+" ") }) {
			return n + 1
		}
	}
	return 0
}

// short takes a short line among paragraphs: one above a paragraph heads it, one
// that ends as a sentence does is one.
func (t *copiedText) short(i, end int) {
	l := t.lines[i]
	block := text.EscapeLines([]string{l.text})
	if !endsSentence(l.text) && words(l.text) <= maxOnceLong && t.overProse(i, end) {
		block = "## " + block
	}
	t.blocks = append(t.blocks, block)
}

// overProse tells a line below which running text follows, whatever furniture
// stands between.
func (c *copied) overProse(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if c.kinds[k] == prose || c.kinds[k] == someLine {
			return c.kinds[k] == prose
		}
	}
	return false
}

// caption takes a caption, with the line that says whose the picture is beside
// it.
func (t *copiedText) caption(i, end int) int {
	parts, n := []string{}, 0
	for i+n < end && t.kinds[i+n] == captionLine && n < 2 {
		c, _ := captionText(t.lines[i+n].text)
		if !slices.Contains(parts, c.text) && c.text != "" {
			if c.credit && len(parts) == 0 || !c.credit && len(parts) > 0 {
				parts = append([]string{c.text}, parts...)
			} else {
				parts = append(parts, c.text)
			}
		}
		n++
	}
	whole := strings.Join(parts, " — ")
	if c, _ := captionText(t.lines[i].text); n == 1 && c.credit {
		whole = t.lines[i].text
	}
	if whole != "" && !slices.ContainsFunc(t.article.Captions, func(c Caption) bool { return c.Text == whole }) {
		t.article.Captions = append(t.article.Captions, Caption{Text: whole, After: len(t.blocks)})
	}
	return max(n, 1)
}

// links takes the titles below a heading, or the one beside it, up to where the
// article goes on or something else begins.
func (t *copiedText) links(i, end int) int {
	if title, _ := relatedHeading(t.lines[i].text); title != "" {
		t.article.Related = append(t.article.Related, Related{Kind: ReadAlso, Title: title})
		return 1
	}
	n, rich := 1, t.cards(i+1) > 1
	for ; i+n < end; n++ {
		l := t.lines[i+n]
		switch k := t.kinds[i+n]; {
		case k == someLine && n > 1 && !rich && t.heads(i+n, end):
			return n
		case k == someLine && words(l.text) > 2:
			t.article.Related = append(t.article.Related, Related{Kind: ReadAlso, Title: strings.TrimLeft(l.text, bullets)})
		case k == prose && rich && t.kinds[i+n-1] == someLine && len(t.article.Related) > 0:
			t.article.Related[len(t.article.Related)-1].Summary = l.text
		case k == prose, k == asideHead, k == linksHead, k == captionLine:
			return n
		}
	}
	return n
}

// heads tells a short line below which the article goes on: with a paragraph, and
// behind a line that ended the links.
func (t *copiedText) heads(i, end int) bool {
	return t.kinds[i-1] != someLine && i+1 < end && (t.kinds[i+1] == prose || t.kinds[i+1] == captionLine)
}

// skip leaves out what is below a heading of the page's own.
func (t *copiedText) skip(i, end int) int {
	n := 1
	for i+n < end && t.kinds[i+n] != prose && t.kinds[i+n] != linksHead {
		n++
	}
	return n
}
