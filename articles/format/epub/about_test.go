package epub

import (
	"encoding/xml"
	"testing"
)

// What a book says of itself: its writers without the translator, the date on which it
// came out and not that of a change, in the ways of EPUB 2 and 3.
func TestAbout(t *testing.T) {
	t.Parallel()
	const begin = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">`
	tests := []struct{ name, metadata, author, day string }{
		{"one writer", `<dc:creator>هدى سالم</dc:creator><dc:date>2019-05-03</dc:date>`, "هدى سالم", "2019-05-03"},
		{"two writers", `<dc:creator>هدى سالم</dc:creator><dc:creator>رامي عون</dc:creator>`, "هدى سالم، رامي عون", "0001-01-01"},
		{"a translator by a refinement", `<dc:creator id="w">هدى سالم</dc:creator><dc:creator id="t">رامي عون</dc:creator><meta refines="#t" property="role" scheme="marc:relators">trl</meta><meta refines="#w" property="role">aut</meta>`, "هدى سالم", "0001-01-01"},
		{"a translator by an attribute", `<dc:creator opf:role="trl">رامي عون</dc:creator><dc:creator opf:role="aut">هدى سالم</dc:creator>`, "هدى سالم", "0001-01-01"},
		{"a program", `<dc:creator opf:role="aut">calibre</dc:creator><dc:creator>هدى سالم</dc:creator>`, "هدى سالم", "0001-01-01"},
		{"an editor alone", `<dc:creator opf:role="edt">رامي عون</dc:creator>`, "رامي عون", "0001-01-01"},
		{"a year", `<dc:date>2012</dc:date>`, "", "2012-01-01"},
		{"a year in other digits", `<dc:date>٢٠١٢</dc:date>`, "", "2012-01-01"},
		{"a month", `<dc:date>2012-05</dc:date>`, "", "2012-05-01"},
		{"a change before it", `<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">2012-05-06</dc:date>`, "", "2012-05-06"},
		{"a change alone", `<dc:date opf:event="modification">2020-01-01</dc:date>`, "", "0001-01-01"},
		{"no month", `<dc:date>2012-13</dc:date>`, "", "0001-01-01"},
	}
	for _, test := range tests {
		var p publication
		if err := xml.Unmarshal([]byte(begin+test.metadata+`</metadata></package>`), &p); err != nil {
			t.Fatal(err)
		}
		about := p.about()
		if day := about.Published.Format("2006-01-02"); about.Author != test.author || day != test.day {
			t.Errorf("%s: by %q on %s", test.name, about.Author, day)
		}
	}
}

// Of news that calibre downloaded the source is what they were downloaded from.
func TestAboutNews(t *testing.T) {
	t.Parallel()
	const metadata = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>المرفأ [الجمعة، 06 ديسمبر 2024]</dc:title><dc:creator>calibre</dc:creator><dc:publisher>calibre</dc:publisher></metadata></package>`
	var p publication
	if err := xml.Unmarshal([]byte(metadata), &p); err != nil {
		t.Fatal(err)
	}
	if about := p.about(); about.Source != "المرفأ" || about.Author != "" {
		t.Errorf("by %q of %q", about.Author, about.Source)
	}
}
