package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// describeStyles are the stretches of one style in the first line, each with what
// is not as in running text.
func describeStyles(line Line, running rtl.Color) string {
	var out []string
	var text strings.Builder
	for i, c := range line.Cells {
		text.WriteString(c.Text)
		if i+1 < len(line.Cells) && line.Cells[i+1].Style == c.Style {
			continue
		}
		if s := strings.TrimSpace(withoutLayoutMarks(text.String())); s != "" {
			out = append(out, s+looks(c.Style, running))
		}
		text.Reset()
	}
	return strings.Join(out, " ")
}

func looks(s rtl.Style, running rtl.Color) string {
	var is []string
	for _, a := range []struct {
		attribute rtl.Attributes
		name      string
	}{{rtl.Bold, "bold"}, {rtl.Underline, "underline"}, {rtl.Strike, "strike"}, {rtl.Italic, "italic"}} {
		if s.Attributes&a.attribute != 0 {
			is = append(is, a.name)
		}
	}
	if s.Foreground != running {
		is = append(is, "colour")
	}
	if s.Background != 0 {
		is = append(is, "panel")
	}
	if s.Link != "" {
		is = append(is, s.Link)
	}
	if len(is) == 0 {
		return ""
	}
	return fmt.Sprint(is)
}

// Looks add up: what is within another is as both say.
func TestLooks(t *testing.T) {
	look := theme.Night()
	running := rtl.RGB(0xd8, 0xd4, 0xcb) // its text
	tests := []struct{ name, markdown, want string }{
		{"running text", "a", "a"},
		{"emphasis", "a *b* **c** ~~d~~ e", "a b[italic colour] c[bold] d[strike] e"},
		{"in each other", "**a *b* ~~c~~**", "a[bold] b[bold italic colour] c[bold strike]"},
		{"code", "a `b` **`c`**", "a b[colour panel] c[bold colour panel]"},
		{"a link", "[a **b** `c`](https://x.example)",
			"a[underline colour https://x.example] b[bold underline colour https://x.example] c[underline colour panel https://x.example]"},
		{"a link in a heading", "# a [b](https://x.example)", "a[bold underline colour] b[bold underline colour https://x.example]"},
		{"a link in strong text", "**[b](https://x.example)**", "b[bold underline colour https://x.example]"},
		{"a footnote", "a[^1]\n\n[^1]: x", "a ¹[colour]"},
		{"an image", "a ![b](c.png)", "a ▣ b[colour]"},
		{"the head of a table", "**a** b|c\n-|-\nd|e", "a b[bold] │[colour] c[bold]"},
		{"no sign of Glamour's escapes", `a \\[b\\] \* \_`, `a \[b\] * _`},

		{"addresses that open", "<https://a.example> <me@b.example> www.c.example",
			"https://a.example[underline colour https://a.example] me@b.example[underline colour mailto:me@b.example] " +
				"www.c.example[underline colour http://www.c.example]"},
		{"addresses that do not", "[a](javascript:x) [b](file:///x) [c](other.md) [d](data:,x) [e](#e)", "a b c d e"},
		{"an address is printable ASCII", "[a](https://x.example/ب?q=&quot;&amp;)",
			"a[underline colour https://x.example/%D8%A8?q=\"&]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := New(bodyItem(articles.LeftToRight, tt.markdown), look, words.English()).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})
			if got := describeStyles(lines[0], running); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Code is highlighted in a language that is known, and stands on its panel up to
// both edges.
func TestCodeLooks(t *testing.T) {
	const fence = "\x60\x60\x60"
	tests := []struct{ name, markdown, want string }{
		{"in a language", fence + "go\nreturn 1 // x\n" + fence, "return[colour panel] 1[colour panel] // x[colour panel]"},
		{"in none", fence + "\nreturn 1 // x\n" + fence, "return 1 // x[colour panel]"},
		{"in one that is not known", fence + "nosuch\nreturn 1 // x\n" + fence, "return 1 // x[colour panel]"},
		{"too long to be highlighted", fence + "go\nreturn 1\n" + strings.Repeat("x\n", maxHighlighted/2) + fence,
			"return 1[colour panel]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := New(bodyItem(articles.LeftToRight, tt.markdown), theme.Night(), words.English())
			for line := range d.Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 40}) {
				if got := describeStyles(line, 0); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				for i, c := range line.Cells {
					if c.Style.Background == 0 {
						t.Fatalf("column %d is not on the panel", i)
					}
				}
				break
			}
		})
	}
}
