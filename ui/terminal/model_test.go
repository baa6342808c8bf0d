package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// shownReordered is what a terminal shows that keeps cells in the order in which they came and
// runs UAX #9 over each row of them: the contents of the cells from the left. An LRM is in
// the cell before it, under the name that [emulatedScreen] gives it.
func shownReordered(screen *vt.Emulator, y int, base bidi.Direction, isolates bool) (shown []string) {
	var runes []rune
	var owners []int // of the runes
	cells := cellsOf(screen, y)
	for x, content := range cells {
		for _, r := range strings.ReplaceAll(content, "\u0300", string(leftToRightMark)) {
			if isolates || r < '\u2066' || r > '\u2069' {
				runes, owners = append(runes, r), append(owners, x)
			}
		}
	}
	var p bidi.Paragraph
	p.Resolve(runes, base)
	levels := p.Line(nil, 0, len(runes))
	seen := map[int]bool{}
	for _, at := range bidi.Reorder(nil, levels) {
		x := owners[at]
		if seen[x] {
			continue
		}
		seen[x] = true
		content := cells[x]
		if image, ok := bidi.Mirror(runes[at]); ok && levels[at]&1 == 1 {
			content = string(image)
		}
		shown = append(shown, content)
	}
	return shown
}

// cellsOf is the contents of the cells of a row.
func cellsOf(screen *vt.Emulator, y int) (cells []string) {
	for x := range screen.Width() {
		if c := screen.CellAt(x, y); c != nil && c.Width > 0 {
			cells = append(cells, c.Content)
		}
	}
	return cells
}

// A terminal that draws cells as they came and one that reorders each row, whatever it
// takes for its direction and whether it knows isolates, show the same of the anchored
// form: after scrolling and partial redraws too.
func TestAnchoredShowsTheSameReordered(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 11))
	rows := make([][]rtl.Cell, screenRows)
	for i := range rows {
		rows[i] = styled(r, screenRow(r))
	}
	s := newScreen(int(rtl.Width(rows[0])))
	differs, turned := 0, 0
	for range 40 {
		s.draw(t, framedView(Anchored, rows))
		for y := range rows {
			want := cellsOf(s.terminal, y)
			for _, base := range []bidi.Direction{bidi.LTR, bidi.Auto} {
				if base == bidi.Auto && scriptOf(&rows[y][0]) == letterScript {
					continue // nothing is before it that could say otherwise
				}
				for _, isolates := range []bool{true, false} {
					differs += differing(t, shownReordered(s.terminal, y, base, isolates), want)
				}
			}
		}
		change(r, rows)
	}
	if differs > 0 {
		t.Errorf("%d cells differ", differs)
	}
	plain := newScreen(int(rtl.Width(rows[0])))
	plain.draw(t, framedView(Visual, rows))
	for y := range rows {
		turned += differing(nil, shownReordered(plain.terminal, y, bidi.LTR, true), cellsOf(plain.terminal, y))
	}
	if turned == 0 {
		t.Error("the model turns nothing of the visual form either")
	}
}

// differing counts the cells that differ.
func differing(t *testing.T, got, want []string) (n int) {
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			n++
		}
	}
	if n > 0 && t != nil {
		t.Logf("shown %q\nmeant %q", got, want)
	}
	return n
}
