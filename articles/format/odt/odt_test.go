package odt

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/format/office"
)

const names = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="s" xmlns:fo="f" xmlns:table="t" xmlns:draw="d" xmlns:svg="v" xmlns:xlink="x" xmlns:dc="dc" xmlns:meta="m"`

const styles = `<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:font-style-complex="italic"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="T5" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T6" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1" text:start-value="4"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="أ, ب, ت, ..."/></text:list-style>
</office:automatic-styles>`

// parts are those of a document by their names.
type parts map[string]string

func (p parts) Has(name string) bool { _, ok := p[name]; return ok }

func (p parts) Contents(name string) ([]byte, error) { return []byte(p[name]), nil }

func (p parts) Picture(name string, most int64) ([]byte, error) {
	return []byte(p[name])[:min(int64(len(p[name])), most)], nil
}

// content is a document's text.
func content(body string) string {
	return `<?xml version="1.0"?><office:document-content ` + names + `>` + styles + `<office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
}

// showTree is the tree of a document as HTML.
func showTree(t *testing.T, d office.Document) string {
	t.Helper()
	var b strings.Builder
	for n := d.Body.FirstChild; n != nil; n = n.NextSibling {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// Every structure of a document comes out as the HTML that means the same.
func TestStructure(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, body, want string }{
		{"a heading", `<text:h text:outline-level="2">المرسى</text:h>`, `<h2>المرسى</h2>`},
		{"a heading by its style", `<text:p text:style-name="P1">المرسى</text:p>`, `<h2>المرسى</h2>`},
		{"bold and italic of both scripts", `<text:p>كان <text:span text:style-name="T1">مركب</text:span> <text:span text:style-name="T2">شراع</text:span></text:p>`,
			`<p>كان <strong>مركب</strong> <em>شراع</em></p>`},
		{"above and below the line", `<text:p>10<text:span text:style-name="T3">16</text:span> H<text:span text:style-name="T4">2</text:span></text:p>`, `<p>10<sup>16</sup> H<sub>2</sub></p>`},
		{"struck and hidden", `<text:p><text:span text:style-name="T6">قديم</text:span><text:span text:style-name="T5">سر</text:span></text:p>`, `<p><del>قديم</del></p>`},
		{"what was deleted", `<text:tracked-changes><text:changed-region><text:deletion><text:p>حُذف</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>بقي</text:p>`, `<p>بقي</p>`},
		{"a remark", `<text:p>نص<office:annotation><text:p>ملاحظة</text:p></office:annotation></text:p>`, `<p>نص</p>`},
		{"a link", `<text:p><text:a xlink:href="https://marsa.example/">هنا</text:a> <text:a xlink:href="#m">هناك</text:a></text:p>`, `<p><a href="https://marsa.example/">هنا</a> هناك</p>`},
		{"spaces and lines", "<text:p>صدر\n   <text:s text:c=\"2\"/>ثم<text:line-break/>عجز</text:p>", `<p>صدر   ثم<br/>عجز</p>`},
		{"a list in a list", `<text:list text:style-name="L1"><text:list-item><text:p>تمر</text:p><text:list><text:list-item><text:p>برني</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>ليمون</text:p><text:p>حامض</text:p></text:list-item></text:list>`,
			`<ul><li>تمر<ol start="1"><li>برني</li></ol></li><li>ليمون<p>حامض</p></li></ul>`},
		{"a list from four on, and on", `<text:list text:style-name="L2"><text:list-item><text:p>د</text:p></text:list-item></text:list><text:p>بين</text:p><text:list text:style-name="L2" text:continue-numbering="true"><text:list-item><text:p>ه</text:p></text:list-item></text:list>`,
			`<ol start="4"><li>د</li></ol><p>بين</p><ol start="5"><li>ه</li></ol>`},
		{"a list in letters", `<text:list text:style-name="L3"><text:list-item><text:p>تمر</text:p></text:list-item><text:list-item><text:p>ليمون</text:p></text:list-item></text:list>`,
			`<ul><li>أ) تمر</li><li>ب) ليمون</li></ul>`},
		{"a table", `<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>الصنف</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>تمر</text:p></table:table-cell><table:table-cell><text:p>١٢</text:p></table:table-cell></table:table-row></table:table>`,
			`<table><thead><tr><th colspan="2">الصنف</th></tr></thead><tbody><tr><td>تمر</td><td>١٢</td></tr></tbody></table>`},
		{"cells that are repeated", `<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>٣</text:p></table:table-cell><table:table-cell><text:p>تمر</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>`,
			`<table><tbody><tr><td>٣</td><td>٣</td><td>تمر</td><td></td></tr></tbody></table>`},
		{"a quotation", `<text:p text:style-name="P2">قال</text:p><text:p text:style-name="Quotations">وقال</text:p>`, `<blockquote><p>قال</p><p>وقال</p></blockquote>`},
		{"a note", `<text:p>سنة 1830<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>دفتر</text:p></text:note-body></text:note> وبعد</text:p>`,
			`<p>سنة 1830[1] وبعد</p><hr/><p>[1] دفتر</p>`},
		{"a picture in a box with its caption", `<text:p><draw:frame><draw:text-box><text:p text:style-name="Illustration"><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>رصيف</svg:desc></draw:frame>الرصيف القديم</text:p></draw:text-box></draw:frame></text:p>`,
			`<figure><p><img src="Pictures/a.png" alt="رصيف"/></p><figcaption>الرصيف القديم</figcaption></figure>`},
		{"a formula", `<text:p>يساوي <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p>`, `<p>يساوي x^2+(a+1)/b.</p>`},
		{"code in a line", `<text:p><text:span text:style-name="Source_20_Text">ls</text:span></text:p>`, `<p><code>ls</code></p>`},
		{"a table of contents is no text", `<text:table-of-content><text:index-body><text:p>المرسى 3</text:p></text:index-body></text:table-of-content><text:p>نص</text:p>`, `<p>نص</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := Read(parts{
				"content.xml":          content(c.body),
				"Object 1/content.xml": `<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac></mrow></semantics></math>`,
			})
			if err != nil {
				t.Fatal(err)
			}
			if got := showTree(t, d); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// What a document says of itself is read, packed or in one file.
func TestProperties(t *testing.T) {
	t.Parallel()
	meta := `<office:meta><dc:title>رسالة</dc:title><meta:initial-creator>هند الساحلي</meta:initial-creator><dc:creator>غيرها</dc:creator><meta:creation-date>2023-04-05T06:07:08.123</meta:creation-date><dc:language>ar</dc:language></office:meta>`
	packed, err := Read(parts{"meta.xml": `<office:document-meta ` + names + `>` + meta + `</office:document-meta>`, "content.xml": content("<text:p>نص</text:p>")})
	if err != nil {
		t.Fatal(err)
	}
	flat, err := ReadFlat(`<office:document ` + names + `>` + meta + styles + `<office:body><office:text><text:p>نص</text:p></office:text></office:body></office:document>`)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []office.Document{packed, flat} {
		if d.Title != "رسالة" || d.Author != "هند الساحلي" || d.Language != "ar" || d.Published.Format("2006-01-02 15:04") != "2023-04-05 06:07" || showTree(t, d) != "<p>نص</p>" {
			t.Errorf("%+v, %s", d, showTree(t, d))
		}
	}
}

// What stands behind a document is not of it, and a wrong name at its end does no harm.
func TestWrongEnd(t *testing.T) {
	t.Parallel()
	d, err := Read(parts{"content.xml": strings.ReplaceAll(content("<text:p>نص</text:p>"), "</office:document-content>", "</office:document>")})
	if err != nil || showTree(t, d) != "<p>نص</p>" {
		t.Errorf("%v", err)
	}
}

// FuzzRead reads a document of any text without a fault.
func FuzzRead(f *testing.F) {
	f.Add(`<text:list text:style-name="L3"><text:list-item text:start-value="-9"><text:list><text:list-item><text:p/></text:list-item></text:list></text:list-item></text:list>`)
	f.Add(`<table:table><table:table-row><table:table-cell table:number-columns-spanned="99999999"/></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		_, _ = Read(parts{"content.xml": content(body)})
	})
}
