package joining

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestUnshape holds every code point against Unicode's normalization form KC:
// the presentation forms that it changes are the ones that Unshape knows.
func TestUnshape(t *testing.T) {
	known := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		letters, ok := Unshape(r)
		inBlocks := r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF
		want := norm.NFKC.String(string(r))
		if ok != (inBlocks && want != string(r)) {
			t.Errorf("Unshape(%U) = %q, %t; NFKC has %q", r, letters, ok, want)
		}
		if !ok {
			continue
		}
		known++
		if got := norm.NFKC.String(letters); got != want {
			t.Errorf("Unshape(%U) = %+q, which is %+q in NFKC, want %+q", r, letters, got, want)
		}
	}
	if known == 0 {
		t.Error("no presentation form is known")
	}
}

func TestUnshapeLamAlef(t *testing.T) {
	for form, want := range map[rune]string{0xFEF5: "لآ", 0xFEF8: "لأ", 0xFEF9: "لإ", 0xFEFC: "لا"} {
		if got, ok := Unshape(form); !ok || got != want {
			t.Errorf("Unshape(%U) = %q, %t, want %q", form, got, ok, want)
		}
	}
}
