package mediawiki

import (
	"html"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

var (
	externalPattern = pattern.New(`\[((?:https?:)?//[^\s\[\]<>"]+)([^\[\]\n]*)\]`)
	barePattern     = pattern.New(`https?://[^\s\[\]<>"'{}|]*[^\s\[\]<>"'{}|.,:;!?()،؛؟]`)
	foreignPattern  = pattern.New(`^(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-[a-z-]+|roa-[a-z]+|map-bms|arz|ckb|azb|fiu-vro|bat-smg|cbk-zam|nds-nl)$`)
)

// Names of namespaces in the languages of right-to-left wikis and in English.
var (
	fileNames     = []string{"file", "image", "ملف", "صورة", "پرونده", "تصویر", "فائل", "קובץ", "תמונה", "media", "وسائط"}
	categoryNames = []string{"category", "تصنيف", "رده", "زمرہ", "קטגוריה"}
	apartNames    = []string{"template", "قالب", "الگو", "سانچہ", "תבנית", "module", "وحدة", "special", "خاص", "ויژه", "ویژه"}
)

// maxDepth is how deep links and templates stand in one another at the most; what is deeper
// is taken for text.
const maxDepth = 40

// links writes the links of a text. Pictures leave what stands under them, categories are
// remembered, links to other languages go.
func (c *converter) links(text string) string {
	var stack []int // where in out the links that are open begin
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		switch {
		case strings.HasPrefix(text[i:], "[[") && len(stack) < maxDepth:
			stack = append(stack, len(out))
			out = append(out, "[["...)
			i += 2
		case strings.HasPrefix(text[i:], "]]") && len(stack) > 0:
			at := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			inner := string(out[at+2:])
			i += 2
			trail := i
			for i < len(text) && (text[i] >= 'a' && text[i] <= 'z') {
				i++ // [[port]]s
			}
			out = append(out[:at], c.link(inner, text[trail:i])...)
		default:
			out = append(out, text[i])
			i++
		}
	}
	return string(out)
}

// longestTarget is how many bytes the name of a page has at the most, and more.
const longestTarget = 1000

// link writes one link of the wiki, with the letters behind it that belong to its word.
func (c *converter) link(inner, trail string) string {
	target, label, labelled := strings.Cut(inner, "|")
	target = strings.TrimSpace(strings.ReplaceAll(target, "_", " "))
	shown := strings.HasPrefix(target, ":")
	target = strings.TrimSpace(strings.TrimPrefix(target, ":"))
	prefix, rest, prefixed := strings.Cut(target, ":")
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	switch {
	case !prefixed || shown:
	case slices.Contains(fileNames, prefix) || c.isNamespace(prefix, fileNamespace):
		return c.picture(label)
	case slices.Contains(categoryNames, prefix) || c.isNamespace(prefix, categoryNamespace):
		if name := strings.TrimSpace(rest); name != "" && !slices.Contains(c.categories, name) {
			c.categories = append(c.categories, name)
		}
		return trail
	case slices.Contains(apartNames, prefix):
		return trail
	case foreignPattern.MatchString(prefix) && !labelled:
		return trail
	}
	if !labelled || strings.TrimSpace(label) == "" {
		label = target
		if labelled { // [[port (city)|]] shows no more than the port
			label, _, _ = strings.Cut(target, " (")
		}
	}
	label = strings.TrimSpace(label) + trail
	to := c.wiki.address(target)
	if to == "" || strings.HasPrefix(target, "#") || len(target) > longestTarget {
		return label
	}
	return c.put(`<a href="`+html.EscapeString(to)+`">`) + label + c.put("</a>")
}

// Numbers of the namespaces that a dump names.
const fileNamespace, categoryNamespace = 6, 14

// isNamespace reports whether a dump calls a namespace by a name.
func (c *converter) isNamespace(name string, number int) bool {
	for _, n := range c.wiki.Namespaces {
		if n.Key == number && strings.EqualFold(strings.TrimSpace(n.Name), name) {
			return true
		}
	}
	return false
}

