package epub_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/epub"
)

func Example() {
	var book bytes.Buffer
	w := zip.NewWriter(&book)
	for _, file := range [][2]string{
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		{"book.opf", `<package><metadata><title>دفتر البحر</title></metadata>
			<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		{"a.xhtml", `<html><body><h1>الميناء</h1><p>وصلت السفينة.</p></body></html>`},
	} {
		f, _ := w.Create(file[0])
		_, _ = f.Write([]byte(file[1]))
	}
	_ = w.Close()

	archive, err := zip.NewReader(bytes.NewReader(book.Bytes()), int64(book.Len()))
	if err != nil {
		fmt.Println(err)
		return
	}
	src := articles.NewSource("a.epub", nil)
	src.Archive = &articles.Archive{Reader: archive, Budget: &articles.Budget{Limits: src.Limits}}
	list, mine, err := epub.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Section, a.Body)
	}
	// Output:
	// true <nil>
	// الميناء | دفتر البحر | وصلت السفينة.
}
