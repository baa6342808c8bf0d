package rtl

import (
	"slices"
	"testing"
)

// wrapped gives the text of each line as it came.
func wrapped(text string, o Options) []string {
	var lines []string
	for _, line := range WrapSpans(plainSpans(text), o) {
		lines = append(lines, text[line.Start:line.End])
	}
	return lines
}

func TestLineBreaks(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		text  string
		want  []string
	}{
		{"at spaces", 8, "قال في دمشق", []string{"قال في ", "دمشق"}},
		{"a lam-alef is one column", 4, "سلام سلام", []string{"سلام ", "سلام"}},
		{"marks are none", 4, "قَالَ مِن", []string{"قَالَ ", "مِن"}},
		{"spaces at the end do not count", 3, "قال   في", []string{"قال   ", "في"}},
		{"not before Arabic punctuation", 6, "قال نعم، قل؛ أين؟", []string{"قال ", "نعم، ", "قل؛ ", "أين؟"}},
		{"not before a closing mark, a space between or not", 10, "قال هو «نعم » قال", []string{"قال هو ", "«نعم » قال"}},
		{"not behind an opening mark, a space between or not", 9, "قال هو « نعم » قال", []string{"قال هو ", "« نعم » ", "قال"}},
		{"not before a closing bracket", 7, "أ (ب ج) د", []string{"أ (ب ج) ", "د"}},
		{"no-break spaces hold", 6, "قال ص\u00a0ب", []string{"قال ", "ص\u00a0ب"}},
		{"word joiners hold", 5, "ab-\u2060cd-ef", []string{"ab-\u2060cd", "-ef"}},
		{"a word that is too long is cut", 3, "مستقبل", []string{"مست", "قبل"}},
		{"an address at its slashes", 12, "https://example.com/news/2024", []string{"https://", "example.com/", "news/2024"}},
		{"behind hyphens", 6, "abc-def", []string{"abc-", "def"}},
		{"at soft hyphens, which then need a column", 6, "abc\u00addefgh", []string{"abc\u00ad", "defgh"}},
		{"at zero width spaces", 3, "abc\u200bdef", []string{"abc\u200b", "def"}},
		{"between ideographs", 4, "漢字漢字。", []string{"漢字", "漢", "字。"}},
		{"not within a cluster", 2, "👨‍👩‍👧👨‍👩‍👧", []string{"👨‍👩‍👧", "👨‍👩‍👧"}},
		{"what is wider than the line goes alone", 1, "漢a", []string{"漢", "a"}},
		{"leading spaces stay", 4, "  ab cd", []string{"  ab ", "cd"}},
		{"only spaces", 2, "     ", []string{"     "}},
		{"hard ends", 9, "a\vb\fc\u2028d\ne\u0085f", []string{"a\v", "b\f", "c\u2028", "d\n", "e\u0085", "f"}},
		{"a number is whole", 6, "ab 12,345.67%", []string{"ab ", "12,345", ".67%"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantLines(t, wrapped(c.text, Options{Protocols: AllProtocols, Width: c.width}), c.want)
		})
	}
}

func TestSoftHyphenIsShownWhereALineEnds(t *testing.T) {
	wantLines(t, visual("abc\u00addefgh i\u00adj", Options{Protocols: AllProtocols, Width: 6}), []string{"abc-  ", "defgh ", "ij    "})
	wantLines(t, visual("abc\u00addef", Options{Protocols: AllProtocols, Width: 3}), []string{"abc", "def"})
}

func TestAlignment(t *testing.T) {
	for _, c := range []struct {
		name       string
		text       string
		o          Options
		wantVisual []string
	}{
		{"start of a right-to-left paragraph", "אב", Options{Protocols: AllProtocols, Width: 5}, []string{"   בא"}},
		{"start of a left-to-right paragraph", "ab", Options{Protocols: AllProtocols, Width: 5}, []string{"ab   "}},
		{"left", "אב", Options{Protocols: AllProtocols, Width: 5, Align: AlignLeft}, []string{"בא   "}},
		{"right", "ab", Options{Protocols: AllProtocols, Width: 5, Align: AlignRight}, []string{"   ab"}},
		{"centre", "ab", Options{Protocols: AllProtocols, Width: 5, Align: AlignCenter}, []string{" ab  "}},
	} {
		t.Run(c.name, func(t *testing.T) { wantLines(t, visual(c.text, c.o), c.wantVisual) })
	}
}

