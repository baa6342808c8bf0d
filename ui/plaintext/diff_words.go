package plaintext

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
)

// A diff of words shows lines as they are, and in them what changed: between brackets
// ([-old-]{+new+}), in colours, or each part on a line of its own, behind its sign, and
// [endOfLine] behind the last one. How many lines of the kinds a hunk's header counts that
// makes can be told of the first kind alone.

// endOfLine is the line that ends one whose parts stand on lines of their own.
const endOfLine = "~"

// isPart tells whether a line may be a part of one, in a hunk that has more lines than its
// header says.
func isPart(text string) bool {
	return text != "" && strings.IndexByte("+- ", text[0]) >= 0 && !strings.HasPrefix(text, "---") && text != "-- "
}

// readWords takes a line with its changes into account.
func (h *hunk) readWords(l *line) {
	l.diff, l.laid, l.words = true, true, true
	removed, added := false, false
	if changes := changesOf(l); len(changes) == 1 && changes[0].start == 0 && changes[0].end == len(l.text) {
		removed, added = changes[0].removed, changes[0].added
	}
	if !added {
		h.left[0]--
	}
	if !removed {
		h.left[1]--
	}
}

// change is what was removed from a line or added to it.
type change struct {
	cell
	removed, added bool // whether it is known to be
}

// changePattern is a change between brackets.
var changePattern = pattern.New(`\[-.*?-\]|\{\+.*?\+\}`)

// changesOf returns what changed in a line of a diff of words.
func changesOf(l *line) (changes []change) {
	if !l.styled {
		for _, at := range changePattern.FindAllStringIndex(l.text, -1) {
			removed := l.text[at[0]] == '['
			changes = append(changes, change{cell{at[0], at[1]}, removed, !removed})
		}
		return changes
	}
	at := 0
	for _, s := range rtl.ParseANSI(l.raw) {
		if s.Style != (rtl.Style{}) && s.Text != "" {
			changes = append(changes, change{cell{at, at + len(s.Text)}, s.Style.Foreground == rtl.Palette(1), s.Style.Foreground == rtl.Palette(2)})
		}
		at += len(s.Text)
	}
	return changes
}

// layWords makes the layout of a line of a diff of words: a paragraph in which each change
// is laid out by itself. It keeps to the left where one of its hunk begins there.
func (l *line) layWords(left bool) {
	if l.first == rtl.Auto {
		return
	}
	l.layout.Direction, l.layout.Left = l.first, left
	for _, c := range changesOf(l) {
		if c.start == 0 && c.end == len(l.text) {
			return
		}
		d := directionOf(l.text[c.start:c.end])
		if d == rtl.Auto {
			d = l.first
		}
		l.add(c.start, c.end, d, false)
	}
}

// areLeft tells whether one of some lines of a diff of words runs from left to right.
func areLeft(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.words && l.first == rtl.LTR })
}
