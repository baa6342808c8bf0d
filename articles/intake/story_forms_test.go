package intake

import (
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// The story in the formats whose texts are HTML or Markdown: what is around it is theirs.

// storyTitle is what it is called.
const storyTitle = "مرسى الحديقة"

// dataPicture is the picture of the story as an address.
func dataPicture(t testing.TB) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte(pngOf(t, 40, 40, 7)))
}

// innerStory is the text of the story as HTML, without the page around it.
func innerStory(t testing.TB) string {
	_, text, _ := strings.Cut(storyPage(dataPicture(t)), "<body>")
	text, _, _ = strings.Cut(text, "</body>")
	return text
}

// pageStory is the page that shows the story.
func pageStory(t testing.TB) string {
	return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>` + storyTitle + `</title><meta name="author" content="هند الساحلي"><meta property="article:published_time" content="2023-04-05T06:07:00Z"></head><body><article><h1>` + storyTitle + `</h1>` + innerStory(t) + `</article></body></html>`
}

func archivedStory(t testing.TB) string {
	return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type=\"text/html\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://marsa.example/1\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(pageStory(t))) + "\r\n--b--\r\n"
}

func safariStory(t testing.TB) string {
	return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>` +
		base64.StdEncoding.EncodeToString([]byte(pageStory(t))) + `</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceURL</key><string>https://marsa.example/1</string></dict></dict></plist>`
}

func answeredStory(t testing.TB) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + pageStory(t)
}

func feedStory(t testing.TB) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>المرسى</title><language>ar</language><item><title>` + storyTitle +
		`</title><dc:creator>هند الساحلي</dc:creator><pubDate>Wed, 05 Apr 2023 06:07:00 +0000</pubDate><content:encoded><![CDATA[` + innerStory(t) + `]]></content:encoded></item></channel></rss>`
}

func exportedStory(t testing.TB) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>المرسى</title><language>ar</language><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>hind</wp:author_login><wp:author_display_name>هند الساحلي</wp:author_display_name></wp:author><item><title>` + storyTitle +
		`</title><dc:creator>hind</dc:creator><wp:post_date_gmt>2023-04-05 06:07:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[` + innerStory(t) + `]]></content:encoded></item></channel></rss>`
}

func noteStory(t testing.TB) string {
	return `<?xml version="1.0"?><en-export><note><title>` + storyTitle + `</title><created>20230405T060700Z</created><note-attributes><author>هند الساحلي</author></note-attributes><content><![CDATA[<en-note>` + innerStory(t) + `</en-note>]]></content></note></en-export>`
}

// objectStory is the story as an object of JSON, with these names for what is known of it.
func objectStory(t testing.TB, text, author, date string) string {
	s, err := json.Marshal(map[string]string{"title": storyTitle, text: innerStory(t), author: "هند الساحلي", date: "2023-04-05T06:07:00Z", "language": "ar"})
	if err != nil {
		t.Fatal(err)
	}
	return string(s)
}

