package html

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// hasElement tells of every text what elementPattern does.
func TestHasElement(t *testing.T) {
	parts := []string{"<", ">", "</", "/>", "p", "br", "img src='a'", "unknown", " ", "\n", "نص", "5 < 6", "<p>", "<IMG\tsrc=\"x\">", "<a href='<b>'>", "&lt;p&gt;"}
	r := rand.New(rand.NewPCG(1, 18))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		if got, want := hasElement(b.String()), elementPattern.MatchString(b.String()); got != want {
			t.Fatalf("%q: %t, want %t", b.String(), got, want)
		}
	}
}

// A line that is one paragraph is read as the parser of HTML reads it.
func TestOnlyParagraph(t *testing.T) {
	t.Parallel()
	parts := []string{"نص", "text", " ", "\n", "\r", "\r\n", "\t", "\f", "\x00", "\xff", "\u00A0", "\uFEFF", "\u202B", "&amp;", "&#8230;", "&lt;b&gt;", "&amp;lt;", "&#13;", "&#0;", "&nbsp;", "&copy", "&#x", "<b>", "</p>", "<p>", "[", "\x1b[31m"}
	r := rand.New(rand.NewPCG(2, 18))
	alone := 0
	for range 20_000 {
		var b strings.Builder
		b.WriteString("<p>")
		for range r.IntN(9) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		b.WriteString("</p>" + []string{"", "\n", "\f", "x"}[r.IntN(4)])
		if _, ok := onlyParagraph(b.String()); !ok {
			continue
		}
		alone++
		if got, want := PlainText(b.String()), parsedText(b.String()); got != want {
			t.Fatalf("%q: %q, want %q", b.String(), got, want)
		}
	}
	if alone < 1000 {
		t.Errorf("only %d were one paragraph", alone)
	}
}
