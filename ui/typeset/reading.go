package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// readCluster is glyphs that together show some characters.
type readCluster struct {
	shows       string
	at          int
	left, right float32
	size        float32
	rightToLeft bool
}

// readingOrder returns the clusters of a row in the order in which they are read: what leads
// the line, then its text.
func readingOrder(row *Row) (list []readCluster) {
	for i := range row.Texts {
		t := &row.Texts[i]
		for j, g := range t.Glyphs {
			if g.Shows != "" || j == 0 {
				list = append(list, readCluster{toShown.Replace(g.Shows), g.At, g.X, g.X + g.Advance, t.Size, g.RightToLeft})
				continue
			}
			last := &list[len(list)-1]
			if g.Advance > 0 {
				last.left, last.right = min(last.left, g.X), max(last.right, g.X+g.Advance)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b readCluster) int { return a.at - b.at })
	return list
}

// toShown takes out of a text what is not shown: isolates, directional marks, the signs
// around numbers, line ends.
var toShown = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u2063", "", "\u2028", "",
	"\u00ad", "", "\ufeff", "", "\u200e", "", "\u200f", "", "\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "",
	"\t", " ", "\n", "", "\r", "")

// readWord is characters between spaces in one direction, and where they stand.
type readWord struct {
	text        string
	left, right float32
	size        float32
	rightToLeft bool
}

// wordsOf returns the words of a row, and the spaces between them, in the order in which
// they are read.
func wordsOf(row *Row) (list []readWord) {
	open := false // the last one may go on
	for _, k := range readingOrder(row) {
		if k.shows == "" {
			continue
		}
		space := strings.TrimSpace(k.shows) == ""
		if n := len(list) - 1; open && !space && list[n].rightToLeft == k.rightToLeft && list[n].touches(k) {
			w := &list[n]
			w.text += k.shows
			w.left, w.right, w.size = min(w.left, k.left), max(w.right, k.right), max(w.size, k.size)
			continue
		}
		if n := len(list) - 1; n >= 0 && k.rightToLeft && !list[n].rightToLeft && !isRightToLeft(k.shows) {
			k.shows = rightToLeftMark + k.shows
		}
		list = append(list, readWord{k.shows, k.left, k.right, k.size, k.rightToLeft})
		open = !space
	}
	return list
}

// rightToLeftMark stands before what has no direction of its own and follows Latin words or
// numbers in a text from right to left: programs that find the order of a page's letters by
// where they stand take it for a part of these otherwise.
const rightToLeftMark = "\u200f"

// isRightToLeft tells whether a text begins with a letter from right to left.
func isRightToLeft(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	c := bidi.ClassOf(r)
	return c == bidi.R || c == bidi.AL
}

// touches tells whether a cluster stands at a word, and not in another column.
func (w *readWord) touches(k readCluster) bool {
	const near = 0.6
	return k.left < w.right+near*w.size && k.right > w.left-near*w.size
}
