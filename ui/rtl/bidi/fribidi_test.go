package bidi

import (
	"strings"
	"testing"
)

// TestFriBidi compares the levels and the order of real-looking lines with those
// that GNU FriBidi's command gave, which package joining keeps. FriBidi's tables
// are of Unicode 10; the strings hold nothing newer.
func TestFriBidi(t *testing.T) {
	var p Paragraph
	strs := 0
	readLines(t, "../../joining/testdata/fribidi.tsv.gz", func(number int, line string) {
		strs++
		fields := strings.Split(line, "\t")
		text := parseText(t, number, fields[0])
		p.Resolve(text, Auto)
		levels := p.Line(nil, 0, len(text))
		places, wantLevels := parseNumbers(t, fields[2]), parseNumbers(t, fields[3])
		for i, want := range wantLevels {
			if int(levels[i]) != want {
				t.Fatalf("line %d: %U has levels %d, FriBidi has %d", number, text, levels, wantLevels)
			}
		}
		order := Reorder(nil, levels)
		ReorderMarks(order, levels, p.Classes())
		for visual, logical := range order {
			if places[logical] != visual {
				t.Fatalf("line %d: %U is not in FriBidi's order %d", number, text, places)
			}
		}
	})
	t.Logf("%d strings", strs)
	if strs < 20000 {
		t.Errorf("%d strings were compared, want at least 20000", strs)
	}
}
