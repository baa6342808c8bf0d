package copied

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// text gathers the blocks of a copied article.
type copiedText struct {
	*copied
	article *articles.Article
	blocks  []string
}

// take takes what stands at a line and gives how many lines that is.
func (t *copiedText) take(i, end int) int {
	l := t.lines[i]
	if n := t.skippable(i, end); n > 0 {
		return n
	}
	switch t.kinds[i] {
	case press.Prose:
		t.blocks = append(t.blocks, text.EscapeLines([]string{l.Text}))
	case press.CaptionLine:
		return t.caption(i, end)
	case press.LinksHead:
		return t.links(i, end)
	case press.AsideHead:
		return t.skip(i, end)
	case press.WriterLine:
		if w, ok := press.ReadWriter(l.Text); ok && t.article.Author == "" && t.article.Source == "" {
			t.article.Author, t.article.Source, t.article.Place = w.Author, w.Source, w.Place
		}
	case press.Other:
		t.short(i, end)
	}
	return 1
}

// skippable counts the lines that a link such as "skip to the end of …" skips, up to
// the one that says that it is there; 0 where none begins.
func (t *copiedText) skippable(i, end int) int {
	key := t.lines[i].Key
	if !press.StartsWith(key, press.SkipStarts()) || slices.ContainsFunc(press.LinkStarts(), func(s string) bool { return strings.Contains(key, s) }) {
		return 0 // what is below links is read as such
	}
	for n := 1; n <= maxForeignLines && i+n < end; n++ {
		key := t.lines[i+n].Key
		if slices.ContainsFunc(press.EndWords(), func(w string) bool { return strings.HasSuffix(key, " "+w) || strings.HasPrefix(key, w+" ") }) {
			return n + 1
		}
	}
	return 0
}

// short takes a short line among paragraphs: one above a paragraph heads it, one
// that ends as a sentence does is one.
func (t *copiedText) short(i, end int) {
	l := t.lines[i]
	block := text.EscapeLines([]string{l.Text})
	if !text.EndsSentence(l.Text) && text.CountWords(l.Text) <= headingLong && t.overProse(i, end) {
		block = "## " + block
	}
	t.blocks = append(t.blocks, block)
}

// overProse tells a line below which running text follows, whatever furniture
// stands between.
func (c *copied) overProse(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if c.kinds[k] == press.Prose || c.kinds[k] == press.Other {
			return c.kinds[k] == press.Prose
		}
	}
	return false
}

// caption takes a caption, with the line that says whose the picture is beside
// it.
func (t *copiedText) caption(i, end int) int {
	parts, n := []string{}, 0
	for i+n < end && t.kinds[i+n] == press.CaptionLine && n < 2 {
		c, _ := press.ReadCaption(t.lines[i+n].Text)
		if !slices.Contains(parts, c.Text) && c.Text != "" {
			if c.Credit && len(parts) == 0 || !c.Credit && len(parts) > 0 {
				parts = append([]string{c.Text}, parts...)
			} else {
				parts = append(parts, c.Text)
			}
		}
		n++
	}
	whole := strings.Join(parts, " — ")
	if c, _ := press.ReadCaption(t.lines[i].Text); n == 1 && c.Credit {
		whole = t.lines[i].Text
	}
	if whole != "" && !slices.ContainsFunc(t.article.Captions, func(c articles.Caption) bool { return c.Text == whole }) {
		t.article.Captions = append(t.article.Captions, articles.Caption{Text: whole, After: len(t.blocks)})
	}
	return max(n, 1)
}

// links takes the titles below a heading, or the one beside it, up to where the
// article goes on or something else begins.
func (t *copiedText) links(i, end int) int {
	if title, _ := press.ReadRelated(t.lines[i].Text); title != "" {
		t.article.Related = append(t.article.Related, articles.Related{Kind: articles.ReadAlso, Title: title})
		return 1
	}
	n, rich := 1, t.cards(i+1) > 1
	for ; i+n < end; n++ {
		l := t.lines[i+n]
		switch k := t.kinds[i+n]; {
		case k == press.Other && n > 1 && !rich && t.heads(i+n, end):
			return n
		case k == press.Other && text.CountWords(l.Text) > 2:
			t.article.Related = append(t.article.Related, articles.Related{Kind: articles.ReadAlso, Title: strings.TrimLeft(l.Text, press.Bullets)})
		case k == press.Prose && rich && t.kinds[i+n-1] == press.Other && len(t.article.Related) > 0:
			t.article.Related[len(t.article.Related)-1].Summary = l.Text
		case k == press.Prose, k == press.AsideHead, k == press.LinksHead, k == press.CaptionLine:
			return n
		}
	}
	return n
}

// heads tells a short line below which the article goes on: with a paragraph, and
// behind a line that ended the links.
func (t *copiedText) heads(i, end int) bool {
	return t.kinds[i-1] != press.Other && i+1 < end && (t.kinds[i+1] == press.Prose || t.kinds[i+1] == press.CaptionLine)
}

// skip leaves out what is below a heading of the page's own.
func (t *copiedText) skip(i, end int) int {
	n := 1
	for i+n < end && t.kinds[i+n] != press.Prose && t.kinds[i+n] != press.LinksHead {
		n++
	}
	return n
}
