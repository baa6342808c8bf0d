package terminal

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextGate(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"plain\ttext\nof two lines":        "plain\ttext\nof two lines",
		"سلام\n":                           "سلام\n",
		"a\x1b[31mb\x1b]0;t\ac\n":          "abc\n",
		"a\u009b31mb\u0085":                "ab\n",
		"del\x7f nul\x00 bell\a":           "del nul bell",
		"tag\U000e0041\U000e007fs":         "tags",
		"\u202eopen\nand \u2067open":       "\u202eopen\u202c\nand \u2067open\u2069",
		"a\xffb\x9bc":                      "a\uFFFDb\uFFFDc",
		"\u2069\u202cclosed":               "closed",
		"می\u200cشود \u200fx\u2068y\u2069": "می\u200cشود \u200fx\u2068y\u2069",
	} {
		for _, size := range []int{1, 3, len(text) + 1} { // pieces may end within a character
			var out bytes.Buffer
			g := NewTextGate(&out, false)
			for rest := []byte(text); len(rest) > 0; rest = rest[min(size, len(rest)):] {
				if _, err := g.Write(rest[:min(size, len(rest))]); err != nil {
					t.Fatal(err)
				}
			}
			if err := g.Flush(); err != nil {
				t.Fatal(err)
			}
			if out.String() != want {
				t.Errorf("%q in pieces of %d: %q, want %q", text, size, out.String(), want)
			}
		}
	}
}

func TestRowGate(t *testing.T) {
	const link, end = "\x1b]8;id=1;https://example.org/a\x1b\\", "\x1b]8;;\x1b\\"
	for row, want := range map[string]string{
		"\x1b[1;38:2::1:2:3mنص\x1b[m\n":      "\x1b[1;38:2::1:2:3mنص\x1b[m\n",
		link + "x" + end:                     link + "x" + end,
		"\x1b]8;;mailto:a@b\ax":              "\x1b]8;;mailto:a@b\ax",
		"\x1b]8;;javascript:x\ay":            "]8;;javascript:xy",
		"\x1b]8;;file:///etc\x1b\\y":         "]8;;file:///etc\\y",
		"\x1b[2J\x1b[?1049h\x1bc\x1bPq":      "[2J[?1049hcPq",
		"\x1b]52;c;x\a\x1b[31":               "]52;c;x[31",
		"a\u009b2Jb\x7f\rc\x00":              "a2Jbc",
		"t\U000e0001\U000e0041t":             "tt",
		"🏳\ufe0f \u202dلوح\u202c \U000e0100": "🏳\ufe0f \u202dلوح\u202c \U000e0100",
	} {
		var out bytes.Buffer
		n, err := RowGate{&out}.Write([]byte(row))
		if out.String() != want || n != len(row) || err != nil {
			t.Errorf("%q: %q, want %q (%d, %v)", row, out.String(), want, n, err)
		}
	}
}

// On a screen plain text has no direction but its own.
func TestTextGateOfAScreen(t *testing.T) {
	var out bytes.Buffer
	g := NewTextGate(&out, true)
	if _, err := g.Write([]byte("\u202eab\u202c \u2067c\u2069\u200f می\u200cشود\n")); err != nil || out.String() != "ab c می\u200cشود\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// What reads the JSON finds what was written, and no character in it acts.
func TestJSONGate(t *testing.T) {
	const text = "a\u009b2J\x7f\u202e\u2067\U000e0041\ufeff\u200f می\u200cشود <&> \t\n \\ \" 😀"
	for _, size := range []int{1, 2, 7, 1000} {
		var out bytes.Buffer
		g := NewJSONGate(&out)
		encoded, err := json.Marshal(map[string]string{"k": text})
		if err != nil {
			t.Fatal(err)
		}
		for rest := encoded; len(rest) > 0; rest = rest[min(size, len(rest)):] {
			if _, err := g.Write(rest[:min(size, len(rest))]); err != nil {
				t.Fatal(err)
			}
		}
		var read map[string]string
		if err := json.Unmarshal(out.Bytes(), &read); err != nil || read["k"] != text {
			t.Errorf("in pieces of %d: %q, %v", size, read["k"], err)
		}
		if strings.ContainsFunc(out.String(), actsOnTerminal) {
			t.Errorf("in pieces of %d: %q", size, out.String())
		}
	}
}

func TestTitleOf(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"\u202eab\u2067c\u200f", "abc"},
		{" a\n b\x1b]0;x\a\u009c ", "a b"},
		{strings.Repeat("س", 1000), strings.Repeat("س", 200)},
	} {
		if got := TitleOf(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Nothing that the gates let through acts on a terminal, and text of which nothing
// does comes through as it was.
func FuzzGates(f *testing.F) {
	for _, s := range []string{"a\x1b[31m\u009b", "\x1b]8;;https://a\x1b\\b", "\U000e0041\xf3\xa0\x80", "\u202e\u2069\xc2"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows := dropHarmful(data)
		for i := 0; i < len(rows); {
			length, allowed := inspectSequence(rows[i:])
			if !allowed && rows[i] != '\n' && rows[i] != '\t' && utf8.Valid(data) {
				t.Fatalf("%q comes through as %q: %q", data, rows, rows[i:i+length])
			}
			i += length
		}
	})
}

// What rows are passed over by, byte by byte, is what nothing that acts begins with.
func TestActsFirst(t *testing.T) {
	t.Parallel()
	for b := range 256 {
		c := byte(b)
		want := c < ' ' && c != '\t' && c != '\n' || c == 0x7f || c == 0xc2 || c == 0xf3
		if got := actsFirst[c>>6]>>(c&63)&1 == 1; got != want {
			t.Errorf("%#x may act is %v", c, got)
		}
	}
}
