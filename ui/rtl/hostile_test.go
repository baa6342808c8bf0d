package rtl

import (
	"strings"
	"testing"
)

// Texts that would take hours if any step took more than linear time.
func TestHostileTexts(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n /= 10
	}
	for _, c := range []struct {
		name, text string
	}{
		{"10 MB without a space", strings.Repeat("سلام", 13*n)},
		{"nested isolates", strings.Repeat("\u2067א", n) + strings.Repeat("\u2069", n)},
		{"nested embeddings", strings.Repeat("\u202bא", n) + strings.Repeat("\u202c", n)},
		{"marks on one letter", "ب" + strings.Repeat("\u064e", n)},
		{"marks on no letter", strings.Repeat("\u064e\n", n)},
		{"controls alone", strings.Repeat("\u200f\u2066\u200d\u00ad\x1b", n)},
		{"marks and controls in turn", strings.Repeat("ب\u064e\u200f\u200c", n)},
		{"joined pictographs", strings.Repeat("👩\u200d", n)},
		{"open brackets", strings.Repeat("([{«", n)},
		{"closing brackets", strings.Repeat(")]}»", n)},
		{"brackets in an address", "א http://a/" + strings.Repeat("(", n) + strings.Repeat(")", 2*n)},
		{"addresses", strings.Repeat("א@b.c/(d).", n)},
		{"groups of digits", "א" + strings.Repeat("0(0 00-", n)},
		{"prefixes before brackets", strings.Repeat("$(\u0301", n)},
		{"spaces", strings.Repeat(" ", n)},
		{"tabs", strings.Repeat("\t", n)},
		{"ends of ayah", strings.Repeat("۝", n)},
		{"regional indicators", strings.Repeat("🇸", n)},
		{"numbers", strings.Repeat("1,", n)},
		{"paragraph separators", strings.Repeat("\u2029", n)},
		{"line ends", strings.Repeat("\n\r\u2028", n)},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l Layouter
			for _, width := range []int{1, 80, 1 << 20} {
				if width != 80 && len(c.text) > 4<<20 || width > 80 && strings.ContainsAny(c.text, "\n\u2029") {
					continue // the padding alone would take its time
				}
				o := Options{Protocols: AllProtocols, Width: width, Justify: true, Digits: DigitsArabic, Prefix: plainSpans("• "), RestPrefix: plainSpans("  ")}
				end := Offset(0)
				for line := range l.Lines(plainSpans(c.text), o) {
					end = line.End
					if Width(line.Cells) != Column(width) {
						t.Fatalf("a line of %d columns, want %d", Width(line.Cells), width)
					}
				}
				if end != Offset(len(c.text)) {
					t.Errorf("ended at %d of %d", end, len(c.text))
				}
			}
			l.Truncate(plainSpans(c.text), Options{Protocols: AllProtocols, Width: 20})
			StringWidth(c.text)
		})
	}
}

func TestHostileANSI(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n /= 10
	}
	for _, text := range []string{
		strings.Repeat("\x1b]8;;", n), strings.Repeat("\x1bP\n", n), strings.Repeat("\x1b[1", n),
		"\x1b[" + strings.Repeat("38;5;", n) + "m", strings.Repeat("\x1b[31mx", n),
		"\x1b]8;;" + strings.Repeat("x", n) + "\x1b\\" + strings.Repeat("y", 100),
	} {
		for range new(Layouter).Lines(ParseANSI(text), Options{Protocols: AllProtocols, Width: 80}) {
		}
	}
}
