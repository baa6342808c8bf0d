package reader

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/terminal"
)

// turnedCells counts the cells of a row that a terminal which runs UAX #9 over it shows
// elsewhere than they stand.
func turnedCells(row string, base bidi.Direction) (n int) {
	runes := []rune(ansi.Strip(row))
	var p bidi.Paragraph
	p.Resolve(runes, base)
	levels := p.Line(nil, 0, len(runes))
	at := 0 // the cell that is to come next
	var starts []int
	for i, r := range runes {
		if bidi.ClassOf(r) != bidi.NSM && r != '\u200e' {
			starts = append(starts, i)
		}
	}
	for _, i := range bidi.Reorder(nil, levels) {
		if !slices.Contains(starts, int(i)) {
			continue // it is in the cell before it
		}
		if _, mirrors := bidi.Mirror(runes[i]); starts[at] != int(i) || mirrors && levels[i]&1 == 1 {
			n++
		}
		at++
	}
	return n
}

// beginsWithLetter tells whether the first cell of a row is a right-to-left letter.
func beginsWithLetter(row string) bool {
	first, _ := utf8.DecodeRuneInString(ansi.Strip(row))
	return bidi.ClassOf(first) == bidi.AL || bidi.ClassOf(first) == bidi.R
}

// In the anchored form every frame is shown as it was meant by a terminal that reorders
// rows, whatever direction it takes them for.
func TestAnchoredFrames(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	turned := func(form terminal.Form) (n, frames int) {
		s := openIn(t, l, terminal.Terminal{Form: form})
		for _, key := range []string{"", "down", "enter", "end", "pgup", "tab", "right", "?", "?", "/", "س", "esc", "S", "esc", "m", "esc"} {
			if key != "" {
				s.press(key)
			}
			frames++
			for row := range strings.SplitSeq(s.View().Content, "\n") {
				n += turnedCells(row, bidi.LTR)
				if !beginsWithLetter(row) { // before which nothing can say otherwise
					n += turnedCells(row, bidi.Auto)
				}
			}
		}
		return n, frames
	}
	if n, frames := turned(terminal.Anchored); n > 0 {
		t.Errorf("%d cells of %d frames are shown elsewhere", n, frames)
	}
	if n, _ := turned(terminal.Visual); n == 0 {
		t.Error("nothing is turned of the visual form either")
	}
}
