//go:build linux

package intake

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// Each format is attacked in each way, with inputs of up to a megabyte: it has a gigabyte
// and a half of address space, and five seconds of the processor for each input. By
// default some of the pairs are tried; go test ./articles/intake -run Attacks -attacks 1
// tries all of them.
var (
	attackEvery = flag.Int("attacks", 0, "try one in so many pairs of an attack and a format, at full size; 0 is a few at a quarter of it")
	attacked    = os.Getenv("WARRAQ_ATTACKED") // the form that this process tries
)

const (
	attackMemory = 336 << 20 // bytes of address space beside what a program of Go reserves
	attackTime   = 5 * time.Second
	attackSize   = 1 << 20
)

// attackForm is a format as an attack writes it.
type attackForm struct {
	formats string // the names of the formats that it stands for, parted by commas
	file    string // what it is called
	// wrap writes a document with a title, and with a text that stands in the document's
	// markup as it is given.
	wrap func(t testing.TB, title, text string) string
	// nest opens and closes an element that may stand in itself; entry is what the
	// document may hold many of; lies are values that promise more than there is.
	open, closing, entry string
	lies                 []string
}

// attackBy writes the hostile part of a document for a form: its title and its text, of
// about so many bytes.
type attackBy struct {
	name string
	of   func(f attackForm, size int) (title, text string)
}

// many repeats a text to about a size.
func many(s string, size int) string { return strings.Repeat(s, max(1, size/max(1, len(s)))) }

// inText makes an attack of a text that repeats itself, after what stands before it.
func inText(name, before, part string) attackBy {
	return attackBy{name, func(_ attackForm, size int) (string, string) { return "عنوان", before + many(part, size) }}
}

// ofForm makes an attack of what a form has of its own.
func ofForm(name string, text func(f attackForm, size int) string) attackBy {
	return attackBy{name, func(f attackForm, size int) (string, string) { return "عنوان", text(f, size) }}
}

