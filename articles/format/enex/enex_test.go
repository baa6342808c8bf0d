package enex

import (
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"
	"time"
)

func export(notes string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20230412T101500Z" application="Evernote" version="10.5">` + notes + `</en-export>`
}

func noted(enml, rest string) string {
	return `<note><title>قائمة السوق</title><created>20230411T081500Z</created>` + rest +
		`<content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>` +
		enml + `</en-note>]]></content></note>`
}

func TestNote(t *testing.T) {
	t.Parallel()
	list, _, err := parse(export(noted(`<div>خبز</div>`,
		`<tag>بيت</tag><tag>سوق</tag><note-attributes><author>رنا</author><source-url>https://souq.example/3</source-url></note-attributes>`) +
		`<note><title>بلا نص</title></note>`))
	if err != nil || len(list) != 2 {
		t.Fatalf("%d notes, %v", len(list), err)
	}
	e := list[0]
	switch {
	case e.Title != "قائمة السوق" || e.Author != "رنا" || e.URL != "https://souq.example/3" || e.Section != "بيت" || len(e.Tags) != 2:
		t.Errorf("%+v", e.Article)
	case !e.Published.Equal(time.Date(2023, 4, 11, 8, 15, 0, 0, time.UTC)):
		t.Errorf("published %v", e.Published)
	case e.HTML != "<div><div>خبز</div></div>":
		t.Errorf("text %q", e.HTML)
	}
}

func TestENML(t *testing.T) {
	t.Parallel()
	picture := []byte("GIF89a")
	sum := md5.Sum(picture)
	hash := hex.EncodeToString(sum[:])
	packed := base64.StdEncoding.EncodeToString(picture)
	resource := `<resource><data encoding="base64">` + packed[:4] + "\n" + packed[4:] + `</data><mime>image/gif</mime></resource>`
	for _, test := range []struct{ name, enml, want string }{
		{"lines", `<div>أ</div><div><br/></div><div>ب</div>`, `<div>أ</div><div>ب</div>`},
		{"boxes", `<en-todo checked="true"/>أ<en-todo/>ب<en-todo checked="false"></en-todo>ج`, `☑ أ☐ ب☐ ج`},
		{"boxes of a list", `<ul style="--en-todo:true;"><li style="--en-checked:true;"><div>أ</div></li><li style="--en-checked:false;">ب</li></ul>`, `<ul style="--en-todo:true;"><li style="--en-checked:true;"><div>☑ أ</div></li><li style="--en-checked:false;">☐ ب</li></ul>`},
		{"a picture", `<en-media type="image/gif" hash="` + hash + `"/>`, `<img src="data:image/gif;base64,` + packed + `"/>`},
		{"another file", `<en-media type="application/pdf" hash="` + strings.Repeat("0", 32) + `"></en-media>أ`, `أ`},
		{"what is locked", `أ<en-crypt cipher="AES" length="128">bWFw</en-crypt>ب`, `أب`},
		{"code", `<div style="-en-codeblock:true;"><div>a &lt; b</div><div>c</div></div>ب`, `<pre><code>a &lt; b` + "\n" + `c</code></pre>ب`},
	} {
		list, _, err := parse(export(noted(test.enml, "") + `x`))
		if test.name == "a picture" {
			list, _, err = parse(export(strings.Replace(noted(test.enml, ""), "</note>", resource+"</note>", 1)))
		}
		if err != nil || len(list) != 1 || list[0].HTML != "<div>"+test.want+"</div>" {
			t.Errorf("%s: %+v, %v; want %q", test.name, list, err, test.want)
		}
	}
}

func TestCutOff(t *testing.T) {
	t.Parallel()
	whole := export(noted("أ", "") + noted("ب", ""))
	list, line, err := parse(whole[:len(whole)-40])
	if len(list) != 1 || err == nil || line == 0 {
		t.Errorf("%d notes, line %d, %v", len(list), line, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(export(noted(`<div style="-en-codeblock:true"><div>a</div></div><en-todo/><en-media hash=""/>`, "<tag>أ</tag>")))
	f.Fuzz(func(t *testing.T, text string) {
		if _, line, err := parse(text); line < 0 || err == nil && line > 0 {
			t.Errorf("line %d, %v", line, err)
		}
	})
}
