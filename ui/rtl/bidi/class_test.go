package bidi

import (
	"testing"
	"unicode"

	xbidi "golang.org/x/text/unicode/bidi"
)

// TestClassOf compares the table with that of golang.org/x/text, over all code
// points where both are of one version of Unicode, else over those that are
// characters in its version.
func TestClassOf(t *testing.T) {
	classes := map[xbidi.Class]Class{
		xbidi.L: L, xbidi.R: R, xbidi.AL: AL, xbidi.EN: EN, xbidi.ES: ES, xbidi.ET: ET, xbidi.AN: AN, xbidi.CS: CS,
		xbidi.NSM: NSM, xbidi.BN: BN, xbidi.B: B, xbidi.S: S, xbidi.WS: WS, xbidi.ON: ON, xbidi.LRE: LRE, xbidi.LRO: LRO,
		xbidi.RLE: RLE, xbidi.RLO: RLO, xbidi.PDF: PDF, xbidi.LRI: LRI, xbidi.RLI: RLI, xbidi.FSI: FSI, xbidi.PDI: PDI,
	}
	// Characters of Unicode 15 that have another class in 17.
	changed := map[rune]Class{0x1171E: L, 0x1D6C1: ON, 0x1D6FB: ON, 0x1D735: ON, 0x1D76F: ON, 0x1D7A9: ON}
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		if xbidi.UnicodeVersion != UnicodeVersion && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co) {
			continue
		}
		properties, _ := xbidi.LookupRune(r)
		want, ok := classes[properties.Class()]
		if got := ClassOf(r); !ok || got != want && got != changed[r] {
			t.Errorf("%U is %s, x/text has %s", r, got, want)
		}
		b, ok := bracketOf(r)
		if ok != properties.IsBracket() || ok && b.open != properties.IsOpeningBracket() {
			t.Errorf("%U: bracket %t, opening %t; x/text has it otherwise", r, ok, b.open)
		}
	}
}

func TestClassString(t *testing.T) {
	for c, want := range map[Class]string{L: "L", AL: "AL", ON: "ON", PDI: "PDI", numClasses: "invalid"} {
		if got := c.String(); got != want {
			t.Errorf("class %d is %q, want %q", uint8(c), got, want)
		}
	}
}

// TestBracketPairs holds each pair together: every closing bracket has an opening
// one, and canonical equivalents are of one pair.
func TestBracketPairs(t *testing.T) {
	opened := map[rune]bool{}
	for _, b := range bracketTable {
		if b.open {
			opened[b.closing] = true
		}
	}
	for _, b := range bracketTable {
		if !b.open && !opened[b.closing] {
			t.Errorf("nothing opens what %U closes", b.r)
		}
	}
	for old, canonical := range map[rune]rune{0x2329: 0x3008, 0x232A: 0x3009} {
		a, _ := bracketOf(old)
		b, ok := bracketOf(canonical)
		if !ok || a.closing != b.closing || a.open != b.open {
			t.Errorf("%U and %U are of different pairs", old, canonical)
		}
	}
}

func TestMirror(t *testing.T) {
	for r, want := range map[rune]rune{'(': ')', ']': '[', '<': '>', '«': '»', '‹': '›', '≤': '≥', '」': '「', '￣': 0, 'a': 0, '؟': 0, '،': 0, '∛': 0, -1: 0, unicode.MaxRune: 0} {
		got, ok := Mirror(r)
		if got != want || ok != (want != 0) {
			t.Errorf("Mirror(%q) = %q, %t, want %q", r, got, ok, want)
		}
	}
}

// TestMirrorGoesBack asks twice: a mirror image's image is the character itself.
func TestMirrorGoesBack(t *testing.T) {
	mirrored := 0
	for r := range rune(unicode.MaxRune + 1) {
		image, ok := Mirror(r)
		if !ok {
			continue
		}
		mirrored++
		if back, _ := Mirror(image); back != r {
			t.Errorf("the image of %U is %U, whose image is %U", r, image, back)
		}
	}
	if want := 428; mirrored != want {
		t.Errorf("%d characters mirror, BidiMirroring.txt has %d", mirrored, want)
	}
}
