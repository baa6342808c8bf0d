package related

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// A page that tells a little of much, the titles of a day or what comes in from hour to hour,
// is near to all that it tells and a report of none of it. What tells it is that it is a list,
// of which no line speaks of what another does: a live page of one event does.
const (
	fewestItems  = 5   // of a list
	mostItem     = 60  // words of an item
	mostOfOthers = 0.2 // of the words of its items others have, too
)

// isDigest tells a text that is a list of things which have nothing to do with one another.
func isDigest(body string) bool {
	lines := 0
	var items []string
	for line := range strings.SplitSeq(body, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if lines++; isItem(line) {
			items = append(items, line)
		}
	}
	return len(items) >= fewestItems && 4*len(items) >= 3*lines && areApart(items)
}

// areApart tells that hardly a word of some lines is in two of them.
func areApart(lines []string) bool {
	in := map[string]int{} // in how many lines a stem is
	for _, line := range lines {
		for _, stem := range lineStems(line) {
			in[stem]++
		}
	}
	all, elsewhere := 0, 0
	for _, n := range in {
		all += n
		if n > 1 {
			elsewhere += n
		}
	}
	return all > 0 && float64(elsewhere) <= mostOfOthers*float64(all)
}

// isItem tells a line that stands in a list: behind a mark, a number or an hour. That it ends
// without a full stop tells nothing: in many papers all paragraphs do.
func isItem(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	return (strings.ContainsRune("-*+•▪", first) || unicode.IsDigit(first)) && text.CountWords(line) <= mostItem
}

// lineStems gives the stems of what a line says, each once.
func lineStems(line string) []string {
	var stems []string
	for _, folded := range text.Words(plainText(line)) {
		stem := text.Stem(folded)
		if isFunctionWord(folded) || commonWords()[stem] || digitsOf(folded) != "" || slices.Contains(stems, stem) {
			continue
		}
		stems = append(stems, stem)
	}
	return stems
}

// relationOfDigests is what can be said where both tell a little of much: that it is the same
// list. The days they have in common are no story.
func (q *query) relationOfDigests(r *ranked) Relation {
	switch {
	case q.isCopy(r):
		return SameText
	case q.isNearEvent(r) && q.isOfEvent(r) && !q.isSeries(r, SameEvent):
		return SameEvent
	}
	return 0
}

// touches is what can be said where one of both tells a little of much: that it tells what
// the other is about.
func (q *query) touches(r *ranked) Relation {
	told := r.titles[0]
	if q.Digest {
		told = r.titles[1]
	}
	if r.score >= q.related && told >= mostlyTold && q.founded(r.Profile) {
		return Related
	}
	return 0
}

// mostlyTold is how much of the title of an article what touches it tells.
const mostlyTold = 0.4
