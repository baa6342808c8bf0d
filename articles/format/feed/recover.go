package feed

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Feeds come with more in front of them than XML allows, and with less behind.

var (
	// prologPattern is one thing that may stand before the root of XML, and white space or a
	// byte order mark, which may not.
	prologPattern = pattern.New(`(?is)^(?:[\s\x{FEFF}]+|<\?.*?\?>|<!doctype[^\[>]*(?:\[[^\]]*\]\s*)?>)`)
	// rootPattern is the first tag of a feed: RSS 0.9 to 2.0, RDF, Atom; or of a list of
	// subscriptions.
	rootPattern = pattern.New(`(?i)^<(rss|feed|rdf:rdf|opml)[\s>]`)
	// laterRoot is such a tag behind something else, with what tells it from an example.
	laterRoot = pattern.New(`(?i)<\?xml[^>]*\?>|<rss\s[^>]*version|<feed\s[^>]*xmlns|<rdf:rdf\s`)
	// warningPattern is what a server's program writes into its answer when something is wrong.
	warningPattern = pattern.New(`(?i)(?:<b>)?(?:warning|notice|deprecated|strict standards|fatal error)(?:</b>)?\s*:`)
)

// mostBefore is how much may stand before a feed, in bytes, comments aside.
const mostBefore = 16 << 10

// skipProlog gives a text from the first tag on: behind declarations, comments of any
// length and blanks.
func skipProlog(s string) string {
	for {
		if rest, ok := strings.CutPrefix(s, "<!--"); ok {
			_, behind, closed := strings.Cut(rest, "-->")
			if !closed {
				return s
			}
			s = behind
			continue
		}
		at := prologPattern.FindStringIndex(s[:min(len(s), mostBefore)])
		if at == nil {
			return s
		}
		s = s[at[1]:]
	}
}

// feedStart finds where a feed or a list of subscriptions begins in a source, behind
// what does not belong to it, and gives the text from there and the name of its first
// tag; "" for none.
func feedStart(in *articles.Source) (s, name string) {
	s = in.Text()
	from := skipProlog(s)
	if m := prefixedRoot.FindStringSubmatch(from); m != nil {
		from = withoutPrefix(from, m[1])
	}
	if rootPattern.MatchString(from) {
		return from, rootName(from)
	}
	head := s[:min(len(s), mostBefore)]
	at := laterRoot.FindStringIndex(head)
	if at == nil || at[0] == 0 {
		return "", ""
	}
	named := slices.Contains(fileExtensions, in.Extension())
	if before := head[:at[0]]; !warningPattern.MatchString(before) && !named || strings.Contains(strings.ToLower(before), "<html") {
		return "", ""
	}
	from = skipProlog(s[at[0]:])
	return from, rootName(from)
}

// prefixedRoot is the first tag of Atom whose elements have a prefix of their own.
var prefixedRoot = pattern.New(`^<([A-Za-z][\w.-]{0,30}):feed\s[^>]*http://(?:www\.w3\.org/2005/Atom|purl\.org/atom/)`)

// withoutPrefix returns a feed without the prefix that its elements have.
func withoutPrefix(s, prefix string) string {
	return strings.NewReplacer("<"+prefix+":", "<", "</"+prefix+":", "</", " xmlns:"+prefix+"=", " xmlns=").Replace(s)
}

// rootName is the name of the tag with which a feed begins, "" for none.
func rootName(s string) string {
	if m := rootPattern.FindStringSubmatch(s); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

// strayLess is a sign of less that begins no tag, and what may hold some.
var strayLess = pattern.New(`(?s)<!\[CDATA\[.*?\]\]>|<!--.*?-->|<[^\pL_/!?]`)

// escapeStray returns a feed with what stands in it as text, and only looks like the beginning
// of a tag, escaped.
func escapeStray(s string) string {
	return strayLess.ReplaceAllStringFunc(s, func(m string) string {
		if strings.HasPrefix(m, "<!") {
			return m
		}
		return "&lt;" + m[1:]
	})
}

// rootEndings are the ends of entries and what closes the feed behind them, by the name of
// the feed's first tag.
var rootEndings = map[string][2]string{
	"rss":     {"</item>", "</channel></rss>"},
	"rdf:rdf": {"</item>", "</rdf:RDF>"},
	"feed":    {"</entry>", "</feed>"},
}

// untilCut gives a feed that is cut off as far as its entries are whole, and the line on
// which the one that is not begins, from 1; ok is false where none is whole.
func untilCut(s, name string) (whole string, line int, ok bool) {
	end, known := rootEndings[name]
	at := strings.LastIndex(s, end[0])
	if !known || at < 0 {
		return "", 0, false
	}
	at += len(end[0])
	return s[:at] + end[1], 1 + strings.Count(s[:at], "\n"), true
}
