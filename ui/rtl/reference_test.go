package rtl

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// representatives are characters of every combination of properties.
func representatives() []rune {
	var all []rune
	seen := map[properties]int{}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		p := propertiesOf(r)
		if utf8.ValidRune(r) && seen[p] < 2 {
			seen[p]++
			all = append(all, r)
		}
	}
	return all
}

// eachText calls f with every pair of representatives, alone and with a space, a
// mark or a joiner between them, and with many random texts of them.
func eachText(f func([]rune)) {
	all := representatives()
	for _, a := range all {
		for _, b := range all {
			f([]rune{a, b})
			for _, between := range []rune{' ', '\u0301', '\u200d'} {
				f([]rune{a, between, b})
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		text := make([]rune, 3+random.IntN(10))
		for i := range text {
			text[i] = all[random.IntN(len(all))]
		}
		f(text)
	}
}

// x/ansi finds clusters of the same version of Unicode in another way.
func TestClustersAgainstXAnsi(t *testing.T) {
	n := 0
	eachText(func(text []rune) {
		n++
		var want []bool
		for rest := string(text); rest != ""; {
			cluster, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			rest = rest[len(cluster):]
			want = append(want, true)
			for range utf8.RuneCountInString(cluster) - 1 {
				want = append(want, false)
			}
		}
		if got := clusterStarts(text)[:len(text)]; !slices.Equal(got, want) {
			t.Errorf("%U: got %v, want %v", text, got, want)
		}
	})
	t.Logf("%d texts", n)
}

// x/ansi is what Bubble Tea measures the cells of a screen with.
func TestWidthsAgainstXAnsi(t *testing.T) {
	for _, c := range []string{
		"abc", "سلام", "قَالَ", "ﻻ", "漢字", "한국어", "각", "ｱ", "é", "e\u0301",
		"👍", "👍🏽", "👨‍👩‍👧", "🇸🇾", "🇸🇾🇵🇸", "❤️", "❤", "1️⃣", "🏳️‍🌈", "☎", "☎️", "é漢👍ب",
		"मेरा", "ไทย", "a\u200bb", "a\u200fb", "½", "…", "—", "﷽", "ﷲ",
	} {
		if got, want := StringWidth(c), Column(ansi.StringWidth(c)); got != want {
			t.Errorf("%s (%U): %d columns, want %d", c, []rune(c), got, want)
		}
	}
}

func TestRuneWidthsAgainstXAnsi(t *testing.T) {
	for r := rune(' '); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !unicode.IsOneOf(unicode.PrintRanges, r) || propertiesOf(r).differs(r) {
			continue
		}
		if got, want := StringWidth(string(r)), Column(ansi.StringWidth(string(r))); got != want {
			t.Errorf("%U: %d columns, want %d", r, got, want)
		}
	}
}

// differs is true of what is measured otherwise here, for a reason.
func (p properties) differs(r rune) bool {
	switch {
	case p&isMark != 0: // by itself a mark is shown on a dotted circle
		return true
	case p.cluster() == gbPrepend && foldSign(r) != 0: // shown as something else
		return true
	case r == 0x1171e: // a mark until Unicode 16
		return true
	}
	return false
}
