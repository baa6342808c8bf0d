package rtf

import (
	"encoding/hex"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"github.com/warraq/warraq/articles/format/office"
)

// shown is the tree of a document as HTML.
func shown(t *testing.T, d office.Document) string {
	t.Helper()
	var b strings.Builder
	for n := d.Body.FirstChild; n != nil; n = n.NextSibling {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// bytesOf writes a text as a program writes the bytes of a code page.
func bytesOf(t *testing.T, set *charmap.Charmap, text string) string {
	t.Helper()
	data, err := set.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range []byte(data) {
		b.WriteString(`\'` + hex.EncodeToString([]byte{c}))
	}
	return b.String()
}

const head = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset178{\*\falt Arial} Arial (Arabic);}{\f2\fcharset2 Symbol;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s5 Title;}{\s6 Quote;}{\*\cs10 Default;}}` +
	`{\info{\title \u1585?\u1587?\u1575?\u1604?\u1577?}{\author Hind}{\creatim\yr2023\mo4\dy5\hr6\min7}}{\header H\par}`

// Every structure of a text comes out as the HTML that means the same.
func TestStructure(t *testing.T) {
	t.Parallel()
	arabic := func(s string) string { return bytesOf(t, charmap.Windows1256, s) }
	for _, c := range []struct{ name, body, want string }{
		{"characters by their codes", `\pard\rtlpar \u1605?\u1585?\u1587?\u1609?\par`, `<p>مرسى</p>`},
		{"a code and what stands for it", `{\uc2 \u1605\'e3\'e3\uc1 \u1585 ?x}\par`, `<p>مرx</p>`},
		{"a code beyond the first plane", `\u-10179?\u-8704?\par`, `<p>😀</p>`},
		{"bytes in the code page of their font", `{\f1 ` + arabic("مرسى") + `} {\f0 caf\'e9}\par`, `<p>مرسى café</p>`},
		{"bytes in that of the font for the script", `{\ltrch\fcs1\af1 \rtlch\fcs1\f0 ` + arabic("مرسى") + `}\par`, `<p>مرسى</p>`},
		{"bold and italic", `a {\b b}{\b  }{\i c} {\rtlch\ab d}\par`, `<p>a <strong>b</strong> <em>c</em> <strong>d</strong></p>`},
		{"above and below the line", `10{\super 16} H{\sub 2}\par`, `<p>10<sup>16</sup> H<sub>2</sub></p>`},
		{"hidden text", `a{\v secret}b\par`, `<p>ab</p>`},
		{"a heading by its style", `\pard\s1 {\b Pier}\par\pard text\par`, `<h1>Pier</h1><p>text</p>`},
		{"a heading by its outline", `\pard\outlinelevel1 Pier\par`, `<h2>Pier</h2>`},
		{"a quotation", `\pard\s6 said\par`, `<blockquote><p>said</p></blockquote>`},
		{"lines and signs", `a\line b\emdash c\~d\par`, "<p>a<br/>b—c\u00a0d</p>"},
		{"a list with bullets", `{\listtext\f2\'b7\tab}\ls1 dates\par{\listtext\f2\'b7\tab}\ls1 lemons\par`, `<ul><li>dates</li><li>lemons</li></ul>`},
		{"a list with numbers", `{\listtext 3.\tab}\ls1\ilvl0 dates\par{\listtext 4.\tab}lemons\par`, `<ol start="3"><li>dates</li><li>lemons</li></ol>`},
		{"a list in letters", `{\pntext\f0 \u1571?)\tab}dates\par`, `<ul><li>أ) dates</li></ul>`},
		{"a list that was typed", `\pard\fi-360\li360 \bullet\tab dates\par\fi-360\li720 \endash\tab ajwa\par\fi0\li720 more\par\fi-360\li360 \bullet\tab lemons\par\pard after\par`,
			`<ul><li>dates<ul><li>ajwa<p>more</p></li></ul></li><li>lemons</li></ul><p>after</p>`},
		{"numbers that were typed", `\pard\fi-360\li360 3.\tab dates\par 4.\tab lemons\par`, `<ol start="3"><li>dates</li><li>lemons</li></ol>`},
		{"a link", `{\field{\*\fldinst{HYPERLINK "https://marsa.example/a"}}{\fldrslt{here}}} and\par`, `<p><a href="https://marsa.example/a">here</a> and</p>`},
		{"a note", `year 1830{\super\chftn{\footnote\pard\plain{\super\chftn} the ledger}} and\par`, `<p>year 1830[1] and</p><hr/><p>[1] the ledger</p>`},
		{"a table", `\trowd\trhdr\cellx1\cellx2\intbl kind\cell count\cell\row\trowd\cellx1\cellx2\intbl dates\cell 12\cell\row\pard after\par`,
			`<table><thead><tr><th>kind</th><th>count</th></tr></thead><tbody><tr><td>dates</td><td>12</td></tr></tbody></table><p>after</p>`},
		{"merged cells", `\trowd\clmgf\cellx1\clmrg\cellx2\intbl all\cell\cell\row\trowd\clvmgf\cellx1\cellx2 a\cell b\cell\row\trowd\clvmrg\cellx1\cellx2\intbl \cell c\cell\row\pard`,
			`<table><tbody><tr><td colspan="2">all</td></tr><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>`},
		{"what is written twice", `{\upr{once}{\*\ud{\u1605?}}}{\*\unknown no}\par`, `<p>م</p>`},
		{"a frame", `before{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt \pard inside\par}}{\shprslt inside}}\par`, `<p>before</p><p>inside</p>`},
		{"signs of a font", `{\f2 a}\par`, `<p>α</p>`},
		{"no end of a paragraph", `the end`, `<p>the end</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := Read([]byte(head + c.body + "}"))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(t, d); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if d.Title != "رسالة" || d.Author != "Hind" || d.Published.Format("2006-01-02 15:04") != "2023-04-05 06:07" {
				t.Errorf("it says of itself %q, %q, %v", d.Title, d.Author, d.Published)
			}
		})
	}
}

// Pictures are kept in the form in which they are read, and once.
func TestPictures(t *testing.T) {
	t.Parallel()
	d, err := Read([]byte(head + `a{\*\shppict{\pict{\*\picprop x}\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 0102}}{\pict\jpegblip\bin4 ` + "}\\{\xff" + `} b\par}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shown(t, d), `<p>a<img src="rtf-picture-0" alt=""/><img src="rtf-picture-1" alt=""/> b</p>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for address, want := range map[string]string{"rtf-picture-0": "\x89PNG", "rtf-picture-1": "}\\{\xff", "rtf-picture-2": ""} {
		if data, err := d.Picture(address, 100); err != nil || string(data) != want {
			t.Errorf("%s is %q, %v", address, data, err)
		}
	}
}

// FuzzRead reads any bytes without a fault.
// What is ended more often than it began ends once: a box does not stand within itself.
func TestMoreEndsThanBeginnings(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`\shptxt x}}}\row\u-\`, `{\rtf1 a\shptxt x}}}}\par b}`, `{\rtf1 a\footnote x}}}\par b`, `{\rtf1 {\shptxt x}}}}}\par}`} {
		_, _ = Read([]byte(text)) // it ends
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + `{\field{\*\fldinst HYPERLINK}{\fldrslt{\footnote{\footnote{\shptxt x}}}}}\trowd\cellx9\cell\row\u-1\bin99 }`))
	f.Add([]byte(`{\rtf1\intbl a\cell\nestcell\row{\pict\pngblip 0}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Read(data)
	})
}
