package articles

import (
	"slices"
	"strings"
	"unicode"

	"warraq/articles/text"
)

// A copied page is what a browser gives when the whole page of an article is
// selected and copied, of a paper that does not say its titles twice as the pages
// of [isPage] do: menus, the head, the text with furniture and links to other
// articles among its paragraphs, and below it lists of other articles, comments
// and the page's foot.
//
// No paper's words are needed to find the text: it is the run of lines that has
// most of the page's running text with least else between. What kind of line the
// others are is told by what repeats itself and by where it stands, and by the
// tables of words that many papers share; see kinds, region and copiedHead.

// kind is what a line of a copied page is.
type kind uint8

const (
	someLine    kind = iota // short, and nothing that is known
	prose                   // running text
	button                  // buttons, advertisements, names of networks
	linksHead               // a heading over, or a line with, links to other articles
	asideHead               // a heading over what belongs to the page and not to the article
	captionLine             // of a picture, or whose it is
	stampLine               // when it was written or changed
	writerLine              // who wrote it
)

// The fewest words of a paragraph: of one that ends as a sentence does, and of
// any line.
const (
	sentenceLong = 8
	runningLong  = 16
)

// copied is a page with what its lines are.
type copied struct {
	lines []line
	kinds []kind
	times map[string]int // how often a line stands on the page, by key
}

// isCopied tells a copied page: it holds running text, furniture or headings over
// links, and besides a menu or a line that says when or by whom it was written.
func isCopied(in *source) bool {
	if strings.Contains(in.text, "</") || strings.Count(in.text, "\n") > copiedLong {
		return false
	}
	c := readCopiedLines(in.text)
	count := map[kind]int{}
	run, menu := 0, false
	for i, k := range c.kinds {
		count[k]++
		if k == someLine && words(c.lines[i].text) <= maxSection {
			run++
		} else {
			run = 0
		}
		menu = menu || run >= menuRun
	}
	alien := count[button] + count[linksHead] + count[asideHead]
	return count[prose] >= 2 && alien >= 2 && (menu || count[stampLine]+count[writerLine] > 0)
}

// copiedLong is more lines than a page has, comments and all.
const copiedLong = 5000

// menuRun is how many short lines one below the other are a menu.
const menuRun = 4

// readLines tells what the lines of a page are.
func readCopiedLines(text string) *copied {
	c := &copied{lines: pageLines(text), times: map[string]int{}}
	for _, l := range c.lines {
		c.times[l.key]++
	}
	for _, l := range c.lines {
		c.kinds = append(c.kinds, c.kindOf(l))
	}
	return c
}

func (c *copied) kindOf(l line) kind {
	n := words(l.text)
	_, reading := relatedHeading(l.text)
	_, isCaption := captionText(l.text)
	_, isStamp := stampOf(l.text)
	_, isWriter := writerOf(l.text)
	switch {
	case slices.Contains(buttons, l.key):
		return button
	case reading || startsWith(l.key, linkStarts) && n <= maxName:
		return linksHead
	case isStamp:
		return stampLine
	case slices.Contains(asides, l.key) || startsWith(l.key, asideStarts):
		return asideHead
	case isFurniture(l) || c.times[l.key] > 2 && n <= maxSection || webAddress(l.text) && n == 1 || isPath(l.text):
		return button
	case isCaption:
		return captionLine
	case isWriter:
		return writerLine
	case n >= runningLong || n >= sentenceLong && endsSentence(l.text) && !strings.HasSuffix(l.text, "؟") && !strings.HasSuffix(l.text, "?"):
		return prose
	default:
		return someLine
	}
}

// isPath tells a path of sections that begins with the first page.
func isPath(s string) bool {
	first, _, ok := strings.Cut(strings.NewReplacer("›", "/", "»", "/", ">", "/", "|", "/").Replace(s), "/")
	return ok && slices.Contains(homes, text.Key(first))
}

// isFurniture tells a button, an advertisement, the name of a network or several
// of them, a mark of a list.
func isFurniture(l line) bool {
	if isControl(l.text) || slices.Contains(buttons, l.key) || slices.Contains(advertisements, l.key) || startsWith(l.key, buttonStarts) {
		return true
	}
	letters := strings.ContainsFunc(l.text, unicode.IsLetter)
	if !letters && !timeOfDay.MatchString(l.text) {
		return true
	}
	for word := range strings.FieldsSeq(l.key) {
		if !slices.Contains(networks, word) {
			return false
		}
	}
	return letters
}

func startsWith(key string, starts []string) bool {
	return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(key, s) })
}

// region finds the run of lines that has most running text with least else
// between: the one whose weights have the greatest sum.
func (c *copied) region() (start, end int) {
	best, sum, from := 0, 0, 0
	links := reach + 1 // lines below a heading over links
	for i, k := range c.kinds {
		if links++; k == prose || k == asideHead {
			links = reach + 1
		}
		if k != prose && k != asideHead && links <= reach {
			continue // below a heading that has been counted
		}
		if k == linksHead {
			links = 0
		}
		switch k {
		case prose:
			sum += min(words(c.lines[i].text), 60)
		case someLine:
			sum -= 6
		case linksHead, asideHead:
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
		case c.kinds[i] == prose:
			above++
		case c.kinds[i] == stampLine && above > 1 && c.kinds[i+1] == prose:
			end = i
		}
	}
	for end > start && c.kinds[end-1] != prose {
		end--
	}
	return end
}

// reach is how many lines of something else may stand among running text.
const reach = 16

// goesOn gives the end of the text where it goes on behind links to other
// articles, advertisements and the like.
func (c *copied) goesOn(end int) int {
	for i := end; i < min(end+reach, len(c.kinds)) && c.kinds[i] != asideHead; i++ {
		switch {
		case c.kinds[i] == linksHead && c.cards(i+1) > 1:
			return end
		case c.kinds[i] == prose:
			end = i + 1
		}
	}
	for end > 0 && c.kinds[end-1] != prose {
		end--
	}
	return end
}

// cards counts those of other articles from a line on: a title and running text
// below it.
func (c *copied) cards(i int) (n int) {
	for ; i+1 < len(c.kinds) && c.kinds[i] != asideHead; i++ {
		switch c.kinds[i] {
		case prose:
			return n
		case someLine:
			if c.kinds[i+1] == prose {
				n++
				i++
			}
		}
	}
	return n
}

// readCopied reads the article of a copied page.
func readCopied(in *source) ([]Article, error) {
	c := readCopiedLines(in.text)
	start, end := c.region()
	a := Article{Full: true}
	start = c.head(&a, start, end)
	t := copiedText{copied: c, article: &a}
	for i := start; i < end; {
		i += t.take(i, end)
	}
	a.Body = strings.Join(t.blocks, "\n\n")
	for i := end; i < len(c.lines); i++ {
		switch c.kinds[i] {
		case linksHead:
			i += t.links(i, len(c.lines)) - 1
		case writerLine:
			if w, _ := writerOf(c.lines[i].text); a.Author == "" && a.Source == "" {
				a.Author, a.Source = w.author, w.source
			}
		}
	}
	a.Related = unite(a.Related)
	if a.Title == "" && a.Body == "" {
		return nil, in.fail(0, ErrNoArticle, nil)
	}
	return []Article{a}, nil
}
