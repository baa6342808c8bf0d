package intake

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// readOne reads an input that holds one article.
func readOne(t *testing.T, name, text string) articles.Article {
	t.Helper()
	list, err := Read(name, []byte(text))
	if err != nil || len(list) != 1 {
		t.Fatalf("%s: %d articles, %v", name, len(list), err)
	}
	return list[0]
}

// All that an article is filed under is kept, in whichever form it says so; the section is
// the first of it, or what is called so.
func TestAllTagsAreKept(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, section string
		tags                []string
	}{
		{"a.jsonl", `{"title":"س","text":"ص","category":"سفن","tags":["بحر","ريح"]}`, "سفن", []string{"سفن", "بحر", "ريح"}},
		{"a.jsonl", `{"title":"س","text":"ص","tags":"بحر; ريح"}`, "بحر", []string{"بحر", "ريح"}},
		{"a.jsonl", `{"title":"س","text":"ص","keywords":"بحر، ريح, موج"}`, "بحر", []string{"بحر", "ريح", "موج"}},
		{"a.jsonl", `{"title":"س","text":"ص","category":"سفن"}`, "سفن", nil},
		{"a.jsonl", `{"title":"س","text":"ص","section":"2024"}`, "2024", nil},
		{"a.jsonl", `{"title":"س","text":"ص","tags":[7,9],"categories":["سفن"]}`, "سفن", []string{"سفن"}},
		{"a.jsonl", `{"title":"س","text":"ص","labels":[{"name":"بحر"},{"name":"ريح"}]}`, "بحر", []string{"بحر", "ريح"}},
		{"a.md", "---\ntitle: س\ntags:\n  - clippings\n  - بحر\n---\nص", "بحر", []string{"clippings", "بحر"}},
		{"a.md", "---\ntitle: س\nsection: سفن\ntags: [بحر, ريح]\n---\nص", "سفن", []string{"سفن", "بحر", "ريح"}},
		{"a.json", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"س","content_text":"ص","tags":["بحر","ريح"]}]}`, "بحر", []string{"بحر", "ريح"}},
		{"a.xml", `<rss version="2.0"><channel><item><title>س</title><description>ص</description><category>بحر</category><category>ريح</category></item></channel></rss>`, "بحر", []string{"بحر", "ريح"}},
	} {
		a := readOne(t, test.name, test.text)
		if a.Section != test.section || !slices.Equal(a.Tags, test.tags) {
			t.Errorf("%s: section %q, tags %q; want %q, %q", test.text, a.Section, a.Tags, test.section, test.tags)
		}
	}
}

// What programs for gathering news write, by the names that they have for things.
func TestDumpsOfPrograms(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, source, url, author, day string }{
		{"trafilatura", `{"title":"س","author":"هند; زيد","hostname":"sufun.example","date":"2023-05-06","source":"https://sufun.example/1","text":"ص","sitename":null}`, "sufun.example", "https://sufun.example/1", "هند، زيد", "2023-05-06"},
		{"news-please", `{"title":"س","authors":["هند"],"date_download":"2023-06-01 10:00:00","date_publish":"2023-05-06 07:00:00","source_domain":"sufun.example","maintext":"ص","text":null,"url":"https://sufun.example/1"}`, "sufun.example", "https://sufun.example/1", "هند", "2023-05-06"},
		{"Elasticsearch", `{"_index":"n","_id":"1","_source":{"title":"س","author":"هند","source":"السفن","url":"https://sufun.example/1","published_at":"2023-05-06T07:00:00Z","body":"ص"}}`, "السفن", "https://sufun.example/1", "هند", "2023-05-06"},
		{"Elasticsearch's answer", `{"took":1,"hits":{"total":1,"hits":[{"_id":"1","_source":{"title":"س","author":"هند","source":"السفن","url":"https://sufun.example/1","date":"2023-05-06","body":"ص"}}]}}`, "السفن", "https://sufun.example/1", "هند", "2023-05-06"},
		{"schema.org", `{"@context":"https://schema.org","@type":"NewsArticle","headline":"س","articleBody":"ص","datePublished":"2023-05-06","author":{"name":"هند"},"publisher":{"name":"السفن"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://sufun.example/1"}}`, "السفن", "https://sufun.example/1", "هند", "2023-05-06"},
		{"NewsAPI", `{"status":"ok","articles":[{"source":{"id":null,"name":"السفن"},"author":"هند","title":"س","url":"https://sufun.example/1","publishedAt":"2023-05-06T07:00:00Z","content":"ص… [+99 chars]"},{"title":"[Removed]","content":"[Removed]","url":"https://removed.com"}]}`, "السفن", "https://sufun.example/1", "هند", "2023-05-06"},
	} {
		a := readOne(t, "a.json", test.text)
		if a.Title != "س" || a.Source != test.source || a.URL != test.url || a.Author != test.author || a.Published.Format("2006-01-02") != test.day {
			t.Errorf("%s: %+v", test.name, a)
		}
		if a.Body != "ص" && a.Body != "ص…" {
			t.Errorf("%s: text %q", test.name, a.Body)
		}
	}
}

