package page

import (
	"runtime"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
)

// attacks are articles that are to cost much, each of some hundred KB.
var attacks = map[string]string{
	"a table of wide and short rows": "|" + strings.Repeat("a|", 1000) + "\n|" + strings.Repeat("-|", 1000) + "\n" + strings.Repeat("|b\n", 100_000),
	"a table of wide rows":           "|" + strings.Repeat("a|", 10_000) + "\n|" + strings.Repeat("-|", 10_000) + "\n" + strings.Repeat("|"+strings.Repeat("b|", 10_000)+"\n", 5),
	"a table of one long cell":       "|a|b|\n|-|-|\n|" + strings.Repeat("x ", 100_000) + "|y|\n",
	"rules":                          strings.Repeat("***\n\n", 40_000),
	"headings":                       strings.Repeat("# س\n", 40_000),
	"a list of nothing":              strings.Repeat("- \n\n", 40_000),
	"definitions":                    strings.Repeat("a\n: b\n\n", 20_000),
	"links that never end":           strings.Repeat("[a](", 50_000),
	"brackets":                       strings.Repeat("[", 200_000),
	"images that never begin":        strings.Repeat("![", 100_000),
	"emphasis that never ends":       strings.Repeat("*a **b _c ", 20_000),
	"references":                     strings.Repeat("[a]: http://x\n", 5000) + strings.Repeat("[a]", 30_000),
	"footnotes":                      strings.Repeat("[^1] ", 40_000) + "\n\n[^1]: x\n",
	"quotes":                         strings.Repeat(strings.Repeat(">", 100)+" a\n", 2000),
	"one letter with many marks":     "ب" + strings.Repeat("\u064e", 100_000),
	"joiners":                        strings.Repeat("\u200d", 100_000),
	"isolates":                       strings.Repeat("\u2067", 100_000),
	"blank lines in C":               "~~~c\nint main() {" + strings.Repeat("\n", 32_000) + "}\n~~~\n",
	"blanks in C":                    "~~~c\n" + strings.Repeat(" ", 60_000) + "x\n~~~\n",
	"brackets in C":                  "~~~c\n" + strings.Repeat("(", 30_000) + "\n~~~\n",
	"words in C++":                   "~~~cpp\n" + strings.Repeat("a ", 30_000) + "\n~~~\n",
	"strings in Python":              "~~~python\n" + strings.Repeat("'\\", 30_000) + "\n~~~\n",
	"tags in HTML code":              "~~~html\n" + strings.Repeat("<a ", 20_000) + "\n~~~\n",
	"code in unknown languages":      strings.Repeat("~~~nosuch\nx\n~~~\n", 5000),
	"a language with a long name":    "~~~" + strings.Repeat("x", 100_000) + "\ncode\n~~~\n",
	"lines":                          strings.Repeat("نص\n", 100_000),
	"HTML":                           strings.Repeat("<div>\n\n", 40_000),
}

// No article takes more than a time and a memory in proportion to its length: all of it
// is read, styled and laid out, and what is allocated on the way is counted. The bounds
// are wide; what broke them took a hundred times as much.
func TestAttacks(t *testing.T) {
	const perByte, base = 10_000, 64 << 20
	for name, attack := range attacks {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				attack = attack[:len(attack)/4]
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d := newDocument(t, bodyItem(articles.RightToLeft, attack))
			d.Build()
			runtime.ReadMemStats(&after)
			if n := after.HeapAlloc - min(before.HeapAlloc, after.HeapAlloc); n > uint64(base+500*len(attack)) {
				t.Errorf("%d MB are held of %d KB", n>>20, len(attack)>>10)
			}
			for line := range d.Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60}) {
				if len(line.Cells) > 60 {
					t.Fatalf("a line of %d cells", len(line.Cells))
				}
			}
			runtime.ReadMemStats(&after)
			if n := after.TotalAlloc - before.TotalAlloc; n > uint64(base+perByte*len(attack)) {
				t.Errorf("%d MB are allocated for %d KB", n>>20, len(attack)>>10)
			}
		})
	}
}