// layoutPattern is what says how a picture is shown.
var layoutPattern = pattern.New(`(?i)^(?:thumb|thumbnail|frame|framed|frameless|border|left|right|center|centre|none|upright.*|\d*x?\d+\s*px|تصغير|مصغر|إطار|بإطار|بدون|يسار|يمين|مركز|وسط|لاإطار|حدود|\d+بك|\d+x?\d*بك|بندانگشتی|انگشتدان|چپ|راست|وسط|هیچ|قاب|بی\x{200C}قاب|\d+پیکسل|ממוזער|שמאל|ימין|מרכז|\d+\s*פיקסלים|alt=.*|link=.*|lang=.*|page=.*|class=.*|بديل=.*|وصلة=.*)$`)

// picture leaves of a picture what stands under it.
func (c *converter) picture(parameters string) string {
	for _, part := range slices.Backward(splitBars(parameters)) {
		if part = strings.TrimSpace(part); part != "" && !layoutPattern.MatchString(part) {
			return "\n\n" + c.put("<figure><figcaption>") + part + c.put("</figcaption></figure>") + "\n\n"
		}
	}
	return ""
}

// inline writes what stands in a line: links, marks, and the elements of HTML that are
// taken over. Everything else is escaped.
func (c *converter) inline(text string) string {
	text = c.links(text)
	text = externalPattern.ReplaceAllStringFunc(text, func(whole string) string {
		m := externalPattern.FindStringSubmatch(whole)
		to := m[1]
		if strings.HasPrefix(to, "//") {
			to = "https:" + to
		}
		label := strings.TrimSpace(m[2])
		if label == "" {
			label = to
		}
		return c.put(`<a href="`+html.EscapeString(html.UnescapeString(to))+`">`) + label + c.put("</a>")
	})
	text = barePattern.ReplaceAllStringFunc(text, func(to string) string {
		to = html.EscapeString(html.UnescapeString(to))
		return c.put(`<a href="` + to + `">` + to + "</a>")
	})
	text = markupPattern.ReplaceAllStringFunc(text, c.element)
	return apostropheMarks(html.EscapeString(html.UnescapeString(text)))
}

// keptElements are those of HTML that a text keeps.
var keptElements = []string{
	"b", "strong", "i", "em", "s", "del", "u", "sup", "sub", "br", "blockquote", "p", "div", "code", "kbd", "q", "cite", "small", "span",
	"ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "hr", "h2", "h3", "h4", "h5", "h6",
}

// element puts an element aside without its attributes, or drops its mark.
func (c *converter) element(whole string) string {
	m := markupPattern.FindStringSubmatch(whole)
	name := strings.ToLower(m[1])
	switch {
	case !slices.Contains(keptElements, name):
		return ""
	case name == "br" || name == "hr":
		return c.put("<" + name + ">")
	case strings.HasPrefix(whole, "</"):
		return c.put("</" + name + ">")
	case m[2] != "":
		return ""
	}
	return c.put("<" + name + ">")
}

// apostropheMarks writes what stands between apostrophes: two for emphasis, three for strength.
func apostropheMarks(text string) string {
	if !strings.Contains(text, "&#39;&#39;") {
		return text
	}
	const quote = "&#39;"
	var b strings.Builder
	bold, italic := false, false
	toggle := func(on *bool, element string) {
		if *on {
			b.WriteString("</" + element + ">")
		} else {
			b.WriteString("<" + element + ">")
		}
		*on = !*on
	}
	for text != "" {
		n := 0
		for n < 5 && strings.HasPrefix(text[n*len(quote):], quote) {
			n++
		}
		switch {
		case n >= 5:
			toggle(&bold, "b")
			toggle(&italic, "i")
			text = text[5*len(quote):]
		case n >= 3:
			toggle(&bold, "b")
			text = text[3*len(quote):]
		case n == 2:
			toggle(&italic, "i")
			text = text[2*len(quote):]
		default:
			next := strings.Index(text[1:], quote)
			if next < 0 {
				next = len(text) - 1
			}
			b.WriteString(text[:next+1])
			text = text[next+1:]
		}
	}
	if italic {
		b.WriteString("</i>")
	}
	if bold {
		b.WriteString("</b>")
	}
	return b.String()
}
