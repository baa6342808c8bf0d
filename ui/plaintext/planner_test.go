package plaintext

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

// visualRows lays a text out as a terminal shows it that draws what it is sent, letters apart.
func visualRows(layouts []Layout, lines []string, width int) []string {
	var rows []string
	for i, text := range lines {
		o := rtl.Options{Width: width, Direction: rtl.AutoRTL, Shaping: rtl.ShapeNone}
		layouts[i].Apply(&o)
		if layouts[i].Text != "" {
			text = layouts[i].Text
		}
		for _, row := range rtl.WrapSpans(rtl.ParseANSI(text), o) {
			rows = append(rows, strings.TrimRight(string(rtl.AppendVisual(nil, row.Cells)), " "))
		}
	}
	return rows
}

// Letters are Hebrew, which shows its order without joining.
func TestPlan(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"prose":                     {"אבג דה\nabc", "            הד גבא\nabc"},
		"signs below the left":      {"abc\n---\nאב\n---", "abc\n---\n                בא\n               ---"},
		"signs above":               {"***\nabc", "***\nabc"},
		"digits alone":              {"12\n34", "12\n34"},
		"Arabic digits alone":       {"١٢", "                ١٢"},
		"a list is prose":           {"- אב\n- ab\n1. גד", "              בא -\n- ab\n             דג .1"},
		"times of a day are prose":  {"9:30 אב\n10:15 גד", "           בא 9:30\n          דג 10:15"},
		"a time with seconds":       {"10:00:01 אב.\n10:00:02 ab", "10:00:01 .בא\n10:00:02 ab"},
		"a hunk":                    {"@@ -1,2 +1,2 @@\n-אב.\n+גד.\n \nאב", "@@ -1,2 +1,2 @@\n-.בא\n+.דג\n\n                בא"},
		"words that changed":        {"@@ -1,2 +1,2 @@\nאב [-9:30-]{+ab+}.\n{+גד.+}\n[-הו-]\n\nאב", "@@ -1,2 +1,2 @@\n.{+ab+}[-9:30-] בא\n           {+.דג+}\n            [-וה-]\n\n                בא"},
		"words of both directions":  {"@@ -1,2 +1,2 @@\nab [-אב-]{+גד+}\nאב [-a-]{+b+}", "@@ -1,2 +1,2 @@\nab [-בא-]{+דג+}\n{+b+}[-a-] בא"},
		"words in colours":          {"@@ -1,2 +1,2 @@\nab \x1b[31mאב\x1b[m\x1b[32mגד\x1b[m\n\x1b[31mאב\x1b[m\n\x1b[32mגד\x1b[m\nאב", "@@ -1,2 +1,2 @@\nab באדג\nבא\nדג\n                בא"},
		"words on their own lines":  {"@@ -1 +1 @@\n אב\n-גד.\n+הו.\n~\nאב.", "@@ -1 +1 @@\n בא\n-.דג\n+.וה\n~\n               .בא"},
		"text in a box":             {"┌───────┐\n│ אב גד │\n└───────┘", "┌───────┐\n│ דג בא │\n└───────┘"},
		"bullets behind a bar":      {"┃ • אב.\n┃ • גד ab", "┃ .בא •\n┃ ab דג •"},
		"a comment in a gutter":     {" 1 │ // אב.\n 2 │ ab", " 1 │ // .בא\n 2 │ ab"},
		"fields between bars":       {"1|אב\nab|גד", "1|בא\nab|דג"},
		"a key of its own script":   {"a: b\nאב: גד\nc: d", "a: b\nבא: דג\nc: d"},
		"a path in a column":        {"4   אב/גד/ab.go\n8   אב/גד", "4   בא/דג/ab.go\n8   בא/דג"},
		"a path with blanks":        {"ab ./אב/גד ה.txt", "ab ./בא/ה דג.txt"},
		"a command's path":          {"1   ./אב 30\n2   ab", "1   ./בא 30\n2   ab"},
		"counts of files":           {"אב/a.go:12\nאב/b.go:3", "בא/a.go:12\nבא/b.go:3"},
		"values behind keys":        {"a=1 b=\"אב\" c=2", "a=1 b=\"בא\" c=2"},
		"quotes among words":        {"ab \"אב\" 1 \"גד\" c", "ab \"בא\" 1 \"דג\" c"},
		"a prefix of a quotation":   {"x = f(\n  rb\"אב: \",\n)", "x = f(\n  rb\" :בא\",\n)"},
		"a number that counts":      {"ab: אב 3 days", "ab: בא 3 days"},
		"a message and brackets":    {"ab.Cd: אב (גד).", "ab.Cd: .(דג) בא"},
		"a sender":                  {"a:    אב <x@y.z>\nb:    c", "a:    בא <x@y.z>\nb:    c"},
		"sides of a conflict":       {"<<<<<<< HEAD\nאב\n=======\nגד\n>>>>>>> הו", "<<<<<<< HEAD\n                בא\n=======\n                דג\n>>>>>>> וה"},
		"data with blanks inside":   {"{\"a\":\"b   אב\\n\"}", "{\"a\":\"b   בא\\n\"}"},
		"words that meet by chance": {"#1  אב גד ab   x\n#2  abcde      y", "#1  ab דג בא   x\n#2  abcde      y"},
		"columns":                   {"ab   cd\nאב   גד ה", "ab   cd\nבא   ה דג"},
		"columns from the right":    {"אב   גד\nהו   12", "           דג   בא\n           12   וה"},
		"a blank that is a border":  {"12 ab   c\n 3 אב   ד", "12 ab   c\n 3 בא   ד"},
		"a gap between sentences":   {"אב.  גד", "           דג  .בא"},
		"fields":                    {"a,b\nאב,גד", "a,b\nבא,דג"},
		"fields from the right":     {"אב,גד\nab,הו\nזח,12", "             דג,בא\n             וה,ab\n             12,חז"},
		"a title above columns":     {"  אב 1\nא  ב  ג\n 1  2  3\n10 11 12\n13 14", "            1 בא\n           ג  ב  א\n          3  2  1\n          12 11 10\n             14 13"},
		"a quotation before words":  {"a:\n  \"אב_c\" de (גד)", "a:\n  \"c_בא\" de (דג)"},
		"a number in brackets":      {"ab אב.גד (1.2) 5 c\na=b c", "ab דג.בא (1.2) 5 c\na=b c"},
		"a list in data":            {"[\n  \"אב\",\n  \"גד\"\n]", "[\n  \"בא\",\n  \"דג\"\n]"},
		"a list below its key":      {"tags:\n  - אב", "tags:\n  - בא"},
		"a tree":                    {"אב\n├── גד\n└── ab", "בא\n├── דג\n└── ab"},
		"the number of a line":      {"12:אב", "12:בא"},
		"a message":                 {"error: אב גד.", "error: .דג בא"},
		"a sentence":                {"he said: אב, and left", "he said: בא, and\nleft"},
		"a path heads a listing":    {"./אב גד:\ntotal 8\nhe", "./דג בא:\ntotal 8\nhe"},
		"a path above names":        {"./אב/גד:\nab   cd\nef   הו", "./בא/דג:\nab   cd\nef   וה"},
		"a slash in prose":          {"/ אב\n/ גד", "              בא /\n              דג /"},
		"a name in quotes":          {"12:34:56 x: `_אב`", "12:34:56 x: `_בא`"},
		"a word in quotes":          {"12:34:56 x: `אב`", "12:34:56 x: `בא`"},
		"a quotation at the end":    {"error: אב 'גד'", "error: 'דג' בא"},
		"quotes around a message":   {"error: 'אב גד'", "error: 'דג בא'"},
		"a hint with a name":        {"a = b\n    ^ c: `_אב`", "a = b\n    ^ c: `_בא`"},
		"a hint in quotes":          {"a = b\n    ^ \"אב\" ג", "a = b\n    ^ ג \"בא\""},
		"an arrow":                  {"1  אב -> גד.py\n2  ab", "1  בא -> דג.py\n2  ab"},
		"an arrow in a tree":        {"├── אב -> גד/ה", "├── בא -> ה/דג"},
		"a row that is too wide":    {"ab   cd\nef   אב גד הו זח טי", "ab   cd\nef   חז וה דג בא\n     יט"},
		"a wide row, a far cell":    {"abcdefghijk  ab\nab           אב גד הו", "abcdefghijk  ab\nab           דג בא\n  וה"},
		"a wide row of letters":     {"12:00:00 אב\n12:00:00 ab cd ef gh", "12:00:00 בא\n12:00:00 ab cd ef\n  gh"},
		"what is pointed at":        {"x = אבג + ;\n    ^", "x = גבא + ;\n      ^"},
	} {
		lines := strings.Split(c.text, "\n")
		var p Planner
		if got := visible(strings.Join(visualRows(p.Plan(lines), lines, 18), "\n")); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// What comes line by line, as it is printed, keeps the shape that it has.
func TestPieces(t *testing.T) {
	t.Parallel()
	lines := strings.Split("@@ -1,3 +1,3 @@\n אב.\n-ab\n+גד.\n\n \nאב", "\n")
	var whole Planner
	want := visualRows(whole.Plan(lines), lines, 30)
	var got []string
	var state State
	for _, text := range lines {
		p := Planner{State: state}
		got = append(got, visualRows(p.Plan([]string{text}), []string{text}, 30)...)
		state.Skip([]byte(text + "\n"))
	}
	if !slices.Equal(got, want) {
		t.Errorf("line by line\n%q\nwant\n%q", got, want)
	}
}

// A block of any length has one direction and one shape, wherever its pieces end.
func TestLongBlockInPieces(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ head, row, tail string }{
		"a heading from the left": {"id,ab", "אב,גד", ""},
		"a heading in columns":    {"ab    cd", "אב    גד", ""},
		"behind prose":            {"אב גד.\n\nid,ab", "אב,גד", "\n\nהו"},
	} {
		lines := strings.Split(c.head+strings.Repeat("\n"+c.row, 60)+c.tail, "\n")
		var whole Planner
		want := visualRows(whole.Plan(lines), lines, 30)
		for size := range 50 {
			var got []string
			var state State
			for piece := range slices.Chunk(lines, size+1) {
				p := Planner{State: state}
				got = append(got, visualRows(p.Plan(piece), piece, 30)...)
				state.Skip([]byte(strings.Join(piece, "\n") + "\n"))
			}
			if size > 1 && !slices.Equal(got, want) { // one line alone may be prose
				t.Fatalf("%s, in pieces of %d lines:\n%s\nwant\n%s", name, size+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if !slices.Equal(got[len(got)-2:], want[len(want)-2:]) {
				t.Fatalf("%s, line by line: %q, want %q", name, got[len(got)-2:], want[len(want)-2:])
			}
		}
	}
}

func TestOverwritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"abc":            "abc",
		"10%\r20%":       "20%",
		"abcdef\rxy":     "xycdef",
		"אבג\rד":         "דבג",
		"a\r\x1b[K":      "\x1b[K",
		"a\r\r":          "a",
		"1\r22\r333\r44": "443",
	} {
		if got := Overwritten(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Bytes that are no text, such as the beginning of a border that was cut off, are words like
// others and end.
func TestPlansBytesThatAreNoText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"א  \xe2\x94x  ב", "\xe2\x94  א", "א  \xe2\x95", "א  \xe2\x94\xe2\x94\xff|  ב", "\xe2\x95\t\xc2|\xa0"} {
		var p Planner
		if layouts := p.Plan([]string{text, text}); len(layouts) != 2 {
			t.Errorf("%q: %d layouts", text, len(layouts))
		}
	}
}

// Whatever a text holds, what is laid out by itself is in its line, in order, and all
// letters are visualRows.
func FuzzPlan(f *testing.F) {
	f.Add("ab   cd\nאב   גד ה\n")
	f.Add("@@ -1,2 +1,2 @@\n-א\n+ב\n")
	f.Add("{\"א\":[\"ב\",\"ג\"]}\n|א|ב|\n12:א\n")
	f.Add("x = אבג\n    ^~~ א\n(א) [ב (ג\n1\tא/ב\n")
	f.Add("א  \xe2\x94x  ב\n\xe2\x95|\xff  א\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		var p Planner
		layouts := p.Plan(lines)
		for i, l := range layouts {
			end := rtl.Offset(0)
			for _, s := range l.Isolates {
				if s.Start < end || s.End <= s.Start || int(s.End) > len(visible(lines[i])) {
					t.Fatalf("%q: %+v", lines[i], l.Isolates)
				}
				end = s.End
			}
		}
		visualRows(layouts, lines, 20)
	})
}

// Of several signs that may part the fields of lines the same one does, each time.
func TestFieldsOfSeveralSigns(t *testing.T) {
	t.Parallel()
	lines := []string{"ab,אב;גד", "cd,אב;גד"}
	var planner Planner
	want := visualRows(planner.Plan(lines), lines, 20)
	for range 50 {
		var again Planner
		if got := visualRows(again.Plan(lines), lines, 20); !slices.Equal(got, want) {
			t.Fatalf("it is laid out as %q and as %q", want, got)
		}
	}
}

// What stands in quotes is found in a line by itself, where it is a value or among words that
// run from left to right.
func TestQuoted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`x = "אב"; // גד`:    "אב",
		`see 'אב 12' (3 cd`:  "אב 12",
		`אמר "אב" ab`:        "",
		`x = "ab"`:           "",
		"a line without any": "",
	} {
		got := ""
		for _, s := range Quoted(text) {
			got += text[s.Start:s.End]
		}
		if got != want {
			t.Errorf("of %s %q is by itself, want %q", text, got, want)
		}
	}
}
