package rtl

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/joining"
)

// seeds are texts of all that the layout knows.
var seeds = []string{
	"", " ", "قالَ الرئيسُ (السوري) في 2024: «لا شيء».", "abc אבג 12,345% [x (y)]", "می‌خواهم ۱۲۳", "ٹھیک ہے",
	"لَا لآ لأ لإ", "\u064eا \u0301a \u200d\u0301", "۝١٢ ؀123 \u06dd", "👨‍👩‍👧🇸🇾❤️1️⃣ 漢字。", "a\u00adb\u200bc\u2060d\u00a0e\tf",
	"\u2067a\u2066b\u2069\u202ec\u202cd\u200fe", "\u2069\u202c\u2066", "a\nb\r\nc\u2028d\ve\u2029", "\xff\x9b\xc2\x9b\x1b[31m\x00\x7f",
	"زوروا https://ar.example.org/س_(ص)/2024، أو +963 11 222 3333 @x", strings.Repeat("م", 100), strings.Repeat("\u064e", 50),
	"\u0600\u0601\u0602\u0603\u0604\u0605", "\ufe0f \u20e3 \U000e0041", "각\u1100\u1161\u11a8 नमस्ते",
}

// What holds for every text at every width.
func FuzzLines(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint16(i%20), uint16(i*7))
	}
	f.Fuzz(func(t *testing.T, text string, width, flags uint16) {
		o := Options{Protocols: AllProtocols,
			Width:     int(width % 300),
			Direction: Direction(flags & 3),
			Align:     Align(flags >> 2 & 3),
			Digits:    Digits(flags >> 4 & 3),
			Shaping:   Shaping(flags >> 12 % 3),
			HideMarks: flags>>7&1 == 1,
			Justify:   flags>>8&1 == 1,
		}
		if flags>>9&1 == 1 {
			o.Prefix, o.RestPrefix = plainSpans(" • "), plainSpans("│ א ")
			o.PrefixDirection = Direction(flags >> 10 & 3)
		}
		spans := []Span{{text[:len(text)/2], Style{Attributes: Bold}}, {text[len(text)/2:], Style{Link: "x"}}}
		lines := WrapSpans(spans, o)
		at := Offset(0)
		for _, line := range lines {
			if line.Start != at {
				t.Fatalf("line starts at %d, want %d", line.Start, at)
			}
			at = line.End
			wantWidth(t, line, max(o.Width, 1))
			wantClusters(t, text, line, o)
			wantInverse(t, line)
			wantLogicalOrder(t, line)
			wantNoControls(t, AppendVisual(nil, line.Cells))
			wantNoControls(t, AppendLogical(nil, line.Cells))
		}
		if at != Offset(len(text)) {
			t.Fatalf("the last line ends at %d of %d", at, len(text))
		}
		wantWidth(t, Line{Cells: TruncateSpans(spans, o)}, max(o.Width, 1))
	})
}

func wantWidth(t *testing.T, line Line, width int) {
	t.Helper()
	if got := Width(line.Cells); int(got) != width {
		t.Fatalf("a line of %d columns, want %d", got, width)
	}
	for i, c := range line.Cells {
		if c.Width < 1 || c.Width > 2 {
			t.Fatalf("cell %d is %d columns wide", i, c.Width)
		}
	}
}

// wantClusters checks that the cells hold the text of their line, each character
// once, and show it. Only controls, white space at the end and marks that were
// hidden may be left out.
func wantClusters(t *testing.T, text string, line Line, o Options) {
	t.Helper()
	cells := slices.DeleteFunc(slices.Clone(line.Cells), func(c Cell) bool { return c.At == NoOffset })
	slices.SortFunc(cells, func(a, b Cell) int { return int(a.At - b.At) })
	at := line.Start
	for _, c := range cells {
		wantLeftOut(t, text[at:c.At], false, o)
		at = c.At + Offset(len(c.Text))
		if c.At < line.Start || at > line.End {
			t.Fatalf("cell at %d is not in the line %d–%d", c.At, line.Start, line.End)
		}
		if !o.HideMarks && text[c.At:at] != c.Text {
			t.Fatalf("cell at %d holds %q", c.At, c.Text)
		}
		if o.HideMarks && !strings.HasPrefix(text[c.At:], c.Text) {
			at = c.At
			for _, r := range c.Text {
				at += Offset(strings.IndexRune(text[at:], r) + utf8.RuneLen(r))
			}
		}
		wantShown(t, c, o)
	}
	wantLeftOut(t, text[at:line.End], true, o)
}

