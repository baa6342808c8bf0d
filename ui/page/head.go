package page

import (
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/words"
)

// head adds what stands above the text: section and date, the title, where it
// comes from, and the summary, unless the text begins with it.
func (b *builder) head(item store.Item, w *words.Words) {
	muted := b.styles.ImageText
	sources := item.Sources
	if len(sources) == 0 {
		sources = []string{item.Source}
	}
	source := joinParts(w.Comma, append([]string{item.Author}, sources...)...)
	if item.Place != "" {
		source = strings.TrimSpace(source + " (" + isolateText(item.Place) + ")")
	}
	reading := ""
	if item.ID != "" { // not of a text that merely passes through
		reading = w.Reading(Minutes(item))
	}
	b.heading(false, joinParts(" · ", item.Section, w.FullDate(item.Published), reading), muted)
	title := b.styles.H1.StylePrimitive
	title.Underline = nil // it stands apart already, and lines under Arabic cross its dots
	b.add(nil, false, &paragraphBlock{spans: b.line(item.Title, title), ragged: true, level: 1})
	b.heading(false, source, muted)
	if !beginsWithSummary(item.Body, item.Summary) {
		b.heading(true, item.Summary, b.styles.Strong)
	}
	if !item.Full {
		b.heading(true, w.CardNote, muted)
		if to := Address(item.URL); to != "" {
			b.write(leftIsolate+to+popIsolate, muted, to)
			b.add(nil, false, &paragraphBlock{spans: b.trimmed(true, true), ragged: true})
		}
	}
	if b.follows {
		b.add(nil, true, ruleBlock{b.look(b.styles.HorizontalRule)}) // as far from the head as from the text
	}
}

// heading adds a line or two above the text.
func (b *builder) heading(apart bool, text string, look primitive) {
	b.add(nil, apart && b.follows, &paragraphBlock{spans: b.line(text, look), ragged: true})
}

// beginsWithSummary tells whether a text begins with its summary, which may be cut.
func beginsWithSummary(body, summary string) bool {
	return strings.HasPrefix(body, strings.TrimRight(summary, " .…"))
}

// joinParts puts the parts that there are together, each with an order of its own.
func joinParts(separator string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, isolateText(p))
		}
	}
	return strings.Join(there, separator)
}

// sampleSize is how much of a text says in which direction it runs.
const sampleSize = 4 << 10

// linkTargets are what Markdown says of where links lead: letters that nobody reads.
var linkTargets = pattern.New(`\]\([^)\s]*\)?|https?://[^\s<>]*`)

// headSide is the side where an article's lines start: the one that it says, else
// that of most of the letters at its beginning, else the right.
func headSide(item store.Item) rtl.Direction {
	switch item.Direction {
	case articles.LeftToRight:
		return rtl.LTR
	case articles.RightToLeft:
		return rtl.RTL
	}
	left, right := 0, 0
	sample := linkTargets.ReplaceAllString(item.Body[:min(len(item.Body), sampleSize)], " ")
	for _, r := range item.Title + "\n" + sample {
		switch bidi.ClassOf(r) {
		case bidi.L:
			left++
		case bidi.R, bidi.AL:
			right++
		}
	}
	if left > right {
		return rtl.LTR
	}
	return rtl.RTL
}
