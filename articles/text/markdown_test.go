package text

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A line of text, escaped, is a paragraph that shows the line and nothing else.
func TestEscapeLine(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"# عنوان", "#وسم", "####### سبعة", "- بند", "+ بند", "* بند", "-نص", "1. أول", "12) ثان", "١. ثالث", "> اقتباس", "---", "===", "***",
		"- - -", "| a | b |", "|---|---|", "```go", "~~~", "~~محذوف~~", "*مائل* و **غامق** و _خط_ و __خط__", "`رمز`", "[رابط](http://x)",
		"![صورة](x)", "[^1]: حاشية", "[x]: http://x", "<b>علامة</b>", "<script>", "&lt; &#60; & و&", `\* \`, "a_b_c", "2 * 3 * 4",
		"https://example.org/a_b*c_[d] ثم نص", "www.example.org/a_b_c.", "name@example.org", "1986\\. مثال", "+", "-", "1.", ":-", "a ~ b ~ c", "\\",
	} {
		t.Run(line, func(t *testing.T) { expectShown(t, line) })
	}
}

// expectShown checks that the line escaped shows as itself in GitHub's Markdown.
func expectShown(t *testing.T, line string) {
	t.Helper()
	escaped := EscapeLine(line)
	source := []byte(escaped)
	document := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader(source))
	if document.ChildCount() != 1 || document.FirstChild().Kind() != ast.KindParagraph {
		t.Fatalf("%q became %q, which is no paragraph", line, escaped)
	}
	var b strings.Builder
	err := ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Document, *ast.Paragraph:
		case *ast.Text:
			b.Write(util.UnescapePunctuations(n.Segment.Value(source)))
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *extast.Strikethrough:
			t.Errorf("%q became %q, which strikes through", line, escaped)
		default:
			t.Errorf("%q became %q, which holds %s", line, escaped, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != line {
		t.Errorf("%q became %q, which shows %q", line, escaped, b.String())
	}
}

// An address in a text ends where a reader would end it.
func TestAddressesInLines(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"انظر https://ar.wikipedia.org/wiki/سوق_(توضيح) ثم نص": "انظر <https://ar.wikipedia.org/wiki/سوق_(توضيح)> ثم نص",
		"(انظر https://example.org/a_(b))":                     "(انظر <https://example.org/a_(b)>)",
		"(https://example.org/a).":                             "(<https://example.org/a>).",
		"[https://example.org/a[1]]":                           `\[<https://example.org/a[1]>\]`,
		"https://example.org/a،والباقي":                        "<https://example.org/a>،والباقي",
		"https://example.org/a|https://example.org/b":          "<https://example.org/a>|<https://example.org/b>",
		"«https://example.org/a»؟":                             "«<https://example.org/a>»؟",
		"https://example.org/a/?x=1&y=2#z!":                    "<https://example.org/a/?x=1&y=2#z>!",
		"http:// وحدها":                                        "http:// وحدها",
		"https://example.org/_a_":                              `<https://example.org/_a>\_`,
	} {
		if got := EscapeLine(line); got != want {
			t.Errorf("%q became\n%q, want\n%q", line, got, want)
		}
		expectShown(t, line)
	}
}

func FuzzEscapeLine(f *testing.F) {
	for _, seed := range []string{"# a", "*a* _b_ `c`", "[a](b)", "&amp;", "http://a_b.c/d*e f*", "1. a", "a\\"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if line := CleanLine(s); strings.TrimFunc(line, IsInvisible) != "" && !strings.Contains(line, "\x00") {
			expectShown(t, line)
		}
	})
}

// A title made of a text has no marks in it.
func TestOpening(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"## من [هنا](https://a.example/x_(1)) إلى **هناك**\n\nنص": "من هنا إلى هناك",
		"![بحر](a.jpg) موج":                      "بحر موج",
		"انظر <https://a.example/1> و\\*نجمة\\*": "انظر https://a.example/1 و*نجمة*",
		"سنة 1830\\[1] و[قوسان] معًا":            "سنة 1830[1] و[قوسان] معًا",
	} {
		if got := Opening(in); got != want {
			t.Errorf("Opening(%q) = %q, want %q", in, got, want)
		}
	}
}
