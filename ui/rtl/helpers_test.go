package rtl

import (
	"slices"
	"strings"
	"testing"
)

// hebrew turns the capitals of a text into Hebrew letters, and back: the annex
// writes its examples so that an editor does not turn them about.
var hebrew, latin = func() (to, from *strings.Replacer) {
	var there, back []string
	for i := range 26 {
		there = append(there, string(rune('A'+i)), string(rune('א'+i)))
		back = append(back, string(rune('א'+i)), string(rune('A'+i)))
	}
	return strings.NewReplacer(there...), strings.NewReplacer(back...)
}()

// visual lays a text out and gives what its lines show, from the left, with
// padding.
func visual(text string, o Options) []string {
	var shown []string
	for _, line := range WrapSpans([]Span{{Text: text}}, o) {
		shown = append(shown, string(AppendVisual(nil, line.Cells)))
	}
	return shown
}

func plainSpans(s string) []Span { return []Span{{Text: s}} }

func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t|%s|\nwant\n\t|%s|", strings.Join(got, "|\n\t|"), strings.Join(want, "|\n\t|"))
	}
}
