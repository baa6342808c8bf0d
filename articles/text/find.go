package text

import (
	"strings"
	"unicode/utf8"
)

// Range is a part of a text, in bytes.
type Range struct{ Start, End int }

// Find gives the parts of a text that hold what is looked for, in their order,
// none within another. Spellings of one word are the same, as [Fold] makes them;
// a part begins and ends with a whole character, and the marks behind its last
// letter are in it.
func Find(text, what string) []Range {
	what = Fold(what)
	if what == "" || !strings.Contains(Fold(text), what) {
		return nil
	}
	var folded strings.Builder
	var homes []int // of each byte that is folded: where its character starts
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		part := Fold(text[at : at+size])
		folded.WriteString(part)
		for range len(part) {
			homes = append(homes, at)
		}
		at += size
	}
	homes = append(homes, len(text))
	var found []Range
	for from := 0; ; {
		i := strings.Index(folded.String()[from:], what)
		if i < 0 {
			return found
		}
		start, end := from+i, from+i+len(what)
		for homes[end] == homes[end-1] {
			end++ // a ligature of several letters is one character
		}
		found = append(found, Range{homes[start], homes[end]})
		from = end
	}
}
