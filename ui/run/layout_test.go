package run

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
)

// screenOf is the screen of a program that wrote a text.
func screenOf(t testing.TB, width, height int, written string) *vt.Emulator {
	t.Helper()
	e := vt.NewEmulator(width, height)
	go io.Copy(io.Discard, e)
	t.Cleanup(func() { _ = e.InputPipe().(io.Closer).Close() })
	if _, err := e.WriteString(strings.ReplaceAll(written, "\n", "\r\n")); err != nil {
		t.Fatal(err)
	}
	return e
}

// seen gives the rows as they are seen, from the left, those at the end that are empty
// left out.
func seen(rows []Row) []string {
	var list []string
	for _, r := range rows {
		var line []byte
		for i := range r.Cells {
			line = r.Cells[i].AppendShown(line)
		}
		list = append(list, string(line))
	}
	for len(list) > 0 && strings.TrimSpace(list[len(list)-1]) == "" {
		list = list[:len(list)-1]
	}
	return list
}

// A program's screen is seen as it should be read: Arabic from the right, joined; what
// runs from the left, borders and columns where they are.
func TestLayout(t *testing.T) {
	t.Parallel()
	l := Layouter{Options: rtl.Options{Protocols: rtl.AllProtocols, Shaping: rtl.ShapeNone}}
	for _, tt := range []struct {
		name, written string
		width         int
		want          []string
	}{
		{"English stays", "ab  cd, (1)", 14, []string{"ab  cd, (1)   "}},
		{"Arabic begins at the right", "اب جد", 8, []string{"   دج با"}},
		{"indented as much there", "  اب", 8, []string{"    با  "}},
		{"numbers and English within it", "اب 12 cd.", 12, []string{"   .cd 12 با"}},
		{"Arabic in a line of English", "see اب جد now", 16, []string{"see دج با now   "}},
		{"nothing moves over a border", "│اب   │cd│\n│e    │جد│", 10, []string{"│   با│cd│", "│e    │دج│"}},
		{"bars below each other are borders", "| اب   | cd |\n|------+----|", 14, []string{"|   با | cd | ", "|------+----| "}},
		{"one alone is none", "اب | جد", 9, []string{"  دج | با"}},
		{"columns stay in place", "اب     12    cd\ne      7     جد", 16, []string{"با     12    cd ", "e      7     دج "}},
		{"two blanks part what stands below a column", "ab   اب  جد\nabcd gh  ij", 12, []string{"ab   با  دج ", "abcd gh  ij "}},
		{"and else no column", "اب  جد", 8, []string{"  دج  با"}},
		{"the numbers of lines stay", "\x1b[33m 1 \x1b[mاب جد", 10, []string{" 1   دج با"}},
		{"a number in the text's own style does not", "1 اب", 8, []string{"    با 1"}},
		{"the numbers of lines in Arabic digits stay", "\x1b[33m ١٢ \x1b[mاب جد", 10, []string{" ١٢  دج با"}},
		{"one that counts the lines does, as in less", "  1 اب\n  1 جد\n  2 ab\n  3 اج", 10, []string{"  1     با", "  1     دج", "  2 ab    ", "  3     جا"}},
		{"and one that counts nothing does not", "  1 اب\n  7 جد", 10, []string{"    با 1  ", "    دج 7  "}},
		{"numbers before a name in a list that runs from the left stay", "ab  1 03:50 اب\nab  1 03:56 cd", 16, []string{"ab  1 03:50 با  ", "ab  1 03:56 cd  "}},
		{"each in a column of its own", "ab  1  2026 اب 7\nab  2  2025 جد", 18, []string{"ab  1  2026 7 با  ", "ab  2  2025 دج    "}},
		{"a number alone in a column is of the text", "ab  12 اب\nab  cd", 12, []string{"ab  با 12   ", "ab  cd      "}},
		{"a text goes on in its direction", "ابجدهوزح طيكل\nabc اب", 14, []string{" لكيط حزوهدجبا", "        با abc"}},
		{"and not behind a row that was not full", "اب\nabc اب", 14, []string{"            با", "abc با        "}},
		{"what is left of a text stands below it", "ابجدهوزح طيكل\n12.", 14, []string{" لكيط حزوهدجبا", "           .12"}},
		{"but no sign of the program", "ابجدهوزح طيكل\n:\n~", 14, []string{" لكيط حزوهدجبا", ":             ", "~             "}},
		{"nor what follows a row that was not full", "اب\n12.", 14, []string{"            با", "12.           "}},
		{"a text goes on beside the numbers of lines", "\x1b[33m 1 \x1b[mابجد هوز\n   abc ا", 11, []string{" 1 زوه دجبا", "      ا abc"}},
		{"so does its end", "\x1b[33m 1 \x1b[mابجد هوز\n   .", 11, []string{" 1 زوه دجبا", "          ."}},
		{"bars of a table, one of them moved by letters that vim joined", "| اب  | جد |\n|------+----|", 14, []string{"|  با | دج |  ", "|------+----| "}},
		{"the entries of a menu stay beside their numbers", "\x1b[33m1\x1b[m  اب جد\n\x1b[33m2\x1b[m  ab", 12, []string{"1  دج با    ", "2  ab       "}},
		{"letters that the program put in the order in which they are seen", "a ﻒﻠﻤﻟﺍ ﺐﺒﺑ 1", 14, []string{"a ﻒﻠﻤﻟﺍ ﺐﺒﺑ 1 "}},
		{"where other words of the screen say so", "ﺐﺒﺑ 1\nﺔﺒﺑ", 6, []string{"ﺐﺒﺑ 1 ", "ﺔﺒﺑ   "}},
		{"letters joined for it that stand as they are read", "ﺍﻟﻤﻠﻒ ﺑﺐ 1", 12, []string{"  1 بب فلملا"}},
		{"letters that the program joined", "ﺑﺎﺏ", 5, []string{"  باب"}},
		{"wide characters keep their columns", "漢اب", 8, []string{"漢با    "}},
		{"what stands in quotes among English stays there", "see 'اب 12' (3 cd", 20, []string{"see '12 با' (3 cd   "}},
		{"the strings and comments of code", `x = "اب"; // جد`, 16, []string{`x = "با"; // دج `}},
		{"quotes in a line of Arabic", "اب \"جد\" ab", 12, []string{`  ab "دج" با`}},
		{"Hebrew", "אב 1", 6, []string{"  1 בא"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := seen(l.Layout(screenOf(t, tt.width, 4, tt.written)))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("seen is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// A lam-alef takes one column of the two that the program gave it; the row stays as wide.
func TestLamAlef(t *testing.T) {
	t.Parallel()
	var l Layouter
	rows := l.Layout(screenOf(t, 8, 1, "لا بأس"))
	if w := int(rtl.Width(rows[0].Cells)); w != 8 {
		t.Errorf("the row has %d columns", w)
	}
	if got := seen(rows)[0]; !strings.HasSuffix(got, " ﻻ") {
		t.Errorf("seen is %q", got)
	}
}

// A row is laid out where its marks are left out too, all or but for shadda, and the cursor is
// seen at the letters whose marks they are.
func TestMarksThatAreLeftOut(t *testing.T) {
	t.Parallel()
	const written = "كَلَّا ثُمَّ"
	for _, tt := range []struct {
		name    string
		options rtl.Options
		want    string
	}{
		{"none", rtl.Options{}, "    ﻢَّﺛُ ﻼَّﻛَ"},
		{"all", rtl.Options{HideMarks: true}, "    ﻢﺛ ﻼﻛ"},
		{"all but shadda", rtl.Options{HideMarks: true, KeepShadda: true}, "    ﻢّﺛ ﻼّﻛ"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := Layouter{Options: tt.options}
			rows := l.Layout(screenOf(t, 9, 1, written))
			if got := seen(rows)[0]; got != tt.want {
				t.Errorf("seen is %q, want %q", got, tt.want)
			}
			for x, want := range []int{8, 7, 7, 6, 5, 4} {
				if got := rows[0].Column(x); got != want {
					t.Errorf("column %d is seen in %d, want %d", x, got, want)
				}
			}
		})
	}
}

// Every row is as wide as the screen, and every column of the program's is seen in one
// that is on it, whatever the program wrote.
func FuzzLayout(f *testing.F) {
	f.Add("اب │ جد\x1b[7m  12 \x1b[m\n| ا |\n+---+", 9)
	f.Add("\x1b[5;3Hاب\x1b[1;1H漢字\u0301لا", 6)
	f.Add("👩‍👩‍👧 ﷽ \u06dd12", 7)
	f.Fuzz(func(t *testing.T, written string, width int) {
		width = 1 + abs(width)%40
		const height = 4
		var l Layouter
		rows := l.Layout(screenOf(t, width, height, written))
		if len(rows) != height {
			t.Fatalf("%d rows", len(rows))
		}
		for y, r := range rows {
			if w := int(rtl.Width(r.Cells)); w != width {
				t.Errorf("row %d has %d columns, not %d: %q", y, w, width, seen(rows[y:y+1]))
			}
			for x := range width {
				if at := r.Column(x); at < 0 || at >= width {
					t.Errorf("row %d: column %d is seen in %d of %d", y, x, at, width)
				}
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// The cursor stands at the letter that it stands at for the program, and the mouse
// points at what is seen there.
func TestColumns(t *testing.T) {
	t.Parallel()
	l := Layouter{Options: rtl.Options{Protocols: rtl.AllProtocols, Shaping: rtl.ShapeNone}}
	rows := l.Layout(screenOf(t, 8, 2, "اب جد"))
	for x, want := range []int{7, 6, 5, 4, 3, 2, 1, 0} {
		if got := rows[0].Column(x); got != want {
			t.Errorf("column %d is seen in %d, want %d", x, got, want)
		}
		if got := rows[0].Source(want); got != x {
			t.Errorf("in %d is seen %d, want %d", want, got, x)
		}
	}
	keys := turnMouse([]byte("a\x1b[<0;8;1Mb\x1b[<0;8;9m\x1b[A"), rows)
	if got, want := string(keys), "a\x1b[<0;1;1Mb\x1b[<0;8;9m\x1b[A"; got != want {
		t.Errorf("the keys are %q, want %q", got, want)
	}
}

func BenchmarkLayout(b *testing.B) {
	line := "هذه فقرة عربية فيها رقم 123 وكلمة English داخلها، ثم تتمة لها حتى آخر السطر │ 12 │ عمود\n"
	e := screenOf(b, 120, 40, strings.Repeat(line, 39))
	var l Layouter
	for b.Loop() {
		l.Layout(e)
	}
}
