package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// The lines of the blocks, each laid out by itself, are those of the document, in every
// theme that it is given.
func TestBlockLines(t *testing.T) {
	d := newDocument(t, sampleItem(t))
	for _, spacing := range []int{0, 1, 2} {
		d.Space(spacing)
		for _, look := range theme.All() {
			d.SetTheme(look)
			fresh := New(sampleItem(t), look, words.Arabic())
			fresh.Space(spacing)
			want := fresh.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 40})
			n := 0
			for b := range d.Len() {
				for line := range d.BlockLines(b, rtl.Options{Protocols: rtl.AllProtocols, Width: 40}) {
					if !slices.Equal(line.Cells, want[n].Cells) || line.Position != want[n].Position || line.Position < d.Position(b) || line.End > d.Position(b+1) {
						t.Fatalf("%s, spacing %d: line %d is\n%swant\n%s", look.Name, spacing, n, showLines([]Line{line}, true), showLines(want[n:n+1], true))
					}
					n++
				}
			}
			if n != len(want) {
				t.Fatalf("%d lines, want %d", n, len(want))
			}
		}
	}
}

// A block is no longer than can be laid out at once, whatever is in it, and nothing is
// lost where it was cut: the text is that of what was not, in the same positions.
func TestLongBlocksAreCut(t *testing.T) {
	paragraph := strings.Repeat("كلمة **وأخرى** and more\n", 8_000)
	code := strings.Repeat("x := \"سوق\" // "+strings.Repeat("word ", 20)+"\n", 1_500)
	for name, text := range map[string]string{
		"a paragraph":     paragraph,
		"one in a list":   "- " + strings.ReplaceAll(paragraph, "\n", " "),
		"a heading":       "# " + strings.ReplaceAll(paragraph, "\n", " "),
		"code":            "```go\n" + code + "```",
		"a line of code":  "```\n" + strings.ReplaceAll(code, "\n", " ") + "\n```",
		"a table":         "|أ|ب|\n|-|-|\n" + strings.Repeat("|كلمة وأخرى|طويلة|\n", 8_000),
		"HTML":            "<div>" + strings.ReplaceAll(paragraph, "**", "") + "</div>",
		"without a blank": strings.Repeat("ع", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDocument(t, bodyItem(articles.RightToLeft, text))
			if d.Len() < 5 {
				t.Fatalf("%d blocks", d.Len())
			}
			lines := 0
			for b := range d.Len() {
				if n := d.Position(b+1) - d.Position(b); n > 40_000 {
					t.Errorf("block %d has %d runes", b, n)
				}
				n := 0
				for line := range d.BlockLines(b, rtl.Options{Protocols: rtl.AllProtocols, Width: 60}) {
					if n++; line.Gap && b > 1 {
						t.Errorf("block %d stands apart", b)
					}
				}
				lines = max(lines, n)
			}
			if lines > 1200 {
				t.Errorf("a block of %d lines", lines)
			}
			letters := func(s string) string {
				return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) }), "")
			}
			want := letters(text)
			if name == "code" {
				want = strings.TrimPrefix(want, "go")
			}
			want = strings.TrimSuffix(strings.TrimPrefix(want, "div"), "div")
			if got := letters(d.Text()); got != want {
				t.Errorf("the text has %d letters, want %d", len(got), len(want))
			}
			if got := letters(d.Between(0, 1<<30)); got != want {
				t.Errorf("what is copied has %d letters, want %d", len(got), len(want))
			}
		})
	}
}

func isWordRune(r rune) bool { return r >= 'a' && r <= 'z' || r > 0x600 && r < 0x700 }
