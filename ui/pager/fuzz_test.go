package pager

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
)

// Whatever a text holds and whatever is searched for, the screen keeps its shape,
// and what is marked belongs to the text.
func FuzzPager(f *testing.F) {
	f.Add("سلام عليكم\n\x1b[31mأحمر\nN\bNA\bA\x1b[m", "احمر", 20, 5)
	f.Add("漢字\u200f\u202eabc\t\x1b]8;;x\x1b\\link\x1b]8;;\x1b\\", "字a", 3, 2)
	f.Add("a\rb\xff\xc2\x9b1m\u0301\u0301", "\u0301", 1, 1)
	f.Fuzz(func(t *testing.T, text, query string, width, height int) {
		width, height = 1+abs(width)%120, 1+abs(height)%40
		var list []Line
		var ansi rtl.ANSI
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			list = append(list, Line{Text: line, ANSI: ansi})
			ansi.Parse(line)
		}
		s := openPager(width, height, []Part{NewLines(list, plaintext.Measure{})}, nil)
		s.run(s.searchFor(query))
		for _, key := range []string{"n", "N", " ", "G", "k", "g", "j"} {
			s.press(key)
			rows, _ := s.frame()
			if len(rows) != height {
				t.Fatalf("after %q: %d rows, want %d", key, len(rows), height)
			}
			for i, r := range rows {
				if got := int(rtl.Width(r)); got != width {
					t.Fatalf("after %q: row %d has %d columns, want %d", key, i, got, width)
				}
			}
		}
		for _, row := range s.view.Rows() {
			if !s.view.Finds() {
				break
			}
			for _, found := range s.text.FindIn(row.Block, matcherOf(query)) {
				for _, c := range row.Showing(found.Start, found.End) {
					if row.Cells[c].At == rtl.NoOffset {
						t.Fatalf("block %d: cell %d is marked and stands for no text", row.Block, c)
					}
				}
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
