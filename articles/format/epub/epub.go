// Package epub reads books (EPUB 2 and 3): each chapter is an article.
package epub

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/text"
)

// containerName is the file that tells where a book's package is (EPUB 3.3, Open
// Container Format, 4.2.6.3.1).
const containerName = "META-INF/container.xml"

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
	Creator   []person `xml:"metadata>creator"`
	Publisher string   `xml:"metadata>publisher"`
	Language  string   `xml:"metadata>language"`
	Date      []dated  `xml:"metadata>date"`
	// Refinements are the elements that say more of the ones above.
	Refinements []refinement `xml:"metadata>meta"`
	Manifest    []struct {
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

// read gives a book's chapters, or the book as one article.
func read(ctx context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive == nil || !src.Archive.Has(containerName) {
		return nil, false, nil
	}
	b := bookArchive{src.Archive}
	list, err := b.chapters(ctx)
	if src.WholeBooks && (err == nil || len(list) > 0) {
		list = []articles.Article{Bound(list)}
	}
	return list, true, err
}

// bookArchive is a book that is read.
type bookArchive struct{ *articles.Archive }

// chapters reads a book's chapters in the order of its spine, each pointing at
// the next and at the one before.
func (b *bookArchive) chapters(ctx context.Context) ([]articles.Article, error) {
	var box container
	if err := b.XML(containerName, &box); err != nil {
		return nil, err
	}
	if len(box.Roots) == 0 {
		return nil, errNoPackage
	}
	root := box.Roots[0].Path
	var of publication
	if err := b.XML(root, &of); err != nil {
		return nil, err
	}
	if b.locked() {
		return nil, articles.ErrLocked
	}
	about, folder := of.about(), path.Dir(root)
	heads, files := b.contents(&of, folder), of.reading(folder)
	var list []articles.Article
	var wrong error
	for _, file := range files {
		data, err := b.Contents(file.name)
		if err == nil {
			list, err = b.chapter(list, file, data, about, beginChapters(heads, file.name, len(files) == 1), len(heads) > 0)
		}
		if err != nil {
			wrong = errors.Join(wrong, fmt.Errorf("%s: %w", file.name, err))
		}
		if wrong = errors.Join(wrong, ctx.Err()); b.Budget.Spent != nil || ctx.Err() != nil {
			break
		}
	}
	return Linked(list), wrong
}

// obfuscationSchemes are the ways in which fonts are made unfit to be taken out of a book,
// which locks nothing else.
var obfuscationSchemes = []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}

// locked tells a book of which the text is encrypted (EPUB 3.3, Open Container
// Format, 4.2.6.3.2).
func (b *bookArchive) locked() bool {
	var encryption struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
		} `xml:"EncryptedData"`
	}
	if b.XML("META-INF/encryption.xml", &encryption) != nil {
		return false
	}
	for _, d := range encryption.Data {
		if !slices.Contains(obfuscationSchemes, d.Method.Algorithm) {
			return true
		}
	}
	return false
}

// bookFile is a file of a book's text.
type bookFile struct {
	name   string
	beside bool // it stands beside what is read from beginning to end, such as notes
}

// reading are the files of a book: those that are read from beginning to end, without its
// table of contents, and behind them what stands beside the text.
//
// Each is read once, however often it is named (EPUB 3.3, 5.7.2: a resource must not be
// referenced more than once).
func (p *publication) reading(folder string) (files []bookFile) {
	address := map[string]string{} // of what is text, by its ID
	for _, item := range p.Manifest {
		if _, known := address[item.ID]; !known && strings.Contains(item.Type, "html") && !slices.Contains(strings.Fields(item.Properties), "nav") {
			address[item.ID] = item.Href
		}
	}
	named := map[string]bool{}
	var beside []bookFile
	for _, itemref := range p.Spine {
		href, err := url.PathUnescape(address[itemref.ID])
		file := path.Join(folder, href)
		switch {
		case err != nil || href == "" || named[file]:
		case itemref.Linear == "no":
			beside = append(beside, bookFile{file, true})
		default:
			files = append(files, bookFile{name: file})
		}
		named[file] = true
	}
	return append(files, beside...)
}

// chapter adds the chapters of a file of a book to those before it: one for each of
// the heads that the table of contents has in it; where it has none, and no heading
// stands in the file, the file goes on with the chapter before, unless it stands beside the
// text. Where there is nothing to read in it, as on a cover, there is none, and neither is of
// contents beside the text.
func (b *bookArchive) chapter(list []articles.Article, file bookFile, data []byte, about articles.Article, heads []chapterHead, known bool) ([]articles.Article, error) {
	s, err := charset.Decode(data)
	if err != nil {
		return list, err
	}
	document, err := html.Parse(s, articles.DefaultLimits())
	if err != nil {
		return list, err
	}
	html.CleanTexts(document)
	body := html.Find(document, atom.Body)
	if body == nil || file.beside && areContents(body) || isImprint(body) {
		return list, nil
	}
	named := nameOf(document, about.Section)
	takeBars(body, &about)
	for _, part := range cutAt(body, heads) {
		a, err := partOf(about, part, b.album(file.name))
		if err != nil {
			return list, err
		}
		heading := a.Title
		text.Fill(&a.Title, part.title)
		if known && !file.beside && len(heads) == 0 && heading == "" && len(list) > 0 {
			appendPart(&list[len(list)-1], a)
			continue
		}
		if strings.TrimSpace(articles.WithoutPictures(a.Body)) == "" {
			continue
		}
		if len(heads) <= 1 {
			text.Fill(&a.Title, named)
		}
		if a.Title == "" {
			takeOpening(&a)
		}
		dropTitle(&a)
		text.Fill(&a.Title, about.Section+" ("+strconv.Itoa(len(list)+1)+")")
		list = append(list, a)
	}
	return list, nil
}

