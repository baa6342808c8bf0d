package terminal

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

// lay is one right-to-left line of the text, in so many columns.
func lay(text string, width int) []rtl.Cell {
	return rtl.WrapSpans([]rtl.Span{{Text: text}}, rtl.Options{Protocols: rtl.AllProtocols, Width: width, Direction: rtl.RTL})[0].Cells
}

// spelled replaces what cannot be seen, or would turn the line in an editor, by
// names: LRM, the blank, styles, and the Arabic letters below.
var spelled = strings.NewReplacer(
	"\u200e", "<lrm>", "\u200c", "<zwnj>", "\u2800", "_",
	"\x1b[1m", "<bold>", "\x1b[m", "<reset>",
	"\x1b[38;2;221;221;221m", "<ink>", "\x1b[38;2;221;221;220m", "<twin>",
	"\ufe91", "b-", "\ufe8f", "b", "\ufe90", "-b", "\ufe92", "-b-", "\ufee1", "m", "\ufee2", "-m", "\ufefb", "la",
	"\u0661", "A1", "\u0662", "A2", "\u06f1", "P1", "\u06f2", "P2", "\u064e", "'",
)

func TestForms(t *testing.T) {
	const (
		beh      = "\u0628"
		meem     = "\u0645"
		lamAlef  = "\u0644\u0627"
		fatha    = "\u064e"
		arabic12 = "\u0661\u0662"
	)
	for _, tt := range []struct {
		name, text string
		width      int
		want       map[Form]string
	}{
		{"a word", beh + meem, 3, map[Form]string{
			Visual:    " -mb-",
			Anchored:  " <lrm>-m<lrm>b-<lrm>",
			Alternate: " <ink>-m<twin>b-<reset>",
			Marked:    " <lrm>b--m<lrm>",
			Blank:     "_b--m",
			Toggle:    " b--m",
			Logical:   " b--m", // as it was shaped: for what orders letters and does not join them
		}},
		{"two words", beh + " " + meem, 4, map[Form]string{
			Visual:    " m b",
			Alternate: " <ink>m<reset> <ink>b<reset>",
			Marked:    " <lrm>m<lrm> <lrm>b<lrm>",
			Blank:     "_m_b",
			Toggle:    " m b",
		}},
		{"a mark stays with its letter", beh + fatha + meem, 3, map[Form]string{
			Visual: " -mb-'",
			Marked: " <lrm>b-'-m<lrm>",
			Blank:  "_b-'-m",
			Toggle: " b-'-m",
		}},
		{"lam-alef is one cell", lamAlef, 2, map[Form]string{
			Visual: " la", Marked: " <lrm>la<lrm>", Blank: "_la", Toggle: " la",
		}},
		{"letters that a ZWNJ parts", beh + "\u200c" + meem, 3, map[Form]string{
			Visual: " mb", Anchored: " <lrm>m<lrm>b<lrm>", Marked: " <lrm>b<zwnj>m<lrm>", Blank: "_bm", Toggle: " bm",
		}},
		{"brackets touch a word", "(" + beh + ")", 4, map[Form]string{
			Visual: " (b)",
			Marked: " (<lrm>b<lrm>)",
			Blank:  "_(b)",
			Toggle: " <bold>(<reset>b<bold>)<reset>",
		}},
		{"a bracket within a word is mirrored by who reorders it", beh + "(" + beh, 4, map[Form]string{
			Visual: " b)b",
			Marked: " <lrm>b<lrm>)<lrm>b<lrm>",
			Blank:  "_b(b",
			Toggle: " b<bold>)<reset>b",
		}},
		{"Latin and a number keep their order", beh + " Go 1.26", 10, map[Form]string{
			Visual:   " Go 1.26 b",
			Anchored: " <lrm>Go 1.26 b<lrm>",
			Marked:   " Go 1.26 <lrm>b<lrm>",
			Blank:    "_Go_1.26_b",
			Toggle:   " Go 1.26 b",
		}},
		{"an Arabic-Indic number", arabic12 + " " + beh, 5, map[Form]string{
			Visual: " b A1A2",
			Marked: " <lrm>b<lrm> <lrm>A1A2<lrm>",
			Blank:  "_b_A1A2",
			Toggle: " b A2A1",
		}},
		{"a Persian number, which is of the Arabic script", "\u06f1\u06f2 " + beh, 5, map[Form]string{
			Visual: " b P1P2",
			Marked: " <lrm>b<lrm> P1P2",
			Blank:  "_b_P1P2",
			Toggle: " b P2P1",
		}},
		{"an Arabic-Indic number that touches a letter", beh + arabic12, 4, map[Form]string{
			Visual: " A1A2b", Anchored: " <lrm>A1<lrm>A2<lrm>b<lrm>", Marked: " <lrm>A1A2<lrm>b<lrm>", Blank: "_bA1A2", Toggle: " bA2A1",
		}},
		{"a number behind a letter", meem + "12", 4, map[Form]string{
			Visual: " 12m", Marked: " 12<lrm>m<lrm>", Blank: "_12m", Toggle: " <bold>12<reset>m",
		}},
		{"a number with a sign of the Arabic script", "50\u066a " + beh, 6, map[Form]string{
			Visual: " b 50\u066a", Toggle: " b \u066a05",
		}},
		{"a number with an Arabic decimal separator that touches a letter", meem + "3\u066b1", 5, map[Form]string{
			Visual: " 3\u066b1m", Toggle: " m1\u066b3",
		}},
		{"an Arabic-Indic number with its sign", arabic12 + "\u066a", 4, map[Form]string{
			Visual: " \u066aA1A2", Toggle: " A2A1\u066a",
		}},
		{"a blank that is not broken at", "22\u00a0" + beh, 5, map[Form]string{
			Visual: " b\u00a022", Toggle: " b 22",
		}},
		{"a number with a sign that is nobody's", "50% " + beh, 6, map[Form]string{
			Toggle: " b 50%",
		}},
		{"a number before a letter: the blank form needs room", "12" + meem, 5, map[Form]string{
			Visual: "  m12", Marked: "  <lrm>m<lrm>12", Blank: "_m_12", Toggle: "  m<bold>12<reset>",
		}},
		{"a row that starts with a letter, in the blank form", beh + " Go 1.26", 9, map[Form]string{
			Blank: "Go_1.26_b",
		}},
		{"a row that starts with a letter has a right-to-left base", meem + " (" + beh + ") 12 Go " + beh, 13, map[Form]string{
			Blank: "m (b) 12 Go b",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			row := lay(tt.text, tt.width)
			for form, want := range tt.want {
				if got := spelled.Replace(string(form.Append(nil, row))); got != spelled.Replace(want) {
					t.Errorf("%v: got %s, want %s", form, got, want)
				}
			}
		})
	}
}

