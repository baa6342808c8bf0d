package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// book is a book of two chapters, with a cover, a table of contents and a note
// beside the text.
func bookFiles(change func(name, text string) string) []packedFile {
	var files []packedFile
	for _, f := range []packedFile{
		{name: "mimetype", text: "application/epub+zip"},
		{name: "META-INF/container.xml", text: `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
		{name: "OEBPS/book.opf", text: `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" dir="rtl">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>حكايات الميناء</dc:title><dc:creator>سلمى ناصر</dc:creator><dc:publisher>دار المرسى</dc:publisher>
<dc:language>ar</dc:language><dc:date>2021-05-04</dc:date>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/%D8%A3%D9%88%D9%84.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="note" href="text/note.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="style.css" media-type="text/css"/>
</manifest>
<spine page-progression-direction="rtl"><itemref idref="cover"/><itemref idref="nav"/><itemref idref="one"/><itemref idref="note" linear="no"/><itemref idref="two"/></spine>
</package>`},
		{name: "OEBPS/nav.xhtml", text: `<html><body><nav><ol><li><a href="x">فهرس</a></li></ol></nav></body></html>`},
		{name: "OEBPS/cover.xhtml", text: `<html><head><title>غلاف</title></head><body><img src="c.jpg"/></body></html>`},
		{name: "OEBPS/text/أول.xhtml", text: `<html xmlns="http://www.w3.org/1999/xhtml" lang="ar"><head><title>حكايات الميناء</title></head><body><h2>المرسى القديم</h2><p>كان في المدينة <em>مرسى</em>.</p><ul><li>سفينة</li><li>شبكة</li></ul></body></html>`},
		{name: "OEBPS/text/two.xhtml", text: `<html><head><title>حكايات الميناء</title></head><body><p>فصل بلا عنوان.</p></body></html>`},
		{name: "OEBPS/text/note.xhtml", text: `<html><body><p>حاشية</p></body></html>`},
	} {
		if f.text = change(f.name, f.text); f.text != "" {
			files = append(files, f)
		}
	}
	return files
}

func asIs(_, text string) string { return text }

func openBook(t *testing.T, o Options, text string) []articles.Article {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var list []articles.Article
	for in, err := range OpenWith(t.Context(), o, []string{path}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		more, err := in.Read(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, more...)
	}
	return list
}

// Each chapter is an article that knows its book and its neighbours; what stands beside the
// text comes behind it.
func TestEPUB(t *testing.T) {
	t.Parallel()
	list := openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, bookFiles(asIs)...))
	if len(list) != 3 || list[2].Body != "حاشية" {
		t.Fatalf("%d articles", len(list))
	}
	for i, want := range []articles.Article{
		{Title: "المرسى القديم", Body: "كان في المدينة *مرسى*.\n\n- سفينة\n- شبكة"},
		{Title: "حكايات الميناء (2)", Body: "فصل بلا عنوان."},
	} {
		a := list[i]
		if a.Title != want.Title || a.Body != want.Body {
			t.Errorf("%d: %q\n%s", i, a.Title, a.Body)
		}
		if a.Section != "حكايات الميناء" || a.Author != "سلمى ناصر" || a.Source != "دار المرسى" || a.Lang != "ar" ||
			a.Direction != articles.RightToLeft || !a.Full || a.Published.Format("2006-01-02") != "2021-05-04" {
			t.Errorf("%d: %+v", i, a)
		}
		if len(a.Related) != 1+i || a.Related[i].Title != list[1-i].Title {
			t.Errorf("%d: related %+v", i, a.Related)
		}
	}
}

// A cover and contents beside the text are nothing to read; what else stands there is by itself
// also where the book has contents.
func TestEPUBBesideTheText(t *testing.T) {
	t.Parallel()
	const contents = `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="text/%D8%A3%D9%88%D9%84.xhtml">المرسى القديم</a></li><li><a href="text/two.xhtml">الفصل الثاني</a></li></ol></nav></body></html>`
	for _, tt := range []struct {
		name, note string
		want       []string
	}{
		{"notes", `<html><body><p>حاشية <a href="two.xhtml">عودة</a></p></body></html>`, []string{"المرسى القديم", "الفصل الثاني", "حاشية عودة"}},
		{"contents", `<html><body><p><a href="two.xhtml">الفصل الثاني</a></p></body></html>`, []string{"المرسى القديم", "الفصل الثاني"}},
		{"a list of links", `<html><body><h1>مراجع</h1><p><a href="https://a.example/">كتاب الميناء</a></p></body></html>`, []string{"المرسى القديم", "الفصل الثاني", "مراجع"}},
		{"a picture", `<html><body><img src="c.jpg"/></body></html>`, []string{"المرسى القديم", "الفصل الثاني"}},
	} {
		files := bookFiles(func(name, text string) string {
			switch name {
			case "OEBPS/nav.xhtml":
				return contents
			case "OEBPS/text/note.xhtml":
				return tt.note
			}
			return strings.Replace(text, `<itemref idref="cover"/>`, `<itemref idref="cover" linear="no"/>`, 1)
		})
		var titles []string
		for _, a := range openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, files...)) {
			titles = append(titles, a.Title)
		}
		if !slices.Equal(titles, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, titles, tt.want)
		}
	}
}

// A file whose name differs from the one that is meant in its capitals is found.
func TestEPUBOfOtherCapitals(t *testing.T) {
	t.Parallel()
	files := bookFiles(asIs)
	for i := range files {
		files[i].name = strings.Replace(files[i].name, "/text/", "/Text/", 1)
	}
	if list := openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, files...)); len(list) != 3 {
		t.Errorf("%d articles", len(list))
	}
}

// TestPagesOfPrint reads a book with the numbers of its printed pages: they are none of its text,
// nor are the pages that say whose book it is, and a program's word for nobody is no writer.
func TestPagesOfPrint(t *testing.T) {
	t.Parallel()
	list := openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, bookFiles(func(name, text string) string {
		switch name {
		case "OEBPS/book.opf":
			return strings.NewReplacer("سلمى ناصر", "Unknown", "دار المرسى", "غير معروف").Replace(text)
		case "OEBPS/cover.xhtml":
			return `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><section epub:type="frontmatter copyright-page"><p>الحقوق محفوظة</p></section></body></html>`
		case "OEBPS/text/two.xhtml":
			return `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>الثاني</h1><p>وصل الراعي<span epub:type="pagebreak" title="12">12</span> إلى<a class="pagenum">[١٣]</a> البئر<span role="doc-pagebreak">14</span> <span class="pagenum">ليلا</span>.</p></body></html>`
		}
		return text
	})...))
	if len(list) != 3 || list[0].Title != "المرسى القديم" || list[0].Author != "" || list[0].Source != "حكايات الميناء" || list[1].Body != "وصل الراعي إلى البئر ليلا." {
		t.Errorf("%+v", list)
	}
}

func TestEPUBAsOneArticle(t *testing.T) {
	t.Parallel()
	list := openBook(t, Options{Limits: articles.DefaultLimits(), WholeBooks: true}, zipOf(t, bookFiles(asIs)...))
	if len(list) != 1 || list[0].Title != "حكايات الميناء" || list[0].Author != "سلمى ناصر" || len(list[0].Related) != 0 {
		t.Fatalf("%+v", list)
	}
	want := "# المرسى القديم\n\nكان في المدينة *مرسى*.\n\n- سفينة\n- شبكة\n\n# حكايات الميناء (2)\n\nفصل بلا عنوان.\n\n# حاشية\n\nحاشية"
	if list[0].Body != want {
		t.Errorf("got\n%s", list[0].Body)
	}
}

// Of a book that is broken what can be read is read, and the rest is said.
func TestBrokenEPUB(t *testing.T) {
	t.Parallel()
	without := func(missing string) func(name, text string) string {
		return func(name, text string) string {
			if name == missing {
				return ""
			}
			return text
		}
	}
	replaced := func(in, old, with string) func(name, text string) string {
		return func(name, text string) string {
			if name == in {
				return strings.ReplaceAll(text, old, with)
			}
			return text
		}
	}
	bomb := `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><package><metadata><title>&b;</title></metadata></package>`
	for _, tt := range []struct {
		name   string
		change func(name, text string) string
		want   []string
	}{
		{"no package", without("OEBPS/book.opf"), []string{"b.epub refused: " + articles.ErrArchive.Error()}},
		{"a container without a root", replaced("META-INF/container.xml", "rootfile ", "x "), []string{"b.epub refused: " + articles.ErrArchive.Error()}},
		{"a package that is no XML", replaced("OEBPS/book.opf", "<", "&"), []string{"b.epub refused: " + articles.ErrArchive.Error()}},
		{"a package of entities", func(name, text string) string {
			if name == "OEBPS/book.opf" {
				return bomb
			}
			return text
		}, []string{"b.epub refused: " + articles.ErrArchive.Error()}},
		{"a chapter that is missing", without("OEBPS/text/two.xhtml"), []string{"b.epub: المرسى القديم", "b.epub: حاشية", "b.epub refused: " + articles.ErrArchive.Error()}},
		{"nothing to read", replaced("OEBPS/book.opf", "<itemref", "<y"), []string{"b.epub refused: " + articles.ErrNoArticle.Error()}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := whatOpens(t, Options{Limits: articles.DefaultLimits()}, "b.epub", zipOf(t, bookFiles(tt.change)...))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// What a book has around a chapter is no part of its text: its title as a paragraph, and the bars of
// calibre, which say where it is from.
func TestAroundChapters(t *testing.T) {
	t.Parallel()
	const (
		toc     = `<html><body><nav epub:type="toc"><ol><li><a href="text/%D8%A3%D9%88%D9%84.xhtml">الفصل الأول: البئر</a></li><li><a href="text/two.xhtml">إضراب</a></li></ol></nav></body></html>`
		inPrint = `<html><body><p class="style3">الفصل الأول: البئر</p><p>حفر جدي البئر في صيف حار.</p></body></html>`
		news    = `<html><body><div class="calibre_navbar"><a href="x.html">التالي</a></div><h1>إضراب</h1><p>توقف العمال عن التفريغ.</p><div class="calibre_navbar calibre_rescale_70"><hr/><p>This article was downloaded by <strong>calibre</strong> from <a href="https://marsa.example/5" rel="calibre-downloaded-from">https://marsa.example/5</a></p></div></body></html>`
	)
	files := bookFiles(func(name, text string) string {
		switch name {
		case "OEBPS/nav.xhtml":
			return toc
		case "OEBPS/text/أول.xhtml":
			return inPrint
		case "OEBPS/text/two.xhtml":
			return news
		}
		return text
	})
	list := openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, files...))
	var got []string
	for _, a := range list {
		got = append(got, strings.Join([]string{a.Title, a.Place, a.URL, a.Body}, "|"))
	}
	want := []string{"الفصل الأول: البئر|||حفر جدي البئر في صيف حار.", "إضراب||https://marsa.example/5|توقف العمال عن التفريغ."}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("the chapters are %q", got)
	}
}
