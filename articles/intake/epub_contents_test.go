package intake

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/warraq/warraq/articles"
)

// bookWith is a book of these files, in this order, with a table of contents.
func bookWith(contents packedFile, chapters ...packedFile) []packedFile {
	manifest, spine := `<item id="toc" href="`+contents.name+`" media-type="application/x-dtbncx+xml"/>`, ""
	if strings.HasSuffix(contents.name, ".xhtml") {
		manifest = `<item id="toc" href="` + contents.name + `" properties="nav" media-type="application/xhtml+xml"/>`
	}
	files := []packedFile{contents}
	for _, c := range chapters {
		address := strings.ReplaceAll(c.name, " ", "%20")
		manifest += `<item id="` + address + `" href="` + address + `" media-type="application/xhtml+xml"/>`
		spine += `<itemref idref="` + address + `"/>`
		files = append(files, packedFile{name: c.name, text: "<html><body>" + c.text + "</body></html>"})
	}
	return append(files,
		packedFile{name: "META-INF/container.xml", text: `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		packedFile{name: "book.opf", text: `<package><metadata><title>كتاب</title></metadata><manifest>` + manifest + `</manifest><spine toc="toc">` + spine + `</spine></package>`},
	)
}

// The table of contents says where chapters begin: in a file, with one, or with
// several.
func TestChaptersByTheTableOfContents(t *testing.T) {
	t.Parallel()
	nav := func(list string) packedFile {
		return packedFile{name: "nav.xhtml", text: `<html><body><nav epub:type="toc"><ol>` + list + `</ol></nav></body></html>`}
	}
	ncx := func(points string) packedFile {
		return packedFile{name: "toc.ncx", text: `<ncx><navMap>` + points + `</navMap></ncx>`}
	}
	point := func(title, to, below string) string {
		return `<navPoint><navLabel><text>` + title + `</text></navLabel><content src="` + to + `"/>` + below + `</navPoint>`
	}
	for _, tt := range []struct {
		name  string
		files []packedFile
		want  []string
	}{
		{
			"several in one file", bookWith(nav(`<li><a href="a.xhtml#one">المنبع</a></li><li><a href="a.xhtml#two">المصب</a></li>`),
				packedFile{name: "a.xhtml", text: `<p>قبلهما.</p><section id="one"><p>أول.</p></section><section><div><h2><a id="two"></a>المصب الكبير</h2><p>ثان.</p></div><p>وبعده.</p></section>`}),
			[]string{"كتاب (1): قبلهما.", "المنبع: أول.", "المصب الكبير: ثان. وبعده."},
		},
		{
			"below a part, in the book's only file", bookWith(nav(`<li><a href="a.xhtml">الكتاب</a><ol><li><a href="a.xhtml#one">المنبع</a></li><li><a href="a.xhtml#two">المصب</a></li></ol></li>`),
				packedFile{name: "a.xhtml", text: `<p id="one">أول.</p><p id="two">ثان.</p>`}),
			[]string{"المنبع: أول.", "المصب: ثان."},
		},
		{
			"one over several files", bookWith(ncx(point("الباب الأول", "a%20b.html", point("المنبع", "a%20b.html#x", ""))+point("الباب الثاني", "d.html", "")),
				packedFile{name: "a b.html", text: `<p id="x">أول.</p>`}, packedFile{name: "c.html", text: `<p>تتمة الأول.</p>`}, packedFile{name: "d.html", text: `<p>ثان.</p>`}),
			[]string{"الباب الأول: أول. تتمة الأول.", "الباب الثاني: ثان."},
		},
		{
			"a file of its own that it does not name", bookWith(ncx(point("أول", "a.html", "")),
				packedFile{name: "a.html", text: `<p>نص.</p>`}, packedFile{name: "b.html", text: `<h1>ملحق</h1><p>نص الملحق.</p>`}),
			[]string{"أول: نص.", "ملحق: نص الملحق."},
		},
		{
			"places that are not there", bookWith(nav(`<li><a href="a.xhtml#no">أول</a></li><li><a href="b.xhtml#no">ثان</a></li><li><a href="https://example.org">خارج</a></li>`),
				packedFile{name: "a.xhtml", text: `<p>نص.</p>`}, packedFile{name: "b.xhtml", text: `<p>آخر.</p>`}),
			[]string{"أول: نص.", "ثان: آخر."},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, a := range openBook(t, Options{Limits: articles.DefaultLimits()}, zipOf(t, tt.files...)) {
				got = append(got, a.Title+": "+strings.ReplaceAll(a.Body, "\n\n", " "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// A book that is locked says so; fonts that are obfuscated lock nothing. What is
// missing from a book does not keep the rest from being read.
func TestLockedBook(t *testing.T) {
	t.Parallel()
	locked := func(algorithm string) packedFile {
		return packedFile{name: "META-INF/encryption.xml", text: `<encryption><EncryptedData><EncryptionMethod Algorithm="` + algorithm + `"/></EncryptedData></encryption>`}
	}
	files := bookWith(packedFile{name: "toc.ncx", text: "<ncx/>"}, packedFile{name: "a.html", text: "<h1>فصل</h1><p>نص.</p>"})
	for algorithm, want := range map[string]string{
		"http://www.w3.org/2001/04/xmlenc#aes256-cbc": "b.epub refused: " + articles.ErrLocked.Error(),
		"http://www.idpf.org/2008/embedding":          "b.epub: فصل",
	} {
		got := whatOpens(t, Options{Limits: articles.DefaultLimits()}, "b.epub", zipOf(t, append(files, locked(algorithm))...))
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", algorithm, got, want)
		}
	}
}

// Names of files in an archive are read in the character set of the system that
// packed them.
func TestNamesInArchives(t *testing.T) {
	t.Parallel()
	in720 := map[string]string{
		"مقالة عن البحر": "\xea\xe7\x9f\xe9\xa1 \xe3\xeb \x9f\xe9\xa0\xa5\xa9",
		"كتاب":           "\xe8\xa2\x9f\xa0",
	}
	in := func(set encoding.Encoding, s string) string {
		name, err := set.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	for _, name := range []string{"مقالة عن البحر", "كتاب"} {
		for set, raw := range map[string]string{"UTF-8": name, "Windows-1256": in(charmap.Windows1256, name), "code page 720": in720[name]} {
			archive := strings.ReplaceAll(zipOf(t, packedFile{name: strings.Repeat("N", len(raw)), text: "نص."}), strings.Repeat("N", len(raw)), raw)
			got := whatOpens(t, Options{Limits: articles.DefaultLimits()}, "a.zip", archive)
			if len(got) != 1 || !strings.HasPrefix(got[0], "a.zip/"+name+":") {
				t.Errorf("%s in %s: got %q", name, set, got)
			}
		}
	}
}