func TestLead(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"hanging, right to left", "אב גד", Options{Protocols: AllProtocols, Width: 5, Prefix: plainSpans("1. "), RestPrefix: plainSpans("   ")}, []string{"בא .1", "דג   "}},
		{"hanging, left to right", "ab cd", Options{Protocols: AllProtocols, Width: 5, Prefix: plainSpans("1. "), RestPrefix: plainSpans("   ")}, []string{"1. ab", "   cd"}},
		{
			"a quote's bar at the right of English",
			"ab cd", Options{Protocols: AllProtocols, Width: 5, Prefix: plainSpans("│ "), RestPrefix: plainSpans("│ "), PrefixDirection: RTL},
			[]string{"ab  │", "cd  │"},
		},
		{"is a segment by itself", "אב", Options{Protocols: AllProtocols, Width: 9, Prefix: plainSpans("(a) 1 ")}, []string{" בא 1 (a)"}},
		{"leaves the text a column", "אב", Options{Protocols: AllProtocols, Width: 2, Prefix: plainSpans("1234"), RestPrefix: plainSpans("  ")}, []string{"א1", "ב "}},
		{"has no room", "אב", Options{Protocols: AllProtocols, Width: 1, Prefix: plainSpans("- ")}, []string{"א", "ב"}},
	} {
		t.Run(c.name, func(t *testing.T) { wantLines(t, visual(c.text, c.o), c.want) })
	}
}

func TestTabs(t *testing.T) {
	wantLines(t, visual("a\tbc\td", Options{Protocols: AllProtocols, Width: 20}), []string{"a       bc      d   "})
	wantLines(t, visual("א\tב", Options{Protocols: AllProtocols, Width: 20}), []string{"           ב       א"})
	wantLines(t, visual("abc\tdef", Options{Protocols: AllProtocols, Width: 8}), []string{"abc     ", "def     "})
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		name   string
		digits Digits
		text   string
		want   string
	}{
		{"Arabic", DigitsArabic, "في 2024 و۱۲", "١٢ﻭ ٢٠٢٤ ﻲﻓ"},
		{"Persian", DigitsPersian, "في 2024 و١٢", "۱۲ﻭ ۲۰۲۴ ﻲﻓ"},
		{"European", DigitsEuropean, "في ٢٠٢٤ و۱۲", "12ﻭ 2024 ﻲﻓ"},
		{"not in left-to-right words", DigitsArabic, "في Go 1.26", "Go 1.26 ﻲﻓ"},
		{"not in addresses", DigitsArabic, "في 5 https://a.b/2024", "https://a.b/2024 ٥ ﻲﻓ"},
		{"not in left-to-right paragraphs", DigitsArabic, "in 2024", "in 2024"},
	} {
		t.Run(c.name, func(t *testing.T) {
			width := int(StringWidth(c.text))
			wantLines(t, visual(c.text, Options{Protocols: AllProtocols, Width: width, Digits: c.digits}), []string{c.want})
		})
	}
}

func TestLinesTileTheText(t *testing.T) {
	text := "  قال الرئيس\n\nabc  def ghi \r\nنعم"
	var ends []Offset
	at := Offset(0)
	for _, line := range WrapSpans(plainSpans(text), Options{Protocols: AllProtocols, Width: 6}) {
		if line.Start != at {
			t.Errorf("line starts at %d, the one before ended at %d", line.Start, at)
		}
		at = line.End
		if line.Last {
			ends = append(ends, line.End)
		}
	}
	if want := []Offset{22, 23, 38, Offset(len(text))}; !slices.Equal(ends, want) {
		t.Errorf("paragraphs end at %d, want %d", ends, want)
	}
}
