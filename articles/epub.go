package articles

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/articles/charset"
	"warraq/articles/dates"
	"warraq/articles/text"
)

// containerName is the file that tells where a book's package is (EPUB 3.3, Open
// Container Format, 4.2.6.3.1).
const containerName = "META-INF/container.xml"

// isEPUB tells a book from other archives.
func isEPUB(archive *zip.Reader) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == containerName })
}

var (
	errNoPackage = errors.New("the book does not say where its package is")
)

// container is the part of container.xml that matters here.
type container struct {
	Roots []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

// publication is the part of a book's package document that matters here (EPUB
// 3.3, section 5; OPF 2.0).
type publication struct {
	Title     []string `xml:"metadata>title"`
	Creator   []string `xml:"metadata>creator"`
	Publisher string   `xml:"metadata>publisher"`
	Language  string   `xml:"metadata>language"`
	Date      string   `xml:"metadata>date"`
	Manifest  []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID     string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

// book gives a book's chapters, or the book as one article.
func (o *opener) book(name string, archive *zip.Reader) bool {
	list, err := o.chapters(archive)
	if err != nil && len(list) == 0 {
		return o.refuse(name, kindOf(err), err)
	}
	if o.WholeBooks {
		list = []Article{bound(list)}
	}
	if !o.yield(Input{Name: name, read: func() ([]Article, error) { return list, nil }, limits: &o.Limits}, nil) {
		return false
	}
	return err == nil || o.refuse(name, kindOf(err), err)
}

// chapters reads a book's chapters in the order of its spine, each pointing at
// the next and at the one before.
func (o *opener) chapters(archive *zip.Reader) ([]Article, error) {
	var box container
	if err := o.decodeXML(archive, containerName, &box); err != nil {
		return nil, err
	}
	if len(box.Roots) == 0 {
		return nil, errNoPackage
	}
	root := box.Roots[0].Path
	var book publication
	if err := o.decodeXML(archive, root, &book); err != nil {
		return nil, err
	}
	if o.locked(archive) {
		return nil, ErrLocked
	}
	about, folder := book.about(), path.Dir(root)
	heads, files := o.contents(archive, &book, folder), book.reading(folder)
	var list []Article
	var wrong error
	for _, file := range files {
		data, err := o.file(archive, file)
		if err == nil {
			list, err = o.chapter(list, archive, file, data, about, begin(heads, file, len(files) == 1), len(heads) > 0)
		}
		if err != nil {
			wrong = errors.Join(wrong, fmt.Errorf("%s: %w", file, err))
		}
		if o.stop != nil {
			break
		}
	}
	return linked(list), wrong
}

// obfuscated are the ways in which fonts are made unfit to be taken out of a book,
// which locks nothing else.
var obfuscated = []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}

// locked tells a book of which the text is encrypted (EPUB 3.3, Open Container
// Format, 4.2.6.3.2).
func (o *opener) locked(archive *zip.Reader) bool {
	var encryption struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
		} `xml:"EncryptedData"`
	}
	if o.decodeXML(archive, "META-INF/encryption.xml", &encryption) != nil {
		return false
	}
	for _, d := range encryption.Data {
		if !slices.Contains(obfuscated, d.Method.Algorithm) {
			return true
		}
	}
	return false
}

// about is what a book says of all its chapters.
func (p *publication) about() Article {
	about := Article{Lang: text.CleanLine(p.Language), Source: text.CleanLine(p.Publisher), Full: true}
	if len(p.Title) > 0 {
		about.Section = text.CleanLine(p.Title[0])
	}
	about.Author = text.CleanLine(strings.Join(p.Creator, "، "))
	fill(&about.Source, about.Section)
	about.Published, _ = dates.Parse(text.CleanLine(p.Date))
	return about
}

// reading are the files of a book that are read from beginning to end: not its
// table of contents, and nothing that stands beside the text.
func (p *publication) reading(folder string) (files []string) {
	for _, itemref := range p.Spine {
		if itemref.Linear == "no" {
			continue
		}
		for _, item := range p.Manifest {
			properties := strings.Fields(item.Properties)
			if item.ID == itemref.ID && strings.Contains(item.Type, "html") && !slices.Contains(properties, "nav") {
				href, err := url.PathUnescape(item.Href)
				if err == nil {
					files = append(files, path.Join(folder, href))
				}
			}
		}
	}
	return files
}

