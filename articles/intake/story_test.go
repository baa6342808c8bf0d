package intake

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// The same story as every program writes it that people keep their texts with. Each
// holds what is easily lost: see traps.

// storyForm is the story in one format.
type storyForm struct {
	name  string // of its file
	lacks string // traps that the format cannot hold, by their names
	data  func(t testing.TB) string
}

// wordStory is the story as Word writes it.
func wordStory(t testing.TB) string {
	run := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	p := func(properties string, runs ...string) string {
		return `<w:p><w:pPr><w:bidi/>` + properties + `</w:pPr>` + strings.Join(runs, "") + `</w:p>`
	}
	in := func(list string) string {
		return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr>`
	}
	row := func(cells ...string) string {
		s := "<w:tr>"
		for _, c := range cells {
			s += "<w:tc>" + p("", run("<w:rtl/>", c)) + "</w:tc>"
		}
		return s + "</w:tr>"
	}
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="a" xmlns:wp="wp"`
	body := p(`<w:pStyle w:val="Title"/>`, run("", "مرسى الحديقة")) +
		p("", run("<w:rtl/>", "رست سفينة اسمها "), run("", "Nour 2"), run("<w:rtl/>", " قرب "), run("<w:bCs/><w:rtl/>", "الرصيف"), run("<w:rtl/>", " "), run("<w:iCs/><w:rtl/>", "القديم"), run("<w:rtl/>", " سنة 1830"),
			`<w:r><w:footnoteReference w:id="1"/></w:r>`, run("<w:rtl/>", " وفيها 10"), run(`<w:vertAlign w:val="superscript"/>`, "6"), run("<w:rtl/>", " حبة.")) +
		p(`<w:pStyle w:val="Heading2"/>`, run("", "البضاعة")) +
		p(in("1"), run("", "تمر")) + p(in("1"), run("", "ليمون")) + p(in("2"), run("", "وزن")) + p(in("2"), run("", "ختم")) +
		`<w:tbl>` + row("الصنف", "العدد") + row("تمر", "١٢") + `</w:tbl>` +
		p("", run("", "وبقيت في "), `<w:hyperlink r:id="rL">`+run("", "السجل")+`</w:hyperlink>`, run("", " صورة.")) +
		p("", `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="شراع"/><a:blip r:embed="rP"/></wp:inline></w:drawing></w:r>`)
	return zipOf(t,
		packedFile{name: "[Content_Types].xml", text: "<Types/>"},
		packedFile{name: "_rels/.rels", text: `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="/word/document.xml"/></Relationships>`},
		packedFile{name: "docProps/core.xml", text: `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>هند الساحلي</dc:creator><dcterms:created>2023-04-05T06:07:00Z</dcterms:created></cp:coreProperties>`},
		packedFile{name: "word/document.xml", text: `<w:document ` + space + `><w:body>` + body + `</w:body></w:document>`},
		packedFile{name: "word/footnotes.xml", text: `<w:footnotes ` + space + `><w:footnote w:id="1">` + p("", `<w:r><w:footnoteRef/></w:r>`, run("", " دفتر الجمرك.")) + `</w:footnote></w:footnotes>`},
		packedFile{name: "word/numbering.xml", text: `<w:numbering ` + space + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`},
		packedFile{name: "word/_rels/document.xml.rels", text: `<Relationships><Relationship Id="rL" Type="x/hyperlink" Target="https://marsa.example/s" TargetMode="External"/><Relationship Id="rP" Type="x/image" Target="media/a.png"/></Relationships>`},
		packedFile{name: "word/media/a.png", text: pngOf(t, 40, 40, 7)},
	)
}

// openParts are the parts of the story as LibreOffice writes it: what it says of itself,
// its styles and its text.
func openParts(picture string) (meta, styles, body string) {
	meta = `<office:meta><dc:title>مرسى الحديقة</dc:title><meta:initial-creator>هند الساحلي</meta:initial-creator><meta:creation-date>2023-04-05T06:07:00</meta:creation-date></office:meta>`
	styles = `<office:automatic-styles><style:style style:name="B"><style:text-properties style:font-weight-complex="bold"/></style:style><style:style style:name="I"><style:text-properties style:font-style-complex="italic"/></style:style><style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style><text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/></text:list-style></office:automatic-styles>`
	item := func(text string) string { return `<text:list-item><text:p>` + text + `</text:p></text:list-item>` }
	cell := func(text string) string { return `<table:table-cell><text:p>` + text + `</text:p></table:table-cell>` }
	body = `<office:body><office:text><text:h text:outline-level="1">مرسى الحديقة</text:h><text:p>رست سفينة اسمها Nour 2 قرب <text:span text:style-name="B">الرصيف</text:span> <text:span text:style-name="I">القديم</text:span> سنة 1830<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>دفتر الجمرك.</text:p></text:note-body></text:note> وفيها 10<text:span text:style-name="S">6</text:span> حبة.</text:p>` +
		`<text:h text:outline-level="2">البضاعة</text:h><text:list text:style-name="L1">` + item("تمر") + item("ليمون") + `</text:list><text:list text:style-name="L2">` + item("وزن") + item("ختم") + `</text:list>` +
		`<table:table><table:table-row>` + cell("الصنف") + cell("العدد") + `</table:table-row><table:table-row>` + cell("تمر") + cell("١٢") + `</table:table-row></table:table>` +
		`<text:p>وبقيت في <text:a xlink:href="https://marsa.example/s">السجل</text:a> صورة.</text:p><text:p><draw:frame>` + picture + `<svg:desc>شراع</svg:desc></draw:frame></text:p></office:text></office:body>`
	return meta, styles, body
}

// openNames are the namespaces of OpenDocument.
const openNames = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:svg="v" xmlns:xlink="x" xmlns:dc="c" xmlns:meta="m"`

func openStory(t testing.TB) string {
	meta, styles, body := openParts(`<draw:image xlink:href="Pictures/a.png"/>`)
	return zipOf(t,
		packedFile{name: "mimetype", text: "application/vnd.oasis.opendocument.text"},
		packedFile{name: "content.xml", text: `<office:document-content` + openNames + `>` + styles + body + `</office:document-content>`},
		packedFile{name: "meta.xml", text: `<office:document-meta` + openNames + `>` + meta + `</office:document-meta>`},
		packedFile{name: "Pictures/a.png", text: pngOf(t, 40, 40, 7)},
		packedFile{name: "META-INF/manifest.xml", text: `<manifest/>`},
	)
}

func flatStory(t testing.TB) string {
	meta, styles, body := openParts(`<draw:image><office:binary-data>` + base64.StdEncoding.EncodeToString([]byte(pngOf(t, 40, 40, 7))) + `</office:binary-data></draw:image>`)
	return `<?xml version="1.0"?><office:document` + openNames + ` office:mimetype="application/vnd.oasis.opendocument.text">` + meta + styles + body + `</office:document>`
}

// codes writes a text as RTF writes what is not ASCII.
func codes(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\u%d?`, r)
	}
	return b.String()
}

func richStory(t testing.TB) string {
	row := func(cells ...string) string {
		return `\trowd\cellx1\cellx2\intbl ` + codes(strings.Join(cells, `\cell `)) + `\cell\row`
	}
	return `{\rtf1\ansi\ansicpg1256\deff0{\fonttbl{\f0\fcharset178 Arial;}}{\stylesheet{\s2 heading 2;}{\s9 Title;}}{\info{\author ` + codes("هند الساحلي") + `}{\creatim\yr2023\mo4\dy5\hr6\min7}}` +
		`\pard\rtlpar\s9 ` + codes("مرسى الحديقة") + `\par\pard\rtlpar ` + codes("رست سفينة اسمها Nour 2 قرب ") + `{\b ` + codes("الرصيف") + `} {\i ` + codes("القديم") + `}` + codes(" سنة 1830") +
		`{\super\chftn{\footnote\pard{\super\chftn} ` + codes("دفتر الجمرك.") + `}}` + codes(" وفيها 10") + `{\super 6}` + codes(" حبة.") + `\par\pard\s2 ` + codes("البضاعة") + `\par\pard` +
		`{\listtext\'b7\tab}` + codes("تمر") + `\par{\listtext\'b7\tab}` + codes("ليمون") + `\par{\listtext 3.\tab}` + codes("وزن") + `\par{\listtext 4.\tab}` + codes("ختم") + `\par\pard` +
		row("الصنف", "العدد") + row("تمر", "١٢") + `\pard ` + codes("وبقيت في ") + `{\field{\*\fldinst{HYPERLINK "https://marsa.example/s"}}{\fldrslt ` + codes("السجل") + `}}` + codes(" صورة.") +
		`\par{\pict\pngblip ` + hex.EncodeToString([]byte(pngOf(t, 40, 40, 7))) + `}\par}`
}

func bookStory(t testing.TB) string {
	return `<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>هند</first-name><last-name>الساحلي</last-name></author><book-title>دفتر البحر</book-title><date value="2023-04-05"/><lang>ar</lang></title-info></description>` +
		`<body><section><title><p>مرسى الحديقة</p></title><p>رست سفينة اسمها Nour 2 قرب <strong>الرصيف</strong> <emphasis>القديم</emphasis> سنة 1830<a l:href="#n1" type="note">[1]</a> وفيها 10<sup>6</sup> حبة.</p><section><title><p>البضاعة</p></title>` +
		`<p>تمر، ليمون.</p><table><tr><td>الصنف</td><td>العدد</td></tr><tr><td>تمر</td><td>١٢</td></tr></table><p>وبقيت في <a l:href="https://marsa.example/s">السجل</a> صورة.</p><image l:href="#a.png" alt="شراع"/></section></section></body>` +
		`<body name="notes"><section id="n1"><title><p>1</p></title><p>دفتر الجمرك.</p></section></body><binary id="a.png" content-type="image/png">` + base64.StdEncoding.EncodeToString([]byte(pngOf(t, 40, 40, 7))) + `</binary></FictionBook>`
}

// storyPage is the story as a page; a picture is under an address.
func storyPage(picture string) string {
	return `<html lang="ar"><body><p>رست سفينة اسمها Nour 2 قرب <b>الرصيف</b> <i>القديم</i> سنة 1830[1] وفيها 10<sup>6</sup> حبة.</p><h2>البضاعة</h2><ul><li>تمر</li><li>ليمون</li></ul><ol start="3"><li>وزن</li><li>ختم</li></ol>` +
		`<table><tr><th>الصنف</th><th>العدد</th></tr><tr><td>تمر</td><td>١٢</td></tr></table><p>وبقيت في <a href="https://marsa.example/s">السجل</a> صورة.</p><p><img src="` + picture + `" alt="شراع"></p><p>[1] دفتر الجمرك.</p></body></html>`
}

func mailStory(t testing.TB) string {
	word := func(s string) string { return "=?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(s)) + "?=" }
	page := storyPage("cid:a@marsa")
	return "From: " + word("هند الساحلي") + " <h@marsa.example>\r\nTo: r@marsa.example\r\nSubject: " + word("مرسى الحديقة") + "\r\nDate: Wed, 05 Apr 2023 06:07:00 +0000\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nرست سفينة\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(page)) + "\r\n--a--\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <a@marsa>\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(pngOf(t, 40, 40, 7))) + "\r\n--r--\r\n"
}

// storyForms are all of them.
var storyForms = []storyForm{
	{"story.docx", "", wordStory},
	{"story.odt", "", openStory},
	{"story.fodt", "", flatStory},
	{"story.rtf", "description", richStory},
	{"story.fb2", "list, numbers, time", bookStory},
	{"story.eml", "", mailStory},
	{"story.mbox", "", func(t testing.TB) string {
		return "From h@marsa.example Wed Apr  5 06:07:00 2023\n" + strings.ReplaceAll(mailStory(t), "\r\n", "\n") + "\n"
	}},
}

// traps are what a format easily loses, and how the article has it.
var traps = []struct{ name, want string }{
	{"text between two directions", "رست سفينة اسمها Nour 2 قرب"},
	{"bold", "**الرصيف** "},
	{"italic", " *القديم* سنة"},
	{"note", `1830\[1] وفيها`},
	{"text of the note", `\[1] دفتر الجمرك.`},
	{"heading", "## البضاعة\n"},
	{"list", "- تمر\n- ليمون"},
	{"numbers", "3. وزن\n4. ختم"},
	{"link", "[السجل](https://marsa.example/s)"},
	{"description", "![شراع](picture:"},
	{"picture", "](picture:"},
	{"number that is raised", "10⁶ حبة"},
	{"table", "| ١٢"},
}

// Whatever program wrote it, nothing of a story is lost.
func TestStoryInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, f := range storyForms {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			list, errs := readAll(t, Options{Limits: articles.DefaultLimits()}, writeFiles(t, packedFile{name: f.name, text: f.data(t)})+"/"+f.name)
			if len(errs) > 0 || len(list) != 1 {
				t.Fatalf("%d articles, %v", len(list), errs)
			}
			wantStory(t, f, list[0])
		})
	}
}

func wantStory(t *testing.T, f storyForm, a articles.Article) {
	t.Helper()
	author, pictures := "هند الساحلي", 1
	if strings.Contains(f.lacks, "author") {
		author = ""
	}
	if strings.Contains(f.lacks, "description, picture") {
		pictures = 0
	}
	if a.Title != storyTitle || a.Author != author || a.Lang != "ar" || a.Direction != articles.RightToLeft || !a.Full || len(a.Pictures) != pictures {
		t.Errorf("title %q, author %q, language %q, direction %q, %d pictures", a.Title, a.Author, a.Lang, a.Direction, len(a.Pictures))
	}
	layout := "2006-01-02 15:04"
	if strings.Contains(f.lacks, "time") {
		layout = time.DateOnly
	}
	if want := time.Date(2023, 4, 5, 6, 7, 0, 0, time.UTC).Format(layout); a.Published.UTC().Format(layout) != want && !strings.Contains(f.lacks, "day") {
		t.Errorf("the day is %v", a.Published)
	}
	for _, trap := range traps {
		if !strings.Contains(f.lacks, trap.name) && !strings.Contains(a.Body, trap.want) {
			t.Errorf("no %s, %q, in\n%s", trap.name, trap.want, a.Body)
		}
	}
	if strings.Count(a.Body, "البضاعة") != 1 || strings.Contains(a.Body, storyTitle) && !strings.Contains(f.lacks, "title in the text") || strings.Contains(a.Body, "الصنفالعدد") {
		t.Errorf("something stands twice, or cells in one:\n%s", a.Body)
	}
}
