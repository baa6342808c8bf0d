package docx

import (
	"strings"
	"testing"
)

// What a document takes over from another format is in its text, where it stands.
func TestIncluded(t *testing.T) {
	t.Parallel()
	const space = `xmlns:w="w" xmlns:r="r"`
	d, err := Read(parts{
		"_rels/.rels":                  `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="/word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="c1" Type="x/aFChunk" Target="/word/part.html"/><Relationship Id="c2" Type="x/aFChunk" Target="part.txt"/></Relationships>`,
		"word/document.xml":            `<w:document ` + space + `><w:body><w:p><w:r><w:t>قبل الدفتر</w:t></w:r></w:p><w:altChunk r:id="c1"/><w:p><w:r><w:t>بعد الدفتر</w:t></w:r></w:p><w:altChunk r:id="c2"/></w:body></w:document>`,
		"word/part.html":               `<html><body><h2>البضاعة</h2><p>تمر <b>وليمون</b></p><table><tr><td>صنف</td></tr></table></body></html>`,
		"word/part.txt":                "سطر أول\nسطر ثان\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	got := shown(t, d)
	at := 0
	for _, want := range []string{"قبل الدفتر", "<h2>البضاعة</h2>", "<b>وليمون</b>", "صنف", "بعد الدفتر", "سطر أول", "سطر ثان"} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("%q is not there, or not in its place:\n%s", want, got)
		}
		at += i
	}
}

// Texts of Word's older format, and pages saved as messages, are taken over too.
func TestIncludedOtherFormats(t *testing.T) {
	t.Parallel()
	const space = `xmlns:w="w" xmlns:r="r"`
	d, err := Read(parts{
		"_rels/.rels":                  `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="/word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="c1" Type="x/aFChunk" Target="part.rtf"/><Relationship Id="c2" Type="x/aFChunk" Target="part.mht"/><Relationship Id="c3" Type="x/aFChunk" Target="part.docx"/></Relationships>`,
		"word/document.xml":            `<w:document ` + space + `><w:body><w:altChunk r:id="c1"/><w:altChunk r:id="c2"/><w:altChunk r:id="c3"/><w:p><w:r><w:t>بعد الدفاتر</w:t></w:r></w:p></w:body></w:document>`,
		"word/part.rtf":                `{\rtf1\ansi \u1582?\u1575?\u1606? \b \u1603?\u1576?\u1610?\u1585?\b0\par}`,
		"word/part.mht":                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>تمر وليمون</p></body></html>\r\n--b--\r\n",
		"word/part.docx":               "PK\x03\x04 broken",
	})
	if err != nil {
		t.Fatal(err)
	}
	got := shown(t, d)
	for _, want := range []string{"خان", "كبير", "تمر وليمون", "[part.docx]", "بعد الدفاتر"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not there:\n%s", want, got)
		}
	}
}