// imprintTypes are what a book's pages say that they are before its text begins (EPUB Structural
// Semantics Vocabulary).
var imprintTypes = []string{"cover", "halftitlepage", "titlepage", "copyright-page"}

// isImprint tells a page that says no more than which book it is and whose.
func isImprint(body *dom.Node) bool {
	const longest = 60 // words
	for n := body; n != nil && text.CountWords(html.TextOf(n)) <= longest; n = soleElement(n) {
		if slices.ContainsFunc(strings.Fields(html.Attribute(n, "epub:type")), func(kind string) bool { return slices.Contains(imprintTypes, kind) }) {
			return true
		}
	}
	return false
}

// soleElement returns the element in another one that nothing stands beside, nil where there is none.
func soleElement(n *dom.Node) (sole *dom.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type == dom.TextNode && strings.TrimSpace(child.Data) == "", child.Type == dom.CommentNode:
		case sole != nil || child.Type != dom.ElementNode:
			return nil
		default:
			sole = child
		}
	}
	return sole
}

// areContents tells whether most words of a file are links to other places of the book.
func areContents(body *dom.Node) bool {
	linked := 0
	for n := range body.Descendants() {
		if n.DataAtom == atom.A && !strings.Contains(html.Attribute(n, "href"), "://") {
			linked += text.CountWords(html.TextOf(n))
		}
	}
	return linked*2 > text.CountWords(html.TextOf(body))
}

// placeholderTitles are the titles that programs write where a file has none.
var placeholderTitles = []string{"unknown", "untitled", "cover", "title page", "titlepage", "document", "new document", "index", "text", "body"}

// nameOf is the title of a file of a book, "" where that says nothing of the file.
func nameOf(document *dom.Node, book string) string {
	title := html.Find(document, atom.Title)
	if title == nil {
		return ""
	}
	name := html.TextOf(title)
	if name == book || slices.Contains(placeholderTitles, strings.ToLower(name)) || strings.HasSuffix(name, "html") {
		return ""
	}
	return name
}

// takeOpening calls a chapter by its first paragraph where that is short enough for a
// heading, and takes it off the text that follows.
func takeOpening(a *articles.Article) {
	const longest = 8 // words
	first, rest, more := strings.Cut(a.Body, "\n\n")
	title := text.CleanLine(strings.Trim(first, "#*_ "))
	if text.CountWords(title) > longest || text.EndsSentence(title) || strings.ContainsAny(title, "|[]!<>\\") {
		return
	}
	if a.Title = title; more {
		dropFirst(a, rest)
	}
}

// dropTitle takes the title of a chapter off its text where it stands there as a paragraph, as it
// does in books that were laid out for print.
func dropTitle(a *articles.Article) {
	first, rest, more := strings.Cut(a.Body, "\n\n")
	if more && text.Same(text.CleanLine(strings.Trim(first, "#*_ ")), a.Title) {
		dropFirst(a, rest)
	}
}

// dropFirst gives a chapter the text behind its first block.
func dropFirst(a *articles.Article, rest string) {
	a.Body = rest
	for i := range a.Captions {
		a.Captions[i].After = max(0, a.Captions[i].After-1)
	}
}

// partOf makes an article of a part of a file, called as its heading is.
func partOf(about articles.Article, part chapterPart, album *articles.Album) (a articles.Article, err error) {
	a = about
	for _, level := range []atom.Atom{atom.H1, atom.H2, atom.H3} {
		if heading := html.Find(part.root, level); heading != nil {
			a.Title = html.TextOf(heading)
			break
		}
	}
	return a, html.Fragment(&a, part.root, &url.URL{}, album)
}

// appendPart adds the text of a part to the one before it.
func appendPart(a *articles.Article, more articles.Article) {
	if len(more.Captions) > 0 {
		before := html.CountBlocks(a.Body)
		for _, c := range more.Captions {
			a.Captions = append(a.Captions, articles.Caption{Text: c.Text, After: c.After + before})
		}
	}
	a.Body = strings.TrimSpace(a.Body + "\n\n" + more.Body)
	a.Pictures = append(a.Pictures, more.Pictures...)
}

// bookAlbum is for the pictures of a file of a book.
func (b *bookArchive) album(file string) *articles.Album {
	return &articles.Album{Limits: b.Budget.Limits, Find: func(address string, most int64) ([]byte, error) {
		name, ok := articles.Beside(file, address)
		if !ok {
			return nil, nil
		}
		return b.Picture(name, most)
	}}
}

// Format is a book, of which each chapter is an article.
var Format = articles.Format{Name: "EPUB", Extensions: []string{".epub"}, Read: read}
