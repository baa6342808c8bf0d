package fb2

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// bookXML is one with these bodies.
func bookXML(bodies string) string {
	return `<?xml version="1.0" encoding="windows-1251"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>prose</genre><author><first-name>هند</first-name><last-name>الساحلي</last-name></author><author><nickname>بحّار</nickname></author>
<book-title>دفتر المرسى</book-title><annotation><p>عن مرسى.</p></annotation><date value="2021-06-07">صيف ٢٠٢١</date><lang>ar</lang><translator><first-name>سعد</first-name></translator></title-info>
<document-info><author><nickname>x</nickname></author><date>1.1.2020</date></document-info><publish-info><publisher>دار المدّ</publisher><year>2022</year></publish-info></description>` +
		bodies + `<binary id="a.png" content-type="image/png">` + base64.StdEncoding.EncodeToString([]byte("picture")) + `</binary></FictionBook>`
}

// shown are the chapters of a book, each its title and its HTML.
func shown(t *testing.T, b Book) string {
	t.Helper()
	var s strings.Builder
	for _, c := range b.Chapters {
		s.WriteString(c.Title + ": ")
		for n := c.Body.FirstChild; n != nil; n = n.NextSibling {
			if err := html.Render(&s, n); err != nil {
				t.Fatal(err)
			}
		}
		s.WriteString("\n")
	}
	return s.String()
}

// A book has its chapters, and each its structure.
func TestChapters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, bodies, want string }{
		{"two chapters", `<body><title><p>دفتر</p></title><section><title><p>الأول</p><p>البحر</p></title><p>نص</p></section><section><p>بلا عنوان</p></section></body>`,
			"الأول — البحر: <p>نص</p>\n: <p>بلا عنوان</p>\n"},
		{"chapters in parts", `<body><section><title><p>جزء</p></title><section><title><p>أ</p></title><p>١</p></section><section><title><p>ب</p></title><p>٢</p></section></section></body>`,
			"جزء — أ: <p>١</p>\nجزء — ب: <p>٢</p>\n"},
		{"sections of a chapter", `<body><section><title><p>أ</p></title><p>١</p><section><title><p>ب</p></title><p>٢</p></section></section></body>`,
			"أ: <p>١</p><h2>ب</h2><p>٢</p>\n"},
		{"what stands before the first", `<body><epigraph><p>قول</p><text-author>شاعر</text-author></epigraph><section><title><p>أ</p></title><p>١</p></section></body>`,
			": <blockquote><p>قول</p><p>— شاعر</p></blockquote>\nأ: <p>١</p>\n"},
		{"ways to set text", `<body><section><p>كان <strong>مركب</strong> <emphasis>شراع</emphasis> 10<sup>16</sup> H<sub>2</sub> <a l:href="https://marsa.example/">هنا</a></p></section></body>`,
			": <p>كان <strong>مركب</strong> <em>شراع</em> 10<sup>16</sup> H<sub>2</sub> <a href=\"https://marsa.example/\">هنا</a></p>\n"},
		{"notes with their numbers", `<body><section><p>سنة 1830<a l:href="#n7" type="note">[7]</a> وبعد</p></section></body><body name="notes"><title><p>حواش</p></title><section id="n7"><title><p>7</p></title><p>دفتر</p></section></body>`,
			": <p>سنة 1830[7] وبعد</p><hr/><p>[7] دفتر</p>\n"},
		{"verses", `<body><section><poem><stanza><v>صدر</v><v>عجز</v></stanza></poem></section></body>`, ": <p>صدر<br/>عجز</p>\n"},
		{"a table", `<body><section><table><tr><th>صنف</th><th>عدد</th></tr><tr><td>تمر</td><td>١٢</td></tr></table></section></body>`,
			": <table><thead><tr><th>صنف</th><th>عدد</th></tr></thead><tbody><tr><td>تمر</td><td>١٢</td></tr></tbody></table>\n"},
		{"a picture", `<body><section><image l:href="#a.png" alt="رصيف"/><p>نص</p></section></body>`, ": <p><img src=\"#a.png\" alt=\"رصيف\"/></p><p>نص</p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b, err := Read(bookXML(c.bodies))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(t, b); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// A book says who wrote it, and gives its pictures.
func TestAbout(t *testing.T) {
	t.Parallel()
	b, err := Read(bookXML(`<body><section><p>نص</p></section></body>`))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "دفتر المرسى" || strings.Join(b.Authors, ";") != "هند الساحلي;بحّار" || b.Language != "ar" || b.Publisher != "دار المدّ" ||
		b.Summary != "عن مرسى." || b.Published.Format("2006-01-02") != "2021-06-07" {
		t.Errorf("%+v", b)
	}
	if data, err := b.Picture("#a.png", 100); err != nil || string(data) != "picture" {
		t.Errorf("the picture is %q, %v", data, err)
	}
}

// FuzzRead reads a book of any text without a fault.
func FuzzRead(f *testing.F) {
	f.Add(`<body><section><p>x<a l:href="#n">1</a></p></section></body><body name="notes"><section id="n"><p>x<a l:href="#n">1</a></p></section></body>`)
	f.Fuzz(func(t *testing.T, bodies string) {
		_, _ = Read(bookXML(bodies))
	})
}