func columnsStory(t testing.TB) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll([][]string{{"title", "author", "date", "lang", "content"}, {storyTitle, "هند الساحلي", "2023-04-05T06:07:00Z", "ar", innerStory(t)}}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func electronicStory(t testing.TB) string {
	_, text, _ := strings.Cut(storyPage("a.png"), "<body>")
	text, _, _ = strings.Cut(text, "</body>")
	text = strings.NewReplacer(`" alt="شراع">`, `" alt="شراع"/>`).Replace(text)
	return zipOf(t,
		packedFile{name: "mimetype", text: "application/epub+zip"},
		packedFile{name: "META-INF/container.xml", text: `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
		packedFile{name: "b.opf", text: `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>دفتر البحر</dc:title><dc:creator>هند الساحلي</dc:creator><dc:language>ar</dc:language><dc:date>2023-04-05T06:07:00Z</dc:date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="p" href="a.png" media-type="image/png"/></manifest><spine><itemref idref="a"/></spine></package>`},
		packedFile{name: "a.xhtml", text: `<html xmlns="http://www.w3.org/1999/xhtml" lang="ar"><head><title>x</title></head><body><h1>` + storyTitle + `</h1>` + text + `</body></html>`},
		packedFile{name: "a.png", text: pngOf(t, 40, 40, 7)},
	)
}

func markdownStory(front bool) func(t testing.TB) string {
	return func(t testing.TB) string {
		const text = "رست سفينة اسمها Nour 2 قرب **الرصيف** *القديم* سنة 1830\\[1] وفيها 10⁶ حبة.\n\n## البضاعة\n\n- تمر\n- ليمون\n\n3. وزن\n4. ختم\n\n| الصنف | العدد |\n|---|---|\n| تمر | ١٢ |\n\nوبقيت في [السجل](https://marsa.example/s) صورة.\n\n\\[1] دفتر الجمرك.\n"
		if front {
			return "---\ntitle: " + storyTitle + "\nauthor: هند الساحلي\ndate: 2023-04-05T06:07:00Z\nlang: ar\n---\n\n" + text
		}
		return "# " + storyTitle + "\n\n" + text
	}
}

func wikiStory(testing.TB) string {
	return `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="ar"><siteinfo><sitename>موسوعة</sitename></siteinfo><page><title>` + storyTitle + `</title><ns>0</ns><revision><timestamp>2023-04-05T06:07:00Z</timestamp><text>` +
		html.EscapeString("رست سفينة اسمها Nour 2 قرب '''الرصيف''' ''القديم'' سنة 1830<ref>دفتر الجمرك.</ref> وفيها 10<sup>6</sup> حبة.\n\n== البضاعة ==\n* تمر\n* ليمون\n\n{|\n! الصنف !! العدد\n|-\n| تمر || ١٢\n|}\n\nوبقيت في [https://marsa.example/s السجل] صورة.\n") + `</text></revision></page></mediawiki>`
}

func channelStory(testing.TB) string {
	return `{"name":"المرسى","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","date":"2023-04-05T06:07:00","date_unixtime":"1680674820","author":"هند الساحلي","text":[{"type":"bold","text":"` + storyTitle + `"},"\n\nرست سفينة اسمها Nour 2 قرب ",{"type":"bold","text":"الرصيف"}," ",{"type":"italic","text":"القديم"}," سنة 1830. البضاعة وبقيت في ",{"type":"text_link","text":"السجل","href":"https://marsa.example/s"}," صورة."]}]}`
}

// moreForms are the forms of the story in the formats around texts.
var moreForms = []storyForm{
	{"story.html", "", pageStory},
	{"story.mht", "", archivedStory},
	{"story.webarchive", "", safariStory},
	{"story.http", "", answeredStory},
	{"story.rss", "", feedStory},
	{"story.xml", "", exportedStory},
	{"story.enex", "", noteStory},
	{"story.json", "", func(t testing.TB) string { return "[" + objectStory(t, "content", "author", "published") + "]" }},
	{"elastic.jsonl", "", func(t testing.TB) string {
		return `{"_source":` + objectStory(t, "body", "byline", "@timestamp") + "}\n"
	}},
	{"wallabag.json", "author", func(t testing.TB) string {
		return `[{"is_archived":0,"is_starred":0,"tags":[],"annotations":[],"mimetype":"text/html","domain_name":"marsa.example","reading_time":1,` + strings.TrimPrefix(objectStory(t, "content", "x", "published_at"), "{") + "]"
	}},
	{"ghost.json", "author", func(t testing.TB) string {
		return `{"db":[{"data":{"posts_tags":[],"users":[],"posts":[{"status":"published",` + strings.TrimPrefix(objectStory(t, "html", "x", "published_at"), "{") + `]}}]}`
	}},
	{"links.json", "", func(t testing.TB) string {
		return `{"bookmarks":[{"createdAt":1,"archived":false,"content":{"type":"link",` + strings.TrimPrefix(objectStory(t, "htmlContent", "author", "datePublished"), "{") + `}]}`
	}},
	{"story.csv", "", columnsStory},
	{"story.epub", "", electronicStory},
	{"story.md", "description, picture", markdownStory(true)},
	{"plain.md", "description, picture, author, time, day", markdownStory(false)},
	{"wiki.xml", "description, picture, author, numbers", wikiStory},
	{"result.json", "description, picture, numbers, list, heading, note, text of the note, table, number that is raised, title in the text", channelStory},
}

// withoutStory are the formats in which the story is not told, and why.
var withoutStory = map[string]string{
	"other": "refuses", "code": "refuses", "XML": "refuses",
	"bookmarks": "links alone", "OPML": "nothing but a list", "Omnivore": "of several files: TestOmnivore",
	"WhatsApp": "nothing but lines", "X": "nothing but lines", "text": "nothing but lines", "OpenITI": "nothing but lines and their marks", "Org": "read as Markdown", "reStructuredText": "read as Markdown",
	"copied page": "nothing but lines", "pasted page": "nothing but lines",
}

// Nothing of the story is lost around texts either, and no format is forgotten here.
func TestStoryAroundTexts(t *testing.T) {
	t.Parallel()
	told := map[string]bool{}
	for _, f := range slices.Concat(storyForms, moreForms) {
		told[formatOf(t, f)] = true
	}
	for _, f := range knownFormats {
		if _, excused := withoutStory[f.Name]; told[f.Name] == excused {
			t.Errorf("the story in the format %s: told %v, excused %v", f.Name, told[f.Name], excused)
		}
	}
	for _, f := range moreForms {
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

// formatOf returns the name of the format as which a form is read.
func formatOf(t *testing.T, f storyForm) string {
	t.Helper()
	switch f.name {
	case "story.docx":
		return "Word"
	case "story.odt":
		return "OpenDocument"
	case "story.epub":
		return "EPUB"
	case "story.mbox":
		return "mail"
	}
	src := articles.NewSource(f.name, []byte(f.data(t)))
	for _, format := range knownFormats {
		if _, mine, _ := format.Read(t.Context(), src); mine {
			return format.Name
		}
	}
	return ""
}
