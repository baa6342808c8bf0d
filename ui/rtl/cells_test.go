package rtl

import (
	"slices"
	"strings"
	"testing"
)

// logicalCells lays a text out in one line and gives its cells in the order of
// the text.
func logicalCells(text string, o Options) []Cell {
	if o.Width == 0 {
		o.Width = 8*len(text) + 1
	}
	var cells []Cell
	for _, line := range WrapSpans(plainSpans(text), o) {
		cells = append(cells, line.Cells...)
	}
	cells = slices.DeleteFunc(cells, func(c Cell) bool { return c.At == NoOffset })
	slices.SortFunc(cells, func(a, b Cell) int { return int(a.At - b.At) })
	return cells
}

// Cells are written as text=what is shown.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"letters as they are", "ab", Options{Protocols: AllProtocols}, []string{"a=a", "b=b"}},
		{"joined letters", "بب", Options{Protocols: AllProtocols}, []string{"ب=ﺑ", "ب=ﺐ"}},
		{"marks follow their letter", "بَّب", Options{Protocols: AllProtocols}, []string{"بَّ=ﺑَّ", "ب=ﺐ"}},
		{"a lam-alef is one cell, marks of both with it", "لَأُ", Options{Protocols: AllProtocols}, []string{"لَأُ=ﻷَُ"}},
		{"unshaped it is two", "لَأ", Options{Protocols: AllProtocols, Shaping: ShapeNone}, []string{"لَ=لَ", "أ=أ"}},
		{"mirrored brackets", "א(ב)", Options{Protocols: AllProtocols}, []string{"א=א", "(=)", "ב=ב", ")=("}},
		{"emoji sequences", "👨‍👩‍👧🇸🇾❤️", Options{Protocols: AllProtocols}, []string{"👨‍👩‍👧=👨‍👩‍👧", "🇸🇾=🇸🇾", "❤️=❤️"}},
		{"a mark without a letter", "\u064eب", Options{Protocols: AllProtocols}, []string{"\u064e=◌\u064e", "ب=ﺏ"}},
		{"a mark behind a line's end", "a\n\u0301b", Options{Protocols: AllProtocols}, []string{"a=a", "\u0301=◌\u0301", "b=b"}},
		{"a mark behind a control character", "a\x00\u0301", Options{Protocols: AllProtocols}, []string{"a=a", "\u0301=◌\u0301"}},
		{"a mark behind a joiner that has no letter", "\t\u200d\u0301", Options{Protocols: AllProtocols}, []string{"\t= ", "\u200d\u0301=◌\u0301"}},
		{"a mark on a space", "a \u0301", Options{Protocols: AllProtocols}, []string{"a=a", " \u0301= \u0301"}},
		{"control characters are in no cell", "a\x1b[m\x00\u009b\x7fb", Options{Protocols: AllProtocols}, []string{"a=a", "[=[", "m=m", "b=b"}},
		{"nor are a soft hyphen and a byte order mark", "a\u00adb\ufeffc", Options{Protocols: AllProtocols}, []string{"a=a", "b=b", "c=c"}},
		{"an invalid byte is a replacement character", "a\xffb\x9b", Options{Protocols: AllProtocols}, []string{"a=a", "\xff=\ufffd", "b=b", "\x9b=\ufffd"}},
		{"a non-joiner goes with the letter before", "ی\u200cک", Options{Protocols: AllProtocols}, []string{"ی\u200c=ﯼ", "ک=ﮎ"}},
		{"a directional mark, too", "א\u200f!", Options{Protocols: AllProtocols}, []string{"א\u200f=א", "!=!"}},
		{"an opening control goes with what follows", "a\u2067א\u2069b", Options{Protocols: AllProtocols}, []string{"a=a", "\u2067א\u2069=א", "b=b"}},
		{"so does all that follows it", "\u2067\u2069\u200fa", Options{Protocols: AllProtocols}, []string{"\u2067\u2069\u200fa=a"}},
		{"an emoji sequence takes none", "👨‍👩‍👧\u200fa", Options{Protocols: AllProtocols}, []string{"👨‍👩‍👧=👨‍👩‍👧", "\u200fa=a"}},
		{"controls alone are no cell", "\u2067\u2069\u200f\u200d", Options{Protocols: AllProtocols}, nil},
		{"a wide cluster in one column", "漢❤️", Options{Protocols: AllProtocols, Width: 1}, []string{"漢=\ufffd", "❤️=\ufffd"}},
		{"an end of ayah", "۝١٢ و", Options{Protocols: AllProtocols}, []string{"۝=﴿", "١=١", "٢=٢", " = ", "و=ﻭ"}},
		{"signs before numbers", "؀1؃2", Options{Protocols: AllProtocols}, []string{"؀=№", "1=1", "؃=ص", "2=2"}},
		{"hidden marks", "بَّ لَأُ ب\u200cَ", Options{Protocols: AllProtocols, HideMarks: true}, []string{"ب=ﺏ", " = ", "لأ=ﻷ", " = ", "ب\u200c=ﺏ"}},
		{"hidden marks but shadda", "بَّ لَأُ بِ قُوَّة", Options{Protocols: AllProtocols, HideMarks: true, KeepShadda: true}, []string{"ب\u0651=ﺏ\u0651", " = ", "لأ=ﻷ", " = ", "ب=ﺏ", " = ", "ق=ﻗ", "و\u0651=ﻮ\u0651", "ة=ﺓ"}},
		{"marks of other scripts are not hidden", "e\u0301 ب\u064e", Options{Protocols: AllProtocols, HideMarks: true}, []string{"e\u0301=e\u0301", " = ", "ب=ﺏ"}},
		{"digits", "ا12", Options{Protocols: AllProtocols, Digits: DigitsArabic}, []string{"ا=ﺍ", "1=١", "2=٢"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, cell := range logicalCells(c.text, c.o) {
				got = append(got, cell.Text+"="+string(cell.AppendShown(nil)))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestCellKinds(t *testing.T) {
	want := []Kind{Left, Space, Right, EuropeanNumber, ArabicNumber, Neutral, Neutral, Neutral}
	var got []Kind
	for _, c := range logicalCells("a א1٢,%😀", Options{Protocols: AllProtocols}) {
		got = append(got, c.Kind)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := logicalCells("א1", Options{Protocols: AllProtocols, Digits: DigitsArabic})[1].Kind; got != ArabicNumber {
		t.Errorf("a digit shown as an Arabic one is of kind %v", got)
	}
}

func TestStylesStayWithTheirLetters(t *testing.T) {
	bold, link := Style{Attributes: Bold}, Style{Link: "x"}
	spans := []Span{{Text: "אב"}, {}, {"גד", bold}, {"\u05b0ה", link}}
	line := WrapSpans(spans, Options{Protocols: AllProtocols, Width: 5})[0]
	want := []Style{link, bold, bold, {}, {}} // from the left; a mark has its letter's
	for i, c := range line.Cells {
		if c.Style != want[i] {
			t.Errorf("cell %d (%s): %+v, want %+v", i, c.Text, c.Style, want[i])
		}
	}
}

func TestAppendVisualHasTheFewestSequences(t *testing.T) {
	bold := Style{Attributes: Bold}
	line := WrapSpans([]Span{{"אב", bold}, {" ", bold}, {"ג", bold}, {Text: "ד"}}, Options{Protocols: AllProtocols, Width: 6})[0]
	if got, want := string(AppendVisual(nil, line.Cells)), " ד\x1b[1mג בא\x1b[m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAppendLogical(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want string
	}{
		{"letters as they came, padding on its side", "قَالَ «لا» (abc) 12!", Options{Protocols: AllProtocols, Width: 20}, "   قَالَ «لا» (abc) 12!"},
		{"left to right", "abc אב", Options{Protocols: AllProtocols, Width: 8}, "abc אב  "},
		{"nested levels", "א b 12 (ג d) ה", Options{Protocols: AllProtocols, Width: 14}, "א b 12 (ג d) ה"},
		{"format characters", "می\u200cخواهم \u2066a\u2069\u200f.", Options{Protocols: AllProtocols, Width: 10}, "می\u200cخواهم \u2066a\u2069\u200f."},
		{"the lead comes first", "אב", Options{Protocols: AllProtocols, Width: 6, Prefix: plainSpans("1. ")}, " 1. אב"},
		{"also left to right", "ab", Options{Protocols: AllProtocols, Width: 6, Prefix: plainSpans("א. ")}, "א. ab "},
		{"no form, no digit of another set", "سلام 12", Options{Protocols: AllProtocols, Width: 6, Digits: DigitsArabic}, "سلام 12"},
		{"tabs are blanks", "א\tב", Options{Protocols: AllProtocols, Width: 9}, "א       ב"},
		{"no escape from a bad byte", "א\x9bב", Options{Protocols: AllProtocols, Width: 3}, "א\ufffdב"},
		{"an end of ayah", "א ۝١٢", Options{Protocols: AllProtocols, Width: 6}, "א ۝١٢"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := WrapSpans(plainSpans(c.text), c.o)[0]
			if got := string(AppendLogical(nil, line.Cells)); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestAppendLogicalShown(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want string
	}{
		{"forms, and digits of the set", "قَالَ (12)", Options{Protocols: AllProtocols, Digits: DigitsArabic}, "ﻗَﺎﻝَ (١٢)"},
		{"format characters around digits", "א \u206820\u2069 \u20667\u2069", Options{Protocols: AllProtocols}, "א \u206820\u2069 \u20667\u2069"},
		{"around digits of the set", "א \u206820\u2069", Options{Protocols: AllProtocols, Digits: DigitsArabic}, "א \u2068٢٠\u2069"},
		{"around letters", "\u2067بَ\u2069 می\u200cشد", Options{Protocols: AllProtocols}, "\u2067ﺏَ\u2069 ﻣﯽ\u200cﺷﺪ"},
		{"letters that are not shaped", "\u2067بب\u2069", Options{Protocols: AllProtocols, Shaping: ShapeNone}, "\u2067بب\u2069"},
		{"a verse's number", "א ۝١٢", Options{Protocols: AllProtocols}, "א ۝١٢"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Width = int(StringWidth(c.text))
			line := WrapSpans(plainSpans(c.text), c.o)[0]
			if got := strings.TrimSpace(string(AppendLogicalShown(nil, line.Cells))); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestColumnsAndOffsets(t *testing.T) {
	text := "אב cd  efgh"
	lines := WrapSpans(plainSpans(text), Options{Protocols: AllProtocols, Width: 8, Direction: RTL, Prefix: plainSpans("* ")})
	line := lines[0] // " cd בא *"
	for _, c := range []struct {
		name   string
		column Column
		want   Offset
	}{
		{"left of the line", -1, 7},
		{"padding at the left", 0, 7},
		{"a letter left to right", 1, 5},
		{"the next one", 2, 6},
		{"a space", 3, 4},
		{"a letter right to left", 4, 2},
		{"the next one", 5, 0},
		{"the lead", 6, 0},
		{"right of the line", 99, 0},
	} {
		want := c.want
		if want == 7 {
			want = line.End
		}
		if got := line.Offset(c.column); got != want {
			t.Errorf("%s: column %d is offset %d, want %d", c.name, c.column, got, want)
		}
	}
	for _, c := range []struct {
		name   string
		offset Offset
		want   Column
	}{
		{"a letter right to left", 0, 5},
		{"within a letter", 1, 5},
		{"a letter left to right", 5, 1},
		{"white space at the end", 8, 2},
		{"behind the end", 100, 2},
		{"before the start", -5, 5},
	} {
		if got := line.Column(c.offset); got != c.want {
			t.Errorf("%s: offset %d is at column %d, want %d", c.name, c.offset, got, c.want)
		}
	}
	if got := WrapSpans(nil, Options{Protocols: AllProtocols, Width: 4, Direction: RTL})[0].Column(0); got != 3 {
		t.Errorf("a blank line starts at column %d, want 3", got)
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want string
	}{
		{"what fits", "אבג", Options{Protocols: AllProtocols, Width: 5}, "  גבא"},
		{"what does not is cut at its end", "אבג דהו", Options{Protocols: AllProtocols, Width: 6}, "…ד גבא"},
		{"left to right", "abc def", Options{Protocols: AllProtocols, Width: 6}, "abc d…"},
		{"no space before the ellipsis", "אבג דהו", Options{Protocols: AllProtocols, Width: 5}, " …גבא"},
		{"one ellipsis", "אבג… דהו", Options{Protocols: AllProtocols, Width: 6}, "  …גבא"},
		{"a line's end is a space", "א\nב\r\nג\u2028ד", Options{Protocols: AllProtocols, Width: 9}, "  ד ג ב א"},
		{"left-to-right words keep their order", "א bcd efg", Options{Protocols: AllProtocols, Width: 7}, " …bcd א"},
		{"wide clusters are not cut in two", "漢字漢", Options{Protocols: AllProtocols, Width: 4}, "漢… "},
		{"one column", "אב", Options{Protocols: AllProtocols, Width: 1}, "…"},
		{"a lead", "אבג", Options{Protocols: AllProtocols, Width: 4, Prefix: plainSpans("* ")}, "…א *"},
		{"nothing", "", Options{Protocols: AllProtocols, Width: 2}, "  "},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := string(AppendVisual(nil, TruncateSpans(plainSpans(c.text), c.o)))
			if got != c.want {
				t.Errorf("got |%s|, want |%s|", got, c.want)
			}
		})
	}
}

func TestKashida(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string // a word; a second line follows
		width int
		want  string // unshaped, as it reads
	}{
		{"after seen and sad first", "مستقبلها", 9, "مسـتقبلها"},
		{"before ta marbuta", "جميلة", 6, "جميلـة"},
		{"before dal", "جديد", 5, "جديـد"},
		{"before ra", "خبير", 5, "خبيـر"},
		{"before ya", "علي", 4, "علـي"},
		{"before alef", "كتاب", 5, "كتـاب"},
		{"where the author put one", "كـتاب", 6, "كــتاب"},
		{"not in a word of two letters", "بر", 3, "بر "},
		{"not within a lam-alef", "سلام", 4, "سـلام"},
		{"Persian", "پژوهشی", 7, "پژوهشـی"},
		{"Urdu, where ra goes before ya", "لڑکے", 5, "لـڑکے"},
		{"not in Hebrew", "שלום", 5, "שלום "},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{Protocols: AllProtocols, Width: c.width, Justify: true}
			line := WrapSpans(plainSpans(c.text+" "+strings.Repeat("م", c.width)), o)[0]
			got := strings.TrimLeft(string(AppendLogical(nil, line.Cells)), " ")
			if want := strings.TrimRight(c.want, " "); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestJustify(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"Hebrew by spaces", "אב גד הו זח", Options{Protocols: AllProtocols, Width: 10}, []string{"וה  דג  בא", "        חז"}},
		{"English, too", "ab cd ef ghi", Options{Protocols: AllProtocols, Width: 9}, []string{"ab cd  ef", "ghi      "}},
		{"not the last line, nor one that was ended", "אב\u2028גד הו", Options{Protocols: AllProtocols, Width: 6}, []string{"    בא", " וה דג"}},
		{"leading spaces stay", "  אב גד הו", Options{Protocols: AllProtocols, Width: 9}, []string{"דג   בא  ", "       וה"}},
		{"no space, no place", "אבג דהוזחט", Options{Protocols: AllProtocols, Width: 6}, []string{"   גבא", "טחזוהד"}},
		{"holes stay out of it", "אב גד הוזחטיכל", Options{Protocols: AllProtocols, Width: 9}, []string{"    דג בא", " לכיטחזוה"}},
		{"nor is a kashida alone of use", "كتاب هوامشطويلة", Options{Protocols: AllProtocols, Width: 11, Shaping: ShapeNone}, []string{"       باتك", " ةليوطشماوه"}},
		{"lines with tabs stay", "א\tב גדהו", Options{Protocols: AllProtocols, Width: 11}, []string{"  ב       א", "       והדג"}},
	} {
		c.o.Justify = true
		t.Run(c.name, func(t *testing.T) { wantLines(t, visual(c.text, c.o), c.want) })
	}
}

// A line that is to be filled is filled whatever that takes, the last one too: by
// kashidas, several at one place, and then by spaces.
func TestFill(t *testing.T) {
	for _, c := range []struct {
		name, text string
		o          Options
		want       []string
	}{
		{"kashidas", "قال", Options{Protocols: AllProtocols, Width: 5, Shaping: ShapeNone}, []string{"لاــق"}},
		{"then spaces", "قال قال", Options{Protocols: AllProtocols, Width: 18, Shaping: ShapeNone}, []string{"لاــــق    لاــــق"}},
		{"Hebrew by spaces", "אב גד הו", Options{Protocols: AllProtocols, Width: 12}, []string{"וה   דג   בא"}},
		{"every line", "אב גד הו", Options{Protocols: AllProtocols, Width: 6}, []string{"דג  בא", "    וה"}},
		{"nothing lengthens a word of two letters", "אב", Options{Protocols: AllProtocols, Width: 5}, []string{"   בא"}},
		{"a full line", "אב גד", Options{Protocols: AllProtocols, Width: 5}, []string{"דג בא"}},
	} {
		c.o.Fill = true
		t.Run(c.name, func(t *testing.T) { wantLines(t, visual(c.text, c.o), c.want) })
	}
}
