package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What follows is what the fast ways are held to: the plain ones, by the definition.

// plainLine is CleanLine of any text.
func plainLine(s string) string {
	return strings.Join(strings.Fields(balance(flatten(strip(s)))), " ")
}

// plainFold is Fold, with NFKC of every text that it changes.
func plainFold(s string) string {
	if !norm.NFKC.IsNormalString(s) {
		s = norm.NFKC.String(strings.Map(dropSpacingMark, s))
	}
	return strings.Map(foldRune, s)
}

// checkFast compares all fast ways with the plain ones on two texts.
func checkFast(t *testing.T, s, other string) {
	t.Helper()
	if got, want := CleanText(s), cleanText(s); got != want {
		t.Errorf("CleanText(%+q) = %+q, want %+q", s, got, want)
	}
	if got, want := CleanLine(s), plainLine(s); got != want {
		t.Errorf("CleanLine(%+q) = %+q, want %+q", s, got, want)
	}
	if got, want := CountWords(s), len(strings.Fields(s)); got != want {
		t.Errorf("CountWords(%+q) = %d, want %d", s, got, want)
	}
	if got, want := joinWords(s), strings.Join(strings.Fields(s), " "); got != want {
		t.Errorf("joinWords(%+q) = %+q, want %+q", s, got, want)
	}
	if got, want := Fold(s), plainFold(s); got != want {
		t.Errorf("Fold(%+q) = %+q, want %+q", s, got, want)
	}
	if got, want := Spaced(s), spacedAny(s); got != want {
		t.Errorf("Spaced(%+q) = %+q, want %+q", s, got, want)
	}
	if got, want := Spaced(s+"\n"+other), strings.Join(slices.Concat(Words(s), Words(other)), " "); got != want {
		t.Errorf("Spaced of %+q and %+q in lines = %+q, want %+q", s, other, got, want)
	}
	if start := KeyStart(s); !strings.HasPrefix(Key(s), start) {
		t.Errorf("KeyStart(%+q) = %+q, but the key is %+q", s, start, Key(s))
	}
	if got, want := Same(s, other), s != "" && Key(s) == Key(other); got != want {
		t.Errorf("Same(%+q, %+q) = %t", s, other, got)
	}
}

// pieces are what texts are made of that the fast ways have to tell apart.
var pieces = []string{
	"خبر", "عاجل", "كتاب", "مُحَمَّد", "أ", "ا\u0654", "و\u0654", "ـ", "ﷺ", "ﻻ", "٣", "۳", "שלום", "שָׁלוֹם", "word", "12", "3,500", "345", "،", "٬", ",", "ة", "צה\"ל", "Café", "Cafe\u0301", "é",
	" ", "  ", "\n", "\t", "\r\n", "\v", "\u00A0", "\u0085", "\u1680", "\u2003", "\u2028", "\u202F", "\u205F", "\u3000", "\u200B",
	".", ":", "…", "–", "\u2011", "\u2017", "\u2023", "\u2024", "\u2025", "“", "«", "»", "؟", "،", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u202B", "\u202C", "\u2067", "\u2069", "\u2066",
	"\u064B", "\u0651", "\u0653", strings.Repeat("\u0651", 9), "\x1b[31m", "\u009b", "\x00", "\x7f", "\xff", "\xd8", "\xe2\x80", "\uFEFF", "\uFFFD", "\U000E0041", "ä", "ß", "İ", "가", "\u1100\u1161",
}

// The fast ways do what the plain ones do on random texts.
func TestFastWays(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 10_000 {
		s, other := text(), text()
		switch random.IntN(3) {
		case 0:
			other = s + other
		case 1:
			other = strings.ReplaceAll(s, " ", "  ")
		}
		checkFast(t, s, other)
		if t.Failed() {
			return
		}
	}
}

// Every character of the first plane is treated alike by the fast ways and the plain
// ones, alone and between others; so are the tags.
func TestFastWaysOfEveryCharacter(t *testing.T) {
	t.Parallel()
	const plane, tags, behindTags = 0x10000, 0xE0000, 0xE0100
	for r := rune(0); r < behindTags && !t.Failed(); r++ {
		if r == plane {
			r = tags
		}
		checkFast(t, "ب"+string(r)+"و", string(r))
		if n := spaceAt(string(r), 0); n > 0 != unicode.IsSpace(r) || n > 0 && n != len(string(r)) {
			t.Errorf("spaceAt(%U) = %d", r, n)
		}
		if !mayCompose(r) && r != hardSpace && r != ellipsisRune && norm.NFKC.String(string(r)) != string(r) {
			t.Errorf("NFKC changes %U", r)
		}
	}
}

func FuzzFastWays(f *testing.F) {
	for _, s := range slices.Concat(pieces) {
		f.Add(s, "خبر")
	}
	f.Fuzz(checkFast)
}
