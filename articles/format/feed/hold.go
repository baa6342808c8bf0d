package feed

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/extensions"
)

// Most of an RSS feed are texts in CDATA sections, which mean what they say letter by
// letter: nothing in them has to be read. They are held back, each with its number left in
// its place, while the feed is parsed around them.

// Where a text is held back, a number stands between two characters that no feed has then.
const heldStart, heldEnd = "\uFDD0", "\uFDD1"

// The least that is worth holding back, in bytes.
const worthHolding = 256

// heldElements are those whose whole content may be such a text.
var heldElements = []string{"content:encoded", "description"}

// heldTexts are texts that were held back, by their numbers.
type heldTexts []heldText

// heldText is a text that was held back, and whether it is back in its place.
type heldText struct {
	text   string
	isBack bool
}

// holdTexts returns a feed without the texts that can be held back, and these.
func holdTexts(s string) (rest string, texts heldTexts) {
	if strings.Contains(s, heldStart) {
		return s, nil
	}
	var b strings.Builder
	for {
		start, end := nextText(s)
		if start < 0 {
			break
		}
		b.WriteString(s[:start] + heldStart + strconv.Itoa(len(texts)) + heldEnd)
		texts = append(texts, heldText{text: s[start:end]})
		s = s[end:]
	}
	b.WriteString(s)
	return b.String(), texts
}

// nextText returns where in a feed the next text stands that can be held back: -1 for none.
func nextText(s string) (start, end int) {
	for at := 0; ; {
		i := strings.Index(s[at:], cdataStart)
		if i < 0 {
			return -1, -1
		}
		before := s[at : at+i]
		start = at + i + len(cdataStart)
		length := strings.Index(s[start:], cdataEnd)
		if length < 0 {
			return -1, -1
		}
		end = start + length
		behind := s[end+len(cdataEnd):]
		for _, name := range heldElements {
			if length >= worthHolding && strings.HasSuffix(before, "<"+name+">") && strings.HasPrefix(behind, "</"+name+">") && isXMLText(s[start:end]) {
				return start, end
			}
		}
		at = end
	}
}

// isXMLText reports whether XML allows every character of a text.
func isXMLText(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	const last = "\xEF\xBF" // with which U+FFFE and U+FFFF begin
	return utf8.ValidString(s) && (!strings.Contains(s, last) || !strings.ContainsAny(s, "\uFFFE\uFFFF"))
}

// of returns the text that was held back where a number stands, and any other as it is.
func (texts heldTexts) of(s string) string {
	inner, ok := strings.CutPrefix(s, heldStart)
	if !ok {
		return s
	}
	number, err := strconv.Atoi(strings.TrimSuffix(inner, heldEnd))
	if err != nil || number < 0 || number >= len(texts) {
		return s
	}
	texts[number].isBack = true
	return texts[number].text
}

// putBack puts the texts back into a feed that was parsed without them, and reports whether all of
// them have a place in it: the parser takes some of what is broken as text of another element.
func (texts heldTexts) putBack(feed *gofeed.Feed) bool {
	feed.Description = texts.of(feed.Description)
	texts.putBackInto(feed.Extensions)
	for _, item := range feed.Items {
		item.Content, item.Description = texts.of(item.Content), texts.of(item.Description)
		texts.putBackInto(item.Extensions)
	}
	return !slices.ContainsFunc(texts, func(t heldText) bool { return !t.isBack })
}

// putBackInto puts them back into elements of other vocabularies, whose values have no
// space around them.
func (texts heldTexts) putBackInto(all ext.Extensions) {
	for _, elements := range all {
		texts.putBackAmong(elements)
	}
}

func (texts heldTexts) putBackAmong(elements map[string][]ext.Extension) {
	for _, list := range elements {
		for i := range list {
			if held := texts.of(list[i].Value); held != list[i].Value {
				list[i].Value = strings.TrimSpace(held)
			}
			texts.putBackAmong(list[i].Children)
		}
	}
}

// parse reads a feed. Of RSS it holds plain entries and texts back; what is wrong is told of
// the feed as it is.
func parse(s, name string) (*gofeed.Feed, error) {
	if name == "rss" {
		rest, entries := holdItems(s)
		rest, texts := holdTexts(rest)
		if len(entries)+len(texts) > 0 {
			if feed, err := newParser().ParseString(rest); err == nil && texts.putBack(feed) && putItemsBack(feed, entries) {
				return feed, nil
			}
		}
	}
	return newParser().ParseString(s) //nolint:wrapcheck // the caller says of what
}

// newParser makes a parser of feeds that does not look for pictures in texts: the text
// itself shows them.
func newParser() *gofeed.Parser {
	p := gofeed.NewParser()
	p.RSSTranslator = &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	return p
}
