package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/pattern"
)

// An article is untrusted: what it says must not act on the terminal that shows
// it. This file is the gate through which every string of every article comes,
// whatever format it arrived in. It takes out:
//
//   - control characters (C0, DEL, C1) but for newline and tab, and escape
//     sequences whole, so that no "[31m" stays behind;
//   - tag characters, interlinear annotation marks, deprecated format
//     characters and byte order marks, which hide text;
//   - directional formatting that is not closed within its line, or closes what
//     the line did not open (UAX #9), so that no text turns what is around it;
//   - marks beyond maxMarks on one base;
//   - bytes that are not UTF-8, for each of which U+FFFD stands.
//
// Text is not normalised otherwise: what was written stays.

// maxMarks is how many combining marks one base may carry. Fully vocalised
// Quranic text and Hebrew with cantillation need five.
const maxMarks = 8

// CleanText makes a text of several lines fit to be shown: the rules above,
// line ends as "\n".
func CleanText(s string) string {
	if isOrdinary(s) {
		return s
	}
	return cleanText(s)
}

// cleanText is CleanText of any text, by what each character is.
func cleanText(s string) string {
	s = strip(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = balance(line)
	}
	return strings.Join(lines, "\n")
}

// CleanLine makes a text that stands on one line fit to be shown: the rules of
// [CleanText], white space of any kind and length as one space, none around.
func CleanLine(s string) string {
	if !isOrdinary(s) {
		s = balance(flatten(strip(s)))
	}
	return joinWords(s)
}

// flatten puts a text on one line, so that its paragraphs are one for the
// directional formatting.
func flatten(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// strip takes out what may not be in any text, but for the balance of
// directional formatting.
func strip(s string) string {
	if !strings.ContainsFunc(s, isSuspect) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for len(s) > 0 {
		if n := escapeSequence(s); n > 0 {
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '\r':
			if !strings.HasPrefix(s, "\r\n") {
				b.WriteByte('\n')
			}
			marks = 0
		case r == '\n', r == '\v', r == '\f', r == 0x85, r == '\u2028', r == '\u2029':
			b.WriteByte('\n')
			marks = 0
		case isForbidden(r):
		case isExtending(r):
			if marks++; marks <= maxMarks {
				b.WriteRune(r)
			}
		default:
			if !unicode.Is(unicode.Bidi_Control, r) {
				marks = 0
			}
			b.WriteRune(r) // U+FFFD for a byte that is not UTF-8
		}
		s = s[n:]
	}
	return b.String()
}

// isSuspect tells whether strip has to look at a character with what stands
// around it. U+FFFD may be a byte that is not UTF-8.
func isSuspect(r rune) bool {
	return r != '\n' && isForbidden(r) || isExtending(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
}

// isForbidden tells whether a character may not be in an article, line ends
// aside.
func isForbidden(r rune) bool {
	switch {
	case r == '\t':
		return false
	case r < ' ', r >= 0x7F && r < 0xA0: // C0, DEL, C1
		return true
	case r < 0x206A:
		return false
	}
	return r <= 0x206F || // deprecated format characters
		r >= 0xFFF9 && r <= 0xFFFB || // interlinear annotation
		r == 0xFEFF || // byte order mark
		r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE || // noncharacters
		r >= 0xE0000 && r <= 0xE007F // tags
}

// isExtending tells whether a character belongs to the base before it and takes no
// cell of its own.
func isExtending(r rune) bool {
	switch {
	case r < 0x300 || r >= 'א' && r <= 'ת':
		return false
	case r >= firstArabic && r <= lastArabic:
		return arabicMarks[r-firstArabic]
	}
	return unicode.In(r, unicode.M) || r == '\u200C' || r == '\u200D'
}

// The block of the Arabic script.
const firstArabic, lastArabic = 0x0600, 0x06ff

// arabicMarks are the marks of the block of the Arabic script, which most letters
// are looked up in.
var arabicMarks = func() (table [lastArabic - firstArabic + 1]bool) {
	for i := range table {
		table[i] = unicode.In(firstArabic+rune(i), unicode.M)
	}
	return table
}()

// Directional formatting characters (UAX #9, section 2).
const (
	runeLRE, runeRLE, runePDF, runeLRO, runeRLO = '\u202A', '\u202B', '\u202C', '\u202D', '\u202E'
	runeLRI, runeRLI, runeFSI, runePDI          = '\u2066', '\u2067', '\u2068', '\u2069'
)

// maxOpen is how many embeddings and isolates may be open in one line. UAX #9
// (BD2) gives up at 125 levels, of which each may take two.
const maxOpen = 60

// balance closes what a line leaves open in directional formatting and takes
// out what closes nothing. An isolate's end closes the embeddings in it (X6a);
// an embedding's end does not reach out of an isolate (X7).
func balance(line string) string {
	if !strings.ContainsFunc(line, isFormatting) {
		return line
	}
	var b strings.Builder
	b.Grow(len(line))
	var open []rune // the closing character of each, innermost last
	closeLast := func() {
		if len(open) <= maxOpen {
			b.WriteRune(open[len(open)-1])
		}
		open = open[:len(open)-1]
	}
	isolates := 0
	for _, r := range line {
		switch r {
		case runeLRE, runeRLE, runeLRO, runeRLO, runeLRI, runeRLI, runeFSI:
			closing := runePDF
			if r >= runeLRI {
				closing = runePDI
				isolates++
			}
			if open = append(open, closing); len(open) <= maxOpen {
				b.WriteRune(r)
			}
		case runePDF:
			if len(open) > 0 && open[len(open)-1] == runePDF {
				closeLast()
			}
		case runePDI:
			if isolates == 0 {
				continue
			}
			for open[len(open)-1] != runePDI {
				closeLast()
			}
			closeLast()
			isolates--
		default:
			b.WriteRune(r)
		}
	}
	for len(open) > 0 {
		closeLast()
	}
	return b.String()
}

// isFormatting tells whether a character opens or closes a direction.
func isFormatting(r rune) bool { return r >= runeLRE && r <= runeRLO || r >= runeLRI && r <= runePDI }

// referencePattern is a numeric character reference of HTML and Markdown, also one
// whose ampersand is itself written as references, which some renderers decode
// over again.
var referencePattern = pattern.New(`(?i)&(?:amp;|#38;|#x26;)*#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));?`)

// CleanMarkdown is [CleanText] for Markdown, where a character can also be
// written by its number: a reference to what may not be in an article becomes
// U+FFFD, as CommonMark does with &#0;.
func CleanMarkdown(s string) string {
	s = CleanText(s)
	if !strings.Contains(s, "#") {
		return s
	}
	return referencePattern.ReplaceAllStringFunc(s, func(whole string) string {
		m := referencePattern.FindStringSubmatch(whole)
		digits, base := m[1], 16
		if digits == "" {
			digits, base = m[2], 10
		}
		n, err := strconv.ParseInt(digits, base, 64)
		if err != nil || n > unicode.MaxRune || isForbidden(rune(n)) && n != '\n' && n != '\r' || isFormatting(rune(n)) {
			return "\uFFFD"
		}
		return whole
	})
}

// IsInvisible tells whether a character alone shows nothing.
func IsInvisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.M)
}