// A line that is broken is named, and the others come in, wherever it stands.
func TestBrokenLines(t *testing.T) {
	t.Parallel()
	const good, other = `{"title":"س","text":"ص"}`, `{"title":"ض","text":"ط"}`
	for _, broken := range []string{`{"title":"مقطوع","te`, `{"title":"ن","text":"و","score":undefined}`} {
		for line, lines := range [][]string{{broken, good, other}, {good, broken, other}, {good, other, broken}} {
			list, err := Read("a.jsonl", []byte(strings.Join(lines, "\n")+"\n"))
			var wrong *articles.InputError
			if len(list) != 2 || !errors.As(err, &wrong) || wrong.Line != line+1 || !errors.Is(err, articles.ErrJSON) {
				t.Errorf("%q: %d articles, %v", lines, len(list), err)
			}
		}
	}
	for _, name := range []string{"a.jsonl", "a.json"} {
		list, err := Read(name, []byte(good+"\n"+`{"title":"ن","text":"و","score":NaN,"least":-Infinity}`+"\n"+other+"\n"))
		if len(list) != 3 || !errors.Is(err, articles.ErrNoNumber) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s with what is no number gives %d articles, %v", name, len(list), err)
		}
	}
	list, err := Read("a.json", []byte("{\n\"title\": \"س\",\n\"text\": [{\"a\":1},\n{\"b\":2}\n"))
	if len(list) > 0 || err == nil {
		t.Errorf("an object that is cut off gives %d articles, %v", len(list), err)
	}
}

// A link of Obsidian around a name is none of the name, and its clipper's source is the
// page.
func TestClipper(t *testing.T) {
	t.Parallel()
	a := readOne(t, "a.md", "---\ntitle: س\nsource: https://sufun.example/1\nauthor:\n  - \"[[هند]]\"\n  - \"[[كتّاب/زيد|زيد الملّاح]]\"\npublished: 2023-05-06\ncreated: 2023-06-01\n---\nص")
	if a.URL != "https://sufun.example/1" || a.Source != "" || a.Author != "هند، زيد الملّاح" || a.Published.Day() != 6 {
		t.Errorf("%+v", a)
	}
}

// A recording that an entry of a feed comes with is a link below its text, once.
func TestRecordings(t *testing.T) {
	t.Parallel()
	rss := func(item string) string {
		return `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>س</title>` + item + `</item></channel></rss>`
	}
	const mp3 = "https://sufun.example/1.mp3"
	for _, test := range []struct{ text, want string }{
		{rss(`<description>ص</description><enclosure url="` + mp3 + `" type="audio/mpeg" length="1"/>`), "ص\n\n<" + mp3 + ">"},
		{rss(`<enclosure url="` + mp3 + `" type="audio/mpeg"/><media:content url="` + mp3 + `" medium="audio"/>`), "<" + mp3 + ">"},
		{rss(`<description>ص</description><enclosure url="https://sufun.example/1.jpg" type="image/jpeg"/>`), "ص"},
		{rss(`<description>&lt;a href="` + mp3 + `"&gt;ص&lt;/a&gt;</description><enclosure url="` + mp3 + `" type="audio/mpeg"/>`), "[ص](" + mp3 + ")"},
		{rss(`<media:group><media:content url="https://v.example/v/1" type="application/x-shockwave-flash"/><media:description>ص` + "\n\n" + `ض</media:description></media:group>`), "ص\n\nض"},
		{`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"س","external_url":"https://other.example","content_text":"ص","attachments":[{"url":"` + mp3 + `","mime_type":"audio/mpeg"}]}]}`, "ص\n\n<" + mp3 + ">"},
	} {
		if a := readOne(t, "a.xml", test.text); a.Body != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.text, a.Body, test.want)
		} else if strings.Contains(test.text, "external_url") && a.URL != "https://other.example" {
			t.Errorf("address %q", a.URL)
		}
	}
}

