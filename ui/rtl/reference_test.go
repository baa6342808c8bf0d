package rtl

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
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

// uniseg is a reference that applies the rules one by one.
func TestClustersAgainstUniseg(t *testing.T) {
	n := 0
	eachText(func(text []rune) {
		n++
		var want []bool
		for rest, state := string(text), -1; rest != ""; {
			var cluster string
			cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
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

func TestLineBreaksAgainstUniseg(t *testing.T) {
	n, left := 0, 0
	eachText(func(text []rune) {
		if isTailored(text) {
			left++
			return
		}
		n++
		var want []bool
		for rest, state := string(text), -1; rest != ""; {
			var segment string
			segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			want = append(want, true)
			for range utf8.RuneCountInString(segment) - 1 {
				want = append(want, false)
			}
		}
		want[0] = false
		if got := lineBreaks(text)[:len(text)]; !slices.Equal(got, want) {
			t.Errorf("%U: got %v, want %v", text, got, want)
		}
	})
	t.Logf("%d texts, %d left out", n, left)
}

// isTailored is true of texts in which uniseg applies other rules, each by a
// part that the text has.
func isTailored(text []rune) bool {
	has := map[lineClass]bool{}
	for _, r := range text {
		has[propertiesOf(r).line()] = true
	}
	affix := has[lbPR] || has[lbPO]
	switch {
	case has[lbSP] && (has[lbQUinitial] || has[lbQUfinal]): // LB15a and LB15b are of Unicode 15.1
		return true
	case has[lbIDunassigned]: // uniseg does not take these for ID (LB23a)
		return true
	case has[lbEB] && has[lbEM]: // uniseg forgets the rules for what is behind EB EM
		return true
	case has[lbCP] && has[lbCM]: // for the width that LB30 asks for it takes that of a mark
		return true
	case (has[lbOP] || has[lbOPwide]) && has[lbSP] && has[lbCM]: // nor does a mark behind "( " become a letter (LB10)
		return true
	case affix && has[lbNU] && (has[lbIS] || has[lbSY]) && (has[lbCL] || has[lbCP]): // nor is "1.)%" a number for it (LB25)
		return true
	case affix && has[lbNU] && (has[lbOP] || has[lbOPwide]) && (has[lbCM] || has[lbZWJ]): // nor marks before a number (LB9 in LB25)
		return true
	}
	return false
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
	case r >= 0x2630 && r <= 0x2637, r >= 0x268a && r <= 0x268f, r >= 0x4dc0 && r <= 0x4dff,
		r >= 0x1d300 && r <= 0x1d356, r >= 0x1d360 && r <= 0x1d376: // wide from Unicode 16 on
		return true
	}
	return false
}
