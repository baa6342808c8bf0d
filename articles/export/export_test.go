package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/text"
)

var exportDay = time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)

// samples are articles with all that an article may have, and one of someone who
// means harm.
func samples() []articles.JSON {
	whole := articles.Article{
		Title: "سوق الكتب في المدينة: \"عودة\"", Section: "ثقافة", Source: "صحيفة النهر", Place: "دمشق", Author: "سلمى & رفيقها",
		Published: exportDay, Lang: "ar", Direction: articles.RightToLeft, URL: "https://example.org/سوق?a=[1]&b={2}%zz", Summary: "خلاصة <قصيرة>",
		Body: "فقرة أولى فيها `code` و**غليظ** و[رابط](<https://example.org/a b>).\n\n## عنوان\n\n- بند\n- آخر[^1]\n\n" +
			"| أ | ب |\n|:--|--:|\n| 1 | 2 |\n\n```go\nx := 1 < 2\n```\n\n> اقتباس\n\nمصطلح\n: شرحه\n\n[^1]: حاشية.\n",
		Captions: []articles.Caption{{Text: "صورة في الأعلى"}, {Text: "صورة <بعد> الفقرة", After: 1}, {Text: "في الآخر", After: 99}},
		Related:  []articles.Related{{ID: "bbbbbbbb", Title: "الثانية [هنا]"}, {ID: "zzzzzzzz", Title: "ليست هنا"}},
		Full:     true, Kept: &articles.Kept{ID: "aaaaaaaa", Added: exportDay},
	}
	hostile := articles.Article{
		Title: "</title><script>alert(1)</script>", Lang: "\"><x", URL: "javascript:alert(1)", Source: "a\\b{c}%$",
		Body: "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![وصف](https://evil.example/p.png) <img src=x onerror=alert(1)>\n\n" +
			"<div onclick=\"x\">نص في وعاء</div>\n\n[y](file.md) <https://ok.example/a|b> [z](http://a\u0001b/) \uffff<!-- سر\n",
		Full: true, Kept: &articles.Kept{ID: "bbbbbbbb", Added: exportDay.Add(time.Hour)},
	}
	english := articles.Article{
		Title: "An English one", Lang: "en", Direction: articles.LeftToRight, Body: "Text.", Full: true, Kept: &articles.Kept{ID: "cccccccc"},
	}
	return []articles.JSON{whole.JSON(), hostile.JSON(), english.JSON()}
}

func shelf(list []articles.JSON) Shelf {
	s := Shelf{Labels: Labels{
		Lang: "ar", Title: "ورّاق", Contents: "المحتويات", Related: "ذات صلة", Source: "المصدر:",
		Date: func(t time.Time) string { return t.Format("2.1.2006") },
	}}
	byID := map[string]articles.JSON{}
	for _, a := range list {
		s.Cards = append(s.Cards, Card{ID: a.ID, Title: a.Title})
		byID[a.ID] = a
	}
	s.Articles = func(ids []string) iter.Seq2[articles.JSON, error] {
		return func(yield func(articles.JSON, error) bool) {
			for _, id := range ids {
				if !yield(byID[id], nil) {
					return
				}
			}
		}
	}
	return s
}

// inXML checks that a text is well-formed and holds no element, attribute or
// address that acts, and gives its text.
func inXML(t *testing.T, name, document string) string {
	t.Helper()
	var said strings.Builder
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return said.String()
		}
		if err != nil {
			t.Fatalf("%s is not well-formed: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "script", "img", "iframe", "object", "form", "svg":
				t.Errorf("%s holds a <%s>", name, token.Name.Local)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" && strings.HasPrefix(a.Value, "javascript") {
					t.Errorf("%s holds %s=%q", name, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			said.Write(token)
		}
	}
}

