package office

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Numbers are written as Word writes them.
func TestNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{3, "decimal", "3"}, {3, "decimalZero", "03"}, {12, "hindiNumbers", "١٢"}, {3, "arabicAlpha", "ت"}, {3, "arabicAbjad", "ج"},
		{27, "lowerLetter", "aa"}, {2, "upperLetter", "B"}, {1994, "upperRoman", "MCMXCIV"}, {4, "lowerRoman", "iv"}, {2, "hebrew1", "ב"},
		{0, "upperRoman", "0"}, {-1, "lowerLetter", "-1"}, {99999, "arabicAbjad", "99999"}, {7, "unheard of", "7"}, {7, "none", ""},
	} {
		if got := Number(c.n, c.format); got != c.want {
			t.Errorf("%d in %s is %q, not %q", c.n, c.format, got, c.want)
		}
	}
}

// A field leads where it says, unless that is within the document.
func TestFieldLink(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{
		` HYPERLINK "https://marsa.example/a b" \o "x" `: "https://marsa.example/a b", `HYPERLINK https://marsa.example/`: "https://marsa.example/",
		`HYPERLINK \l "place"`: "", `PAGEREF x`: "", "": "", `hyperlink "mailto:h@marsa.example"`: "mailto:h@marsa.example",
	} {
		if got := FieldLink(code); got != want {
			t.Errorf("%q leads to %q, not %q", code, got, want)
		}
	}
}

// Whatever way its pieces are set, a paragraph holds its text, each letter once.
func TestParagraphKeepsText(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 7))
	pieces := []string{"مركب", " ", "شراع، ", "«", "10", ".", "\t", " و"}
	for range 2000 {
		var p Paragraph
		var want strings.Builder
		for range random.IntN(8) {
			text := pieces[random.IntN(len(pieces))]
			bit := func() bool { return random.IntN(2) == 0 }
			s := Style{Bold: bit(), Italic: bit(), Strike: random.IntN(6) == 0, Raised: random.IntN(6) == 0}
			if random.IntN(5) == 0 {
				s.Link = "https://marsa.example/"
			}
			p.Text(text, s)
			want.WriteString(text)
		}
		root := Element(atom.P, p.Nodes()...)
		var got strings.Builder
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				got.WriteString(n.Data)
			}
			if n.Type == html.ElementNode && n.FirstChild == nil {
				t.Fatalf("an empty %s of %q", n.Data, want.String())
			}
		}
		if got.String() != want.String() {
			t.Fatalf("%q became %q", want.String(), got.String())
		}
	}
}

// An XML document is read element by element, and one that is nested too deep is not.
func TestDecoder(t *testing.T) {
	t.Parallel()
	var got []string
	err := NewDecoder(strings.NewReader(`<?xml version="1.0" encoding="utf-16"?><a><head><x>1&nbsp;</x></head><skip><y/></skip><body><p>2</p><head>no</head></body></a>`)).
		Each(func(parent string, n *Node) error {
			got = append(got, parent+"/"+n.Name+"="+n.String())
			return nil
		}, "head", "body")
	if want := "head/x=1\u00a0 body/p=2"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("got %q, %v, not %q", got, err, want)
	}
	if _, err := Parse(strings.Repeat("<a>", 1000)); !errors.Is(err, ErrDepth) {
		t.Errorf("an element nested a thousand deep: %v", err)
	}
}

// Titles that programs make up are none.
func TestUntitled(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"Document1": true, "Untitled": true, "Microsoft Word - note.doc": true, "بدون عنوان": true, "Documents of the sea": false, "رسالة": false,
	} {
		if got := isUntitled(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}

// Many small pieces are one text, and cost no more than one.
func TestManyPieces(t *testing.T) {
	t.Parallel()
	var p Paragraph
	for range 100_000 {
		p.Text("ا", Style{Bold: true})
		p.Text(" ", Style{})
	}
	if nodes := p.Nodes(); len(nodes) != 2 || len(nodes[0].FirstChild.Data) != 299_999 {
		t.Errorf("%d nodes", len(nodes))
	}
}