func wantLeftOut(t *testing.T, text string, end bool, o Options) {
	t.Helper()
	for _, r := range text {
		p := propertiesOf(r)
		switch {
		case p&isHidden != 0, end && p&isSpace != 0, o.HideMarks && p&isMark != 0:
		default:
			t.Fatalf("%q (%U) is in no cell", r, r)
		}
	}
}

// wantShown checks that a cell shows its text, joining and the like undone.
func wantShown(t *testing.T, c Cell, o Options) {
	t.Helper()
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(c.Text, func(r rune) bool { return propertiesOf(r)&isFormat != 0 }))
	letters, isForm := joining.Unshape(c.Glyph)
	image, mirrors := bidi.Mirror(first)
	shown, shownIsDigit := digitValue(c.Glyph)
	value, isDigit := digitValue(first)
	switch {
	case c.Glyph == 0:
		p := propertiesOf(first)
		if p&isMark != 0 || p.width() == 0 {
			t.Fatalf("a cell starts with %U", first)
		}
	case c.Glyph == first, c.Glyph == foldSign(first):
	case isForm && o.Shaping != ShapeNone && strings.HasPrefix(letters, string(first)):
	case isForm && o.Shaping == ShapeBasic && strings.ContainsRune("یکہ", first):
	case mirrors && c.Glyph == image && c.Level&1 == 1:
	case isDigit && shownIsDigit && shown == value && o.Digits != DigitsAsIs:
	case c.Glyph == dottedCircle && propertiesOf(first)&isMark != 0:
	case c.Glyph == ' ' && first == '\t':
	case c.Glyph == utf8.RuneError && StringWidth(c.Text) == 2:
	default:
		t.Fatalf("%q is shown as %q (%U)", c.Text, c.Glyph, c.Glyph)
	}
}

func wantInverse(t *testing.T, line Line) {
	t.Helper()
	for _, c := range line.Cells {
		if c.At != NoOffset && line.Offset(line.Column(c.At)) != c.At {
			t.Fatalf("offset %d is at column %d, which is offset %d", c.At, line.Column(c.At), line.Offset(line.Column(c.At)))
		}
	}
	for c := range Width(line.Cells) + 2 {
		if o := line.Offset(c - 1); o < line.Start || o > line.End {
			t.Fatalf("column %d is offset %d, which is not in the line %d–%d", c-1, o, line.Start, line.End)
		}
	}
	for o := line.Start; o <= line.End; o++ {
		if c := line.Column(o); c < 0 || c >= max(Width(line.Cells), 1) {
			t.Fatalf("offset %d is at column %d", o, c)
		}
	}
}

// wantLogicalOrder checks that the levels lead back to the order of the text.
func wantLogicalOrder(t *testing.T, line Line) {
	t.Helper()
	first, last := line.shown()
	cells := line.Cells[first : last+1]
	before := NoOffset
	for _, at := range restore(nil, cells) {
		if cells[at].At == NoOffset {
			continue
		}
		if cells[at].At < before {
			t.Fatalf("the cell at %d comes behind the one at %d", cells[at].At, before)
		}
		before = cells[at].At
	}
}

// wantNoControls checks that a line holds no control but our own sequences.
func wantNoControls(t *testing.T, line []byte) {
	t.Helper()
	if !utf8.Valid(line) {
		t.Fatalf("not UTF-8: %q", line)
	}
	var text strings.Builder
	for _, span := range ParseANSI(string(line)) {
		text.WriteString(span.Text)
	}
	for _, r := range text.String() {
		if propertiesOf(r)&isDropped != 0 {
			t.Fatalf("%U is shown", r)
		}
	}
}
