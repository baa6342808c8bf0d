package export

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
)

// EPUB writes the articles as a book, by EPUB 3.3: a chapter an article, pages
// that turn from right to left where most articles are read so. The same articles
// make the same bytes.
func EPUB(w io.Writer, s Shelf) error {
	b := bookWriter{zip: zip.NewWriter(w), shelf: s, chapters: map[string]string{}}
	for _, c := range s.Cards {
		b.chapters[c.ID] = "a-" + c.ID + ".xhtml"
	}
	// The type stands first, as it is (OCF 3.3, section 4.2.2).
	const kind = "application/epub+zip"
	first, err := b.zip.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(kind)),
		CompressedSize64: uint64(len(kind)), UncompressedSize64: uint64(len(kind)),
	})
	if err == nil {
		_, err = io.WriteString(first, kind)
	}
	if err != nil {
		return fmt.Errorf("writing the book: %w", err)
	}
	b.file("META-INF/container.xml", containerXML)
	b.file("EPUB/style.css", stylesheetCSS)
	if err := s.each(b.chapter); err != nil {
		return err
	}
	b.file("EPUB/nav.xhtml", b.contents())
	b.file("EPUB/package.opf", b.packageFile())
	if b.err == nil {
		b.err = b.zip.Close()
	}
	if b.err != nil {
		return fmt.Errorf("writing the book: %w", b.err)
	}
	return nil
}

const containerXML = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// bookWriter is one that is being written.
type bookWriter struct {
	zip      *zip.Writer
	shelf    Shelf
	chapters map[string]string // files, by the articles' IDs
	err      error             // the first in writing

	pictures map[string]bookPicture // by their names

	leftToRight, rightToLeft int
	languages                map[string]int
	newest                   string // when the last of them came into the library
	sum                      [sha256.Size]byte
}

// file puts a file into the book.
func (b *bookWriter) file(name, text string) {
	if b.err != nil {
		return
	}
	var f io.Writer
	if f, b.err = b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}); b.err == nil {
		_, b.err = io.WriteString(f, text)
	}
}

// chapter puts an article into the book.
func (b *bookWriter) chapter(a articles.JSON) error {
	text, err := bodyRenderer{b.shelf.Labels, b.picture}.article(a, "", func(id string) string { return b.chapters[id] })
	if err != nil {
		return err
	}
	if a.Direction == articles.LeftToRight {
		b.leftToRight++
	} else {
		b.rightToLeft++
	}
	if b.languages == nil {
		b.languages = map[string]int{}
	}
	if isTag(a.Lang) {
		b.languages[a.Lang]++
	}
	b.newest = max(b.newest, a.Added)
	b.sum = sha256.Sum256(append(b.sum[:], text...))
	lang := a.Lang
	if !isTag(lang) {
		lang = b.shelf.Labels.Lang
	}
	b.file("EPUB/"+b.chapters[a.ID], b.page(lang, a.Title, text))
	return b.err
}

// page is a file of the book.
func (b *bookWriter) page(lang, title, body string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%[1]s" xml:lang="%[1]s">
<head><title>%[2]s</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
%[3]s</body>
</html>
`, escape(lang), escape(validXML(title)), body)
}

// bookPicture is a picture of the book: its file and its type, or nothing for one that
// could not be written.
type bookPicture struct{ file, kind string }

// picture writes a picture into the book, once, and gives its file, "" where it is not
// there.
func (b *bookWriter) picture(name string) string {
	if b.shelf.Picture == nil {
		return ""
	}
	if p, known := b.pictures[name]; known {
		return p.file
	}
	if b.pictures == nil {
		b.pictures = map[string]bookPicture{}
	}
	p, err := b.shelf.Picture(name)
	if err != nil || len(p.Data) == 0 {
		b.pictures[name] = bookPicture{}
		return ""
	}
	file := "p-" + p.File()
	b.pictures[name] = bookPicture{file, p.Type}
	b.file("EPUB/"+file, string(p.Data))
	return file
}

// contents is the navigation document. Articles of one part stand below its name.
func (b *bookWriter) contents() string {
	labels := b.shelf.Labels
	var list strings.Builder
	part := ""
	for _, c := range b.shelf.Cards {
		if c.Part != part && part != "" {
			list.WriteString("</ol></li>\n")
		}
		if c.Part != part && c.Part != "" {
			fmt.Fprintf(&list, "<li dir=\"auto\"><span>%s</span><ol>\n", escape(validXML(c.Part)))
		}
		part = c.Part
		fmt.Fprintf(&list, "<li dir=\"auto\"><a href=\"%s\">%s</a></li>\n", b.chapters[c.ID], escape(validXML(c.Title)))
	}
	if part != "" {
		list.WriteString("</ol></li>\n")
	}
	return b.page(labels.Lang, labels.Title, fmt.Sprintf(
		"<nav epub:type=\"toc\" id=\"toc\" dir=\"%s\"><h1>%s</h1>\n<ol>\n%s</ol></nav>\n", labels.dir(), escape(labels.Contents), list.String()))
}

// packageFile is the package document.
func (b *bookWriter) packageFile() string {
	progression := "rtl"
	if b.leftToRight > b.rightToLeft {
		progression = "ltr"
	}
	var manifest, spine strings.Builder
	for i, c := range b.shelf.Cards {
		fmt.Fprintf(&manifest, "<item id=\"c%d\" href=\"%s\" media-type=\"application/xhtml+xml\"/>\n", i, b.chapters[c.ID])
		fmt.Fprintf(&spine, "<itemref idref=\"c%d\"/>\n", i)
	}
	for _, name := range slices.Sorted(maps.Keys(b.pictures)) {
		if p := b.pictures[name]; p.file != "" {
			fmt.Fprintf(&manifest, "<item id=\"p-%s\" href=\"%s\" media-type=\"%s\"/>\n", name, p.file, p.kind)
		}
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%[1]s">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:%[2]s</dc:identifier>
<dc:title>%[3]s</dc:title>
<dc:language>%[4]s</dc:language>
<meta property="dcterms:modified">%[5]s</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="style.css" media-type="text/css"/>
%[6]s</manifest>
<spine page-progression-direction="%[7]s">
<itemref idref="nav"/>
%[8]s</spine>
</package>
`, escape(b.shelf.Labels.Lang), digestUUID(b.sum), escape(b.shelf.Labels.Title), b.language(), b.modified(), manifest.String(), progression, spine.String())
}

// language is that of most articles.
func (b *bookWriter) language() string {
	most := b.shelf.Labels.Lang
	for lang, n := range b.languages {
		if n > b.languages[most] || n == b.languages[most] && lang < most {
			most = lang
		}
	}
	return most
}

// modified is when the last article came, as EPUB has times.
func (b *bookWriter) modified() string {
	at, err := time.Parse(time.RFC3339Nano, b.newest)
	if err != nil {
		at = time.Unix(0, 0)
	}
	return at.UTC().Format("2006-01-02T15:04:05Z")
}

// digestUUID makes a UUID of a digest (RFC 9562, version 8).
func digestUUID(sum [sha256.Size]byte) string {
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
