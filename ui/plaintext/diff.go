package plaintext

import (
	"strconv"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// hunk is how much of a diff's hunk is still to come: its header says how many lines it
// has of each of the files, of which the last is the new one.
type hunk struct {
	left [4]int // of each file
	old  int    // how many old files there are, 0 outside of a hunk
	// words is that lines stand in it as they are, with the words marked that changed.
	words bool
}

// read takes the next line into account, and notes in it whether it belongs to a hunk.
func (h *hunk) read(l *line) {
	if strings.HasPrefix(l.text, "@@") && h.open(l.text) {
		l.diff, l.laid, l.gutter = true, true, 0
		return
	}
	if h.old == 0 {
		return
	}
	signs := min(h.old, len(l.text))
	isSigned := strings.Trim(l.text[:signs], "+- ") == ""
	switch {
	case strings.HasPrefix(l.text, `\ `), l.text == endOfLine && h.old == 1:
		l.diff, l.laid = true, true
	case h.old == 1 && (h.words || !isSigned) && h.isOpen():
		h.words = true
		h.readWords(l)
	case isSigned && (h.count(l.text[:signs]) || h.old == 1 && isPart(l.text)):
		l.diff, l.laid, l.gutter = true, true, signs
	default:
		h.old = 0
	}
}

// isOpen tells whether lines of the hunk are still to come.
func (h *hunk) isOpen() bool {
	for _, n := range h.left[:h.old+1] {
		if n > 0 {
			return true
		}
	}
	return false
}

// open reads a header: @@ -1,3 +1,4 @@, and @@@ -1,3 -1,3 +1,4 @@@ of a merge.
func (h *hunk) open(text string) bool {
	at := len(text) - len(strings.TrimLeft(text, "@"))
	old := at - 1
	if old >= len(h.left) {
		return false
	}
	ranges := strings.Fields(strings.TrimSpace(text[at:]))
	if len(ranges) < old+2 || !strings.HasPrefix(ranges[old+1], "@@") {
		return false
	}
	var left [4]int
	for i, r := range ranges[:old+1] {
		sign := "-"
		if i == old {
			sign = "+"
		}
		lines, ok := strings.CutPrefix(r, sign)
		if !ok {
			return false
		}
		_, count, several := strings.Cut(lines, ",")
		left[i] = 1
		if several {
			n, err := strconv.Atoi(count)
			if err != nil {
				return false
			}
			left[i] = n
		}
	}
	h.left, h.old, h.words = left, old, false
	return true
}

// count takes a line with some signs off what is still to come, and tells whether it was
// to come. A line that is empty stands for one with a blank.
func (h *hunk) count(signs string) bool {
	if !h.isOpen() {
		return false
	}
	removed := strings.Contains(signs, "-")
	for i := range h.old {
		if i < len(signs) && (signs[i] == '-' || signs[i] == ' ' && !removed) || len(signs) == 0 {
			h.left[i]--
		}
	}
	if !removed {
		h.left[h.old]--
	}
	return true
}

// directionOf is the direction of a text behind a gutter.
func directionOf(text string) rtl.Direction {
	d, _ := firstLetter(text)
	return d
}
