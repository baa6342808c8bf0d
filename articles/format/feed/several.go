package feed

import (
	"encoding/json"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Several feeds stand in one file where somebody joined them, one behind another or within an
// element of his own, or as several channels of one feed.

// verbatimOrTag is a part of XML in which tags are text, or a tag of a feed or of a channel.
var verbatimOrTag = pattern.New(`(?s)<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)|<(/?)(?i:(rss|feed|rdf:rdf|channel))(?:\s[^>]*)?>`)

// part is one of the feeds of a text.
type part struct {
	text string
	line int // of the text on which it begins, from 0
}

// partsOf returns the feeds that a text holds, which begins with the first tag of one. What
// stands between them is none of them.
func partsOf(s string) []part {
	if feeds, channels := countStarts(s); feeds < 2 && channels < 2 { //nolint:mnd // several
		return []part{{text: s}}
	}
	c := cutter{s: s}
	for _, at := range verbatimOrTag.FindAllStringSubmatchIndex(s, -1) {
		if at[4] >= 0 {
			c.take(at[0], at[1], strings.ToLower(s[at[4]:at[5]]), at[2] < at[3])
		}
	}
	c.close(len(s), "")
	return c.parts
}

// countStarts counts what may be the first tags of feeds in a text, and of channels.
func countStarts(s string) (feeds, channels int) {
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			return feeds, channels
		}
		s = s[at+1:]
		switch {
		case beginsWith(s, "rss"), beginsWith(s, "feed"), beginsWith(s, "rdf:rdf"):
			feeds++
		case beginsWith(s, "channel"):
			channels++
		}
	}
}

// beginsWith reports whether a text begins with a name, in whatever case.
func beginsWith(s, name string) bool {
	return len(s) >= len(name) && strings.EqualFold(s[:len(name)], name)
}

// cutter cuts a text at the tags of its feeds.
type cutter struct {
	s     string
	parts []part
	root  string // the first tag of the feed that is open, "" for none
	name  string // of that tag
	begin int    // where the part begins that is open
	ended bool   // a channel of it ended
	lines int    // before the offset upTo
	upTo  int
}

// take takes a tag that stands in the text from one offset to another.
func (c *cutter) take(from, to int, name string, ends bool) {
	tag := c.s[from:to]
	switch {
	case name != "channel" && !ends && (c.root == "" || laterRoot.MatchString(tag)):
		c.close(from, "") // the one before has no end
		c.root, c.name, c.begin, c.ended = tag, name, from, false
	case c.root == "":
	case name == c.name && ends:
		c.close(to, "")
		c.root = ""
	case name == "channel" && c.name == "rss" && ends:
		c.ended = true
	case name == "channel" && c.name == "rss" && c.ended:
		c.close(from, "</rss>")
		c.begin, c.ended = from, false
	}
}

// close ends the part that is open, if one is, with what its text lacks.
func (c *cutter) close(to int, lacking string) {
	if c.root == "" {
		return
	}
	c.lines += strings.Count(c.s[c.upTo:c.begin], "\n")
	c.upTo = c.begin
	text := c.s[c.begin:to]
	if !strings.HasPrefix(text, c.root) {
		text = c.root + text // a later channel
	}
	c.parts = append(c.parts, part{text + lacking, c.lines})
}

// areSeveral reports whether a text in JSON is several values, one behind another.
func areSeveral(s string) bool {
	var first json.RawMessage
	d := json.NewDecoder(strings.NewReader(s))
	return d.Decode(&first) == nil && d.More()
}
