package page

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
)

// stanza is a poem as the formats write it: a title, then verses of two halves.
const stanza = "من دفتر قديم\\\nكتبت على الرمال حروف اسمي القديم\u2003\u2003\u2003فجاء الموج يقرأ ما كتبت\\\nوقال البحر\u2003\u2003\u2003لن أمحو كلاما كنت قد أحببت يوما"

// edges gives the columns of a line at which text begins and ends.
func edges(l Line) (first, last int) {
	column, first := 0, -1
	for _, c := range l.Cells {
		if c.Kind != rtl.Space {
			if first < 0 {
				first = column
			}
			last = column + int(c.Width)
		}
		column += int(c.Width)
	}
	return first, last
}

// The halves of verses stand in two columns of one width, filled to their edges; what
// has no halves stands in the middle.
func TestVersesInColumns(t *testing.T) {
	t.Parallel()
	lines := newDocument(t, bodyItem(articles.RightToLeft, stanza)).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 70})
	var poem []Line
	for _, l := range lines {
		if strings.TrimSpace(showLines([]Line{l}, false)) != "" {
			poem = append(poem, l)
		}
	}
	poem = poem[len(poem)-3:]
	first, last := edges(poem[1])
	if f, l := edges(poem[2]); f != first || l != last {
		t.Errorf("the verses stand from %d to %d and from %d to %d", first, last, f, l)
	}
	if first != 70-last {
		t.Errorf("they stand from %d to %d of 70: not in the middle", first, last)
	}
	if f, l := edges(poem[0]); f < first || l > last {
		t.Errorf("the title stands from %d to %d", f, l)
	}
	said := string(rtl.AppendLogical(nil, poem[1].Cells))
	if a, b := strings.Index(said, "الرمال"), strings.Index(said, "الموج"); a < 0 || b < a {
		t.Errorf("the line says %q", said)
	}
}

// On a narrow page the second half stands below the first, at the other edge.
func TestVersesBelow(t *testing.T) {
	t.Parallel()
	lines := newDocument(t, bodyItem(articles.RightToLeft, stanza)).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 40})
	var rows []string
	for _, l := range lines {
		rows = append(rows, showLines([]Line{l}, false))
	}
	at := slices.IndexFunc(lines, func(l Line) bool { return strings.Contains(string(rtl.AppendLogical(nil, l.Cells)), "كتبت") })
	if at < 0 {
		t.Fatalf("no such line in\n%s", strings.Join(rows, "\n"))
	}
	if _, last := edges(lines[at]); last != 40 {
		t.Errorf("the first half ends at column %d", last)
	}
	if first, _ := edges(lines[at+1]); first != 0 {
		t.Errorf("the second half begins at column %d", first)
	}
}

// Every word of a stanza stands at the same place in the text, at every width.
func TestWordsOfVerses(t *testing.T) {
	t.Parallel()
	d := newDocument(t, bodyItem(articles.RightToLeft, stanza+"\\\nشطر **طويل** [بوصلة](https://example.org)\u2003\u2003\u2003وآخر"))
	words := func(width int) map[[2]int]bool {
		found := map[[2]int]bool{}
		for _, l := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width}) {
			for _, w := range l.Words() {
				found[[2]int{w.First, w.Last}] = true
			}
		}
		return found
	}
	want := words(90)
	if len(want) < 20 {
		t.Fatalf("only %d words", len(want))
	}
	for _, width := range []int{4, 12, 30, 40, 64, 200} {
		if got := words(width); !maps.Equal(got, want) {
			t.Errorf("width %d: %d words %v, want %d %v", width, len(got), got, len(want), want)
		}
	}
}

// What only looks like verses is a paragraph.
func TestNoVerses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a space":      "كلام\u2003وكلام",
		"three parts":  "أ\u2003\u2003\u2003ب\u2003\u2003\u2003ج",
		"no halves":    "سطر\\\nسطر",
		"nothing else": "نص",
	} {
		d := newDocument(t, bodyItem(articles.RightToLeft, text))
		if slices.ContainsFunc(d.blocks, func(b textBlock) bool { _, ok := b.content.(*verse); return ok }) {
			t.Errorf("%s is a stanza", name)
		}
	}
}
