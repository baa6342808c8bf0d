package page

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/ui/rtl"
)

// No letter of an article is lost, and none is in another place than in the web
// page that goldmark makes of it.
func TestNothingIsLost(t *testing.T) {
	texts := map[string]string{"everything": sampleItem(t).Body}
	bundled, err := bundled.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range bundled {
		texts[a.Key] = a.Body
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			want := onlyLetters(webText(t, text))
			got := onlyLetters(newDocument(t, bodyItem("", text)).Text())
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == '\n' {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.Join(strings.Fields(s), ""))
}

// webText is the text of the page that goldmark makes, with what stands in the
// place of its images.
func webText(t *testing.T, markdown string) string {
	t.Helper()
	var page bytes.Buffer
	m := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute()), goldmark.WithRendererOptions(html.WithUnsafe()),
	)
	if err := m.Convert([]byte(markdown), &page); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for z := xhtml.NewTokenizer(&page); ; {
		switch z.Next() {
		case xhtml.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
			return text.String()
		case xhtml.TextToken:
			text.Write(z.Text())
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				if a.Key == "alt" {
					text.WriteString(a.Val)
				}
			}
		}
	}
}

// Signs of lists and quotes nest no deeper than maxNesting; what lies deeper is
// their text, and none of it is lost.
func TestNestingIsCapped(t *testing.T) {
	for sign, want := range map[string]string{
		"> ": strings.Repeat("▎ ", maxNesting),
		"- ": "• ◦ " + strings.Repeat("▪ ", maxNesting-2),
	} {
		d := newDocument(t, bodyItem(articles.RightToLeft, strings.Repeat(sign, 10_000)+"نص"))
		lines := inOrderOfReading(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 80}))
		if !strings.HasPrefix(lines[0], want+sign) {
			t.Errorf("%s is led by %.60q, want %q", sign, lines[0], want)
		}
		if signs := strings.Count(d.Text(), strings.TrimSpace(sign)); signs < 10_000-maxNesting-2 {
			t.Errorf("%d of %q are there", signs, sign)
		}
		if !strings.HasSuffix(d.Text(), "نص") {
			t.Errorf("the text behind %q is lost", sign)
		}
	}
}

// A screen of a long article needs no more than that much of it.
func TestLinesAreLaidAsTheyAreAskedFor(t *testing.T) {
	d := newDocument(t, article(1<<20))
	n := 0
	for range d.Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60}) {
		if n++; n == 50 {
			break
		}
	}
	if d.builder == nil || len(d.blocks) > 100 {
		t.Errorf("%d blocks are built for the first 50 lines", len(d.blocks))
	}
	short := newDocument(t, article(5<<10))
	if got := len(short.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})); got < 50 {
		t.Fatalf("%d lines in a short one", got)
	}
}

// The text that is copied says what the page says, without its rules and bars.
func TestText(t *testing.T) {
	const markdown = "# أ\n\nب  \nج [د](https://x.example) `ه`\n\n---\n\n> 1. و\n>    - ز\n\n|ح|ط|\n|-|-|\n|ي|ك|\n\nل[^1]\n\n[^1]: م"
	const want = "أ\nب\nج د ه\n\n1. و\n• ز\n\nح\tط\nي\tك\n\nل¹\n\n¹ م"
	d := newDocument(t, bodyItem(articles.RightToLeft, markdown))
	if got := d.Text(); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	for _, line := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 20}) {
		if p := d.Paragraph(line.Position); p == "" || !strings.Contains(want, strings.TrimSuffix(p, "\n")) {
			t.Errorf("position %d is in %q", line.Position, p)
		}
	}
}

// Options reach every kind of block that they are meant for, and not code.
func TestOptions(t *testing.T) {
	const markdown = "فَتًى 12\n\n1. فَتًى\n\n| فَتًى 3 |\n|---|\n\n    x = 45"
	d := newDocument(t, bodyItem(articles.RightToLeft, markdown))
	lines := d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 20, Digits: rtl.DigitsArabic, Shaping: rtl.ShapeNone, HideMarks: true})
	got := strings.Fields(showLines(lines, false))
	want := []string{"١٢", "ىتف", "ىتف", ".١", "٣", "ىتف", "x", "=", "45"}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got %q, want %q", got, want)
	}
}
