package articles

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"warraq/articles/text"
)

// title finds the title above the text, or gives -1. A title of a few words is as
// short as a section's name: it is looked for where the longer lines are a lead, or
// where there are none.
func (c *copied) title(start int) int {
	long := c.longTitle(start)
	if long < 0 {
		return c.shortTitle(start)
	}
	if short := c.shortTitle(long); short >= 0 && c.isLead(long, short, start) {
		return short
	}
	if short := c.shortTitle(start); short > long && c.menuBetween(long, short) {
		return short
	}
	return long
}

// longTitle finds a title that is longer than a section's name: a line that stands
// on the page twice, else the topmost of the longer lines that no menu parts from
// the text.
func (c *copied) longTitle(start int) int {
	found, run := -1, 0
	for i := start - 1; i >= max(0, start-headReach); i-- {
		l, n := c.lines[i], words(c.lines[i].text)
		switch {
		case c.kinds[i] == someLine && n > maxSection, c.kinds[i] == prose:
			if c.times[l.key] > 1 && !endsSentence(l.text) {
				return slices.IndexFunc(c.lines, func(other line) bool { return other.key == l.key })
			}
			found, run = i, 0
		case c.kinds[i] == someLine:
			if run++; run > maxRun && found >= 0 {
				return found
			}
		}
	}
	return found
}

// maxRun is how many short lines may stand between those of a head.
const maxRun = 2

// shortTitle finds the nearest line above another one that may be a title of a few
// words. One that may also be a name beside a date, or what a picture shows, gives
// way to one above it.
func (c *copied) shortTitle(from int) int {
	doubtful, others := -1, 0
	for i := from - 1; i >= max(0, from-headReach); i-- {
		switch {
		case c.canBeTitle(i):
			switch {
			case doubtful >= 0 && words(c.lines[i].text) == 2 && c.inMenu(i):
				return doubtful
			case doubtful >= 0 || c.kinds[i+1] != captionLine && (!isName(c.lines[i].text) || !c.besideStamp(i)):
				return c.topmost(i)
			}
			doubtful = i
		case c.isSection(i), c.kinds[i] == prose, c.kinds[i] == linksHead, c.kinds[i] == asideHead:
			return doubtful
		case c.kinds[i] == someLine:
			if others++; others > maxRun || doubtful >= 0 {
				return doubtful
			}
		}
	}
	return doubtful
}

// topmost is the first of several lines that are the same.
func (c *copied) topmost(i int) int {
	for i > 0 && c.lines[i-1].key == c.lines[i].key {
		i--
	}
	return i
}

// canBeTitle tells a line of a few words that is no section's name, nor one of what
// a page says of itself.
func (c *copied) canBeTitle(i int) bool {
	l := c.lines[i]
	n := words(l.text)
	often := c.kinds[i] == button && !isFurniture(l) && !isPath(l.text)
	if n < 2 || n > maxSection || c.kinds[i] != someLine && !often || c.isSection(i) {
		return false
	}
	last := l.text[strings.LastIndex(l.text, " ")+1:]
	label := strings.Contains(l.text, ":") || n == 2
	return !strings.HasSuffix(l.text, ":") && len(crumbs.Split(l.text, -1)) == 1 && (!label || strings.ContainsFunc(last, unicode.IsLetter))
}

// isSection tells a section's name: the usual ones, and what stands further up on
// the page, where its menu is. Right above a title it may stand once more.
func (c *copied) isSection(i int) bool {
	const near = 3
	l := c.lines[i]
	if words(l.text) > maxSection {
		return false
	}
	if label, _, ok := strings.Cut(l.text, ":"); ok && slices.Contains(sectionLabels, text.Key(label)) {
		return true
	}
	if slices.Contains(usualSections, l.key) || slices.Contains(homes, l.key) {
		return true
	}
	above := slices.IndexFunc(c.lines[:i], func(other line) bool { return other.key == l.key })
	return above >= 0 && (i-above > near || words(l.text) < 2)
}

// isLead tells that a longer line below a short title is its lead: it is a sentence
// or too long for a title, or it is long and a section stands above the short one.
// Where another lead follows, the longer line is the title.
func (c *copied) isLead(long, short, start int) bool {
	text := c.lines[long].text
	if statement.MatchString(text) {
		return true
	}
	for i := long + 1; i < start; i++ {
		if c.kinds[i] == someLine && words(c.lines[i].text) >= sentenceLong {
			return false
		}
	}
	if start < len(c.kinds) && c.headGoesOn(start, len(c.kinds)) {
		return false
	}
	n := words(text)
	return n > maxOnceLong || n >= sentenceLong && short > 0 && (c.isSection(short-1) || isPath(c.lines[short-1].text))
}

// statement is how a sentence ends that is no question: a title may be one of those.
var statement = regexp.MustCompile(`[^.][.۔]["'”’»)\]]*$`)

// menuBetween tells a menu between two lines.
func (c *copied) menuBetween(from, to int) bool {
	run := 0
	for i := from + 1; i < to; i++ {
		switch {
		case c.kinds[i] == someLine && words(c.lines[i].text) <= maxSection:
			if run++; run > menuRun {
				return true
			}
		case c.kinds[i] != button:
			run = 0
		}
	}
	return false
}
