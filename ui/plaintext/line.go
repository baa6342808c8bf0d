package plaintext

import (
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// line is a line of a text and what is found of it.
type line struct {
	raw   string
	text  string // without control sequences
	blank bool
	first rtl.Direction // of the first letter, Auto where there is none
	at    int           // where that is, in bytes; the line's length where there is none
	diff  bool          // it is a line of a diff's hunk
	words bool          // of one in which words are marked
	// styled is that control sequences are in it.
	styled bool
	has    features

	gutter  int    // where the text behind a gutter begins, in bytes
	cells   []cell // of a table
	padded  bool   // what is behind a cell stands in a column
	columns int    // how wide it is, 0 where that was not needed yet
	last    int    // where its last cell begins, in columns
	laid    bool   // it has a shape
	// amongPaths is that it begins with the path of a file, or a line below or above it does.
	amongPaths bool
	keyed      bool // a key that runs from right to left stands before its value
	// pointed is that the line below points at something in it.
	pointed bool
	layout  Layout
}

// readLine reads a line.
func readLine(text string) line {
	l := line{raw: text, text: text, has: featuresOf(text)}
	if l.has&hasControl != 0 {
		l.text = visible(text)
		l.styled = len(l.text) != len(text)
		l.has = featuresOf(l.text)
	}
	l.first, l.at = firstLetter(l.text)
	l.blank = l.first == rtl.Auto && strings.TrimSpace(l.text) == ""
	return l
}

// visible returns a line without its control sequences.
func visible(text string) string {
	if strings.IndexByte(text, '\x1b') < 0 && strings.IndexByte(text, '\b') < 0 && strings.IndexByte(text, '\r') < 0 &&
		!strings.Contains(text, "\u009b") && !strings.Contains(text, "\u009d") {
		return text
	}
	var b strings.Builder
	for _, s := range rtl.ParseANSI(text) {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Overwritten returns a line as it is seen where carriage returns in it let what is
// behind them be written over what is before, as a program does that shows how far it is.
func Overwritten(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	shown := ""
	for part := range strings.SplitSeq(text, "\r") {
		switch {
		case part == "":
		case strings.IndexByte(part, '\x1b') >= 0 || rtl.StringWidth(part) >= rtl.StringWidth(shown):
			shown = part
		default:
			shown = part + afterColumns(shown, rtl.StringWidth(part))
		}
	}
	return shown
}

// afterColumns returns what stands behind the first columns of a text.
func afterColumns(text string, columns rtl.Column) string {
	for i := range text {
		if rtl.StringWidth(text[:i]) >= columns {
			return text[i:]
		}
	}
	return ""
}

// firstLetter returns the direction of the first letter of a text and where it is.
func firstLetter(text string) (rtl.Direction, int) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				return rtl.LTR, i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch bidi.ClassOf(r) {
		case bidi.L:
			return rtl.LTR, i
		case bidi.R, bidi.AL:
			return rtl.RTL, i
		}
		i += size
	}
	return rtl.Auto, len(text)
}

// firstRight returns where the first letter is that runs from right to left, or -1.
func firstRight(text string) int {
	for i, r := range text {
		if r >= 0x590 && isRight(r) {
			return i
		}
	}
	return -1
}

func isRight(r rune) bool {
	c := bidi.ClassOf(r)
	return c == bidi.R || c == bidi.AL
}

// isMostlyRight tells whether a text has no fewer letters from right to left than from
// left to right.
func isMostlyRight(text string) bool {
	left, right := 0, 0
	for _, r := range text {
		switch bidi.ClassOf(r) {
		case bidi.L:
			left++
		case bidi.R, bidi.AL:
			right++
		}
	}
	return right > 0 && right >= left
}

// indent returns how many bytes of blanks a line begins with.
func indent(text string) int { return len(text) - len(strings.TrimLeft(text, " \t\u00a0")) }
