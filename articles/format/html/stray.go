package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// The parser joins texts between which it left out a tag, each time by copying all that
// came before: a million letters between tags that close nothing are copied a hundred
// thousand times. So an empty comment is put behind a tag that it may leave out.

// copiedLimit is how much the parser may copy, as the number of tags times the size of the text,
// before that is looked at.
const copiedLimit = 1 << 31

// mostOpen is how many open elements of one name are believed in.
const mostOpen = 64

// tagSeparator is what is put between texts.
const tagSeparator = "<!---->"

// inTables are elements whose tags are left out outside tables or frames.
var inTables = map[string]bool{
	"caption": true, "col": true, "colgroup": true, "tbody": true, "td": true, "tfoot": true, "th": true, "thead": true, "tr": true,
	"frame": true, "frameset": true,
}

// outermostTags are the elements that stand once, whose end tags end nothing.
var outermostTags = map[string]bool{"html": true, "head": true, "body": true}

// opens are the elements that are open, by their names.
type opens map[string]int

// mayBeLeftOut reports whether the parser may leave out a tag, and counts what it opens or
// closes.
func (o opens) mayBeLeftOut(kind html.TokenType, name string) bool {
	if kind == html.EndTagToken {
		if o[name] == 0 {
			return true
		}
		if !outermostTags[name] {
			o[name]--
		}
		return false
	}
	isOut := o["table"] == 0 && inTables[name] || (name == "form" || outermostTags[name]) && o[name] > 0
	o[name] = min(o[name]+1, mostOpen)
	return isOut
}

// separate puts a separator behind each tag that the parser may leave out, and returns the
// text. The ends of the outermost elements go: what stands behind them belongs to what
// stands before, and nothing can part the two.
func separate(text string) string {
	if strings.Count(text, "<")*len(text) < copiedLimit {
		return text
	}
	var b strings.Builder
	open := opens{}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw = bytes.Clone(raw)
			tag, _ := z.TagName()
			name := string(tag)
			if kind != html.EndTagToken || name != "body" && name != "html" {
				b.Write(raw)
			}
			if open.mayBeLeftOut(kind, name) {
				b.WriteString(tagSeparator)
			}
		default:
			b.Write(raw)
		}
		if kind == html.ErrorToken {
			return b.String()
		}
	}
}
