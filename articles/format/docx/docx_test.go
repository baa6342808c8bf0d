package docx

import (
	"maps"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/format/office"
)

const (
	wordSpace     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	relationSpace = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// parts are those of a document by their names.
type parts map[string]string

func (p parts) Has(name string) bool { _, ok := p[name]; return ok }

func (p parts) Contents(name string) ([]byte, error) { return []byte(p[name]), nil }

func (p parts) Picture(name string, most int64) ([]byte, error) {
	return []byte(p[name])[:min(int64(len(p[name])), most)], nil
}

// documentParts is one with a body and other parts beside it.
func documentParts(body string, more parts) parts {
	p := parts{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="` + relationSpace + `officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + wordSpace + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	maps.Copy(p, more)
	return p
}

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

func paragraphXML(properties, runs string) string {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + runs + "</w:p>"
}

func run(properties, text string) string {
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// Every structure of a document comes out as the HTML that means the same.
func TestStructure(t *testing.T) {
	t.Parallel()
	styles := `<w:styles ` + wordSpace + `>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="My Head"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="LN"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style><w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style></w:styles>`
	numbering := `<w:numbering ` + wordSpace + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num></w:numbering>`
	links := `<Relationships><Relationship Id="rL" Type="` + relationSpace + `hyperlink" Target="https://marsa.example/a?b=1&amp;c=2" TargetMode="External"/>` +
		`<Relationship Id="rP" Type="` + relationSpace + `image" Target="media/image1.png"/></Relationships>`
	notes := `<w:footnotes ` + wordSpace + `><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">` +
		paragraphXML("", `<w:r><w:footnoteRef/></w:r>`+run("", " دفتر الجمرك، ص ١٢.")) + `</w:footnote></w:footnotes>`
	in := func(level, id string) string {
		return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`
	}
	picture := `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="رصيف"/><a:graphic><a:graphicData><a:blip r:embed="rP"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	for _, c := range []struct{ name, body, want string }{
		{"a heading by its style's name", paragraphXML(`<w:pStyle w:val="1"/>`, run("", "المرسى")), `<h1>المرسى</h1>`},
		{"a heading by its outline", paragraphXML(`<w:pStyle w:val="mine"/>`, run("", "المرسى")), `<h2>المرسى</h2>`},
		{"a heading by the paragraph's outline", paragraphXML(`<w:outlineLvl w:val="2"/>`, run("", "المرسى")), `<h3>المرسى</h3>`},
		{"a heading without styles", paragraphXML(`<w:pStyle w:val="Heading4"/>`, run("", "المرسى")), `<h4>المرسى</h4>`},
		{"a heading with its number", paragraphXML(`<w:pStyle w:val="1"/>`+in("0", "4"), run("", "أ")) + paragraphXML(`<w:pStyle w:val="mine"/>`+in("1", "4"), run("", "ب")),
			`<h1>1 أ</h1><h2>1.1 ب</h2>`},
		{"bold of a script from right to left", paragraphXML("", run(`<w:bCs/><w:rtl/>`, "مركب")+run(`<w:b/><w:rtl/>`, " شراع")), `<p><strong>مركب شراع</strong></p>`},
		{"runs that are set alike are one", paragraphXML("", run(`<w:b/>`, "مر")+run(`<w:b/>`, "كب")+run(``, " ")+run(`<w:b/>`, "شراع")), `<p><strong>مركب شراع</strong></p>`},
		{"spaces stand outside", paragraphXML("", run("", "كان ")+run(`<w:i/>`, "مركب ")+run("", "هنا")), `<p>كان <em>مركب</em> هنا</p>`},
		{"signs beside letters stand outside", paragraphXML("", run(`<w:b/>`, "«مركب»")+run("", "هم")), `<p><strong>«مركب</strong>»هم</p>`},
		{"bold that holds italic", paragraphXML("", run(`<w:b/>`, "من ")+run(`<w:b/><w:i/>`, "ميناء")), `<p><strong>من <em>ميناء</em></strong></p>`},
		{"bold switched off again", paragraphXML("", run(`<w:rStyle w:val="S"/><w:b w:val="0"/>`, "لا")), `<p>لا</p>`},
		{"superscript and subscript", paragraphXML("", run("", "10")+run(`<w:vertAlign w:val="superscript"/>`, "16")+run("", " H")+run(`<w:vertAlign w:val="subscript"/>`, "2")),
			`<p>10<sup>16</sup> H<sub>2</sub></p>`},
		{"hidden and deleted text", paragraphXML("", run(`<w:vanish/>`, "سر")+`<w:del><w:r><w:delText>قديم</w:delText></w:r></w:del><w:ins>`+run("", "جديد")+`</w:ins>`), `<p>جديد</p>`},
		{"a link", paragraphXML("", `<w:hyperlink r:id="rL">`+run("", "هنا")+`</w:hyperlink>`), `<p><a href="https://marsa.example/a?b=1&amp;c=2">هنا</a></p>`},
		{"a link in a field", paragraphXML("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://marsa.example/f" \o "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+
			run("", "هنا")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+run("", " وبعد")), `<p><a href="https://marsa.example/f">هنا</a> وبعد</p>`},
		{"lines and tabs", paragraphXML("", `<w:r><w:t>صدر</w:t><w:br/><w:t>عجز</w:t><w:tab/><w:t>آخر</w:t></w:r>`), "<p>صدر<br/>عجز\tآخر</p>"},
		{"lists within lists", paragraphXML(in("0", "1"), run("", "تمر")) + paragraphXML(in("1", "1"), run("", "برني")) + paragraphXML(in("1", "1"), run("", "عجوة")) + paragraphXML(in("0", "1"), run("", "ليمون")),
			`<ul><li>تمر<ol start="1"><li>برني</li><li>عجوة</li></ol></li><li>ليمون</li></ul>`},
		{"a list that its style names, from three on", paragraphXML(`<w:pStyle w:val="LN"/>`, run("", "ج")) + paragraphXML(`<w:pStyle w:val="LN"/>`, run("", "د")), `<ol start="3"><li>ج</li><li>د</li></ol>`},
		{"a list that goes on after a paragraph", paragraphXML(in("0", "2"), run("", "ج")) + paragraphXML("", run("", "بين")) + paragraphXML(in("0", "2"), run("", "د")),
			`<ol start="3"><li>ج</li></ol><p>بين</p><ol start="4"><li>د</li></ol>`},
		{"a list in letters", paragraphXML(in("0", "3"), run("", "تمر")) + paragraphXML(in("0", "3"), run("", "ليمون")), `<ul><li>أ) تمر</li><li>ب) ليمون</li></ul>`},
		{"a paragraph of an item", paragraphXML(in("0", "1"), run("", "تمر")) + paragraphXML(in("0", "5"), run("", "حلو")), `<ul><li>تمر<p>حلو</p></li></ul>`},
		{"code in a line", paragraphXML("", run(`<w:rStyle w:val="V"/>`, "ls")), `<p><code>ls</code></p>`},
		{"a list that nothing describes", paragraphXML(in("0", "77"), run("", "تمر")), `<ul><li>تمر</li></ul>`},
		{"a table with a head and spans", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + paragraphXML("", run("", "الصنف")) + `</w:tc></w:tr>` +
			`<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + paragraphXML("", run("", "تمر")) + `</w:tc><w:tc>` + paragraphXML("", run("", "١٢")) + `</w:tc></w:tr>` +
			`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + paragraphXML("", "") + `</w:tc><w:tc>` + paragraphXML("", run("", "١٣")) + paragraphXML("", run("", "كيسًا")) + `</w:tc></w:tr></w:tbl>`,
			`<table><thead><tr><th colspan="2">الصنف</th></tr></thead><tbody><tr><td rowspan="2">تمر</td><td>١٢</td></tr><tr><td><p>١٣</p><p>كيسًا</p></td></tr></tbody></table>`},
		{"a table of one cell is a frame", `<w:tbl><w:tr><w:tc>` + paragraphXML("", run("", "إعلان")) + `</w:tc></w:tr></w:tbl>`, `<p>إعلان</p>`},
		{"a quotation", paragraphXML(`<w:pStyle w:val="Q"/>`, run("", "قال")) + paragraphXML(`<w:pStyle w:val="Q"/>`, run("", "وقال")), `<blockquote><p>قال</p><p>وقال</p></blockquote>`},
		{"a footnote", paragraphXML("", run("", "سنة 1830")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+run("", " وبعد")), `<p>سنة 1830[1] وبعد</p><hr/><p>[1] دفتر الجمرك، ص ١٢.</p>`},
		{"a picture with its caption", paragraphXML("", picture) + paragraphXML(`<w:pStyle w:val="C"/>`, run("", "الرصيف القديم")),
			`<figure><p><img src="word/media/image1.png" alt="رصيف"/></p><figcaption>الرصيف القديم</figcaption></figure>`},
		{"what is said twice is read once", `<mc:AlternateContent><mc:Choice>` + paragraphXML("", run("", "مرة")) + `</mc:Choice><mc:Fallback>` + paragraphXML("", run("", "مرة")) + `</mc:Fallback></mc:AlternateContent>`, `<p>مرة</p>`},
		{"a formula", paragraphXML("", `<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>+1</m:t></m:r></m:oMath>`), `<p>x^2+1</p>`},
		{"a table of contents is no text", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + paragraphXML("", run("", "المرسى 3")) + `</w:sdtContent></w:sdt>` + paragraphXML("", run("", "نص")), `<p>نص</p>`},
		{"a sign of another font", paragraphXML("", `<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>`), `<p>α</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := Read(documentParts(c.body, parts{
				"word/styles.xml": styles, "word/numbering.xml": numbering, "word/footnotes.xml": notes, "word/_rels/document.xml.rels": links,
			}))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(t, d); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A document says of itself what stands in its properties; what programs put there
// is not said.
func TestProperties(t *testing.T) {
	t.Parallel()
	core := func(inner string) parts {
		return parts{"docProps/core.xml": `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="y">` + inner + `</cp:coreProperties>`}
	}
	body := paragraphXML("", run("", "نص"))
	for _, c := range []struct{ name, inner, title, author, published string }{
		{"all of them", `<dc:title>رسالة</dc:title><dc:creator>هند الساحلي</dc:creator><dcterms:created>2023-04-05T06:07:08Z</dcterms:created>`, "رسالة", "هند الساحلي", "2023-04-05"},
		{"a title that Word made up", `<dc:title>Document1</dc:title>`, "", "", "0001-01-01"},
		{"those of a library", `<dc:creator>python-docx</dc:creator><dc:description>generated by python-docx</dc:description><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>`, "", "", "0001-01-01"},
		{"a broken part", `<dc:title>`, "", "", "0001-01-01"},
	} {
		d, err := Read(documentParts(body, core(c.inner)))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if d.Title != c.title || d.Author != c.author || d.Published.Format("2006-01-02") != c.published {
			t.Errorf("%s: %q, %q, %v", c.name, d.Title, d.Author, d.Published)
		}
	}
}

// A document that does not hold together is refused, and none takes all memory.
func TestRefused(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("<w:ins>", 500)
	for name, d := range map[string]parts{
		"no text":  {"_rels/.rels": "<Relationships/>"},
		"cut off":  {"word/document.xml": `<w:document ` + wordSpace + `><w:body><w:p><w:r><w:t>نص`},
		"too deep": documentParts("<w:p>"+deep+strings.Repeat("</w:ins>", 500)+"</w:p>", nil),
	} {
		if _, err := Read(d); err == nil {
			t.Errorf("%s: it was read", name)
		}
	}
}

// Of a document that is cut off its beginning is read.
func TestCutOff(t *testing.T) {
	t.Parallel()
	whole := documentParts(paragraphXML("", run("", "أول"))+paragraphXML("", run("", "ثان")), nil)
	whole["word/document.xml"], _, _ = strings.Cut(whole["word/document.xml"], "ثان")
	d, err := Read(whole)
	if got := shown(t, d); err == nil || got != "<p>أول</p>" {
		t.Errorf("got %s, %v", got, err)
	}
}

// FuzzRead reads a document of any text without a fault.
func FuzzRead(f *testing.F) {
	f.Add(paragraphXML(`<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`, run("<w:b/>", "نص")))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		_, _ = Read(documentParts(body, parts{"word/footnotes.xml": "<w:footnotes>" + body + "</w:footnotes>"}))
	})
}

// A field that nothing ends takes none of the text with it.
func TestOpenField(t *testing.T) {
	t.Parallel()
	body := paragraphXML("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>`) + paragraphXML("", run("", "نص"))
	d, err := Read(documentParts(body, nil))
	if got := shown(t, d); err != nil || got != "<p>نص</p>" {
		t.Errorf("got %s, %v", got, err)
	}
}
