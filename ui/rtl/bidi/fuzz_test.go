package bidi

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// alphabet holds characters of every class, with enough brackets, marks and
// controls for them to meet.
var alphabet = []rune("aבبc1٢+%,\u0301\u00ad !\t\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2069()[]\u2329\u232a\u3008\u3009\u0651")

// deep is made of what opens levels, so that random text gets to maxDepth and
// beyond.
var deep = []rune("\u202b\u202a\u202d\u202e\u2067\u2066\u2068\u202b\u202e\u2067\u2068\u202c\u2069a1(ב) ")

// TestAgreesWithReference compares random paragraphs; FuzzResolve looks for more.
func TestAgreesWithReference(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 15))
	for _, kind := range []struct {
		count, length int
		alphabet      []rune
	}{{30_000, 40, alphabet}, {500, 400, deep}, {200, 400, []rune("(())[]{a} \u0301")}} {
		for range kind.count {
			text := make([]rune, random.IntN(kind.length))
			for i := range text {
				text[i] = kind.alphabet[random.IntN(len(kind.alphabet))]
			}
			compare(t, text, Direction(random.IntN(4)))
		}
	}
}

// TestReference holds the reference itself to Unicode's file.
func TestReference(t *testing.T) {
	directions := map[string]Direction{"0": LTR, "1": RTL, "2": Auto}
	readLines(t, "BidiCharacterTest.txt.gz", func(number int, line string) {
		fields := strings.Split(line, ";")
		text := parseText(t, number, fields[0])
		_, levels := reference(text, directions[fields[1]])
		for i, want := range parseNumbers(t, fields[3]) {
			// White space at the end has its level from L1, which comes later.
			if want != excluded && want != int(levels[i]) && !ClassOf(text[i]).in(trailingClasses|1<<S|1<<B) {
				t.Fatalf("line %d: %U has levels %d, want %s", number, text, levels, fields[3])
			}
		}
	})
}

func FuzzResolve(f *testing.F) {
	for _, text := range []string{"", "abc (אבג [1]) ب٢,٣", "\u2067\u202b\u2069\u2068a\u202c)", "\u2029א\u2029a", "(((((\u0301))"} {
		for d := range uint8(4) {
			f.Add(text, []byte("\x00\x01\x0e\x1f"), d)
		}
	}
	const longest = 500 // the reference is slow
	f.Fuzz(func(t *testing.T, s string, classes []byte, d uint8) {
		compare(t, []rune(s[:min(len(s), longest)]), Direction(d%4))
		compare(t, spell(classes[:min(len(classes), longest)]), Direction(d%4))
	})
}

// spell makes a text that has one character of the alphabet for each byte.
func spell(data []byte) []rune {
	text := make([]rune, len(data))
	for i, b := range data {
		text[i] = alphabet[int(b)%len(alphabet)]
	}
	return text
}

// compare resolves a text, whole and on two lines, and holds the results to the
// reference and to what is true of all levels.
func compare(t *testing.T, text []rune, d Direction) {
	t.Helper()
	var p Paragraph
	p.Resolve(text, d)
	base, levels := reference(text, d)
	if p.Base() != base && len(text) > 0 {
		t.Fatalf("%U, direction %d: base %d, the reference has %d", text, d, p.Base(), base)
	}
	for i, level := range p.Levels() {
		want := levels[i]
		if want == removedLevel {
			want = p.Base()
			if i > 0 {
				want = p.Levels()[i-1]
			}
		}
		if level != want {
			t.Fatalf("%U, direction %d: levels %d, the reference has %d", text, d, p.Levels(), levels)
		}
	}
	for _, edges := range [][2]int{{0, len(text)}, {0, len(text) / 2}, {len(text) / 2, len(text)}} {
		line := p.Line(nil, edges[0], edges[1])
		order := Reorder(nil, line)
		slices.Sort(order)
		for i, at := range order {
			if int(at) != i {
				t.Fatalf("%U: the line %d is no permutation: %d", text, edges, order)
			}
		}
	}
}
