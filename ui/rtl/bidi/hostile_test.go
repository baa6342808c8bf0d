package bidi

import (
	"strings"
	"testing"
)

// hostile are texts that would take a careless implementation time quadratic in
// their length. None is of one direction, which would be a shortcut.
var hostile = map[string]func(n int) string{
	"nested isolates":          func(n int) string { return "א" + strings.Repeat("\u2067", n) + "a" },
	"nested isolates, closed":  func(n int) string { return strings.Repeat("\u2067", n/2) + "a" + strings.Repeat("\u2069", n/2) },
	"first strong isolates":    func(n int) string { return strings.Repeat("\u2068 ", n/2) },
	"nested first strong":      func(n int) string { return strings.Repeat("\u2068 ", n/4) + "א" + strings.Repeat(" \u2069", n/4) },
	"isolates in a row":        func(n int) string { return strings.Repeat("א\u2066b\u2069", n/4) },
	"unmatched PDI":            func(n int) string { return strings.Repeat("\u2069א", n/2) },
	"embeddings and overrides": func(n int) string { return strings.Repeat("\u202b\u202da\u202e1\u202c", n/6) },
	"deep and shallow": func(n int) string {
		return strings.Repeat(strings.Repeat("\u202b", 130)+"a"+strings.Repeat("\u202c", 130)+"b", n/262)
	},
	"brackets open":     func(n int) string { return "א" + strings.Repeat("(", n) },
	"brackets close":    func(n int) string { return strings.Repeat("(", 63) + strings.Repeat("]", n) },
	"brackets in a row": func(n int) string { return "א" + strings.Repeat("(a)", n/3) },
	"brackets around all": func(n int) string {
		return strings.Repeat("([{", 20) + strings.Repeat("[!]", n/3) + strings.Repeat("}])", 20)
	},
	"brackets far from strong": func(n int) string { return strings.Repeat("!", n/2) + strings.Repeat("(a)", n/6) },
	"marks":                    func(n int) string { return "a)(" + strings.Repeat("\u0301", n) },
	"marks on brackets":        func(n int) string { return strings.Repeat("(\u0301א)\u0301", n/5) },
	"terminators":              func(n int) string { return strings.Repeat("%", n) + "א1" },
	"separators":               func(n int) string { return "א" + strings.Repeat("1,", n/2) },
	"neutrals":                 func(n int) string { return "א" + strings.Repeat("!", n) },
	"tabs":                     func(n int) string { return "א" + strings.Repeat(" \t", n/2) },
	"paragraph separators":     func(n int) string { return "א" + strings.Repeat("\u2067\u2029", n/2) },
	"boundary neutrals":        func(n int) string { return "א" + strings.Repeat("\u00ad", n) + "a" },
}

// bothWays leads each of them.
const bothWays = "אa1 "

// TestHostile holds each text to the reference where it is short, and takes a
// long one through every step.
func TestHostile(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			for d := range Direction(4) {
				compare(t, []rune(bothWays+text(400)), d)
			}
			long := []rune(bothWays + text(100_000))
			var p Paragraph
			p.Resolve(long, Auto)
			levels := p.Line(nil, 0, len(long))
			order := Reorder(nil, levels)
			ReorderMarks(order, levels, p.Classes())
			if len(order) != len(long) {
				t.Errorf("%d of %d characters are in the line", len(order), len(long))
			}
		})
	}
}

func TestSteadyStateAllocatesNothing(t *testing.T) {
	var p Paragraph
	var levels []uint8
	var order []int32
	texts := [][]rune{[]rune(mixedProse), []rune(isolatedProse), []rune(plainProse)}
	for _, text := range hostile {
		texts = append(texts, []rune(bothWays+text(1000)))
	}
	run := func() {
		for _, text := range texts {
			p.Resolve(text, Auto)
			levels = p.Line(levels[:0], 0, len(text))
			order = Reorder(order[:0], levels)
			ReorderMarks(order, levels, p.Classes())
		}
	}
	if n := testing.AllocsPerRun(3, run); n != 0 {
		t.Errorf("%v allocations for %d paragraphs", n, len(texts))
	}
}