// An entry of a feed that is nothing but a link is a card that is called by its address, as a
// bookmark without a title is.
func TestEntriesThatAreLinks(t *testing.T) {
	t.Parallel()
	const link = "https://sufun.example/قافلة"
	rss := func(item string) string {
		return `<rss version="2.0"><channel><title>السفن</title><item>` + item + `</item></channel></rss>`
	}
	for _, text := range []string{
		rss(`<link>` + link + `</link>`),
		rss(`<title> </title><link>` + link + `</link><description><![CDATA[ <p></p> ]]></description>`),
		rss(`<guid isPermaLink="true">` + link + `</guid><pubDate>Mon, 02 Dec 2024 09:30:00 +0300</pubDate>`),
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>السفن</title><entry><id>urn:1</id><link href="` + link + `"/></entry></feed>`,
		`{"version":"https://jsonfeed.org/version/1.1","title":"السفن","items":[{"id":"1","external_url":"` + link + `"}]}`,
	} {
		a := readOne(t, "a.xml", text)
		if a.Full || a.Title != a.URL || !strings.HasPrefix(a.URL, "https://sufun.example/") || a.Source != "السفن" {
			t.Errorf("%s is read as %+v", text, a)
		}
	}
}

// What is called a table and names neither titles nor texts is refused as such.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"a,b\n1,2\n", "الاسم;السن\nهند;9\n"} {
		list, err := Read("a.csv", []byte(text))
		if len(list) > 0 || !errors.Is(err, articles.ErrTable) {
			t.Errorf("%q: %d articles, %v", text, len(list), err)
		}
	}
	a := readOne(t, "a.csv", "العنوان;النص;الرابط;الوسوم\nس;\"ص\nض\";https://sufun.example/1;بحر,ريح\n")
	if a.Title != "س" || a.URL != "https://sufun.example/1" || !slices.Equal(a.Tags, []string{"بحر", "ريح"}) {
		t.Errorf("%+v", a)
	}
	list, err := Read("a.csv", []byte("title,text\nس,ص\n\"ض,ط\nظ,ع\n"))
	if len(list) != 2 || !errors.Is(err, articles.ErrPart) || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("%d articles, %v", len(list), err)
	}
}

// What an export of Omnivore has of an article in three files is one article, in a folder
// and in an archive.
func TestOmnivore(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"metadata_0_to_20.json": `[{"slug":"safina","title":"س","url":"https://sufun.example/1","labels":["بحر"],"state":"Active","savedAt":"2023-05-06T07:00:00Z"}]`,
		"content/safina.html":   "<div><p>نص السفينة.</p></div>",
		"highlights/safina.md":  "> السفينة\n\nملاحظة\n",
	}
	var all []packedFile
	for name, text := range files {
		all = append(all, packedFile{name: name, text: text})
	}
	for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(zipOf(t, all...))) {
		if err != nil {
			t.Fatal(err)
		}
		list, err := in.Read(t.Context())
		if err != nil || len(list) != 1 || list[0].Body != "نص السفينة." || len(list[0].Kept.Highlights) != 1 || list[0].Kept.Highlights[0].Note != "ملاحظة" {
			t.Errorf("%s: %+v, %v", in.Name, list, err)
		}
	}
}
