package copied

import (
	"slices"
	"strings"
	"unicode"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
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
		l, n := c.lines[i], text.CountWords(c.lines[i].Text)
		switch {
		case c.kinds[i] == press.Other && n > press.MaxSection, c.kinds[i] == press.Prose:
			if c.times[l.Key] > 1 && !text.EndsSentence(l.Text) {
				return slices.IndexFunc(c.lines, func(other press.Line) bool { return other.Key == l.Key })
			}
			found, run = i, 0
		case c.kinds[i] == press.Other:
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
			case doubtful >= 0 && text.CountWords(c.lines[i].Text) == 2 && c.inMenu(i):
				return doubtful
			case doubtful >= 0 || c.kinds[i+1] != press.CaptionLine && (!isName(c.lines[i].Text) || !c.besideStamp(i)):
				return c.topmost(i)
			}
			doubtful = i
		case c.isSection(i), c.kinds[i] == press.Prose, c.kinds[i] == press.LinksHead, c.kinds[i] == press.AsideHead:
			return doubtful
		case c.kinds[i] == press.Other:
			if others++; others > maxRun || doubtful >= 0 {
				return doubtful
			}
		}
	}
	return doubtful
}

// topmost is the first of several lines that are the same.
func (c *copied) topmost(i int) int {
	for i > 0 && c.lines[i-1].Key == c.lines[i].Key {
		i--
	}
	return i
}

// canBeTitle tells a line of a few words that is no section's name, nor one of what
// a page says of itself.
func (c *copied) canBeTitle(i int) bool {
	l := c.lines[i]
	n := text.CountWords(l.Text)
	often := c.kinds[i] == press.Button && !press.IsFurniture(l) && !press.IsPath(l.Text)
	if n < 2 || n > press.MaxSection || c.kinds[i] != press.Other && !often || c.isSection(i) {
		return false
	}
	last := l.Text[strings.LastIndex(l.Text, " ")+1:]
	label := strings.Contains(l.Text, ":") || n == 2
	return !strings.HasSuffix(l.Text, ":") && len(crumbsPattern.Split(l.Text, -1)) == 1 && (!label || strings.ContainsFunc(last, unicode.IsLetter))
}

// isSection tells a section's name: the usual ones, and what stands further up on
// the page, where its menu is. Right above a title it may stand once more.
func (c *copied) isSection(i int) bool {
	const near = 3
	l := c.lines[i]
	if text.CountWords(l.Text) > press.MaxSection {
		return false
	}
	if label, _, ok := strings.Cut(l.Text, ":"); ok && slices.Contains(press.SectionLabels(), text.Key(label)) {
		return true
	}
	if slices.Contains(press.UsualSections(), l.Key) || slices.Contains(press.Homes(), l.Key) {
		return true
	}
	above := slices.IndexFunc(c.lines[:i], func(other press.Line) bool { return other.Key == l.Key })
	return above >= 0 && (i-above > near || text.CountWords(l.Text) < 2)
}

// isLead tells that a longer line below a short title is its lead: it is a sentence
// or too long for a title, or it is long and a section stands above the short one.
// Where another lead follows, the longer line is the title.
func (c *copied) isLead(long, short, start int) bool {
	s := c.lines[long].Text
	if statementPattern.MatchString(s) {
		return true
	}
	for i := long + 1; i < start; i++ {
		if c.kinds[i] == press.Other && text.CountWords(c.lines[i].Text) >= press.SentenceLong {
			return false
		}
	}
	if start < len(c.kinds) && c.headGoesOn(start, len(c.kinds)) {
		return false
	}
	n := text.CountWords(s)
	return n > headingLong || n >= press.SentenceLong && short > 0 && (c.isSection(short-1) || press.IsPath(c.lines[short-1].Text))
}

// statementPattern is how a sentence ends that is no question: a title may be one of those.
var statementPattern = pattern.New(`[^.][.۔]["'”’»)\]]*$`)

// menuBetween tells a menu between two lines.
func (c *copied) menuBetween(from, to int) bool {
	run := 0
	for i := from + 1; i < to; i++ {
		switch {
		case c.kinds[i] == press.Other && text.CountWords(c.lines[i].Text) <= press.MaxSection:
			if run++; run > menuRun {
				return true
			}
		case c.kinds[i] != press.Button:
			run = 0
		}
	}
	return false
}