// A word of which a part is coloured: where a terminal moves cells, the colour
// goes with the letters; where it moves glyphs, it stays in its columns.
func TestFormsOfAWordInTwoColours(t *testing.T) {
	row := lay("\u0628\u0645\u0628", 4) // " -b" "-m-" "b-"
	row[1].Style.Foreground = rtl.Palette(1)
	names := strings.NewReplacer("\x1b[31m", "<red>", "\x1b[m", "<reset>", "\ufe90", "-b", "\ufee4", "-m-", "\ufe91", "b-", "\u200e", "|", "\u2800", "_")
	for form, want := range map[Form]string{
		Visual: " <red>-b<reset>-m-b-",
		Marked: " |b--m-<red>-b|<reset>",
		Blank:  "_b--m-<red>-b<reset>",
		Toggle: " <red>b-<reset>-m--b",
	} {
		if got := names.Replace(string(form.Append(nil, row))); got != want {
			t.Errorf("%v: got %s, want %s", form, got, want)
		}
	}
	row[1].Style = rtl.Style{Attributes: rtl.Bold}
	if got, want := names.Replace(string(Toggle.Append(nil, row))), " \x1b[1m-b<reset>b--m-"; got != want {
		t.Errorf("a bold letter is a run of its own: got %q, want %q", got, want)
	}
}

// A digit is of the kind of the one that is shown for it.
func TestFormsOfDigitsShownAsOthers(t *testing.T) {
	row := rtl.WrapSpans([]rtl.Span{{Text: "\u0628 12"}}, rtl.Options{Protocols: rtl.AllProtocols, Width: 5, Direction: rtl.RTL, Digits: rtl.DigitsArabic})[0].Cells
	for form, want := range map[Form]string{
		Marked: " <lrm>A1A2<lrm> <lrm>b<lrm>",
		Toggle: " A2A1 b",
	} {
		if got := spelled.Replace(string(form.Append(nil, row))); got != want {
			t.Errorf("%v: got %s, want %s", form, got, want)
		}
	}
}

// A terminal that shows bold letters in the brighter colours of its palette sees no run of
// one style either.
func TestAlternateBoldPalette(t *testing.T) {
	style := rtl.Style{Foreground: rtl.Palette(4), Attributes: rtl.Bold}
	lines := rtl.WrapSpans([]rtl.Span{{Text: "אבגד", Style: style}}, rtl.Options{Width: 4})
	sent := string(Alternate.Append(nil, lines[0].Cells))
	if strings.Contains(sent, "94m") || strings.Count(sent, "38;2;92;92;255") != 2 {
		t.Errorf("sent %q", sent)
	}
}
