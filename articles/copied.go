package articles

import (
	"slices"
	"strings"
	"unicode"
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
func isPath(text string) bool {
	first, _, ok := strings.Cut(strings.NewReplacer("›", "/", "»", "/", ">", "/", "|", "/").Replace(text), "/")
	return ok && slices.Contains(homes, fold(first))
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
		t.blocks = append(t.blocks, escapeBlock([]string{l.text}))
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
	block := escapeBlock([]string{l.text})
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
