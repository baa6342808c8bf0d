package mediawiki

import (
	"html"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Wikitext is written as HTML, from which the text is made as from any page. It is read in
// passes: what is verbatim is put aside, templates go, links and marks are written, then
// lines are put together to paragraphs, lists and tables.

// converter is what is known while a page is converted.
type converter struct {
	wiki       *wiki
	title      string
	categories []string
	aside      []string // what placeholders stand for
	notes      []string // of the text, as HTML
	named      map[string]int
}

var (
	redirectedPattern = pattern.New(`(?i)^\s*#\s*(?:redirect|تحويل|تغییر[_ ]?مسیر|רדירקט|הפניה|رجوع مکرر)\b?\s*:?\s*\[\[`)
	commentPattern    = pattern.New(`(?s)<!--.*?(?:-->|$)`)
	switchesPattern   = pattern.New(`__[\pL_]{3,40}__`)
	verbatimPattern   = pattern.New(`(?is)<(nowiki|pre|syntaxhighlight|source|math|chem|score|code|timeline|graph|templatedata)\b([^<>]*?)(?:/>|>(.*?)</\s*(?:nowiki|pre|syntaxhighlight|source|math|chem|score|code|timeline|graph|templatedata)\s*>)`)
	referencePattern  = pattern.New(`(?is)<ref\b([^<>]*?)(?:/>|>(.*?)</ref\s*>)`)
	refName           = pattern.New(`(?i)\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))`)
	galleryPattern    = pattern.New(`(?is)<gallery\b[^<>]*>(.*?)</gallery\s*>`)
	poemPattern       = pattern.New(`(?is)<poem\b[^<>]*>(.*?)</poem\s*>`)
	markupPattern     = pattern.New(`(?i)</?([a-z][a-z0-9]*)\b[^<>]*?(/?)>`)
	variantPattern    = pattern.New(`-\{(?:[^{}|]*\|)?([^{}]*)\}-`)
)

// convert writes a page's text as HTML.
func (c *converter) convert(text string) string {
	c.named = map[string]int{}
	text = commentPattern.ReplaceAllString(strings.Map(noPlaceholders, text), "")
	text = verbatimPattern.ReplaceAllStringFunc(text, c.keep)
	text = variantPattern.ReplaceAllString(text, "$1")
	text = withoutTemplates(text)
	text = referencePattern.ReplaceAllStringFunc(text, c.note)
	text = switchesPattern.ReplaceAllString(text, "")
	text = galleryPattern.ReplaceAllStringFunc(text, c.gallery)
	text = poemPattern.ReplaceAllStringFunc(text, poemVerses)
	body := c.lines(text)
	if len(c.notes) > 0 {
		var b strings.Builder
		b.WriteString(body + "<hr>\n")
		for i, note := range c.notes {
			b.WriteString("<p>[" + strconv.Itoa(i+1) + "] " + note + "</p>\n")
		}
		body = b.String()
	}
	return c.restore(body)
}

// Placeholders are a number between two characters that no text holds.
const asideStart, asideEnd = '\uFDD4', '\uFDD5'

func noPlaceholders(r rune) rune {
	if r == asideStart || r == asideEnd {
		return -1
	}
	return r
}

// put puts HTML aside and returns what stands for it.
func (c *converter) put(markup string) string {
	c.aside = append(c.aside, markup)
	return string(asideStart) + strconv.Itoa(len(c.aside)-1) + string(asideEnd)
}

var placedPattern = pattern.New(string(asideStart) + `(\d+)` + string(asideEnd))

// restore puts back what was put aside, also what stands in it.
func (c *converter) restore(text string) string {
	const layers = 4 // code in a link in a note
	for range layers {
		if !strings.ContainsRune(text, asideStart) {
			break
		}
		text = placedPattern.ReplaceAllStringFunc(text, func(s string) string {
			n, _ := strconv.Atoi(strings.Trim(s, string(asideStart)+string(asideEnd)))
			if n < len(c.aside) {
				return c.aside[n]
			}
			return ""
		})
	}
	return text
}

// keep puts aside what is no wikitext.
func (c *converter) keep(whole string) string {
	m := verbatimPattern.FindStringSubmatch(whole)
	inner := html.EscapeString(html.UnescapeString(m[3]))
	switch strings.ToLower(m[1]) {
	case "nowiki":
		return c.put(inner)
	case "math", "chem", "code":
		if strings.TrimSpace(inner) == "" {
			return ""
		}
		return c.put("<code>" + strings.TrimSpace(inner) + "</code>")
	case "pre", "syntaxhighlight", "source":
		return "\n\n" + c.put("<pre><code>"+strings.Trim(inner, "\n")+"</code></pre>") + "\n\n"
	}
	return ""
}

// note makes a note of the text and returns its number.
func (c *converter) note(whole string) string {
	m := referencePattern.FindStringSubmatch(whole)
	name := ""
	if n := refName.FindStringSubmatch(m[1]); n != nil {
		name = n[1] + n[2] + n[3]
	}
	number := c.named[name]
	if text := strings.TrimSpace(m[2]); text != "" && (name == "" || number == 0) {
		c.notes = append(c.notes, c.inline(strings.ReplaceAll(text, "\n", " ")))
		number = len(c.notes)
		if name != "" {
			c.named[name] = number
		}
	}
	if number == 0 || strings.TrimSpace(m[2]) == "" && name == "" {
		return ""
	}
	return c.put("<sup>[" + strconv.Itoa(number) + "]</sup>")
}

// gallery leaves of a gallery what stands under its pictures.
func (c *converter) gallery(whole string) string {
	var b strings.Builder
	for row := range strings.SplitSeq(galleryPattern.FindStringSubmatch(whole)[1], "\n") {
		if _, caption, ok := strings.Cut(row, "|"); ok && strings.TrimSpace(caption) != "" {
			b.WriteString("\n\n" + c.put("<figure><figcaption>"+c.inline(lastPart(caption))+"</figcaption></figure>") + "\n\n")
		}
	}
	return b.String()
}

// poemVerses keeps the lines of a poem.
func poemVerses(whole string) string {
	text := strings.Trim(poemPattern.FindStringSubmatch(whole)[1], "\n")
	return "\n\n" + strings.ReplaceAll(text, "\n", "<br>\n") + "\n\n"
}

// lastPart returns what follows the last bar.
func lastPart(s string) string {
	parts := splitBars(s)
	return strings.TrimSpace(parts[len(parts)-1])
}