var attacks = []attackBy{
	ofForm("entries", func(f attackForm, size int) string { return many(f.entry, size) }),
	ofForm("nested", func(f attackForm, size int) string {
		n := size / (len(f.open) + len(f.closing) + 1)
		return strings.Repeat(f.open, n) + "نص" + strings.Repeat(f.closing, n)
	}),
	ofForm("opened", func(f attackForm, size int) string { return many(f.open+"نص", size) }),
	ofForm("closed", func(f attackForm, size int) string { return many(f.closing+"ن", size) }),
	ofForm("lies", func(f attackForm, size int) string { return many(strings.Join(f.lies, "نص "), min(size, 64<<10)) }),
	{"a long title", func(_ attackForm, size int) (string, string) { return many("عنوان ", size), "نص" }},
	{"an endless title", func(_ attackForm, size int) (string, string) { return many("ع", size), "نص" }},
	inText("an endless word", "", "ب"),
	inText("marks", "ب", "\u064e"),
	inText("joiners", "ب", "\u200d"),
	inText("directions", "", "\u2067\u202e"),
	inText("blank lines", "نص", "\n\n"),
	inText("short lines", "", "نص\n"),
	inText("paragraphs", "", "نص\n\n"),
	inText("spaces", "نص", " \t"),
	inText("entities", "", "&amp;"),
	inText("numbers of characters", "", "&#x41;&#99999999;"),
	inText("ampersands", "", "&"),
	inText("links that never end", "", "[a]("),
	inText("links", "", "[أ](a.md) "),
	inText("names of notes", "", "[[a]] "),
	inText("brackets", "", "(["),
	inText("braces", "", "{{|"),
	inText("closing braces", "", "}}]]"),
	inText("angles", "", "<"),
	inText("comments", "", "<!--"),
	inText("stars", "", "**_"),
	inText("ticks", "", "`` `"),
	inText("quotes", "", "> "),
	inText("items", "", "- \n"),
	inText("headings", "", "# س\n"),
	inText("fences", "", "```\n~~~\n"),
	inText("bars", "|"+strings.Repeat("a|", 500)+"\n|"+strings.Repeat("-|", 500)+"\n", "|b\n"),
	inText("addresses", "", "http://a.example/(((ا "),
	inText("one address", "http://a.example/", "(a)"),
	inText("dates", "", "12/12/2024 10:10 "),
	inText("backslashes", "", `\`),
	inText("cells", "", `"a",`),
	inText("quotation marks", "", `"`),
	inText("carriage returns", "", "\r\r\n"),
	inText("percents", "", "{%<%=="),
	inText("dollars", "", "$$^["),
}

// xmlForm makes a form of XML that stands between two texts.
func xmlForm(before, between, after string) func(testing.TB, string, string) string {
	return func(_ testing.TB, title, text string) string {
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
		return before + escape.Replace(title) + between + text + after
	}
}

// jsonForm makes a form of JSON with a title and a text in it.
func jsonForm(pattern string) func(testing.TB, string, string) string {
	return func(_ testing.TB, title, text string) string {
		return strings.NewReplacer("TITLE", quotedJSON(title), "TEXT", quotedJSON(text)).Replace(pattern)
	}
}

// textForm makes a form of text with a title over it.
func textForm(pattern string) func(testing.TB, string, string) string {
	return func(_ testing.TB, title, text string) string {
		return strings.NewReplacer("TITLE", title, "TEXT", text).Replace(pattern)
	}
}

// zipForm makes a form of an archive, one of whose files holds the text.
func zipForm(name string, write func(testing.TB, string, string) string, others ...packedFile) func(testing.TB, string, string) string {
	return func(t testing.TB, title, text string) string {
		return zipOf(t, append(slices.Clone(others), packedFile{name: name, text: write(t, title, text)})...)
	}
}

const (
	wordSpace = `<w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>`
	odtSpace  = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="x" xmlns:table="t"><office:body><office:text><text:h>`
	container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`
	opf       = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>كتاب</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>`
)

var attackForms = []attackForm{
	{"HTML", "a.html", xmlForm("<html><head><title>", "</title></head><body><article><h1>ع</h1>", "</article></body></html>"), "<div>", "</div>", "<p>نص <a href=b>ب</a></p>", []string{`<table><tr><td colspan=99999999 rowspan=99999999>`, `<ol start=999999999999><li>`, `<font size=999999999>`}},
	{"HTML", "b.html", xmlForm("<html><head><title>", "</title></head><body><article><table>", "</table></article></body></html>"), "<table><tr><td>", "</td></tr></table>", "<tr><td>ن<td>ص", []string{`<td colspan=1000>`, `<tr><td rowspan=65534>`}},
	{"feed", "a.xml", xmlForm(`<rss version="2.0"><channel><title>`, "</title>", "</channel></rss>"), "<item>", "</item>", "<item><title>ع</title><description>نص</description></item>", []string{`<item><enclosure length="99999999999" url="x"/></item>`, `<item><pubDate>99999</pubDate></item>`}},
	{"feed", "b.xml", xmlForm(`<rss version="2.0"><channel><item><title>`, "</title><description><![CDATA[", "]]></description></item></channel></rss>"), "<blockquote>", "</blockquote>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"JSON", "a.json", jsonForm(`[{"title":"TITLE","text":"TEXT"}]`), "[", "]", `{"title":"a"},`, []string{"1e999999999"}},
	{"JSON", "b.json", func(_ testing.TB, title, text string) string {
		return `{"title":"` + quotedJSON(title) + `","items":[` + text + "]}"
	}, `{"a":[`, `]}`, `{"title":"a","text":"b"},`, []string{"1e999999999,"}},
	{"Telegram", "result.json", jsonForm(`{"name":"TITLE","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","date":"2024-01-01T00:00:00","text":"TEXT"}]}`), "(", ")", "#", []string{"99999999999"}},
	{"Telegram", "messages.html", xmlForm(`<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="text bold">`, `</div></div><div class="page_body chat_page"><div class="history">`, "</div></div></div></body></html>"), "<div>", "</div>", `<div class="message default clearfix" id="message1"><div class="body"><div class="date" title="01.01.2024 10:00:00">10:00</div><div class="text">نص</div></div></div>`, []string{`<div title="99.99.9999 99:99:99">`}},
	{"wallabag", "wallabag.json", jsonForm(`[{"id":1,"title":"TITLE","content":"TEXT","url":"https://a.example/","is_archived":0,"is_starred":1,"tags":["ا"],"created_at":"2024-01-01T00:00:00+0000","annotations":[]}]`), "<ul><li>", "</li></ul>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"lists of links", "links.json", jsonForm(`{"bookmarks":[{"createdAt":1733130782,"title":"TITLE","tags":["ا"],"archived":false,"content":{"type":"link","url":"https://a.example/","htmlContent":"TEXT"}}]}`), "<ul><li>", "</li></ul>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"Ghost", "ghost.json", jsonForm(`{"db":[{"data":{"posts":[{"id":"1","title":"TITLE","html":"TEXT","status":"published"}],"posts_tags":[],"users":[]}}]}`), "<ul><li>", "</li></ul>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"X", "tweets.js", jsonForm(`window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","lang":"TITLE","created_at":"Mon Dec 02 09:13:02 +0000 2024","full_text":"TEXT"}}]`), "(", ")", "نص ", []string{"https://t.co/9999999999 "}},
	{"Omnivore", "metadata_0_to_1.json", jsonForm(`[{"id":"1","slug":"s","title":"TITLE","description":"TEXT","author":"","url":"https://a.example/","state":"Archived","readingProgress":1,"thumbnail":"","labels":["ا"],"savedAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","publishedAt":null}]`), "(", ")", "نص ", []string{"99999999999"}},
	{"ENEX", "a.enex", xmlForm(`<?xml version="1.0"?><en-export><note><title>`, `</title><content><![CDATA[<en-note>`, `</en-note>]]></content></note></en-export>`), "<div>", "</div>", "<div>نص</div>", []string{`<en-media width="99999999"/>`, "<td colspan=9999999>"}},
	{"OPML", "a.opml", xmlForm(`<opml version="2.0"><head><title>`, `</title></head><body><outline text="أ">`, `</outline></body></opml>`), `<outline text="ب">`, "</outline>", `<outline text="نص" _note="ن"/>`, []string{`<outline text="&lt;td colspan=9999999&gt;"/>`}},
	{"WXR", "a.xml", xmlForm(`<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>`, `</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[`, `]]></content:encoded></item></channel></rss>`), "[caption]", "[/caption]", "[gallery ids=\"1\"]", []string{`[caption width="9999999"]`}},
	{"MediaWiki", "a.xml", xmlForm(`<mediawiki><page><title>`, `</title><ns>0</ns><revision><timestamp>2024-01-01T00:00:00Z</timestamp><text>`, `</text></revision></page></mediawiki>`), "{{", "}}", "* [[ا|ب]]\n", []string{"{| colspan=99999999\n| rowspan=99999 | ا\n"}},
	{"FictionBook", "a.fb2", xmlForm(`<FictionBook xmlns="x"><description><title-info><book-title>`, `</book-title></title-info></description><body>`, `</body></FictionBook>`), "<section>", "</section>", "<section><p>نص</p></section>", []string{`<td colspan="99999999">`}},
	{"RTF", "a.rtf", textForm(`{\rtf1\ansi{\info{\title TITLE}}TEXT}`), "{", "}", `\par \u1576?`, []string{`\bin999999999 `, `\uc99999 \u1576`, `\cellx999999999`, `\'ff`}},
	{"mail", "a.eml", textForm("From: a@a.example\nTo: b@a.example\nSubject: TITLE\nDate: Mon, 02 Dec 2024 09:30:00 +0300\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\nTEXT"), "<div>", "</div>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"mail", "b.eml", textForm("From: a@a.example\nSubject: TITLE\nDate: Mon, 02 Dec 2024 09:30:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nTEXT\n--b--\n"), "\n--b\nContent-Type: multipart/mixed; boundary=b\n\n", "\n--b--\n", "\n--b\n\nنص\n", []string{"\n--b\nContent-Length: 99999999999\n\n"}},
	{"mbox", "a.mbox", textForm("From a@a.example Mon Dec 02 09:30:00 2024\nFrom: a@a.example\nSubject: TITLE\nDate: Mon, 02 Dec 2024 09:30:00 +0300\n\nTEXT"), "From ", "\n>From ", "\n\nFrom a@a.example Mon Dec 02 09:30:00 2024\nFrom: a@a.example\nSubject: ع\n\nنص\n", []string{"Content-Length: 99999999999\n"}},
	{"MHTML", "a.mht", textForm("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; type=\"text/html\"\nSnapshot-Content-Location: https://a.example/\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<html><head><title>TITLE</title></head><body>TEXT</body></html>\n--b--\n"), "<div>", "</div>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"WARC", "a.warc", func(_ testing.TB, title, text string) string {
		page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>" + title + "</title></head><body>" + text + "</body></html>"
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
	}, "<div>", "</div>", "<p>نص</p>", []string{"\r\n\r\nWARC/1.0\r\nContent-Length: 99999999999\r\n\r\n"}},
	{"HTTP", "answer.txt", textForm("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 99999999999\r\n\r\n<html><head><title>TITLE</title></head><body>TEXT</body></html>"), "<div>", "</div>", "<p>نص</p>", []string{"<td colspan=9999999>"}},
	{"Safari web archive", "a.webarchive", func(_ testing.TB, title, text string) string {
		page := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace("<html><head><title>" + title + "</title></head><body>" + text + "</body></html>")
		return `<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceData</key><string>` + page + `</string></dict></dict></plist>`
	}, "<dict>", "</dict>", "<key>a</key>", []string{"<integer>99999999999999999999</integer>"}},
	{"bookmarks", "bookmarks.html", xmlForm("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>", "</H1><DL><p>", "</DL>"), "<DL><p><DT><H3>ا</H3>", "</DL>", `<DT><A HREF="https://a.example/" ADD_DATE="1">ع</A>`, []string{`<DT><A HREF="https://a.example/" ADD_DATE="99999999999999999">ع</A>`}},
	{"OpenITI", "a.mARkdown", textForm("######OpenITI#\n#META# 020.BookTITLE :: TITLE\n#META#Header#End#\n\nTEXT"), "### |", "PageV01P001", "# نص\n~~ تتمة\n", []string{"PageV99999P99999 ", "ms99999999 "}},
	{"Org", "a.org", textForm("#+TITLE: TITLE\n\n* باب\n:PROPERTIES:\n:ID: 1\n:END:\nTEXT"), "#+begin_quote\n", "*/", "- نص\n| أ | ب |\n", []string{"[fn:99999999999] ", ":a:\n", "#+begin_src\n"}},
	{"reStructuredText", "a.rst", textForm("TITLE\n=====\n\nTEXT"), "* ", "`", "- نص\n\n  - نص\n", []string{"999999999. نص\n", ".. note::\n", "==== ====\n"}},
	{"WhatsApp", "chat.txt", textForm("02/12/2024, 09:31 - سلمى: TITLE\n02/12/2024, 09:32 - عمر: TEXT"), "(", ")", "\n02/12/2024, 09:33 - سلمى: نص", []string{"\n99/99/9999, 99:99 - س: ن"}},
	{"CSV", "a.csv", textForm("title,text,url\n\"TITLE\",TEXT,https://a.example/\n"), `"`, `""`, "ع,نص,https://a.example/\n", []string{"99999999999,"}},
	{"Markdown with front matter", "a.md", textForm("---\ntitle: TITLE\ntags: [TEXT]\n---\nنص\n"), "[", "]", "ا, ", []string{"&a [*a, *a], "}},
	{"Markdown", "b.md", textForm("# TITLE\n\nTEXT"), "> ", "*", "- نص\n  - نص\n", []string{"99999999999. نص\n", "[^1] "}},
	{"Markdown", "c.md", textForm("# TITLE\n\nTEXT"), "<b><i>", "</i></b>", "<sup>2</sup><a href='x'>ا</a>", []string{"<td colspan=9999999>"}},
	{"text,copied page,pasted page", "a.txt", textForm("TITLE\n\nTEXT"), "«", "»", "عنوان في سطر\nالقاهرة: «الصحيفة»\n٢ ديسمبر ٢٠٢٤\n\n", []string{"99/99/9999 "}},
	{"copied page,pasted page", "page.txt", textForm("الرئيسية\nسياسة\nTITLE\nنُشر: 15:30-29 ديسمبر 2024 م\n\nTEXT\n\nمواضيع ذات صلة\n\nعنوان مقالة أخرى\n"), "(", ")", "اقرأ أيضًا: عنوان\nصورة (أ.ف.ب)\n", []string{"قبل 99999999999 يومًا\n"}},
	{"code", "a.js", textForm("// TITLE\n/* TEXT */\nfunction a() {\n}\n"), "{", "}", "a();\n", []string{"\"\\u{99999999}\"\n"}},
	{"XML,other", "a.xml", xmlForm("<?xml version=\"1.0\"?><svg><title>", "</title>", "</svg>"), "<g>", "</g>", "<g/>", []string{`<!ENTITY a "&a;&a;">`}},
	{"Word", "a.docx", zipForm("word/document.xml", xmlForm(wordSpace, `</w:t></w:r></w:p>`, `</w:body></w:document>`)), "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:p><w:r><w:t>نص</w:t></w:r></w:p>", []string{`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, `<w:p><w:pPr><w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`}},
	{"OpenDocument", "a.odt", zipForm("content.xml", xmlForm(odtSpace, `</text:h>`, `</office:text></office:body></office:document-content>`), packedFile{name: "mimetype", text: "application/vnd.oasis.opendocument.text"}), "<text:list><text:list-item>", "</text:list-item></text:list>", "<text:p>نص</text:p>", []string{`<text:p><text:s text:c="999999999"/></text:p>`, `<table:table><table:table-column table:number-columns-repeated="99999999"/><table:table-row table:number-rows-repeated="9999999"><table:table-cell table:number-columns-repeated="9999999"><text:p>ن</text:p></table:table-cell></table:table-row></table:table>`}},
	{"EPUB", "a.epub", zipForm("a.xhtml", xmlForm("<html><head><title>", "</title></head><body>", "</body></html>"), packedFile{name: "mimetype", text: "application/epub+zip"}, packedFile{name: "META-INF/container.xml", text: container}, packedFile{name: "c.opf", text: opf + `<itemref idref="a"/></spine></package>`}), "<div>", "</div>", "<p>نص</p>", []string{"<td colspan='9999999'>"}},
	{"EPUB", "b.epub", zipForm("c.opf", xmlForm(strings.Replace(opf, "كتاب", "", 1)+`<itemref idref="a" linear="`, `"/>`, `</spine></package>`), packedFile{name: "mimetype", text: "application/epub+zip"}, packedFile{name: "META-INF/container.xml", text: container}, packedFile{name: "a.xhtml", text: "<html><body><p>نص</p></body></html>"}), "<itemref>", "</itemref>", `<itemref idref="a"/>`, []string{`<itemref idref="a"/>`}},
}

// readAttack reads the file of an attack, whatever comes of it, and returns how long the
// processor took.
func readAttack(t *testing.T, path string) time.Duration {
	before := processorTime(t)
	for in, err := range OpenWith(context.Background(), Options{Limits: articles.DefaultLimits()}, []string{path}, nil) {
		if err == nil {
			_, err = in.Read(context.Background())
		}
		if wrong, ok := errors.AsType[*articles.InputError](err); err != nil && (!ok || wrong.Kind == nil) {
			t.Errorf("%s: it ends with %v, which says no kind", filepath.Base(path), err)
		}
	}
	return processorTime(t) - before
}

// memoryStatus is where Linux tells how many pages a process has.
const memoryStatus = "/proc/self/statm"

// limitMemory leaves this process as much address space as a program of Go has left of
// a gigabyte and a half: it reserves most of that when it starts, tests more than others.
func limitMemory(t *testing.T) {
	status, err := os.ReadFile(memoryStatus)
	if err != nil {
		t.Fatal(err)
	}
	var pages uint64
	if _, err := fmt.Sscan(string(status), &pages); err != nil {
		t.Fatal(err)
	}
	limit := pages*uint64(os.Getpagesize()) + attackMemory
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		t.Fatal(err)
	}
}

// processorTime returns how long the processor worked for this process.
func processorTime(t *testing.T) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// chosen tells whether an attack on a form is tried: all of them, or a spread.
func chosen(form, attack int) bool {
	const few = 23
	every := *attackEvery
	if every == 0 {
		every = few
	}
	return (form*5+attack)%every == 0
}

// attackOne tries the attacks on one form, within the limits of this process.
func attackOne(t *testing.T, form int) {
	f, size := attackForms[form], attackSize/4
	if *attackEvery > 0 {
		size = attackSize
	}
	folder := t.TempDir()
	for i, by := range attacks {
		if !chosen(form, i) {
			continue
		}
		fmt.Fprintf(os.Stderr, "attack: %s, %s\n", f.file, by.name)
		title, text := by.of(f, size)
		path := filepath.Join(folder, f.file)
		if err := os.WriteFile(path, []byte(f.wrap(t, title, text)), 0o600); err != nil {
			t.Fatal(err)
		}
		title, text = "", "" //nolint:ineffassign,wastedassign // their memory is not the format's
		debug.FreeOSMemory()
		if took := readAttack(t, path); took > attackTime {
			t.Errorf("%s, %s: it took %s of the processor", f.file, by.name, took.Round(time.Millisecond))
		}
		debug.FreeOSMemory()
	}
}

// TestAttacks reads what each attack makes of each format in a process that has little
// memory and time: it ends with articles or with an error that has a kind.
func TestAttacks(t *testing.T) {
	t.Parallel()
	if attacked != "" {
		form := slices.IndexFunc(attackForms, func(f attackForm) bool { return f.file+f.formats == attacked })
		limitMemory(t)
		attackOne(t, form)
		return
	}
	if testing.Short() {
		t.Skip("what it measures is no measure under the race detector, which runs the short tests")
	}
	if _, err := os.Stat(memoryStatus); err != nil {
		t.Skip("how much memory a process has is not told here: ", err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range attackForms {
		t.Run(f.file+" "+f.formats, func(t *testing.T) {
			t.Parallel()
			args := []string{"-test.run=^TestAttacks$", "-test.timeout=15m", fmt.Sprintf("-attacks=%d", *attackEvery)}
			c := exec.Command(program, args...)
			c.Env = append(os.Environ(), "WARRAQ_ATTACKED="+f.file+f.formats, "GOMAXPROCS=1")
			if out, err := c.CombinedOutput(); err != nil {
				said := strings.Split(strings.TrimSpace(string(out)), "\n")
				last := slices.IndexFunc(said, func(line string) bool { return !strings.HasPrefix(line, "attack: ") })
				t.Errorf("%v after %q:\n%s", err, said[max(0, last-1)], strings.Join(said[max(0, last):min(len(said), max(0, last)+15)], "\n"))
			}
		})
	}
}

// Each format that is read is attacked.
func TestEveryFormatIsAttacked(t *testing.T) {
	t.Parallel()
	var names []string
	for _, f := range attackForms {
		names = append(names, strings.Split(f.formats, ",")...)
	}
	for _, f := range knownFormats {
		if !slices.Contains(names, f.Name) {
			t.Errorf("no attack is tried on the format %q", f.Name)
		}
	}
}
