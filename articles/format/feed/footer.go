package feed

import (
	"strings"
	"unicode/utf8"
)

// footerStarts are what the footer begins with that WordPress puts below each text of a
// feed, before a link to the entry and one to the site. One that another ends with stands
// behind it.
var footerStarts = []string{"The post", "ظهرت المقالة", "ظهر المقال", "المقالة", "نوشته", "התוכן", "הפוסט"}

// The most characters between the two links of a footer, and behind them.
const footerBetween, footerBehind = 60, 20

// footerTags is how many tags a footer has behind its start: those of two links.
const footerTags = 4

// asciiSpace is the white space of HTML.
const asciiSpace = " \t\n\f\r"

// withoutFooter returns a text of a feed without the footer of WordPress.
func withoutFooter(text string) string {
	end := strings.TrimRight(text, asciiSpace)
	if hasSuffixFold(end, "</p>") {
		end = end[:len(end)-len("</p>")]
	}
	start := len(end)
	for range footerTags {
		if start = strings.LastIndexByte(end[:start], '<'); start < 0 {
			return text
		}
	}
	if !areFooterLinks(end[start:]) {
		return text
	}
	before := strings.TrimRight(text[:start], asciiSpace)
	for _, said := range footerStarts {
		if !hasSuffixFold(before, said) {
			continue
		}
		before = before[:len(before)-len(said)]
		if outer := strings.TrimRight(before, asciiSpace); hasSuffixFold(outer, "<p>") {
			return outer[:len(outer)-len("<p>")]
		}
		return before
	}
	return text
}

// areFooterLinks reports whether a text is two links with a few words between them, and at most
// a few signs behind them.
func areFooterLinks(s string) bool {
	s, first := cutLink(s)
	between := strings.IndexByte(s, '<')
	if !first || between <= 0 || utf8.RuneCountInString(s[:between]) > footerBetween {
		return false
	}
	behind, second := cutLink(s[between:])
	return second && utf8.RuneCountInString(behind) <= footerBehind
}

// cutLink returns what stands behind a link, which holds text alone, at the start of a text.
func cutLink(s string) (behind string, ok bool) {
	if !hasPrefixFold(s, "<a") {
		return s, false
	}
	size := strings.IndexByte(s[1:], '<') + 1
	tag := s[:max(size, 0)]
	if len(tag) <= len("<a") || isWordByte(tag[len("<a")]) || strings.IndexByte(tag, '>') < 0 || !hasPrefixFold(s[size:], "</a>") {
		return s, false
	}
	return s[size+len("</a>"):], true
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_'
}

// hasPrefixFold reports whether a text begins with another, in capitals or small letters.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// hasSuffixFold reports whether a text ends with another, in capitals or small letters.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
