package articles

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"warraq/articles/dates"
	"warraq/articles/text"
)

// The head of a copied article stands above its text, and may go on in it: a lead
// is running text, and who wrote the article may stand below it. headReach is how
// many lines above the text belong to the head at the most.
const headReach = 24

// head finds what stands above the text from start on, and gives the line with
// which the text begins.
func (c *copied) head(a *Article, start, end int) int {
	title := c.title(start)
	if title < 0 {
		title = start // the text's first line is the best there is
	}
	a.Title = c.lines[title].text
	if before, after, ok := cutSite(a.Title, c.times); ok {
		a.Title, a.Source = before, after
	}
	a.Section = c.section(title)
	t := copiedText{copied: c, article: a}
	body, leads := start, 0
	for i := max(0, title-aboveTitle); i < end; i++ {
		l := c.lines[i]
		switch k := c.kinds[i]; {
		case k == stampLine:
			c.dated(a, l.text)
		case k == writerLine:
			t.take(i, end)
		case i <= title || l.key == text.Key(a.Title):
		case k == captionLine:
			i += t.caption(i, end) - 1
		case k == button:
		case k == prose && !c.headGoesOn(i, end):
			return i
		case k == prose || k == someLine && words(l.text) >= sentenceLong:
			if leads++; leads > 1 {
				return i
			}
			a.Summary = l.text
		case k == someLine && a.Author == "" && isName(l.text) && c.besideStamp(i):
			a.Author = c.withoutSite(l.text)
			if place, writer, ok := strings.Cut(a.Author, ":"); ok && words(place) <= 3 {
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
func isName(text string) bool {
	n := words(text)
	return n > 1 && n <= maxName-1 && !endsSentence(text) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsDigit(r) || r == '(' })
}

// headGoesOn tells a paragraph that is a lead: below it stands who wrote the
// article, or when, before the next paragraph.
func (c *copied) headGoesOn(i, end int) bool {
	for k := i + 1; k < min(end, i+8) && c.kinds[k] != prose && c.kinds[k] != linksHead; k++ {
		if c.kinds[k] == stampLine || c.kinds[k] == writerLine {
			return true
		}
	}
	return false
}

// besideStamp tells a line that stands next to when the article was written.
func (c *copied) besideStamp(i int) bool {
	return i > 0 && c.kinds[i-1] == stampLine || i+1 < len(c.kinds) && c.kinds[i+1] == stampLine
}

// section is the name above a title, if one of the page's sections stands there:
// the last of a path of them, or a line that the menu has too.
func (c *copied) section(title int) string {
	for i := title - 1; i >= max(0, title-aboveTitle); i-- {
		l := c.lines[i]
		if c.kinds[i] == stampLine {
			continue
		}
		if parts := crumbs.Split(l.text, -1); len(parts) > 1 {
			for _, p := range slices.Backward(parts) {
				if p = strings.TrimSpace(p); p != "" && text.Key(p) != c.lines[title].key && words(p) <= maxSection {
					return p
				}
			}
		}
		if _, name, ok := strings.Cut(l.text, ":"); ok && slices.Contains(sectionLabels, text.Key(l.text[:len(l.text)-len(name)-1])) {
			return strings.TrimSpace(name)
		}
		repeated := c.times[l.key] > 1 && !isFurniture(l)
		switch {
		case c.kinds[i] != someLine && !repeated, strings.ContainsFunc(l.text, unicode.IsDigit):
			continue
		case words(l.text) <= maxSection && (repeated || !c.inMenu(i)):
			return l.text
		case words(l.text) <= maxSection && c.times[c.lines[i-1].key] > 1:
			continue // a line of the title's own, below the section
		default:
			return ""
		}
	}
	return ""
}

// inMenu tells a short line below others.
func (c *copied) inMenu(i int) bool {
	return i > 0 && c.kinds[i-1] == someLine && words(c.lines[i-1].text) <= maxSection
}

// crumbs part the names of a path of sections.
var crumbs = regexp.MustCompile(`\s+[›»>/|]+\s+|\s*[›»]\s*`)

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
func (c *copied) dated(a *Article, text string) {
	if t, ok := stampOf(text); ok && a.Published.IsZero() && !t.IsZero() {
		a.Published = t
	}
}

// timeOfDay is a line with nothing but a time.
var timeOfDay = regexp.MustCompile(`^[0-9٠-٩۰-۹]{1,2}[:.][0-9٠-٩۰-۹]{2}\s*(\p{L}{1,4})?$`)

// stampLong is the most words of a line that says when an article was written.
const stampLong = 12

// stampOf reads a line that says when an article was written, or only how long
// ago: that gives no time.
func stampOf(s string) (time.Time, bool) {
	if words(s) > stampLong {
		return time.Time{}, false
	}
	key := text.Key(s)
	if startsWith(key, agoStarts) && words(s) <= 5 {
		return time.Time{}, true
	}
	if t, ok := dates.Parse(s); ok {
		return t, true
	}
	for _, label := range stampLabels {
		rest, ok := strings.CutPrefix(key, label)
		if !ok {
			continue
		}
		t, ok := dates.Parse(strings.TrimSpace(strings.TrimLeft(rest, ":- ،,")))
		return t, ok || strings.ContainsAny(dates.EuropeanDigits(rest), "0123456789")
	}
	return time.Time{}, false
}

// writerOf reads a line that says who wrote an article, or for whom.
func writerOf(s string) (byline, bool) {
	if words(s) > maxName+maxPlace || strings.HasSuffix(s, ".") {
		return byline{}, false
	}
	key := text.Key(s)
	for _, label := range writerLabels {
		name, ok := cutLabel(s, key, label)
		if !ok || name == "" || words(name) > maxName {
			continue
		}
		if paper, is := readPaper(name); is || slices.Contains(sourceLabels, label) {
			return byline{source: paper}, true
		}
		return byline{author: name}, true
	}
	if place, agency, ok := strings.Cut(s, "-"); ok && words(place) <= maxPlace && isCredit(strings.TrimSpace(agency), nil) {
		return byline{source: strings.TrimSpace(agency), place: strings.TrimSpace(place)}, true
	}
	return byline{}, false
}

// cutLabel gives what stands behind a label at the start of a line, of which key is
// the folded form.
func cutLabel(s, key, label string) (string, bool) {
	if !strings.HasPrefix(key, label) {
		return "", false
	}
	fields, n := strings.Fields(s), words(label)
	if len(fields) <= n || text.Key(strings.Trim(strings.Join(fields[:n], " "), ":،,")) != label {
		return "", false
	}
	return strings.Trim(strings.Join(fields[n:], " "), " :-–—،,"), true
}

// said is a caption, or whose a picture is.
type said struct {
	text   string
	credit bool
}

// captionText reads a line that says what a picture shows or whose it is.
func captionText(s string) (said, bool) {
	key := text.Key(s)
	for _, label := range captionLabels {
		rest, ok := cutLabel(s, key, label)
		if ok && (words(label) > 1 || strings.ContainsAny(s[:len(s)-len(rest)], ":،,")) {
			return said{text: rest}, true
		}
	}
	for _, label := range creditLabels {
		if rest, ok := cutLabel(s, key, label); ok && words(rest) <= maxName {
			return said{text: rest, credit: true}, true
		}
	}
	before, credit := bracketed(s)
	if credit != "" && before != "" && words(s) <= captionLong && (isCredit(credit, nil) || isPicture(credit)) {
		return said{text: s}, true
	}
	if before, credit, ok := strings.Cut(s, "—"); ok && before != "" && isPicture(credit) {
		return said{text: s}, true
	}
	return said{}, false
}

// isPicture tells a credit by its first word, or a paper's name.
func isPicture(credit string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text.Key(credit), " "), " ")
	_, paper := readPaper(strings.TrimSpace(credit))
	return paper || slices.Contains(pictureWords, first)
}
