package intake

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// warcOf is an archive of the web with pages by their addresses.
func warcOf(pages ...string) string {
	var b strings.Builder
	for i := 0; i < len(pages); i += 2 {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + pages[i+1]
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", pages[i], len(block), block)
	}
	return b.String()
}

// pageOf is a page with a title.
func pageOf(title string) string {
	return `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>` + title + `</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>` + title + `</h1>` + strings.Repeat(someText, 3) + `</article></body></html>`
}

// Files of many articles give each of them, packed or not, and go on after one that is
// too large.
func TestStreams(t *testing.T) {
	t.Parallel()
	warc := warcOf("https://marsa.example/a", pageOf("الأولى"), "https://marsa.example/b", pageOf("الثانية"))
	visited := `{"format":"json-pages-1.0"}` + "\n" + `{"url":"https://www.marsa.example/a"}` + "\n"
	frame := warcOf("https://ads.example/f", pageOf("إعلان"))
	message := func(subject, text string) string {
		return "From - Mon Dec 02 09:30:00 2024\nFrom: h@marsa.example\nTo: r@marsa.example\nSubject: " + subject + "\nDate: Mon, 02 Dec 2024 09:30:00 +0300\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n\n"
	}
	small := articles.DefaultLimits()
	small.Size = 1000
	for _, c := range []struct {
		name, data string
		limits     articles.Limits
		want       []string
	}{
		{"crawl.warc", warc, articles.DefaultLimits(), []string{"crawl.warc: الأولى", "crawl.warc: الثانية"}},
		{"crawl.warc.gz", gzipOf(t, warc[:len(warc)/2]) + gzipOf(t, warc[len(warc)/2:]), articles.DefaultLimits(), []string{"crawl.warc.gz/crawl.warc: الأولى", "crawl.warc.gz/crawl.warc: الثانية"}},
		{"crawl.wacz", zipOf(t, packedFile{name: "datapackage.json", text: "{}"}, packedFile{name: "archive/data.warc.gz", text: gzipOf(t, warc+frame)},
			packedFile{name: "pages/pages.jsonl", text: visited}, packedFile{name: "indexes/index.cdx", text: "x"}), articles.DefaultLimits(),
			[]string{"crawl.wacz/archive/data.warc.gz/data.warc: الأولى", "crawl.wacz/archive/data.warc.gz/data.warc: الثانية"}},
		{"box.mbox", message("أ", "نص") + message("ب", "نص آخر"), articles.DefaultLimits(), []string{"box.mbox: أ", "box.mbox: ب"}},
		{"box", message("أ", strings.Repeat("كثير ", 500)) + message("ب", "نص"), small, []string{"box refused: size=1000", "box: ب"}},
		{"box.zip", zipOf(t, packedFile{name: "in/box.mbox", text: message("أ", "نص")}), articles.DefaultLimits(), []string{"box.zip/in/box.mbox: أ"}},
		{"empty.warc", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", articles.DefaultLimits(), []string{"empty.warc refused: there is no article in it"}},
		{"broken.warc", warc[:len(warc)-20], articles.DefaultLimits(), []string{"broken.warc: الأولى", "broken.warc: الثانية", "broken.warc refused: it is damaged"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := whatOpens(t, Options{Limits: c.limits}, c.name, c.data); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// A collection of pages that was unpacked gives what the collection gives, and nothing of its lists.
func TestUnpackedCollection(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for name, data := range map[string]string{
		"crawl/datapackage.json": "{}", "crawl/archive/data.warc": warcOf("https://marsa.example/a", pageOf("الأولى")) + warcOf("https://ads.example/f", pageOf("إعلان")),
		"crawl/pages/pages.jsonl": `{"format":"json-pages-1.0"}` + "\n" + `{"url":"https://marsa.example/a","title":"الأولى"}` + "\n", "note.txt": "ملاحظة\n\nنص الملاحظة.\n",
		"crawl/pages/extraPages.jsonl": `{"format":"json-pages-1.0"}` + "\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	for folder, want := range map[string][]string{root: {"الأولى", "ملاحظة"}, filepath.Join(root, "crawl"): {"الأولى"}} {
		var got []string
		for in, err := range OpenWith(t.Context(), Options{Limits: articles.DefaultLimits()}, []string{folder}, nil) {
			if err != nil {
				t.Fatal(err)
			}
			list, err := in.Read(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range list {
				got = append(got, a.Title)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("it gives %q, want %q", got, want)
		}
	}
}

// What is not read is refused by its name, and never taken for text; documents in
// archives are read.
func TestRefusedByName(t *testing.T) {
	t.Parallel()
	sheet := zipOf(t, packedFile{name: "[Content_Types].xml", text: "<Types/>"}, packedFile{name: "xl/workbook.xml", text: "<workbook/>"}, packedFile{name: "xl/worksheets/sheet1.xml", text: "<worksheet/>"})
	for _, c := range []struct{ name, data, want string }{
		{"a.pdf", "%PDF-1.7\n1 0 obj\n", "a.pdf refused: it is a PDF"},
		{"a.xlsx", sheet, "a.xlsx refused: it is a spreadsheet"},
		{"a.ods", zipOf(t, packedFile{name: "mimetype", text: "application/vnd.oasis.opendocument.spreadsheet"}, packedFile{name: "content.xml", text: "<x/>"}), "a.ods refused: it is a spreadsheet"},
		{"a.pptx", zipOf(t, packedFile{name: "ppt/presentation.xml", text: "<p/>"}), "a.pptx refused: it is a presentation"},
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600) + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", "a.doc refused: it is an old document of Word"},
		{"a.mobi", strings.Repeat("\x00", 60) + "BOOKMOBI", "a.mobi refused: it is a book for Kindle"},
		{"a.svg", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>نص</text></svg>`, "a.svg refused: it is XML of a kind that is not read"},
		{"a.xml", `<?xml version="1.0"?><!-- ملاحظة --><w:wordDocument xmlns:w="x"><w:t>نص</w:t></w:wordDocument>`, "a.xml refused: it is XML of a kind that is not read"},
		{"locked.odt", zipOf(t, packedFile{name: "mimetype", text: "application/vnd.oasis.opendocument.text"}, packedFile{name: "content.xml", text: "\x01\x02"},
			packedFile{name: "META-INF/manifest.xml", text: `<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>`}), "locked.odt refused: it is locked"},
		{"broken.docx", zipOf(t, packedFile{name: "word/document.xml", text: "<w:document"}), "broken.docx refused: it is damaged"},
		{"in.zip", zipOf(t, packedFile{name: "letters/a.odt", text: openStory(t)}, packedFile{name: "letters/b.fb2", text: bookStory(t)}), "in.zip/letters/a.odt: مرسى الحديقة in.zip/letters/b.fb2: مرسى الحديقة"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(whatOpens(t, Options{Limits: articles.DefaultLimits()}, c.name, c.data), " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// A page that a browser saved gives its address wherever it says it, and its pictures.
func TestSavedPages(t *testing.T) {
	t.Parallel()
	page := strings.Replace(pageOf("الأولى"), "</article>", `<p><img src="/i/a.png" alt="شراع"></p></article>`, 1)
	encoded := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	resource := func(data, kind, address string) string {
		return `<dict><key>WebResourceData</key><data>` + encoded(data) + `</data><key>WebResourceMIMEType</key><string>` + kind + `</string><key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceURL</key><string>` + address + `</string></dict>`
	}
	picture := pngOf(t, 40, 40, 9)
	for name, data := range map[string]string{
		"a.webarchive": `<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key>` + resource(page, "text/html", "https://marsa.example/a") +
			`<key>WebSubresources</key><array>` + resource(picture, "image/png", "https://marsa.example/i/a.png") + `</array></dict></plist>`,
		"a.mht": "From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://marsa.example/a\r\n\r\n" +
			encoded(page) + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://marsa.example/i/a.png\r\n\r\n" + encoded(picture) + "\r\n--b--\r\n",
		"curl.txt": "HTTP/2 301 \r\nlocation: /a\r\n\r\nHTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\n\r\n" + strings.ReplaceAll(page, `src="/i/a.png"`, `src="data:image/png;base64,`+encoded(picture)+`"`),
	} {
		list, errs := readAll(t, Options{Limits: articles.DefaultLimits()}, writeFiles(t, packedFile{name: name, text: data})+"/"+name)
		if len(list) != 1 || len(errs) > 0 {
			t.Errorf("%s: %d articles, %v", name, len(list), errs)
			continue
		}
		a := list[0]
		if a.Title != "الأولى" || len(a.Pictures) != 1 || !strings.Contains(a.Body, "![شراع](picture:") || a.URL != "https://marsa.example/a" && name != "curl.txt" {
			t.Errorf("%s: %q, %q, %d pictures in\n%s", name, a.Title, a.URL, len(a.Pictures), a.Body)
		}
	}
}
