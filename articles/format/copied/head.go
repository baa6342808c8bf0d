package copied

import (
	"slices"
	"strings"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// The head of a copied article stands above its text, and may go on in it: a lead
// is running text, and who wrote the article may stand below it. headReach is how
// many lines above the text belong to the head at the most.
const headReach = 24

// head finds what stands above the text from start on, and gives the line with
// which the text begins.
func (c *copied) head(a *articles.Article, start, end int) int {
	title := c.title(start)
	if title < 0 {
		title = start // the text's first line is the best there is
	}
	a.Title = c.lines[title].Text
	if before, after, ok := cutSite(a.Title, c.times); ok {
		a.Title, a.Source = before, after
	}
	a.Section = c.section(title)
	t := copiedText{copied: c, article: a}
	body, leads := start, 0
	for i := max(0, title-aboveTitle); i < end; i++ {
		l := c.lines[i]
		switch k := c.kinds[i]; {
		case k == press.StampLine:
			c.dated(a, l.Text)
		case k == press.WriterLine:
			t.take(i, end)
		case i <= title || l.Key == text.Key(a.Title):
		case k == press.CaptionLine:
			i += t.caption(i, end) - 1
		case k == press.Button:
		case k == press.Prose && !c.headGoesOn(i, end):
			return i
		case k == press.Prose || k == press.Other && text.CountWords(l.Text) >= press.SentenceLong:
			if leads++; leads > 1 {
				return i
			}
			a.Summary = l.Text
		case k == press.Other && a.Author == "" && isName(l.Text) && c.besideStamp(i):
			a.Author = c.withoutSite(l.Text)
			if place, writer, ok := strings.Cut(a.Author, ":"); ok && text.CountWords(place) <= 3 {
				a.Place, a.Author = strings.TrimSpace(place), strings.TrimSpace(writer)
			}
		case i >= start:
			return i
		}
		body = i + 1
	}
	return body
}

// aboveTitle is how many lines above the title belong to the head.
const aboveTitle = 6

// withoutSite takes the name of the site off a writer's, which stands on the page
// by itself too.
func (c *copied) withoutSite(name string) string {
	before, after, ok := strings.Cut(name, " - ")
	switch {
	case ok && c.times[text.Key(before)] > 0:
		return after
	case ok && c.times[text.Key(after)] > 0:
		return before
	default:
		return name
	}
}

// isName tells a line that may be a writer's name: a few words, no number, no
// sentence.
func isName(s string) bool {
	n := text.CountWords(s)
	return n > 1 && n <= press.MaxName-1 && !text.EndsSentence(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsDigit(r) || r == '(' })
}

// headGoesOn tells a paragraph that is a lead: below it stands who wrote the
// article, or when, before the next paragraph.
func (c *copied) headGoesOn(i, end int) bool {
	for k := i + 1; k < min(end, i+8) && c.kinds[k] != press.Prose && c.kinds[k] != press.LinksHead; k++ {
		if c.kinds[k] == press.StampLine || c.kinds[k] == press.WriterLine {
			return true
		}
	}
	return false
}

// besideStamp tells a line that stands next to when the article was written.
func (c *copied) besideStamp(i int) bool {
	return i > 0 && c.kinds[i-1] == press.StampLine || i+1 < len(c.kinds) && c.kinds[i+1] == press.StampLine
}

// section is the name above a title, if one of the page's sections stands there:
// the last of a path of them, or a line that the menu has too.
func (c *copied) section(title int) string {
	for i := title - 1; i >= max(0, title-aboveTitle); i-- {
		l := c.lines[i]
		if c.kinds[i] == press.StampLine {
			continue
		}
		if parts := crumbsPattern.Split(l.Text, -1); len(parts) > 1 {
			for _, p := range slices.Backward(parts) {
				if p = strings.TrimSpace(p); p != "" && text.Key(p) != c.lines[title].Key && text.CountWords(p) <= press.MaxSection {
					return p
				}
			}
		}
		if _, name, ok := strings.Cut(l.Text, ":"); ok && slices.Contains(press.SectionLabels(), text.Key(l.Text[:len(l.Text)-len(name)-1])) {
			return strings.TrimSpace(name)
		}
		repeated := c.times[l.Key] > 1 && !press.IsFurniture(l)
		switch {
		case c.kinds[i] != press.Other && !repeated, strings.ContainsFunc(l.Text, unicode.IsDigit):
			continue
		case text.CountWords(l.Text) <= press.MaxSection && (repeated || !c.inMenu(i)):
			return l.Text
		case text.CountWords(l.Text) <= press.MaxSection && c.times[c.lines[i-1].Key] > 1:
			continue // a line of the title's own, below the section
		default:
			return ""
		}
	}
	return ""
}

// inMenu tells a short line below others.
func (c *copied) inMenu(i int) bool {
	return i > 0 && c.kinds[i-1] == press.Other && text.CountWords(c.lines[i-1].Text) <= press.MaxSection
}

// crumbsPattern part the names of a path of sections.
var crumbsPattern = pattern.New(`\s+[›»>/|]+\s+|\s*[›»]\s*`)

// cutSite parts a title from the name of the site behind it, which stands on the
// page by itself too.
func cutSite(title string, times map[string]int) (before, site string, ok bool) {
	for _, separator := range []string{" | ", " - ", " – "} {
		if i := strings.LastIndex(title, separator); i > 0 && times[text.Key(title[i+len(separator):])] > 0 {
			return title[:i], title[i+len(separator):], true
		}
	}
	return "", "", false
}

// dated takes a date: the first, rather than that of a change.
func (c *copied) dated(a *articles.Article, text string) {
	if t, ok := press.ReadStamp(text); ok && a.Published.IsZero() && !t.IsZero() {
		a.Published = t
	}
}
