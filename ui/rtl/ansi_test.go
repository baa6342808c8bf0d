package rtl

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseANSI(t *testing.T) {
	red, bold, line := Style{Foreground: Palette(1)}, Style{Attributes: Bold}, Style{Attributes: Underline}
	for _, c := range []struct {
		name string
		text string
		want []Span
	}{
		{"plain", "سلام\n\tx", plainSpans("سلام\n\tx")},
		{"a colour and its end", "a\x1b[31mb\x1b[mc", []Span{{Text: "a"}, {"b", red}, {Text: "c"}}},
		{"attributes add up", "\x1b[1m\x1b[3;4mx", []Span{{"x", Style{Attributes: Bold | Italic | Underline}}}},
		{"and go", "\x1b[1;2;3;4;5;7;8;9;53m\x1b[22;23;24;25;27;28;29;55mx", plainSpans("x")},
		{"underlines", "\x1b[4:3ma\x1b[4:2mb\x1b[21mc\x1b[4md\x1b[4:0me", []Span{
			{"a", Style{Attributes: CurlyUnderline}}, {"b", Style{Attributes: DoubleUnderline}},
			{"c", Style{Attributes: DoubleUnderline}}, {"d", Style{Attributes: Underline}}, {Text: "e"},
		}},
		{"bright colours", "\x1b[91;102mx", []Span{{"x", Style{Foreground: Palette(9), Background: Palette(10)}}}},
		{"256 colours", "\x1b[38;5;200;48:5:17mx", []Span{{"x", Style{Foreground: Palette(200), Background: Palette(17)}}}},
		{"true colours", "\x1b[38;2;1;2;3;48:2::4:5:6;58:2:7:8:9mx", []Span{{"x", Style{
			Foreground: RGB(1, 2, 3), Background: RGB(4, 5, 6), UnderlineColor: RGB(7, 8, 9),
		}}}},
		{"default colours", "\x1b[31;42;58;5;3m\x1b[39;49;59mx", plainSpans("x")},
		{"no colour", "\x1b[38;5;256mx\x1b[38;7;1my\x1b[38mz\x1b[38;2;300;0;0mw", []Span{{Text: "x"}, {"y", bold}, {"z", bold}, {"w", bold}}},
		{"private or unknown parameters", "\x1b[>4;1m\x1b[?31m\x1b[99;4:9;1:1m\x1b[31 mx", []Span{{"x", Style{Attributes: Underline}}}},
		{"a link", "\x1b]8;id=1;https://a.b/\x1b\\x\x1b]8;;\ay", []Span{{"x", Style{Link: "https://a.b/"}}, {Text: "y"}}},
		{"a link that does something is none", "\x1b]8;;https://a\ax\x1b]8;;javascript:y\ay\x1b]8;;file:///etc\az\x1b]8;;rel\aw", []Span{{"x", Style{Link: "https://a"}}, {Text: "y"}, {Text: "z"}, {Text: "w"}}},
		{"tag characters hide nothing", "a\U000e0041\U000e007fb", []Span{{Text: "a"}, {Text: "b"}}},
		{"a reset leaves the link", "\x1b]8;;mailto:l\a\x1b[1m\x1b[0mx", []Span{{"x", Style{Link: "mailto:l"}}}},
		{"other sequences", "a\x1b[2Jb\x1b]0;title\ac\x1bPq~\n~\x1b\\d\x1b(0e\x1b7f\x1b_x\x1b\\g", spansOf("a", "b", "c", "d", "e", "f", "g")},
		{"C1 controls in UTF-8", "a\u009b31mb\u009d0;t\u009cc\u0084d\u0085e", []Span{{Text: "a"}, {"b", red}, {"c", red}, {"d\u0085e", red}}},
		{"control characters", "a\x00b\rc\x7fd\be", spansOf("a", "b", "c", "d", "e")},
		{"a string without end loses no text", "a\x1b]0;b\nc", spansOf("a", "0;b\nc")},
		{"a sequence cut short", "a\x1b[31\nb\x1b", spansOf("a", "\nb")},
		{"bold by overstriking", "N\bNA\bAس\bس!", []Span{{"N", bold}, {"A", bold}, {"س", bold}, {Text: "!"}}},
		{"underlined by overstriking", "_\bxy\b__\bس", []Span{{"x", line}, {"y", line}, {"س", line}}},
		{"both", "_\bx\bx_\b_", []Span{{"x", Style{Attributes: Bold | Underline}}, {"_", bold}}},
		{"struck more than twice", "x\bx\bx\bx", []Span{{"x", bold}}},
		{"overstriking in bold", "\x1b[1mx\bxy", []Span{{"x", bold}, {"y", bold}}},
		{"other backspaces", "\ba\bb_\b\b\x1b[1mx\b", []Span{{Text: "a"}, {Text: "b_"}, {"x", bold}}},
		{"a link with a control character is none", "\x1b]8;;http://x\x07y\x1b]8;;z\x01w", []Span{{"y", Style{Link: "http://x"}}, {"8;;z", Style{Link: "http://x"}}, {"w", Style{Link: "http://x"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ParseANSI(c.text); !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %+v\nwant %+v", c.text, got, c.want)
			}
		})
	}
}

// Styles hold from one piece of a text to the next, and a copy goes on by itself.
func TestANSIInPieces(t *testing.T) {
	red, both := Style{Foreground: Palette(1)}, Style{Foreground: Palette(1), Attributes: Bold}
	var a ANSI
	steps := []struct {
		text string
		want []Span
	}{
		{"a\x1b[31m", plainSpans("a")},
		{"b", []Span{{"b", red}}},
		{"", nil},
		{"c\x1b[1md", []Span{{"c", red}, {"d", both}}},
		{"e\x1b[mf", []Span{{"e", both}, {Text: "f"}}},
		{"g", plainSpans("g")},
	}
	for i, step := range steps {
		before := a
		if got := a.Parse(step.text); !slices.Equal(got, step.want) {
			t.Errorf("piece %d: %+v, want %+v", i, got, step.want)
		}
		if again := before.Parse(step.text); !slices.Equal(again, step.want) {
			t.Errorf("piece %d from a copy: %+v, want %+v", i, again, step.want)
		}
	}
}

func spansOf(texts ...string) []Span {
	var spans []Span
	for _, text := range texts {
		spans = append(spans, Span{Text: text})
	}
	return spans
}

func TestAppendStyle(t *testing.T) {
	plain, bold := Style{}, Style{Attributes: Bold}
	for _, c := range []struct {
		name     string
		from, to Style
		want     string
	}{
		{"the same", bold, bold, ""},
		{"on", plain, bold, "\x1b[1m"},
		{"all off", Style{Foreground: RGB(1, 2, 3), Attributes: Bold}, plain, "\x1b[m"},
		{"one sequence", plain, Style{Foreground: Palette(1), Background: Palette(12), Attributes: Italic}, "\x1b[3;31;104m"},
		{"true colour", plain, Style{Foreground: RGB(1, 20, 255)}, "\x1b[38;2;1;20;255m"},
		{"underline colour", plain, Style{UnderlineColor: Palette(3)}, "\x1b[58;5;3m"},
		{"one of two off", Style{Foreground: Palette(100), Attributes: Italic}, Style{Foreground: Palette(100)}, "\x1b[23m"},
		{"bold off, faint stays", Style{Attributes: Bold | Faint}, Style{Attributes: Faint}, "\x1b[;2m"},
		{"a reset is shorter", Style{Attributes: Bold | Italic | Underline, Foreground: Palette(2)}, Style{Foreground: Palette(1)}, "\x1b[;31m"},
		{"from one underline to another", Style{Attributes: Underline}, Style{Attributes: CurlyUnderline}, "\x1b[4:3m"},
		{"a link", plain, Style{Link: "https://a.b/"}, "\x1b]8;id=1dtvo0a;https://a.b/\x1b\\"},
		{"from link to link", Style{Link: "a"}, Style{Link: "b"}, "\x1b]8;id=1s3vbad;b\x1b\\"},
		{"the end of a link and a style", Style{Link: "a", Attributes: Bold}, plain, "\x1b]8;;\x1b\\\x1b[m"},
		{"nothing breaks out of an address", plain, Style{Link: "a\x1b\\b\a\u009cس c"}, "\x1b]8;id=14uimoa;a%1B\\b%07%C2%9C%D8%B3%20c\x1b\\"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := string(AppendStyle(nil, c.from, c.to)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What is parsed and written is parsed again to the same styles.
func FuzzANSI(f *testing.F) {
	for _, s := range []string{
		"\x1b[1;31mسلام\x1b[0m عليكم", "\x1b]8;;https://a.b\x1b\\x\x1b]8;;\x1b\\", "\x1b[38;2;1;2;3;48:5:7m漢\x1b[4:3m\u0301",
		"\x1b]8;;\x1b[1m\a", "\x1b\x1b[[m", "\u009b1m\u009d8;;x\u009c", "\x1bP\x1b]\x1b\\", "\x1b[;;;m\x1b[9999999999999999999m", "_\bس\bس\b", "a\b\x1b[1ma",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		spans := ParseANSI(s)
		length := 0
		for _, span := range spans {
			length += len(span.Text)
			for _, r := range span.Text {
				if r < ' ' && !strings.ContainsRune("\t\n\v\f", r) || r >= 0x7f && r < 0xa0 && r != 0x85 {
					t.Errorf("control character %U is left", r)
				}
			}
		}
		if length > len(s) {
			t.Errorf("%d bytes became %d", len(s), length)
		}
		for _, line := range WrapSpans(spans, Options{Protocols: AllProtocols, Width: 8*len(s) + 1, Shaping: ShapeNone}) {
			shown := AppendVisual(nil, line.Cells)
			if !utf8.Valid(shown) {
				t.Fatalf("not UTF-8: %q", shown)
			}
			wantStyles(t, line.Cells, ParseANSI(string(shown)))
		}
	})
}

// wantStyles checks that spans parsed out of cells have their styles.
func wantStyles(t *testing.T, cells []Cell, spans []Span) {
	t.Helper()
	var styles []Style // of each byte
	for _, span := range spans {
		for range len(span.Text) {
			styles = append(styles, span.Style)
		}
	}
	at := 0
	for i := range cells {
		want := cells[i].Style
		want.Link = string(appendAddress(nil, want.Link))
		for range cells[i].AppendShown(nil) {
			if at >= len(styles) || styles[at] != want {
				t.Fatalf("cell %d: style is lost: %+v", i, want)
			}
			at++
		}
	}
	if at != len(styles) {
		t.Fatalf("%d bytes, want %d", len(styles), at)
	}
}

// No control of an article's reaches over a border, or out of its row.
func TestControlsAreClosed(t *testing.T) {
	border := Cell{Glyph: '│', At: NoOffset, Width: 1}
	pane := func(text string) []Cell {
		return WrapSpans(plainSpans(text), Options{Protocols: AllProtocols, Width: 12, Direction: RTL, Shaping: ShapeNone})[0].Cells
	}
	for _, tt := range []struct{ text, want string }{
		{"ا\u202eabc", "ا\u202eabc\u202c"},
		{"ا\u2067ب\u202dج", "ا\u2067ب\u202dج\u202c\u2069"},
		{"ا\u2067ب\u202dج\u2069د", "ا\u2067ب\u202dج\u2069د"},
		{"ا\u2067ب\u2069\u202aج", "ا\u2067ب\u2069\u202aج\u202c"},
		{"ا\u202cب\u2069", "ا\u202cب\u2069"},
	} {
		row := slices.Concat(pane(tt.text), []Cell{border}, pane(tt.text))
		got := strings.Join(strings.Fields(string(AppendLogical(nil, row))), "")
		if want := tt.want + tt.want; got != want {
			t.Errorf("%q becomes %q, want %q", tt.text, got, want)
		}
	}
}

// What is passed over byte by byte is what no sequence begins with.
func TestSequenceFirst(t *testing.T) {
	t.Parallel()
	for b := range 256 {
		c := byte(b)
		want := c < ' ' && !strings.ContainsRune("\t\n\v\f", rune(c)) || c == 0x7f || c == 0xc2 || c == 0xf3
		if got := sequenceFirst[c>>6]>>(c&63)&1 == 1; got != want {
			t.Errorf("%#x may begin a sequence is %v", c, got)
		}
	}
}
