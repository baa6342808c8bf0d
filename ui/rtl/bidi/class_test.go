package bidi

import (
	"testing"
	"unicode"

	xbidi "golang.org/x/text/unicode/bidi"
)

// TestClassOf compares the table with that of golang.org/x/text, which it is
// generated from, over all code points. A Go release that brings x/text a newer
// Unicode is the time to run go generate and to renew testdata.
func TestClassOf(t *testing.T) {
	if xbidi.UnicodeVersion != UnicodeVersion {
		t.Skipf("x/text's tables are of Unicode %s, these of %s", xbidi.UnicodeVersion, UnicodeVersion)
	}
	classes := map[xbidi.Class]Class{
		xbidi.L: L, xbidi.R: R, xbidi.AL: AL, xbidi.EN: EN, xbidi.ES: ES, xbidi.ET: ET, xbidi.AN: AN, xbidi.CS: CS,
		xbidi.NSM: NSM, xbidi.BN: BN, xbidi.B: B, xbidi.S: S, xbidi.WS: WS, xbidi.ON: ON, xbidi.LRE: LRE, xbidi.LRO: LRO,
		xbidi.RLE: RLE, xbidi.RLO: RLO, xbidi.PDF: PDF, xbidi.LRI: LRI, xbidi.RLI: RLI, xbidi.FSI: FSI, xbidi.PDI: PDI,
	}
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		properties, _ := xbidi.LookupRune(r)
		want, ok := classes[properties.Class()]
		if got := ClassOf(r); !ok || got != want {
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