func TestHTML(t *testing.T) {
	var out bytes.Buffer
	if err := HTML(&out, shelf(samples())); err != nil {
		t.Fatal(err)
	}
	text := inXML(t, "the page", strings.TrimPrefix(out.String(), "<!DOCTYPE html>\n"))
	for _, want := range []string{"سوق الكتب", "نص في وعاء", "وصف", "صورة في الأعلى", "حاشية", "</title><script>"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	for _, want := range []string{
		`<html lang="ar" dir="rtl">`, "@page", `href="#a-bbbbbbbb"`, `<article lang="ar" xml:lang="ar" dir="rtl">`,
		`<time datetime="2026-11-03">3.11.2026</time>`, `<code dir="ltr">code</code>`, `href="https://example.org/a%20b"`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	order := []string{"صورة في الأعلى", "فقرة أولى", "صورة &lt;بعد&gt;", "عنوان</h2>", "في الآخر"}
	for i := 1; i < len(order); i++ {
		if strings.Index(out.String(), order[i-1]) >= strings.Index(out.String(), order[i]) {
			t.Errorf("%q does not stand before %q", order[i-1], order[i])
		}
	}
}

func epub(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := EPUB(&out, shelf(samples())); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEPUB(t *testing.T) {
	data := epub(t)
	if !bytes.Equal(data, epub(t)) {
		t.Error("the same articles make another book")
	}
	if !bytes.HasPrefix(data[30:], []byte("mimetypeapplication/epub+zip")) {
		t.Errorf("the book begins with %q", data[:60])
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, "xhtml") || strings.HasSuffix(f.Name, "opf") {
			inXML(t, f.Name, string(text))
		}
		if f.Name == "EPUB/package.opf" && (!bytes.Contains(text, []byte(`page-progression-direction="rtl"`)) || !bytes.Contains(text, []byte("2026-11-03T01:00:00Z"))) {
			t.Errorf("the package: %s", text)
		}
	}
}

// Quotes and lists that lie deep in each other stop at some depth, and their text
// is there.
func TestNesting(t *testing.T) {
	for _, sign := range []string{"> ", "- ", ">", "1. "} {
		a := articles.Article{Title: "x", Body: strings.Repeat(sign, 100_000) + "الكلمة", Full: true, Kept: &articles.Kept{ID: "aaaaaaaa"}}
		var out bytes.Buffer
		if err := HTML(&out, shelf([]articles.JSON{a.JSON()})); err != nil {
			t.Fatal(err)
		}
		depth := strings.Count(out.String(), "<blockquote") + strings.Count(out.String(), "<ul") + strings.Count(out.String(), "<ol")
		if depth < 64 || depth > 66 || !strings.Contains(out.String(), "الكلمة") {
			t.Errorf("%q is %d deep, its text there: %v", sign, depth, strings.Contains(out.String(), "الكلمة"))
		}
	}
}

// epubcheck, where it is installed, has nothing to say.
func TestEPUBCheck(t *testing.T) {
	command := []string{"epubcheck"}
	path, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Skip("epubcheck is not installed: the book was not validated")
	}
	if magic, err := os.ReadFile(path); err == nil && bytes.HasPrefix(magic, []byte("PK")) {
		command = []string{"java", "-jar", path} // Debian's is the archive itself
	}
	book := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(book, epub(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(command[0], append(command[1:], "--failonwarnings", book)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

// What is written as Markdown is read back as it was, its links being no part of
// it.
func TestMarkdownIsReadBack(t *testing.T) {
	folder := t.TempDir()
	list := samples()
	if err := Markdown(folder, shelf(list)); err != nil {
		t.Fatal(err)
	}
	names := fileNames(shelf(list).Cards)
	for _, want := range list {
		path := filepath.Join(folder, names[want.ID])
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read, err := intake.Read(path, data)
		if err != nil || len(read) != 1 {
			t.Fatalf("%s: %d articles, %v", path, len(read), err)
		}
		got := read[0]
		if got.Title != want.Title || got.Body != text.CleanText(strings.Trim(want.Body, "\n")) || got.Section != want.Section ||
			articles.Timestamp(got.Published) != want.Published || len(got.Captions) != len(want.Captions) || len(got.Related) != len(want.Related) {
			t.Errorf("read back as %+v", got)
		}
	}
	text, _ := os.ReadFile(filepath.Join(folder, names["aaaaaaaa"]))
	if link := "- [الثانية \\[هنا\\]]"; strings.Contains(string(text), "ليست هنا](") {
		t.Errorf("there is a link to what is not there, or none (%s): %s", link, text)
	}
	if !strings.Contains(string(text), "]("+names["bbbbbbbb"]+")") {
		t.Errorf("there is no link to %s in %s", names["bbbbbbbb"], text)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*.part")); left != nil {
		t.Errorf("left behind: %q", left)
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"سوق الكتب: «عودة»؟":     "سوق-الكتب-عودة.md",
		"كَتَبَ مُعَلِّمٌ":       "كتب-معلم.md",
		"نیم‌فاصله":              "نیمفاصله.md",
		"A/B\\C: #1 [x]|^":       "a-b-c-1-x.md",
		"…":                      "id1.md",
		"":                       "id1.md",
		"..":                     "id1.md",
		strings.Repeat("س", 300): strings.Repeat("س", longestName/2) + ".md",
	} {
		if got := fileNames([]Card{{ID: "id1", Title: title}})["id1"]; got != want {
			t.Errorf("%q is in %q, want %q", title, got, want)
		}
	}
	got := fileNames([]Card{{ID: "id1", Title: "عنوان"}, {ID: "id2", Title: "عُنوان!"}})
	if got["id1"] != "عنوان-id1.md" || got["id2"] != "عنوان-id2.md" {
		t.Errorf("the same title twice: %q", got)
	}
}

func TestBibTeX(t *testing.T) {
	var out bytes.Buffer
	if err := BibTeX(&out, shelf(samples()[:2])); err != nil {
		t.Fatal(err)
	}
	const want = `@article{warraq-aaaaaaaa,
  title = {{سوق الكتب في المدينة: "عودة"}},
  author = {{سلمى \& رفيقها}},
  journal = {صحيفة النهر},
  address = {دمشق},
  year = {2026},
  month = {11},
  date = {2026-11-03},
  url = {https://example.org/سوق?a=[1]&b=%7B2%7D%zz},
  langid = {arabic},
  keywords = {ثقافة},
  abstract = {خلاصة <قصيرة>},
}

@article{warraq-bbbbbbbb,
  title = {{</title><script>alert(1)</script>}},
  journal = {a{\textbackslash}b{\textbraceleft}c{\textbraceright}\%\$},
`
	if got := out.String(); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCSL(t *testing.T) {
	var out bytes.Buffer
	if err := CSL(&out, shelf(samples())); err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal(out.Bytes(), &items); err != nil || len(items) != 3 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	first := items[0]
	if first["type"] != "article-newspaper" || first["container-title"] != "صحيفة النهر" || first["author"] == nil || first["issued"] == nil {
		t.Errorf("%v", first)
	}
	out.Reset()
	if err := CSL(&out, shelf(nil)); err != nil || strings.TrimSpace(out.String()) != "[]" {
		t.Errorf("of nothing: %q, %v", out.String(), err)
	}
}

func TestJSONLines(t *testing.T) {
	var out bytes.Buffer
	if err := JSONLines(&out, shelf(samples())); err != nil {
		t.Fatal(err)
	}
	read, err := intake.Read("export.jsonl", out.Bytes())
	if err != nil || len(read) != 3 || read[0].Title != samples()[0].Title || read[0].Kept == nil {
		t.Errorf("read back as %+v, %v", read, err)
	}
}

func TestSafeAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.b/c?d=e#f": "https://a.b/c?d=e#f", "http://a.b/ س": "http://a.b/%20%D8%B3", "mailto:a@b.c": "mailto:a@b.c",
		"https://a.b/100%": "", "https://a.b/?q=100%": "https://a.b/?q=100%25", "https://[::1]/[x]": "https://[::1]/[x]",
		"javascript:x": "", "data:text/html,x": "", "file:///etc": "", "a.md": "", "": "", "https:///x": "", "JAVASCRIPT:x": "", "//a.b": "",
		"https://a.b/?x=<y>\"": "https://a.b/?x=%3Cy%3E%22",
	} {
		if got := safeAddress(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

// An article that cannot be had, and a disk that is full, end the writing.
func TestFailures(t *testing.T) {
	lost := errors.New("lost")
	s := shelf(samples())
	for name, write := range map[string]func(io.Writer, Shelf) error{"jsonl": JSONLines, "html": HTML, "epub": EPUB, "bibtex": BibTeX, "csl": CSL} {
		if err := write(full{}, s); !errors.Is(err, errFull) {
			t.Errorf("%s on a full disk: %v", name, err)
		}
		broken := s
		broken.Articles = func([]string) iter.Seq2[articles.JSON, error] {
			return func(yield func(articles.JSON, error) bool) { yield(articles.JSON{}, lost) }
		}
		if err := write(io.Discard, broken); !errors.Is(err, lost) {
			t.Errorf("%s of a lost article: %v", name, err)
		}
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// A book holds the pictures that its articles show, once each, and its contents have
// the articles of one part below its name.
func TestBookOfPicturesAndParts(t *testing.T) {
	t.Parallel()
	const name = "0123456789abcdef"
	text := "نص\n\n![ميناء](picture:" + name + ")\n\n![ضائعة](picture:fedcba9876543210)\n"
	s := shelf([]articles.JSON{{ID: "a1", Title: "أول", Body: text}, {ID: "b2", Title: "ثان", Body: text}, {ID: "c3", Title: "ثالث", Body: "نص"}})
	s.Cards[0].Part, s.Cards[1].Part = "قصة", "قصة"
	s.Picture = func(asked string) (articles.Picture, error) {
		if asked != name {
			return articles.Picture{}, errors.New("not here")
		}
		return articles.Picture{Name: name, Type: "image/png", Data: []byte("png")}, nil
	}
	var out bytes.Buffer
	if err := EPUB(&out, s); err != nil {
		t.Fatal(err)
	}
	book, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range book.File {
		if _, twice := files[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		opened, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(opened)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	if got := files["EPUB/p-"+name+".png"]; got != "png" {
		t.Errorf("the picture is %q", got)
	}
	if chapter := files["EPUB/a-a1.xhtml"]; strings.Count(chapter, "<img") != 1 || !strings.Contains(chapter, "ضائعة") {
		t.Errorf("the chapter is %s", chapter)
	}
	if !strings.Contains(files["EPUB/package.opf"], `href="p-`+name+`.png" media-type="image/png"`) {
		t.Errorf("the package is %s", files["EPUB/package.opf"])
	}
	contents := files["EPUB/nav.xhtml"]
	if found := strings.Contains(contents, "<span>قصة</span><ol>"); !found || strings.Count(contents, "<span>") != 1 || strings.Index(contents, "</ol></li>") > strings.Index(contents, "ثالث") {
		t.Errorf("the contents are %s", contents)
	}
	if err := xml.Unmarshal([]byte(contents), new(struct{})); err != nil {
		t.Error(err)
	}
}