// chapter adds the chapters of a file of a book to those before it: one for each of
// the heads that the table of contents has in it; where it has none, and no heading
// stands in the file, the file goes on with the chapter before. Where there is
// nothing to read in it, as on a cover, there is none.
func (o *opener) chapter(list []Article, archive *zip.Reader, file string, data []byte, about Article, heads []chapterHead, known bool) ([]Article, error) {
	text, err := charset.Decode(data)
	if err != nil {
		return list, err
	}
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return list, fmt.Errorf("%w: %w", errDeep, err)
	}
	cleanTexts(document)
	body := find(document, atom.Body)
	if body == nil {
		return list, nil
	}
	named := ""
	if title := find(document, atom.Title); title != nil && textOf(title) != about.Section {
		named = textOf(title)
	}
	for _, part := range cutAt(body, heads) {
		a, err := o.partOf(about, part, o.bookAlbum(archive, file))
		if err != nil {
			return list, err
		}
		heading := a.Title
		fill(&a.Title, part.title)
		if known && len(heads) == 0 && heading == "" && len(list) > 0 {
			list[len(list)-1].goOn(a)
			continue
		}
		if strings.TrimSpace(WithoutPictures(a.Body)) == "" {
			continue
		}
		if len(heads) <= 1 {
			fill(&a.Title, named)
		}
		fill(&a.Title, about.Section+" "+strconv.Itoa(len(list)+1))
		list = append(list, a)
	}
	return list, nil
}

// partOf makes an article of a part of a file, called as its heading is.
func (o *opener) partOf(about Article, part chapterPart, al *album) (a Article, err error) {
	a = about
	for _, level := range []atom.Atom{atom.H1, atom.H2, atom.H3} {
		if heading := find(part.root, level); heading != nil {
			a.Title = textOf(heading)
			break
		}
	}
	al.mark(part.root)
	a.Body, a.Captions, err = toMarkdown(part.root, a.Title, &url.URL{}, al)
	al.give(&a)
	return a, err
}

// goOn adds the text of a part to the one before it.
func (a *Article) goOn(more Article) {
	if len(more.Captions) > 0 {
		before := blocks(a.Body)
		for _, c := range more.Captions {
			a.Captions = append(a.Captions, Caption{Text: c.Text, After: c.After + before})
		}
	}
	a.Body = strings.TrimSpace(a.Body + "\n\n" + more.Body)
	a.Pictures = append(a.Pictures, more.Pictures...)
}

// bookAlbum is for the pictures of a file of a book.
func (o *opener) bookAlbum(archive *zip.Reader, file string) *album {
	return &album{limits: o.Limits, find: func(address string, most int64) ([]byte, error) {
		name, ok := beside(file, address)
		if !ok {
			return nil, nil
		}
		i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == name })
		if i < 0 {
			return nil, nil
		}
		r, err := o.unzip(archive.File[i])
		if err != nil {
			return nil, err
		}
		defer r.Close() //nolint:errcheck // it was only read
		data, err := io.ReadAll(io.LimitReader(r, most))
		if err != nil {
			return nil, fmt.Errorf("a picture: %w", err)
		}
		return data, nil
	}}
}

// file reads one file of a book.
func (o *opener) file(archive *zip.Reader, name string) ([]byte, error) {
	i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("the book has no file %s", name)
	}
	f := archive.File[i]
	if f.Flags&isEncrypted != 0 {
		return nil, ErrLocked
	}
	r, err := o.unzip(f)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(r, o.Size+1))
	if err == nil && int64(len(data)) > o.Size {
		err = o.over(sizeLimit)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// decodeXML reads an XML file of a book. Entities that the file defines itself
// are not known, so none can grow.
func (o *opener) decodeXML(archive *zip.Reader, name string, into any) error {
	data, err := o.file(archive, name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
