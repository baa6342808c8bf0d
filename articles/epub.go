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
	errLocked    = errors.New("the book is encrypted")
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
	about := book.about()
	var list []Article
	for _, file := range book.reading(path.Dir(root)) {
		data, err := o.file(archive, file)
		if err != nil {
			return linked(list), err
		}
		a, ok, err := chapter(data, about, o.bookAlbum(archive, file))
		if err != nil {
			return linked(list), fmt.Errorf("%s: %w", file, err)
		}
		if !ok {
			continue
		}
		fill(&a.Title, about.Section+" "+strconv.Itoa(len(list)+1))
		list = append(list, a)
	}
	return linked(list), nil
}

// about is what a book says of all its chapters.
func (p *publication) about() Article {
	about := Article{Lang: CleanLine(p.Language), Source: CleanLine(p.Publisher), Full: true}
	if len(p.Title) > 0 {
		about.Section = CleanLine(p.Title[0])
	}
	about.Author = CleanLine(strings.Join(p.Creator, "، "))
	fill(&about.Source, about.Section)
	about.Published, _ = date(CleanLine(p.Date))
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

// chapter makes an article of a file of a book; false where there is nothing to
// read in it, as on a cover.
func chapter(data []byte, about Article, al *album) (Article, bool, error) {
	a := about
	text, err := decode(data)
	if err != nil {
		return a, false, err
	}
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return a, false, fmt.Errorf("%w: %w", errDeep, err)
	}
	cleanTexts(document)
	content := find(document, atom.Body)
	if content == nil {
		return a, false, nil
	}
	for _, level := range []atom.Atom{atom.H1, atom.H2, atom.H3} {
		if heading := find(content, level); heading != nil {
			a.Title = textOf(heading)
			break
		}
	}
	if title := find(document, atom.Title); title != nil && a.Title == "" && textOf(title) != about.Section {
		a.Title = textOf(title)
	}
	al.mark(content)
	a.Body, a.Captions, err = toMarkdown(content, a.Title, &url.URL{}, al)
	if err != nil {
		return a, false, err
	}
	al.give(&a)
	return a, strings.TrimSpace(WithoutPictures(a.Body)) != "", nil
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

// linked makes each chapter point at the next one, then at the one before.
func linked(list []Article) []Article {
	for i := range list {
		for _, neighbour := range []int{i + 1, i - 1} {
			if neighbour >= 0 && neighbour < len(list) {
				n := list[neighbour]
				list[i].Related = append(list[i].Related, Related{Kind: InBook, Title: n.Title, Section: n.Section, Source: n.Source, Author: n.Author})
			}
		}
	}
	return list
}

// bound makes one article of a book's chapters.
func bound(chapters []Article) Article {
	if len(chapters) == 0 {
		return Article{}
	}
	whole := chapters[0]
	whole.Title, whole.Section, whole.Related, whole.Captions, whole.Pictures = whole.Section, "", nil, nil, nil
	var body strings.Builder
	for _, c := range chapters {
		whole.Pictures = append(whole.Pictures, c.Pictures...)
		fmt.Fprintf(&body, "# %s\n\n%s\n\n", c.Title, c.Body)
	}
	whole.Body = body.String()
	return whole
}

// file reads one file of a book.
func (o *opener) file(archive *zip.Reader, name string) ([]byte, error) {
	i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("the book has no file %s", name)
	}
	f := archive.File[i]
	if f.Flags&1 != 0 {
		return nil, errLocked
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
