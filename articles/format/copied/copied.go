// Package copied reads the page of an article that was selected and copied whole, with
// its menus and its foot.
package copied

import (
	"context"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// A copied page is what a browser gives when the whole page of an article is
// selected and copied, of a paper that does not say its titles twice as the pages
// of package page do: menus, the head, the text with furniture and links to other
// articles among its paragraphs, and below it lists of other articles, comments
// and the page's foot.
//
// No paper's words are needed to find the text: it is the run of lines that has
// most of the page's running text with least else between. What kind of line the
// others are is told by what repeats itself and by where it stands, and by the
// tables of words that many papers share; see kinds, region and copiedHead.

// copied is a page with what its lines are.
type copied struct {
	lines []press.Line
	kinds []press.Kind
	times map[string]int // how often a line stands on the page, by key
}

// Recognises tells a copied page: it holds running text, furniture or headings over
// links, and besides a menu or a line that says when or by whom it was written.
func Recognises(in *articles.Source) bool {
	if strings.Contains(in.Text(), "</") || strings.Count(in.Text(), "\n") > copiedLong {
		return false
	}
	c := pageOf(in)
	count := map[press.Kind]int{}
	run, menu := 0, false
	for i, k := range c.kinds {
		count[k]++
		if k == press.Other && text.CountWords(c.lines[i].Text) <= press.MaxSection {
			run++
		} else {
			run = 0
		}
		menu = menu || run >= menuRun
	}
	alien := count[press.Button] + count[press.LinksHead] + count[press.AsideHead]
	return count[press.Prose] >= 2 && alien >= 2 && (menu || count[press.StampLine]+count[press.WriterLine] > 0)
}

// copiedLong is more lines than a page has, comments and all.
const copiedLong = 5000

// headingLong is the most words of a heading among the paragraphs.
const headingLong = 12

// menuRun is how many short lines one below the other are a menu.
const menuRun = 4

// pageKey is the key of a source's lines with what they are.
type pageKey struct{}

// pageOf tells what the lines of a source are, once.
func pageOf(src *articles.Source) *copied {
	return src.Shared(pageKey{}, func() any {
		c := &copied{lines: press.LinesOf(src), times: map[string]int{}}
		for _, l := range c.lines {
			c.times[l.Key]++
		}
		for _, l := range c.lines {
			c.kinds = append(c.kinds, press.KindOf(l, c.times[l.Key]))
		}
		return c
	}).(*copied)
}

// region finds the run of lines that has most running text with least else
// between: the one whose weights have the greatest sum.
func (c *copied) region() (start, end int) {
	best, sum, from := 0, 0, 0
	links := maxForeignLines + 1 // lines below a heading over links
	for i, k := range c.kinds {
		if links++; k == press.Prose || k == press.AsideHead {
			links = maxForeignLines + 1
		}
		if k != press.Prose && k != press.AsideHead && links <= maxForeignLines {
			continue // below a heading that has been counted
		}
		if k == press.LinksHead {
			links = 0
		}
		switch k {
		case press.Prose:
			sum += min(text.CountWords(c.lines[i].Text), 60)
		case press.Other:
			sum -= 6
		case press.LinksHead, press.AsideHead:
			sum -= 12
		default:
			sum--
		}
		if sum <= 0 {
			sum, from = 0, i+1
		} else if sum > best {
			best, start, end = sum, from, i+1
		}
	}
	return start, c.beforeComments(start, c.goesOn(end))
}

// beforeComments gives the end of the text above what readers wrote below it: a
// name, a date, running text.
func (c *copied) beforeComments(start, end int) int {
	above := 0 // paragraphs
	for i := start; i < end-1; i++ {
		switch {
		case c.kinds[i] == press.Prose:
			above++
		case c.kinds[i] == press.StampLine && above > 1 && c.kinds[i+1] == press.Prose:
			end = i
		}
	}
	for end > start && c.kinds[end-1] != press.Prose {
		end--
	}
	return end
}

// maxForeignLines is how many lines of something else may stand among running text.
const maxForeignLines = 16

// goesOn gives the end of the text where it goes on behind links to other
// articles, advertisements and the like.
func (c *copied) goesOn(end int) int {
	for i := end; i < min(end+maxForeignLines, len(c.kinds)) && c.kinds[i] != press.AsideHead; i++ {
		switch {
		case c.kinds[i] == press.LinksHead && c.cards(i+1) > 1:
			return end
		case c.kinds[i] == press.Prose:
			end = i + 1
		}
	}
	for end > 0 && c.kinds[end-1] != press.Prose {
		end--
	}
	return end
}

// cards counts those of other articles from a line on: a title and running text
// below it.
func (c *copied) cards(i int) (n int) {
	for ; i+1 < len(c.kinds) && c.kinds[i] != press.AsideHead; i++ {
		switch c.kinds[i] {
		case press.Prose:
			return n
		case press.Other:
			if c.kinds[i+1] == press.Prose {
				n++
				i++
			}
		}
	}
	return n
}

// readCopied reads the article of a copied page.
func readCopied(in *articles.Source) ([]articles.Article, error) {
	c := pageOf(in)
	start, end := c.region()
	a := articles.Article{Full: true}
	start = c.head(&a, start, end)
	t := copiedText{copied: c, article: &a}
	for i := start; i < end; {
		i += t.take(i, end)
	}
	a.Body = strings.Join(t.blocks, "\n\n")
	for i := end; i < len(c.lines); i++ {
		switch c.kinds[i] {
		case press.LinksHead:
			i += t.links(i, len(c.lines)) - 1
		case press.WriterLine:
			if w, _ := press.ReadWriter(c.lines[i].Text); a.Author == "" && a.Source == "" {
				a.Author, a.Source = w.Author, w.Source
			}
		}
	}
	a.Related = press.UniteRelated(a.Related)
	if a.Title == "" && a.Body == "" {
		return nil, in.Fail(0, articles.ErrNoArticle, nil)
	}
	return []articles.Article{a}, nil
}

// Format is the page of an article, copied whole.
var Format = articles.Format{Name: "copied page", Extensions: nil, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !Recognises(src) {
		return nil, false, nil
	}
	list, err := readCopied(src)
	return list, true, err
}
