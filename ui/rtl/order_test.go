package rtl

import (
	"testing"
)

// Capitals stand for Hebrew letters.
func TestVisualOrder(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"right to left", "SHALOM", Options{Protocols: AllProtocols, Width: 8}, []string{"  MOLAHS"}},
		{"left to right", "peace", Options{Protocols: AllProtocols, Width: 8}, []string{"peace   "}},
		{"left-to-right words in a right-to-left line", "ABC def GHI", Options{Protocols: AllProtocols, Width: 11}, []string{"IHG def CBA"}},
		{"right-to-left words in a left-to-right line", "abc DEF ghi", Options{Protocols: AllProtocols, Width: 11}, []string{"abc FED ghi"}},
		{"a number reads left to right", "ABC 123, DEF", Options{Protocols: AllProtocols, Width: 12}, []string{"FED ,123 CBA"}},
		{"brackets are mirrored", "ABC (DEF) [ghi]", Options{Protocols: AllProtocols, Width: 15}, []string{"[ghi] (FED) CBA"}},
		{"nested brackets", "A (b [C] d) E", Options{Protocols: AllProtocols, Width: 13}, []string{"E (d [C] b) A"}},
		{"a bracket pair goes with what is in it", "abc (DEF) GHI", Options{Protocols: AllProtocols, Width: 13, Direction: RTL}, []string{"IHG (FED) abc"}},
		{"or with what is before it", "abc (def) GHI", Options{Protocols: AllProtocols, Width: 13, Direction: RTL}, []string{"IHG abc (def)"}},
		{"the direction can be given", "abc DEF.", Options{Protocols: AllProtocols, Width: 8, Direction: RTL}, []string{".FED abc"}},
		{"no letter: left to right", "12 + 3", Options{Protocols: AllProtocols, Width: 8}, []string{"12 + 3  "}},
		{"no letter: right to left where asked", "12 ...", Options{Protocols: AllProtocols, Width: 8, Direction: AutoRTL}, []string{"  ... 12"}},
		{"isolates", "A \u2067b C\u2069 d", Options{Protocols: AllProtocols, Width: 7}, []string{"d C b A"}},
		{"overrides", "\u202eabc\u202c d", Options{Protocols: AllProtocols, Width: 5}, []string{"cba d"}},
		{
			"levels are of the paragraph, not of the line",
			"ABC abc 12 DEF", Options{Protocols: AllProtocols, Width: 7},
			[]string{"abc CBA", " FED 12"},
		},
		{
			"numbers keep to the word that the line before ends with",
			"abcde 12 + 34 F", Options{Protocols: AllProtocols, Width: 8, Direction: RTL},
			[]string{"abcde 12", "  F + 34"},
		},
		{
			"each paragraph has its own direction",
			"ABC\nabc\r\n\nDEF\u2029d", Options{Protocols: AllProtocols, Width: 4},
			[]string{" CBA", "abc ", "    ", " FED", "d   "},
		},
		{"a line separator keeps the paragraph", "ABC\u2028abc\vd", Options{Protocols: AllProtocols, Width: 4}, []string{" CBA", " abc", "   d"}},
		{"a separator at the end opens no line", "abc\n", Options{Protocols: AllProtocols, Width: 4}, []string{"abc "}},
		{"an empty text is one blank line", "", Options{Protocols: AllProtocols, Width: 4}, []string{"    "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, line := range visual(hebrew.Replace(c.text), c.o) {
				got = append(got, latin.Replace(line))
			}
			wantLines(t, got, c.want)
		})
	}
}
